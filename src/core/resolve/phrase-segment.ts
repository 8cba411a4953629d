// One noun phrase between commas: its determiner, who owns it, its role, its name and what that role belongs to.
import { isParticle } from './name-forms.js';
import { isNoun, isPersonPlural, SURNAME_NOUNS } from './nouns.js';
import type { Determiner, Phrase, Role } from './phrase.js';
import { coreEnd, phraseEnd } from './phrase-extent.js';
import { splitName } from './phrase-name.js';
import { isClassifier, ownerBefore } from './phrase-owner.js';
import { labelOf, nameWords, roleOf } from './phrase-text.js';
import { DEFINITE, INDEFINITE, NUMBER, OWNER_PRONOUNS, PRONOUNS } from './phrase-words.js';
import type { Word } from './wording.js';

const LEADING = new Set(
  (
    'also then now and but so even meanwhile however for yet still only just today yesterday here there shortly soon ' +
    'earlier later'
  ).split(' '),
);

/** "Minutes later"; but "minutes of the meeting" are a document. */
const SPELLS = new Set('hours days minutes weeks months moments'.split(' '));
const leads = (words: readonly Word[], at: number): boolean =>
  LEADING.has(words[at]!.lower) || (SPELLS.has(words[at]!.lower) && LEADING.has(words[at + 1]?.lower ?? ''));

const BELONGING = new Set(['of', 'for', 'at', 'from']);
/** These say where one belongs only before a name: "an analyst with Roe & Co", "ambassador to Ruritania". */
const BELONGING_BY_NAME = new Set(['with', 'in', 'to']);

export function parseSegment(words: readonly Word[], first: number, last: number, depth: number): Phrase {
  let from = first;
  while (from < last - 1 && (words[from]!.kind !== 'word' || leads(words, from))) from++;
  const opening = words[from];
  if (!opening) return emptyPhrase(first, last);
  if (
    PRONOUNS.has(opening.lower) &&
    !/^\p{Lu}{2,}$/u.test(opening.text) &&
    (last - from === 1 || !DEFINITE.has(opening.lower)) &&
    !OWNER_PRONOUNS.has(opening.lower)
  )
    return { ...emptyPhrase(first, last), pronoun: opening.lower };
  if (last - from === 1 && QUANTITY.test(opening.lower)) return someOf(opening, first, last);
  if (OWNER_PRONOUNS.has(opening.lower)) {
    const owner = { ...emptyPhrase(from, from + 1), pronoun: opening.lower };
    if (last - from === 1) return owner;
    return parseOwned(words, from + 1, last, depth, owner, first);
  }
  const owner = ownerBefore(words, from, last);
  if (owner > from && depth > 0) {
    const holder = parseSegment(words, from, owner, depth - 1);
    if (!isClassifier(words, owner, last, holder))
      return parseOwned(words, owner + 1, last, depth, holder, first);
  }
  let determiner: Determiner = 'none';
  let start = from;
  while (
    start < last - 1 &&
    (DEFINITE.has(words[start]!.lower) ||
      INDEFINITE.has(words[start]!.lower) ||
      NUMBER.test(words[start]!.lower))
  ) {
    if (determiner === 'none') determiner = DEFINITE.has(words[start]!.lower) ? 'definite' : 'indefinite';
    start++;
  }
  const labelFrom = /^(?:the|a|an|this|that|these|those)$/.test(opening.lower) ? from + 1 : from;
  return parseCore(words, start, last, depth, determiner, null, first, Math.min(labelFrom, start));
}

const QUANTITY = /^(?:many|some|others|several|few|most|dozens|hundreds|thousands)$/;

/** "Many said": people, and no name. */
const someOf = (word: Word, first: number, last: number): Phrase => ({
  ...emptyPhrase(first, last),
  determiner: 'indefinite',
  plural: true,
  label: word.text,
  roles: [{ text: word.text, head: 'people', words: ['people'], owner: null, body: null }],
});

const parseOwned = (
  words: readonly Word[],
  from: number,
  last: number,
  depth: number,
  owner: Phrase,
  first: number,
): Phrase =>
  parseCore(words, Math.min(from, last), last, depth, 'definite', owner, first, Math.min(from, last));

function parseCore(
  words: readonly Word[],
  start: number,
  last: number,
  depth: number,
  determiner: Determiner,
  owner: Phrase | null,
  first: number,
  labelFrom: number,
): Phrase {
  const { end, acronym, naming } = coreEnd(words, start, last);
  const split = splitName(words, start, end);
  let name = nameWords(words, split.name, split.nameEnd);
  let honorifics: readonly string[] = split.honorifics;
  const surname = words[start];
  if (
    name.length === 0 &&
    end - start === 1 &&
    surname?.capital &&
    determiner === 'none' &&
    !owner &&
    SURNAME_NOUNS.has(surname.lower)
  )
    name = [surname.text];
  if (naming >= 0 && depth > 0) {
    const named = parseSegment(words, naming, last, depth - 1);
    if (named.name.length > 0 || named.label) {
      name = named.name.length > 0 ? [...named.name] : named.label.split(' ');
      honorifics = named.honorifics;
    }
  }
  const bodyAt = end < last && belongs(words, end, last) ? end : -1;
  const body =
    bodyAt >= 0 && depth > 0
      ? parseSegment(words, bodyAt + 1, phraseEnd(words, bodyAt + 1, last), depth - 1)
      : null;
  const label = name.length > 0 ? name.join(' ') : labelOf(words, labelFrom, end, last);
  const roles: Role[] = [];
  const ofName = name.length > 0 && naming < 0;
  const titled = withoutBrackets(
    words.slice(start, split.describedEnd > start ? split.describedEnd : ofName ? start : end),
  );
  if (titled.some(({ kind }) => kind !== 'mark'))
    roles.push(roleOf(titled, owner, body?.pronoun ? null : body));
  else if (ofName && body && !body.pronoun) roles.push({ text: '', head: '', words: [], owner: null, body });
  const headWord = words[end - 1]?.lower ?? '';
  return {
    first,
    last,
    determiner,
    pronoun: null,
    owner,
    honorifics,
    name,
    acronym,
    personal: 0,
    roles,
    proper: isProper(words, start, end),
    plural: ofName ? false : isPersonPlural(headWord) || (!isNoun(headWord) && /[^s]s$/.test(headWord)),
    label,
  };
}

/** "Superintendent of Police (Rural) Anwar Lodhi": what is in brackets is left out of the title. */
const withoutBrackets = (words: readonly Word[]): Word[] =>
  words.filter((_, at) => words[at - 1]?.text !== '(' || words[at + 1]?.text !== ')');

const INSIDE_NAMES = new Set(['of', 'for', 'and', 'the', '&']);

/** More than one word, all of them capitalised but for the small ones. */
function isProper(words: readonly Word[], start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (word.kind !== 'word') continue;
    if (!word.capital && !isParticle(word.text) && !INSIDE_NAMES.has(word.lower)) return false;
    count++;
  }
  return count > 1;
}

/** "the inquiry at the time", "officials at the scene": when or where, and nobody they belong to. */
const MOMENTS = new Set([
  'time',
  'moment',
  'scene',
  'weekend',
  'end',
  'start',
  'beginning',
  'outset',
  'point',
  'least',
]);

const belongs = (words: readonly Word[], link: number, last: number): boolean => {
  const { lower } = words[link]!;
  const named = words[link + 1]?.lower === 'the' ? link + 2 : link + 1;
  if (lower === 'at' && MOMENTS.has(words[named]?.lower ?? '')) return false;
  if (BELONGING.has(lower)) return true;
  return BELONGING_BY_NAME.has(lower) && named < last && words[named]!.capital;
};

function emptyPhrase(first: number, last: number): Phrase {
  return {
    first,
    last,
    determiner: 'none',
    pronoun: null,
    owner: null,
    honorifics: [],
    name: [],
    acronym: null,
    personal: 0,
    roles: [],
    proper: false,
    plural: false,
    label: '',
  };
}
