// Words quoted inside somebody's quoted words, with a verb and a name beside them: “He said, ‘Sign it.’”
import type { Draft } from '../draft.js';
import { PRON } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { tokenAt } from '../tokens.js';
import type { Window } from '../window.js';
import { SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { isSaying, subjectOf, verbGroup } from './saying.js';
import { trimmed } from './spoken.js';

const REACH = 9;
const LEAST = 2;

export function innerSpeech(reading: Reading, words: Words, confidence: number): Draft[] {
  const drafts: Draft[] = [];
  for (const quotation of reading.quotations) {
    if (quotation.depth !== 1 || !quotation.closed) continue;
    const mark = tokenAt(reading.tokens, quotation.start);
    const inner = trimmed(words, { first: mark + 1, last: tokenAt(reading.tokens, quotation.inner.end) });
    if (inner.last - inner.first < LEAST) continue;
    const speech = speechBefore(reading, words, mark);
    if (speech) drafts.push({ ...speech, content: [inner], confidence });
  }
  return drafts;
}

/** The nearest verb of saying before the mark, with at most a hearer and a comma or colon between. */
function speechBefore(
  reading: Reading,
  words: Words,
  mark: number,
): { cue: Window; source: readonly Window[] } | undefined {
  const first = reading.sentences[words.sentence[mark]!]?.first ?? mark;
  const outer = words.quotation[mark]!;
  for (let at = mark - 1; at >= first && mark - at <= REACH && words.quotation[at] === outer; at--) {
    if (words.shape[at] === SHAPE.stop) return undefined;
    if (!isSaying(words, at)) continue;
    const hearer = phraseFrom(words, at + 1, mark);
    const rest = hearer?.last ?? at + 1;
    const isNear = mark - rest <= 1 && (rest === mark || words.shape[rest]! >= SHAPE.comma);
    if (!isNear && words.part[at + 1] !== PRON) return undefined;
    const cue = verbGroup(words, at, first);
    const source = subjectOf(words, cue.first, first);
    return source && { cue, source: [source] };
  }
  return undefined;
}
