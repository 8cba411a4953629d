// Content that runs into a quotation, or takes in the better part of one, takes in all of it, unless the cue stands within.
import { type Draft, joined } from '../draft.js';
import type { Window } from '../window.js';
import type { Words } from '../words.js';
import { type Spoken, trimmed } from './spoken.js';

const BETTER_PART = 0.5;
/** Content that begins with a quotation so short, and breaks off inside it, is all of it: “answers, and quickly”. */
const SHORT = 16;

export function completeQuotations(
  words: Words,
  spoken: readonly Spoken[],
  drafts: readonly Draft[],
): Draft[] {
  return drafts.map((draft) => {
    const content = draft.content.map((range) => completed(words, spoken, draft, range));
    return { ...draft, content: joined(content) };
  });
}

function completed(words: Words, spoken: readonly Spoken[], draft: Draft, range: Window): Window {
  let { first, last } = range;
  for (const { inner } of spoken.slice(firstReaching(spoken, first), firstReaching(spoken, last) + 1)) {
    const shared = Math.min(inner.last, last) - Math.max(inner.first, first);
    if (shared <= 0) continue;
    const whole = trimmed(words, inner);
    const runsInto = first < inner.first && last < inner.last;
    const breaksOff = first === whole.first && inner.last - inner.first <= SHORT;
    if (!runsInto && !breaksOff && shared < BETTER_PART * (inner.last - inner.first)) continue;
    if (draft.cue && draft.cue.first >= inner.first && draft.cue.first < inner.last) continue;
    first = Math.min(first, whole.first);
    last = Math.max(last, whole.last);
  }
  return { first, last };
}

/** Index of the first quotation that ends after token `at`. */
export function firstReaching(spoken: readonly Spoken[], at: number): number {
  let low = 0;
  let high = spoken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spoken[middle]!.inner.last <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
