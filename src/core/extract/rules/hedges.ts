// "The general has reportedly fled": the publisher passes on what somebody says, and names nobody.
import type { Draft } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import { ADV, AUX, DET, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastAdverbs, phraseBefore } from './noun-phrase.js';
import { hashes, isSaying, semicolonIn, subjectOf, verbGroup } from './saying.js';
import { trimmed } from './spoken.js';

const HEDGES = hashes('reportedly allegedly purportedly');
const SURE = 0.33;
const LEAST = 3;

/** The drafts, and what a hedge gives to nobody outside all of them. */
export function withHedges(reading: Reading, words: Words, drafts: readonly Draft[]): Draft[] {
  const found = [...drafts];
  let index: DraftIndex | undefined;
  for (const { first, last } of reading.sentences) {
    for (let at = first; at < last; at++) {
      if (!HEDGES.has(words.word[at]!) || words.quote[at] !== QUOTE.outside) continue;
      const content = hedged(words, at, first, semicolonIn(words, at, last));
      if (!content) continue;
      const extent = { first: content[0]!.first, last: content.at(-1)!.last };
      index ??= indexDrafts(drafts);
      const isTaken = index.near(extent).some((key) => meets(drafts[key]!, extent));
      if (!isTaken) found.push({ cue: { first: at, last: at + 1 }, source: [], content, confidence: SURE });
    }
  }
  return found;
}

/** The clause of the hedge: its subject and what follows, or all that follows where it opens the sentence. */
function hedged(words: Words, at: number, first: number, last: number): Window[] | undefined {
  if (at === first) {
    const rest = trimmed(words, { first: at + 1, last });
    return rest.last - rest.first >= LEAST ? [rest] : undefined;
  }
  const verb = verbAfter(words, at, last);
  if (verb < 0 || isSaying(words, verb) || words.part[at - 1] === DET) return undefined;
  const subject = subjectOf(words, verbGroup(words, verb, first).first, first);
  if (!subject || subject.last > at) return undefined;
  const before = trimmed(words, antecedent(words, subject, first) ?? { first: subject.first, last: at });
  const after = trimmed(words, { first: at + 1, last: closeOf(words, subject.first, at, last) });
  return after.last - after.first >= LEAST - 1 ? [before, after] : undefined;
}

function verbAfter(words: Words, at: number, last: number): number {
  let verb = pastAdverbs(words, at + 1, last);
  while (verb < last && (words.part[verb] === AUX || words.part[verb] === ADV)) verb++;
  return verb < last && words.part[verb] === VERB ? verb : -1;
}

const RELATIVES = hashes('who which that');

/** "The troops, who reportedly fled": it is said of the troops. */
function antecedent(words: Words, subject: Window, first: number): Window | undefined {
  if (!RELATIVES.has(words.word[subject.first]!)) return undefined;
  const end = words.shape[subject.first - 1] === SHAPE.comma ? subject.first - 1 : subject.first;
  return phraseBefore(words, end, first);
}

/** A relative clause between commas ends at the second. */
function closeOf(words: Words, subject: number, at: number, last: number): number {
  if (!RELATIVES.has(words.word[subject]!) || words.shape[subject - 1] !== SHAPE.comma) return last;
  for (let next = at + 2; next < last; next++) if (words.shape[next] === SHAPE.comma) return next;
  return last;
}

const meets = ({ cue, source, content }: Draft, extent: Window): boolean =>
  [...content, ...source, ...(cue ? [cue] : [])].some(
    ({ first, last }) => first < extent.last && extent.first < last,
  );
