// Where sentences begin, for aligning two versions: what matters is that the same words break at the same places,
// so abbreviations need no dictionary here.
import type { Lexicon, Tokens } from './tokens.js';

export interface Sentences {
  readonly count: number;
  /** First token of each sentence, and one past the last token of the text at the end. */
  readonly first: Int32Array;
  /** The sentence each token stands in. */
  readonly of: Int32Array;
}

/** A stretch without a full stop is broken here all the same, so that no sentence costs more than this. */
const LONGEST = 150;
const CLOSING = new Set(['"', "'", ')', ']', '.', '!', '?']);
const ENDING = new Set(['.', '!', '?', '。', '！', '？', '…']);
const OPENS_SENTENCE = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'([-]/u;
const MAYBE_TITLE = /^\p{Lu}\p{Ll}{0,2}$/u;

export function findSentences(tokens: Tokens, lexicon: Lexicon): Sentences {
  const first: number[] = [];
  const of = new Int32Array(tokens.count);
  for (let at = 0; at < tokens.count; at++) {
    if (at === 0 || at - first.at(-1)! >= LONGEST || breaksBefore(tokens, lexicon, at)) first.push(at);
    of[at] = first.length - 1;
  }
  return { count: first.length, first: Int32Array.from([...first, tokens.count]), of };
}

function breaksBefore(tokens: Tokens, lexicon: Lexicon, at: number): boolean {
  const gapStart = tokens.ends[at - 1]!;
  const gapEnd = tokens.starts[at]!;
  if (gapStart === gapEnd) return false;
  const gap = tokens.text.slice(gapStart, Math.min(gapEnd, gapStart + 200));
  if (gap.includes('\n')) return true;
  const form = (index: number): string => lexicon.forms[tokens.ids[index]!] ?? '';
  if (!OPENS_SENTENCE.test(form(at))) return false;
  let end = at - 1;
  for (let steps = 0; steps < 4 && end > 0 && CLOSING.has(form(end)) && !ENDING.has(form(end)); steps++)
    end--;
  if (!ENDING.has(form(end))) return false;
  return !(end === at - 1 && end > 0 && form(end) === '.' && MAYBE_TITLE.test(form(end - 1)));
}
