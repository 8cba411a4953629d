// Headlines leave out articles and auxiliaries, and capitals hide what is a name, so that their verbs are taken for nouns:
// "Quarry lorries shake spire, warns vicar", "Headstone must go, judge rules", "Five killed in ambush: officials".
import type { Draft } from '../draft.js';
import { ADJ, ADP, AUX, NOUN, NUM, PROPN, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastColon } from './insertions.js';
import { HEARERS, hashes } from './saying.js';
import { trimmed } from './spoken.js';

const LONGEST_NAME = 5;
const LEAST_SAID = 3;
/** Said of those who are no persons, or said only in headlines. */
const TELLERS = hashes(
  'study report poll survey inquiry documents data figures source sources officials police ministry government ' +
    'army military locals residents villagers neighbours neighbors court witness witnesses watchdog un cops ngo ngos cable memo leak letter emails email files footage video records',
);
const VERDICTS = hashes(
  'rules finds hears heard hear told reveals reveal shows show confirms confirm denies deny suggests',
);
const HEARD = hashes('hears heard hear told');

export function headlineSaying(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  for (let at = last - 2; at >= first + LEAST_SAID && last - at <= LONGEST_NAME + 2; at--) {
    if (words.quote[at] !== QUOTE.outside) continue;
    const content = trimmed(words, { first: pastColon(words, first, at), last: at });
    if (content.last - content.first < 2) continue;
    const tail = { first: at + 1, last };
    if (words.shape[at] === SHAPE.comma) {
      const speech = nameAndVerb(words, tail) ?? verbAndName(words, tail);
      return speech && { ...speech, content: [content], confidence };
    }
    if (words.shape[at] === SHAPE.colon && mayTell(words, tail) && content.last - content.first > LEAST_SAID)
      return { cue: null, source: [tail], content: [content], confidence };
    if (words.shape[at]! >= SHAPE.comma) return undefined;
  }
  return undefined;
}

/** "Police: Man shot wife": a label for a person, or a body that tells. */
export function headlineLabel(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  let colon = first + 1;
  while (colon < Math.min(last, first + LONGEST_LABEL) && words.shape[colon]! < SHAPE.comma) colon++;
  const head = colon - 1;
  if (words.shape[colon] !== SHAPE.colon || words.quote[colon + 1] !== QUOTE.outside) return undefined;
  const speaks = (words.value[head]! & TRAIT.person) !== 0 || TELLERS.has(words.word[head]!);
  if (!speaks || !mayTell(words, { first, last: colon })) return undefined;
  const content = trimmed(words, { first: colon + 1, last });
  return content.last - content.first > LEAST_SAID && !ASKS.has(words.word[content.first]!)
    ? {
        cue: { first: colon, last: colon + 1 },
        source: [{ first, last: colon }],
        content: [content],
        confidence,
      }
    : undefined;
}

const LONGEST_LABEL = 4;
const ASKS = hashes('what why how who where when is are');

/** "Soldiers hold barracks, government says talks under way": what follows the verb is what is said. */
export function headlineClause(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  for (let at = last - LEAST_SAID; at >= first + LEAST_SAID; at--) {
    if (words.shape[at] !== SHAPE.comma || words.quote[at] !== QUOTE.outside) continue;
    for (let verb = at + 2; verb < Math.min(last - 1, at + 2 + LONGEST_NAME); verb++) {
      const name = { first: at + 1, last: verb };
      if (!isVerb(words, verb) || HEARD.has(words.word[verb]!) || !mayTell(words, name)) continue;
      const opens = words.part[verb + 1];
      if (verb === last - 2 && opens !== NUM) return undefined;
      if (opens === ADP || opens === SCONJ || words.shape[verb + 1]! >= SHAPE.comma) return undefined;
      const content = trimmed(words, { first: verb + 1, last });
      return { cue: { first: verb, last: verb + 1 }, source: [name], content: [content], confidence };
    }
    return undefined;
  }
  return undefined;
}

const ANSWERS = hashes('disputes denies rejects dismisses condemns confirms');

/** "Pentagon disputes Taliban claim of downed plane". */
export function headlineAnswer(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  for (let verb = first + 1; verb < Math.min(last - LEAST_SAID, first + 1 + LONGEST_NAME); verb++) {
    if (words.shape[verb]! >= SHAPE.comma || words.quote[verb] !== QUOTE.outside) return undefined;
    if (!ANSWERS.has(words.word[verb]!)) continue;
    const content = trimmed(words, { first: verb + 1, last });
    for (let at = content.first; at < content.last; at++)
      if (words.shape[at]! >= SHAPE.comma) return undefined;
    return {
      cue: { first: verb, last: verb + 1 },
      source: [{ first, last: verb }],
      content: [content],
      confidence,
    };
  }
  return undefined;
}

type Speech = Pick<Draft, 'cue' | 'source'>;

function nameAndVerb(words: Words, { first, last }: Window): Speech | undefined {
  const verb = last - 1;
  const name = { first, last: verb };
  if (name.first >= name.last || !isVerb(words, verb) || !mayTell(words, name)) return undefined;
  const isHearer = HEARD.has(words.word[verb]!) && HEARERS.has(words.word[verb - 1]!);
  if (HEARD.has(words.word[verb]!) && !isHearer) return undefined;
  return isHearer ? { cue: { first, last }, source: [] } : { cue: { first: verb, last }, source: [name] };
}

function verbAndName(words: Words, { first, last }: Window): Speech | undefined {
  const name = { first: first + 1, last };
  if (name.first >= last || HEARD.has(words.word[first]!) || !isVerb(words, first)) return undefined;
  return mayTell(words, name) || (SAYS.has(words.word[first]!) && isOneName(words, name))
    ? { cue: { first, last: first + 1 }, source: [name] }
    : undefined;
}

/** An odd word may be taken for any of these. */
const NAMES: readonly number[] = [NOUN, PROPN, ADJ, VERB];

const SAYS = hashes('says say said');

/** "says ex-general": one word after the verb can only be who says it. */
const isOneName = ({ part }: Words, { first, last }: Window): boolean =>
  last - first === 1 && NAMES.includes(part[first]!);

const isVerb = ({ value, word }: Words, at: number): boolean =>
  ((value[at]! & TRAIT.saying) !== 0 && (value[at]! & TRAIT.verb) !== 0) || VERDICTS.has(word[at]!);

/** A few words without a verb or a mark that end with a person, a body, or a name in capitals. */
export function mayTell(words: Words, { first, last }: Window): boolean {
  if (last - first > LONGEST_NAME || first >= last) return false;
  for (let at = first; at < last; at++) {
    if (words.quote[at] !== QUOTE.outside || words.shape[at]! >= SHAPE.comma) return false;
    if (words.part[at] === AUX || words.part[at] === ADP || words.shape[at] === SHAPE.number) return false;
  }
  const head = last - 1;
  return (
    (words.value[head]! & (TRAIT.person | TRAIT.group)) !== 0 ||
    TELLERS.has(words.word[head]!) ||
    HEARERS.has(words.word[head]!) ||
    (last - first > 1 && words.value[head] === 0 && words.shape[head] === SHAPE.capitalised)
  );
}

/** "State media say raid kills nine": what a headline says goes on to its end, whatever its verbs were taken for. */
export const withWholeHeadlines = (reading: Reading, words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft) => {
    const { cue, content } = draft;
    const [said] = content;
    if (!cue || content.length > 1 || said!.first !== cue.last) return draft;
    const { last, block } = reading.sentences[words.sentence[cue.first]!]!;
    if (reading.blocks[block]!.kind !== 'headline' || said!.last >= last) return draft;
    for (let at = said!.first; at < last; at++)
      if (words.shape[at]! >= SHAPE.comma || words.quote[at] !== QUOTE.outside || isVerb(words, at))
        return draft;
    return { ...draft, content: [{ first: said!.first, last }] };
  });
