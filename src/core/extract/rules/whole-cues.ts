// Where a cue was cut within its verb: "categorically | rejects reports", "described | as a hole in the budget".
import type { Draft } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import { ADV, VERB } from '../parts-of-speech.js';
import { overlapping, type Window } from '../window.js';
import { QUOTE, type Words } from '../words.js';
import { hashes, ING } from './saying.js';

const [AS] = [...hashes('as')];
const DESCRIBING = hashes(
  'described describes describe termed dubbed labelled labeled characterised characterized',
);
const LEAST_LEFT = 2;

export function withWholeCues(words: Words, drafts: readonly Draft[]): Draft[] {
  let index: DraftIndex | undefined;
  return drafts.flatMap((draft) => {
    const whole = wholeCue(words, draft);
    if (!whole) return [draft];
    index ??= indexDrafts(drafts);
    // One verb says one thing.
    const isAnothers = index.near(whole).some((key) => {
      const { cue } = drafts[key]!;
      return drafts[key] !== draft && cue !== null && overlapping(cue, whole);
    });
    const [said, ...rest] = draft.content;
    return isAnothers
      ? []
      : [{ ...draft, cue: whole, content: [{ first: whole.last, last: said!.last }, ...rest] }];
  });
}

function wholeCue(words: Words, { cue, content: [said] }: Draft): Window | undefined {
  if (!cue || said!.first !== cue.last || said!.last - said!.first < LEAST_LEFT) return undefined;
  const next = said!.first;
  return words.quote[next] === QUOTE.outside && (isItsVerb(words, next) || isAs(words, next))
    ? { first: cue.first, last: next + 1 }
    : undefined;
}

/** An adverb alone says nothing: the verb after it does. */
const isItsVerb = ({ part, suffix }: Words, at: number): boolean =>
  part[at - 1] === ADV && part[at] === VERB && suffix[at] !== ING;

/** "what she described as theft": what is described stands elsewhere. */
const isAs = ({ word }: Words, at: number): boolean => word[at] === AS && DESCRIBING.has(word[at - 1]!);
