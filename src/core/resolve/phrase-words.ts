// The small words a noun phrase opens with and ends at, and what the look of a word says of its place in one.
import { isParticle } from './name-forms.js';
import { isNoun } from './nouns.js';
import type { Word } from './wording.js';

export const PRONOUNS = new Set(
  'he she it they i we you him her them me us himself herself who whom which this that these those both all his hers theirs mine ours'.split(
    ' ',
  ),
);
export const OWNER_PRONOUNS = new Set('his her its their my our your whose'.split(' '));

export const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
export const INDEFINITE = new Set(
  (
    'a an one another some several many few two three four five six seven eight nine ten eleven twelve dozens ' +
    'hundreds thousands other others no any every each most more unnamed anonymous unidentified multiple numerous'
  ).split(' '),
);
export const PREPOSITIONS = new Set(
  (
    'of for at from in with to by on near under inside outside against among between behind within about across ' +
    'after before during since until through over around into onto off via without toward towards along beside'
  ).split(' '),
);
export const CLAUSE_WORDS = new Set(
  (
    'who whom whose which that when where while as if because although though and or but nor than then is are was ' +
    'were be been being has have had do does did will would can could may might must shall should said says say ' +
    'told tells tell also not only just even both now later earlier again yesterday today here there'
  ).split(' '),
);

export const NAMING = /^(?:alias|aka|named|called|nicknamed|dubbed|calling|known|identified|surnamed)$/;
export const NAMING_FILLER = /^(?:himself|herself|themselves|themself|as|only|simply|himself|by|the|name)$/;

export const NUMBER = /^\d[\d,.]*$/;
export const isNumber = (lower: string): boolean => lower.charCodeAt(0) < 58 && NUMBER.test(lower);

const QUOTE_MARKS = new Set(['"', "'", '“', '”', '‘', '’', '«', '»', '„', '‹', '›']);
export const quoteMark = ({ kind, text }: Word): boolean => kind !== 'word' && QUOTE_MARKS.has(text);

const IRREGULAR =
  /^(?:seen|held|known|given|made|drawn|shown|written|taken|hurt|sent|built|run|kept|led|caught|hit)$/;
export const isParticiple = (lower: string): boolean =>
  (/(?:ed|ing)$/.test(lower) || IRREGULAR.test(lower)) && !isNoun(lower);

/** A particle that is also a verb, inside a name: "Jornal do Sul". */
export const joinsCapitals = (words: readonly Word[], at: number, last: number): boolean =>
  isParticle(words[at]!.text) && words[at - 1]!.capital && at + 1 < last && words[at + 1]!.capital;

export const capitalSoon = (words: readonly Word[], at: number, last: number): boolean =>
  at < last &&
  (words[at]!.capital || (isParticle(words[at]!.text) && at + 1 < last && words[at + 1]!.capital));
