// A quotation with a verb and a name beside it: "“words,” verb name", "name verb: “words”", "“words,” name verb, “words”".
// What stands between quotation marks vouches for the verb, whatever the verb.
import type { Draft } from '../draft.js';
import { ADJ, ADP, AUX, CCONJ, DET, NOUN, PART, PRON, PROPN, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { tokenText } from '../tokens.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { POSSESSIVES, pastAdverbs, phraseBefore, phraseFrom } from './noun-phrase.js';
import {
  hashes,
  hasVerb,
  isReckoning,
  isSaying,
  isSayingAfterName,
  isVerbLike,
  mayBeVerb,
  subjectOf,
  TO_HEARERS,
  verbGroup,
} from './saying.js';
import { type Spoken, trimmed } from './spoken.js';

export interface Speech {
  readonly cue: Window;
  readonly source: readonly Window[];
}

/** A name and a colon vouch for themselves; so does what a possessive gives: "Ann Lee’s verdict:". */
type Label = Omit<Speech, 'cue'> & { readonly cue: Window | null };

const LEAST_QUOTED = 3;
/** "…, warned Ann Lee": of those whom one tells, these may do without a hearer. */
const WARNS = hashes('warned warns');

/** After a verb these are no subject: "denied it". */
const OBJECTS = hashes('it him them us me this that');

/** The statement that the quotation makes with what stands beside it; `next` is the quotation after it. */
export function besideQuotation(
  reading: Reading,
  words: Words,
  { inner, quotation }: Spoken,
  next: Spoken | undefined,
  confidence: number,
): Draft | undefined {
  const content = trimmed(words, inner);
  if (!quotation.closed || content.first >= content.last) return undefined;
  const own = reading.sentences[words.sentence[content.first]!]!;
  const isLong = content.last - content.first >= LEAST_QUOTED;
  const isParted = words.shape[inner.last - 1]! >= SHAPE.comma || words.shape[inner.last + 1] === SHAPE.comma;
  if (content.first - own.first <= 1 && (isLong || isParted)) {
    const first = inner.last + (words.shape[inner.last + 1] === SHAPE.comma ? 2 : 1);
    const end = endOfSaying(reading, words, inner, first);
    const speech = first < end ? speechFrom(words, first, end, isParted) : undefined;
    if (speech) return { ...speech, content: [content, ...resumed(words, speech, next, end)], confidence };
  }
  if (!isLong && words.shape[inner.first - 2] !== SHAPE.colon) return undefined;
  const speech =
    speechBefore(words, inner.first - 1, own.first) ??
    labelBefore(reading, words, inner.first - 1, own.first);
  return speech && { ...speech, content: [content], confidence };
}

/** Where the sentence ends that names the speaker: a mark that ends the quotation may have ended the sentence too. */
function endOfSaying(reading: Reading, words: Words, inner: Window, first: number): number {
  const own = reading.sentences[words.sentence[inner.last - 1]!]!;
  if (first < own.last) return own.last;
  const after = reading.sentences[words.sentence[first] ?? -1];
  return after && after.block === own.block && words.shape[first] === SHAPE.lower ? after.last : own.last;
}

const LONGEST_BREAK = 14;

/** "“Words,” she told the court, “and more words.”" */
function resumed(words: Words, { cue, source }: Speech, next: Spoken | undefined, end: number): Window[] {
  if (!next || next.inner.first >= end || !next.quotation.closed) return [];
  const last = Math.max(cue.last, source.at(-1)?.last ?? 0);
  const mark = next.inner.first - 1;
  const near = mark > last && mark - last <= LONGEST_BREAK;
  return near && words.shape[mark - 1] === SHAPE.comma ? [trimmed(words, next.inner)] : [];
}

/** A verb and a name, or a name and a verb, from `first` on. */
export function speechFrom(words: Words, first: number, last: number, anyVerb: boolean): Speech | undefined {
  const verb = verbAt(words, pastAdverbs(words, first, last), last, anyVerb);
  if (verb) {
    const from = pastAdverbs(words, verb.last, last);
    const source = phraseFrom(words, from, last);
    const isHearer =
      !anyVerb && TO_HEARERS.has(words.word[verb.last - 1]!) && !WARNS.has(words.word[verb.last - 1]!);
    const isClause = source && (words.part[source.last] === AUX || words.part[source.last] === VERB);
    const isObject = source && source.last - source.first === 1 && OBJECTS.has(words.word[source.first]!);
    const isSubject =
      source &&
      !isHearer &&
      !isObject &&
      !isClause &&
      (isSaying(words, verb.last - 1) || startsName(words, source.first));
    if (source && isSubject) return { cue: verb, source: [source] };
  }
  const phrase = phraseFrom(words, first, last);
  if (!phrase) return undefined;
  const source = withPlace(words, phrase, last);
  const cue = verbAt(words, pastAdverbs(words, source.last, last), last, anyVerb);
  if (cue) return { cue, source: [source] };
  return (
    nameAndVerb(words, source, first, anyVerb) ??
    afterAside(words, source, last) ??
    afterRelative(words, source, last)
  );
}

const [WHO] = [...hashes('who')];

/** "a man who asked not to be named told": the verb of saying after the one that "who" belongs to. */
function afterRelative(words: Words, name: Window, last: number): Speech | undefined {
  if (words.word[name.last] !== WHO) return undefined;
  const own = pastAdverbs(words, name.last + 1, last);
  if (words.part[own] !== VERB && words.part[own] !== AUX) return undefined;
  for (let at = own + 2; at < Math.min(last, name.last + LONGEST_ASIDE); at++) {
    if (words.shape[at]! >= SHAPE.comma || words.quote[at] !== QUOTE.outside) return undefined;
    const isHelped = words.part[at - 1] === AUX || words.part[at - 1] === PART;
    if (isSaying(words, at) && !isHelped)
      return { cue: { first: at, last: at + 1 }, source: [{ first: name.first, last: at }] };
  }
  return undefined;
}

/** "an engineer at the works", "the mayor of Lorn": where somebody belongs is a part of the name. */
function withPlace(words: Words, phrase: Window, last: number): Window {
  let end = phrase.last;
  for (let steps = 0; steps < 2 && words.part[end] === ADP; steps++) {
    const place = phraseFrom(words, end + 1, last);
    if (!place || words.part[place.first] === PRON) break;
    end = place.last;
  }
  return { first: phrase.first, last: end };
}

const startsName = (words: Words, at: number): boolean =>
  words.part[at] === DET ||
  words.part[at] === PROPN ||
  words.part[at] === PRON ||
  words.shape[at] !== SHAPE.lower;

/** "Ann Lee laughs", where the verb was taken for the end of the name. */
function nameAndVerb(words: Words, phrase: Window, first: number, anyVerb: boolean): Speech | undefined {
  const verb = phrase.last - 1;
  const isVerb = isSaying(words, verb) || isSayingAfterName(words, verb, first);
  if (!isVerb && !(anyVerb && mayBeVerb(words, verb))) return undefined;
  const name = phraseBefore(words, verb, first);
  return name && { cue: { first: verb, last: verb + 1 }, source: [name] };
}

const LONGEST_ASIDE = 24;

/** "the mayor, Ann Lee, said", "Ann Lee, whose twins go there, said". */
function afterAside(words: Words, name: Window, last: number): Speech | undefined {
  if (words.shape[name.last] !== SHAPE.comma) return undefined;
  for (let at = name.last + 2; at < Math.min(last, name.last + LONGEST_ASIDE); at++) {
    if (words.quote[at] !== QUOTE.outside || words.shape[at] === SHAPE.stop) return undefined;
    if (words.shape[at] !== SHAPE.comma) continue;
    const verb = verbAt(words, pastAdverbs(words, at + 1, last), last, false);
    if (verb) return { cue: verb, source: [{ first: name.first, last: at }] };
  }
  return undefined;
}

/** "was blunter" has been taken for a noun. */
const QUALITIES: readonly number[] = [ADJ, NOUN];
const REACH = 10;
const LONG_REACH = 26;

/** The same up to `mark`, where an opening quotation mark stands after a comma or colon. */
function speechBefore(words: Words, mark: number, first: number): Speech | undefined {
  const before = mark - 1;
  if (before <= first || words.quote[mark] !== QUOTE.opening) return undefined;
  const shape = words.shape[before]!;
  if (shape !== SHAPE.comma && shape !== SHAPE.colon) return undefined;
  if (
    shape === SHAPE.colon &&
    QUALITIES.includes(words.part[before - 1]!) &&
    words.part[before - 2] === AUX
  ) {
    // "Lee, who has seen it, was blunter:"
    const source = subjectOf(words, before - 2, first);
    if (source) return { cue: { first: before - 2, last: before }, source: [source] };
  }
  const reach = shape === SHAPE.colon ? LONG_REACH : REACH;
  let any = -1;
  for (let at = before - 1; at > first && before - at <= reach; at--) {
    if (words.shape[at]! > SHAPE.comma && words.shape[at] !== SHAPE.dash) break;
    if (words.shape[at] === SHAPE.comma && shape === SHAPE.comma) break;
    if (ACCOUNTS.has(words.word[at]!) && words.part[at - 1] !== PRON) continue;
    if (isSaying(words, at) || isSayingAfterName(words, at, first))
      return isInserted(words, at, first, shape) ? undefined : speechOf(words, at, first);
    if (any < 0 && before - at <= REACH && isVerbLike(words, at) && words.part[at] === VERB) any = at;
  }
  return any < 0 || shape === SHAPE.comma ? undefined : speechOf(words, any, first);
}

/** "on his X account:" says where. */
const ACCOUNTS = hashes('account accounts page feed post');

const RECORDED = hashes('clip audio soundbite sot tape actuality insert');

/** "CLIP, LEE: “words”": how it is heard stands before who speaks. */
export const pastRecording = ({ word, shape }: Words, at: number): number =>
  RECORDED.has(word[at]!) && shape[at + 1] === SHAPE.comma ? at + 2 : at;

/** "Ann Lee’s verdict: “words”", "Ann Lee at the harbour: “words”": no verb, only a name, and what it is a name of. */
export function labelBefore(reading: Reading, words: Words, mark: number, from: number): Label | undefined {
  const first = pastRecording(words, from);
  const colon = mark - 1;
  if (words.shape[colon] !== SHAPE.colon || words.quote[mark] !== QUOTE.opening) return undefined;
  const label = phraseFrom(words, first, colon);
  if (!label || label.first !== first) return undefined;
  if (words.shape[label.last] !== SHAPE.comma && hasVerb(words, { first: label.last, last: colon }))
    return undefined;
  const isPerson = (words.value[label.last - 1]! & (TRAIT.person | TRAIT.group)) !== 0;
  for (let at = isPerson ? -1 : label.last - 2; at >= first; at--) {
    if ((words.value[at]! & TRAIT.person) !== 0 && words.shape[at] === SHAPE.lower) break;
    const isOwner = POSSESSIVES.has(words.word[at]!) || /[’']s?$/.test(tokenText(reading.tokens, at));
    if (isOwner) return { cue: { first: at + 1, last: label.last }, source: [{ first, last: at + 1 }] };
  }
  const isName = words.part[label.last - 1] === PROPN || words.part[label.first] === DET;
  const end = words.shape[label.last] === SHAPE.comma ? label.last : colon;
  return isName && end - first <= REACH ? { cue: null, source: [{ first, last: end }] } : undefined;
}

/** "Words, they claimed, “words”": the quotation is not all that was said. */
function isInserted(words: Words, verb: number, first: number, shape: number): boolean {
  const source = shape === SHAPE.comma ? phraseBefore(words, verb, first) : undefined;
  return source !== undefined && source.first - first > 3 && words.shape[source.first - 1] === SHAPE.comma;
}

function speechOf(words: Words, verb: number, first: number): Speech | undefined {
  const cue = verbGroup(words, verb, first);
  const source = subjectOf(words, cue.first, first) ?? subjectAfter(words, verb, cue.first, first);
  return source && { cue, source: [source] };
}

/** "Drawing attention to the fall, Lee said": the phrase between the comma and the verb is the subject. */
function subjectAfter(words: Words, verb: number, group: number, first: number): Window | undefined {
  for (let at = group - 1; at > first && verb - at < REACH; at--) {
    if (words.shape[at] === SHAPE.comma || words.part[at] === CCONJ) return phraseFrom(words, at + 1, group);
  }
  return undefined;
}

const NO_VERBS: readonly number[] = [DET, PRON, ADP, CCONJ];

/** A finite verb at `at`, with the auxiliaries before it: one of saying, or any where a quotation vouches for it. */
function verbAt(words: Words, at: number, last: number, anyVerb: boolean): Window | undefined {
  let next = at;
  while (next < last && words.part[next] === AUX && next - at < 3) next++;
  if (next >= last || words.shape[next] !== SHAPE.lower) return undefined;
  const isUnknown = words.value[next] === 0 && !NO_VERBS.includes(words.part[next]!);
  const vouched = anyVerb && (words.part[next] === VERB || isUnknown || mayBeVerb(words, next));
  const says = isSaying(words, next) || isReckoning(words, next) || isSayingAfterName(words, next, next - 1);
  return vouched || says ? { first: at, last: next + 1 } : undefined;
}
