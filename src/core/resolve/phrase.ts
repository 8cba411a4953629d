// Noun phrases that can name a speaker: "its deputy commander, Jane Roe", "the ministry", "a nurse at the clinic".
// One parse says who owns it, which role it gives, which name it holds. Linear in the words it is given.

import { isNoun } from './nouns.js';
import { phraseEnd } from './phrase-extent.js';
import { parseSegment } from './phrase-segment.js';
import { NAMING, NAMING_FILLER, quoteMark } from './phrase-words.js';
import type { Word } from './wording.js';

/** What a phrase calls its bearer: "deputy commander", of whom (`owner`) or of what (`body`). */
export interface Role {
  /** As printed, without determiner: "Deputy Interior Minister". */
  readonly text: string;
  /** The noun, lower case, singular: "minister". */
  readonly head: string;
  /** Every word of it, lower case. */
  readonly words: readonly string[];
  readonly owner: Phrase | null;
  readonly body: Phrase | null;
}

export type Determiner = 'definite' | 'indefinite' | 'none';

export interface Phrase {
  /** Words [first, last). */
  readonly first: number;
  readonly last: number;
  readonly determiner: Determiner;
  /** Lower case, where the phrase is a pronoun. */
  readonly pronoun: string | null;
  readonly owner: Phrase | null;
  readonly honorifics: readonly string[];
  /** The words of the name; none where nobody is named. */
  readonly name: readonly string[];
  readonly acronym: string | null;
  readonly roles: readonly Role[];
  /** Every word capitalised, so that the description is itself a name: "Interior Ministry". */
  readonly proper: boolean;
  readonly plural: boolean;
  /** Said of people: 2 for an age after the name, 1 for "who", which teams and firms are called, too; else 0. */
  readonly personal: 0 | 1 | 2;
  /** How to call who has no name: verbatim, without article and clauses, after the owner; else the name. */
  readonly label: string;
}

const NONE: readonly Phrase[] = [];

/** The phrases inside a phrase: who owns it, what its roles belong to. */
export function innerPhrases(phrase: Phrase): readonly Phrase[] {
  if (!phrase.owner && phrase.roles.every((role) => !role.owner && !role.body)) return NONE;
  const inner: Phrase[] = [];
  const take = (part: Phrase | null): void => {
    if (!part || part.pronoun || inner.includes(part)) return;
    inner.push(part);
    for (const deeper of innerPhrases(part)) if (!inner.includes(deeper)) inner.push(deeper);
  };
  take(phrase.owner);
  for (const role of phrase.roles) {
    take(role.owner);
    take(role.body);
  }
  return inner;
}

const AGE = /^(?:\d{1,3}|aged)$/;
const DEPTH = 3;

const parsed = new WeakMap<readonly Word[], Map<number, Phrase>>();
const SPAN = 4096;

/** Parses words [first, last), which are one noun phrase with its appositions. Remembers what it has parsed. */
export function parsePhrase(words: readonly Word[], first: number, last: number): Phrase {
  let known = parsed.get(words);
  if (!known) {
    known = new Map();
    parsed.set(words, known);
  }
  const key = first * SPAN + Math.min(last - first, SPAN - 1);
  let phrase = known.get(key);
  if (!phrase) {
    phrase = parseAnew(words, first, last);
    known.set(key, phrase);
  }
  return phrase;
}

function parseAnew(words: readonly Word[], first: number, last: number): Phrase {
  const segments = splitAtCommas(words, first, last);
  if (segments.length > 1 && isSeat(words, segments[1]!)) segments.shift();
  let main = parseSegment(
    words,
    segments[0]![0],
    beforeClause(words, segments[0]![0], segments[0]![1]),
    DEPTH,
  );
  for (const [from, to] of segments.slice(1)) {
    if (words[from]!.lower === 'whose') break;
    main = withApposition(words, main, from, to);
  }
  return { ...main, first, last };
}

/** "a memo dated April 4", "the government for ignoring warnings": a date names nobody, nor does what was done. */
function beforeClause(words: readonly Word[], first: number, last: number): number {
  for (let at = first + 1; at < last; at++) {
    const { lower } = words[at]!;
    const next = words[at + 1];
    if (lower === 'dated') return at;
    if (lower === 'for' && next && at + 1 < last && /^\p{Ll}{3,}ing$/u.test(next.text) && !isNoun(next.lower))
      return at;
  }
  return last;
}

/** "the Springfield, Ohio-based company": the first comma is inside an address. */
const isSeat = (words: readonly Word[], [from, to]: readonly [number, number]): boolean =>
  words.slice(from, Math.min(to, from + 3)).some(({ lower }) => /-(?:based|headquartered)$/.test(lower));

function splitAtCommas(words: readonly Word[], first: number, last: number): [number, number][] {
  const segments: [number, number][] = [];
  let from = first;
  for (let at = first; at <= last; at++) {
    const text = words[at]?.text;
    if (at < last && text !== ',' && text !== '–' && text !== '—' && text !== '--') continue;
    if (at > from) segments.push([from, at]);
    from = at + 1;
  }
  return segments.length > 0 ? segments : [[first, last]];
}

function withApposition(words: readonly Word[], main: Phrase, from: number, to: number): Phrase {
  const opening = words[from]!;
  if (AGE.test(opening.lower) && to - from <= 2) return { ...main, personal: 2 };
  if (opening.lower === 'who') return withClause(words, { ...main, personal: main.personal || 1 }, from, to);
  if (opening.lower === 'which') return withClause(words, main, from, to);
  if (main.name.length > 0 && to - from > 1 && /^(?:of|from|at|with)$/.test(opening.lower)) {
    const body = parseSegment(words, from + 1, phraseEnd(words, from + 1, to), DEPTH - 1);
    return body.name.length > 0
      ? { ...main, roles: [...main.roles, { text: '', head: '', words: [], owner: null, body }] }
      : main;
  }
  const next = parseSegment(words, afterNaming(words, from, to), to, DEPTH);
  if (next.pronoun) return main;
  if (isOffice(main) && isPersonal(next))
    return {
      ...next,
      first: main.first,
      determiner: main.determiner,
      roles: [...next.roles, officeOf(main)],
    };
  if (main.name.length > 0) {
    return next.name.length > 0 || next.roles.length === 0
      ? main
      : { ...main, roles: [...main.roles, ...next.roles] };
  }
  if (next.name.length === 0) return { ...main, roles: [...main.roles, ...next.roles] };
  return {
    ...main,
    owner: next.owner ?? main.owner,
    name: next.name,
    acronym: next.acronym ?? main.acronym,
    honorifics: next.honorifics,
    roles: [...main.roles, ...next.roles],
    determiner: main.determiner,
    proper: true,
  };
}

/** "The SP", "the CEO": an office by its letters. */
const isOffice = ({ name, roles, determiner, owner }: Phrase): boolean =>
  (determiner === 'definite' || owner !== null) &&
  roles.length === 0 &&
  name.length === 1 &&
  /^\p{Lu}{2,4}$/u.test(name[0]!);

const isPersonal = ({ name, roles, determiner }: Phrase): boolean =>
  name.length >= 2 &&
  roles.length === 0 &&
  determiner === 'none' &&
  name.every((word) => /\p{Ll}/u.test(word));

const officeOf = ({ name, owner }: Phrase): Role => {
  const [letters = ''] = name;
  return { text: letters, head: letters.toLowerCase(), words: [letters.toLowerCase()], owner, body: null };
};

/** "…, known as Falcon": the name alone. */
function afterNaming(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (
    at < to - 1 &&
    (NAMING.test(words[at]!.lower) ||
      (at > from && (NAMING_FILLER.test(words[at]!.lower) || quoteMark(words[at]!))))
  )
    at++;
  return at;
}

const HEADING =
  /^(?:heads|headed|leads|led|chairs|chaired|runs|ran|directs|directed|founded|manages|owns|edits)$/;

/** "…, who goes by the name of Mina", "…, who goes by Mina". */
function calledByName(words: readonly Word[], main: Phrase, from: number, to: number): Phrase {
  let at = from + 2;
  while (at < to && /^(?:only|by|the|name|of|nickname|alias)$/.test(words[at]!.lower)) at++;
  if (at === from + 2 || at >= to || !words[at]!.capital) return main;
  const name: string[] = [];
  for (; at < to && words[at]!.capital; at++) name.push(words[at]!.text);
  return { ...main, name, label: name.join(' ') };
}

/** "…, who heads the Boat Owners' Union": a role in a clause. */
function withClause(words: readonly Word[], main: Phrase, from: number, to: number): Phrase {
  const verb = words[from + 1];
  if (verb && /^(?:goes|went|go)$/.test(verb.lower) && main.name.length === 0)
    return calledByName(words, main, from, to);
  if (!verb || !HEADING.test(verb.lower) || to - from < 3) return main;
  const body = parseSegment(words, from + 2, to, DEPTH - 1);
  const head = /^own/.test(verb.lower)
    ? 'owner'
    : /^found/.test(verb.lower)
      ? 'founder'
      : /^edit/.test(verb.lower)
        ? 'editor'
        : 'head';
  return { ...main, roles: [...main.roles, { text: head, head, words: [head], owner: null, body }] };
}
