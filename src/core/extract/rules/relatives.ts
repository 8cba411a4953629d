// ", which he said was carrying flour,", ", who police say were armed,": what is said of a thing just named, in a clause of its
// own between commas.
import type { Draft } from '../draft.js';
import { ADV, AUX, VERB } from '../parts-of-speech.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastAdverbs, phraseFrom } from './noun-phrase.js';
import { hashes, ING, isSaying, isSayingAfterName, isSomebody } from './saying.js';
import { trimmed } from './spoken.js';

const RELATIVES = hashes('which who');
const FARTHEST = 40;

/** The clause whose relative word stands at `at`. */
export function saidOfIt(words: Words, at: number, last: number, confidence: number): Draft | undefined {
  if (!RELATIVES.has(words.word[at]!) || words.shape[at - 1] !== SHAPE.comma) return undefined;
  const source = phraseFrom(words, at + 1, last);
  if (!source || source.first !== at + 1 || !isSomebody(words, source)) return undefined;
  const verb = pastHelpers(words, source.last, last);
  if (!isSaying(words, verb) && !isSayingAfterName(words, verb, at)) return undefined;
  const mark = words.quote[verb + 1] === QUOTE.opening ? 1 : 0;
  const next = pastAdverbs(words, verb + 1 + mark, last);
  const isClause = words.part[next] === AUX || (words.part[next] === VERB && words.suffix[next] !== ING);
  if (!isClause) return undefined;
  const said = trimmed(words, { first: verb + 1, last: endOfClause(words, next, last) });
  const relative = { first: at, last: at + 1 };
  return {
    cue: { first: source.last, last: verb + 1 },
    source: [source],
    content: [relative, said],
    confidence,
  };
}

function pastHelpers({ part }: Words, first: number, last: number): number {
  let at = first;
  while (at < last - 1 && (part[at] === AUX || part[at] === ADV)) at++;
  return at;
}

/** The comma that ends the clause, or the end of the sentence. */
function endOfClause({ shape, quote }: Words, first: number, last: number): number {
  for (let at = first + 1; at < Math.min(last, first + FARTHEST); at++) {
    const isMark = shape[at] === SHAPE.comma || shape[at]! > SHAPE.comma;
    if (isMark && quote[at] === QUOTE.outside) return at;
    if (shape[at] === SHAPE.comma && quote[at + 1] === QUOTE.closing) return at + 2;
  }
  return last;
}
