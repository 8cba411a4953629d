// The difference between two versions, word for word and in reading order, for showing in context. It follows the
// same alignment as the statements, so the page and the placements never disagree.
import type { Span } from '../span.js';
import { alignTexts } from './align-texts.js';
import type { Alignment } from './alignment.js';
import type { Tokens } from './tokens.js';

/**
 * A stretch of text. `kept` and `moved` have both spans; `moved` stands where the words are now. `removed` and
 * `moved_away` have `older` only, and stand where the words were; `added` has `newer` only.
 */
export interface Change {
  readonly kind: 'kept' | 'moved' | 'moved_away' | 'removed' | 'added';
  readonly older: Span | null;
  readonly newer: Span | null;
}

/**
 * The `newer` spans of `kept`, `moved` and `added`, in order, are the whole newer text; the `older` spans of `kept`,
 * `moved_away` and `removed` the whole older one. Words are the same under other typography and white space, so the
 * two spans of a `kept` stretch may differ in that. Time is bounded for any input: a stretch too long to be weighed
 * shows as removed and added.
 */
export function compareTexts(olderText: string, newerText: string): Change[] {
  const alignment = alignTexts(olderText, newerText);
  const { older, newer } = alignment;
  const changes = joinSteps(older.tokens, newer.tokens, removedFirst(walk(alignment)));
  if (older.tokens.count === 0 && olderText !== '')
    changes.unshift({ kind: 'removed', older: { start: 0, end: olderText.length }, newer: null });
  if (newer.tokens.count === 0 && newerText !== '')
    changes.push({ kind: 'added', older: null, newer: { start: 0, end: newerText.length } });
  return changes;
}

interface Step {
  readonly kind: Change['kind'];
  readonly older: number;
  readonly newer: number;
}

/** Tokens in reading order of the newer text; what left the older one stands after what it followed there. */
function walk(alignment: Alignment): Step[] {
  const { older, newer, became, was, moved } = alignment;
  const steps: Step[] = [];
  const same = (at: number): boolean =>
    became[at]! >= 0 && older.tokens.ids[at] === newer.tokens.ids[became[at]!];
  let next = 0;
  const leaveUntil = (end: number): void => {
    for (; next < end; next++)
      steps.push({ kind: same(next) ? 'moved_away' : 'removed', older: next, newer: -1 });
  };
  for (let at = 0; at < newer.tokens.count; at++) {
    const from = was[at]!;
    if (from < 0 || !same(from)) steps.push({ kind: 'added', older: -1, newer: at });
    else if (moved[from] === 1 || from < next) steps.push({ kind: 'moved', older: from, newer: at });
    else {
      leaveUntil(from);
      steps.push({ kind: 'kept', older: from, newer: at });
      next = from + 1;
    }
  }
  leaveUntil(older.tokens.count);
  return steps;
}

/** Between two kept words, first what went and then what came. */
function removedFirst(steps: readonly Step[]): Step[] {
  const sorted: Step[] = [];
  let came: Step[] = [];
  for (const step of steps) {
    if (step.kind === 'added' || step.kind === 'moved') came.push(step);
    else {
      if (step.kind === 'kept') {
        for (const each of came) sorted.push(each);
        came = [];
      }
      sorted.push(step);
    }
  }
  for (const each of came) sorted.push(each);
  return sorted;
}

/** Steps of one kind, one after another in the texts they count in, are one stretch. */
function joinSteps(older: Tokens, newer: Tokens, steps: readonly Step[]): Change[] {
  const changes: Change[] = [];
  let first = 0;
  for (let at = 1; at <= steps.length; at++) {
    const last = steps[at - 1]!;
    const step = steps[at];
    const continues =
      step !== undefined &&
      step.kind === last.kind &&
      (step.older < 0 || step.older === last.older + 1) &&
      (step.newer < 0 || step.newer === last.newer + 1);
    if (continues) continue;
    changes.push({
      kind: last.kind,
      older: stretch(older, steps[first]!.older, last.older),
      newer: stretch(newer, steps[first]!.newer, last.newer),
    });
    first = at;
  }
  return changes;
}

/** White space goes with the word before it, that at the beginning of a text with the first word. */
function stretch(tokens: Tokens, first: number, last: number): Span | null {
  if (first < 0) return null;
  return {
    start: first === 0 ? 0 : tokens.starts[first]!,
    end: last + 1 < tokens.count ? tokens.starts[last + 1]! : tokens.text.length,
  };
}
