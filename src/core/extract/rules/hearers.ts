// What stands between a verb of saying and "that" is no part of what was said: whom it was told to, what noun it was
// put in. And who is cited is the source of what is said, not said themselves.
import type { Draft } from '../draft.js';
import { ADP, AUX, SCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes, isSayingNoun, THAT } from './saying.js';

export const withoutHearers = (words: Words, drafts: readonly Draft[]): Draft[] =>
  drafts
    .filter((draft) => !isCitation(words, draft))
    .map((draft) => withIt(words, draft) ?? withoutPlace(words, draft) ?? withoutHearer(words, draft))
    .map((draft) => withoutCitation(words, draft));

const CITING = hashes('citing cites cited cite quoting quotes quoted relaying relays relayed echoing');

/** "citing a naval officer": a name or description and no verb follow. */
function isCitation(words: Words, { cue, content }: Draft): boolean {
  const object = content[0]!;
  if (isPassive(words, cue, content)) return true;
  if (!cue || cue.last - cue.first > 2 || !CITING.has(words.word[cue.last - 1]!)) return false;
  if (object.first < cue.last || object.first > cue.last + 1 || words.quotation[object.first]! >= 0)
    return false;
  const end = commaIn(words, object);
  return !holdsVerb(words, { first: object.first, last: end });
}

const CITED_LAST = hashes('citing quoting');
const LONGEST_CITATION = 24;

/** "reported that talks had failed, citing two people familiar with them": who told the paper is not what was said. */
function withoutCitation(words: Words, draft: Draft): Draft {
  const { cue, content } = draft;
  const range = content.at(-1)!;
  if (!cue || range.first < cue.last) return draft;
  for (let at = range.last - 2; at > Math.max(range.first + 1, range.last - LONGEST_CITATION); at--) {
    if (words.quote[at] !== QUOTE.outside) return draft;
    if (words.shape[at] === SHAPE.comma && CITED_LAST.has(words.word[at + 1]!))
      return { ...draft, content: [...content.slice(0, -1), { first: range.first, last: at }] };
  }
  return draft;
}

const BY = hashes('by');

/** "an aide to the minister quoted by the paper": the minister is not what was quoted. */
const isPassive = (words: Words, cue: Window | null, content: readonly Window[]): boolean =>
  cue !== null &&
  content.length === 1 &&
  content[0]!.last === cue.first &&
  CITING.has(words.word[cue.last - 1]!) &&
  BY.has(words.word[cue.last] ?? 0) &&
  words.quotation[content[0]!.first]! < 0 &&
  !holdsVerb(words, content[0]!);

function commaIn(words: Words, { first, last }: Window): number {
  let at = first;
  while (at < last && words.shape[at] !== SHAPE.comma) at++;
  return at;
}

function holdsVerb(words: Words, { first, last }: Window): boolean {
  for (let at = first; at < last; at++)
    if ((words.part[at] === VERB && words.shape[at] === SHAPE.lower) || words.part[at] === AUX) return true;
  return false;
}

const REACH = 14;
const TELLING = hashes(
  'told tells tell telling informed informs inform informing assured assures assure assuring warned warns warn warning ' +
    'reminded reminds remind notified notifies notify advised advises briefed promised promises convinced convinces ' +
    'persuaded said says stated confirmed confirms explained explains admitted admits complained complains',
);

const THROUGH = hashes('through via');

/** "denied through a spokesman that …": whom it came through. */
const through = (words: Words, at: number): boolean =>
  THROUGH.has(words.word[at]!) || THROUGH.has(words.word[at - 1] ?? 0);

/** Never a subject: "tells us the engine was on fire". */
const OBJECTS = hashes('me us him them');

const [IT] = [...hashes('it')];
const LONGEST_CLAUSE = 8;

/** "said it was vital that": that it was vital is said, too. */
function withIt(words: Words, draft: Draft): Draft | undefined {
  const { cue, content } = draft;
  const [first, ...rest] = content;
  if (!cue || words.word[cue.last] !== IT || words.word[first!.first] !== THAT) return undefined;
  const between = { first: cue.last, last: first!.first };
  const isNear = between.last > between.first && between.last - between.first <= LONGEST_CLAUSE;
  const next = words.part[cue.last + 1];
  return isNear && between.last - between.first > 1 && next !== ADP
    ? { ...draft, content: [{ first: cue.last, last: first!.last }, ...rest] }
    : undefined;
}

/** "told the Globe how": what was told begins there. */
const QUESTIONS = hashes('how why whether');
const VOWING = hashes(
  'vowed vows vow promised promises promise pledged pledges pledge threatened threatens threaten swore swears claimed claims claim',
);
const [TO] = [...hashes('to')];

/** "vowed on the trail to review it": where it was vowed is no part of it. */
function withoutPlace(words: Words, draft: Draft): Draft | undefined {
  const { cue, content } = draft;
  const [first, ...rest] = content;
  const at =
    words.part[first!.first] === ADP && words.word[first!.first] !== TO ? first!.first + 1 : first!.first;
  if (!cue || words.part[at - 1] !== ADP) return undefined;
  const verb = at - 2;
  if (!VOWING.has(words.word[verb]!) || verb < cue.first || verb > cue.last - 1) return undefined;
  const place = phraseFrom(words, at, first!.last - 2);
  const next = place ? place.last + 1 : 0;
  const isAct =
    words.part[next] === VERB || words.part[next] === AUX || words.shape[next] === SHAPE.quoteMark;
  return place && words.word[place.last] === TO && isAct
    ? {
        ...draft,
        cue: { first: cue.first, last: verb + 1 },
        content: [{ first: place.last, last: first!.last }, ...rest],
      }
    : undefined;
}

function withoutHearer(words: Words, draft: Draft): Draft {
  const { cue, content } = draft;
  const [first, ...rest] = content;
  if (!cue || first!.first < cue.last || first!.first > cue.last + 1) return draft;
  if (words.word[first!.first] === THAT || words.quote[first!.first] !== words.quote[cue.first]) return draft;
  if (
    OBJECTS.has(words.word[first!.first]!) &&
    TELLING.has(words.word[cue.last - 1]!) &&
    first!.last - first!.first > 2
  )
    return { ...draft, content: [{ first: first!.first + 1, last: first!.last }, ...rest] };
  const limit = Math.min(first!.last - 3, first!.first + REACH);
  let named = false;
  for (let at = first!.first; at < limit; at++) {
    if (words.shape[at] === SHAPE.comma || words.quote[at] === QUOTE.opening) return draft;
    if (words.word[at] === THAT) {
      const opens = words.part[at] === SCONJ && words.part[at + 1] !== VERB && words.part[at + 1] !== AUX;
      const told = TELLING.has(words.word[cue.last - 1]!) || through(words, first!.first);
      return opens && (told || named)
        ? { ...draft, content: [{ first: at, last: first!.last }, ...rest] }
        : draft;
    }
    if (QUESTIONS.has(words.word[at]!) && at > first!.first && TELLING.has(words.word[cue.last - 1]!))
      return { ...draft, content: [{ first: at, last: first!.last }, ...rest] };
    if (words.part[at] === AUX || (words.part[at] === VERB && words.shape[at] === SHAPE.lower)) return draft;
    named ||= isSayingNoun(words, at);
  }
  return draft;
}
