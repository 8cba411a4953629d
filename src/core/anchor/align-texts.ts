// Which word of the newer version each word of the older one became. Sentences that can only be each other come
// first, wherever they stand; what lies between them is paired word for word by its place among them.
import { type Alignment, link } from './alignment.js';
import { anchorSentences } from './anchors.js';
import { fitOfForms } from './fit.js';
import { markMoved } from './moves.js';
import { pairWords } from './pair-words.js';
import { pairSentences } from './pairs.js';
import { findSentences } from './sentences.js';
import { followSwaps } from './swaps.js';
import { emptyLexicon, type Lexicon, tokenise } from './tokens.js';
import { type Reading, weighForms } from './weights.js';

/** Above 1, so that the words of a pattern many sentences share do not outweigh the ones that fill it. */
const TELLING = 1.5;

export function alignTexts(olderText: string, newerText: string): Alignment {
  const lexicon = emptyLexicon();
  const older = read(olderText, lexicon);
  const newer = read(newerText, lexicon);
  const nats = weighForms(lexicon, older, newer);
  const weights = nats.map((each) => each ** TELLING);
  const became = new Int32Array(older.tokens.count).fill(-1);
  const sure = new Float64Array(older.tokens.count);
  const was = new Int32Array(newer.tokens.count).fill(-1);
  const moved = new Uint8Array(older.tokens.count);
  const alignment = { lexicon, weights, older, newer, became, sure, was, moved };
  if (isSameText(older, newer)) {
    for (let at = 0; at < became.length; at++) link(alignment, at, at, 1);
    return alignment;
  }
  const first = anchorSentences(pairSentences(older, newer, nats), []);
  const second = anchorSentences(pairSentences(older, newer, nats, first), first);
  pairWords(alignment, second, fitOfForms(lexicon, nats));
  followSwaps(alignment);
  markMoved(alignment);
  return alignment;
}

function read(text: string, lexicon: Lexicon): Reading {
  const tokens = tokenise(text, lexicon);
  return { tokens, sentences: findSentences(tokens, lexicon) };
}

function isSameText(older: Reading, newer: Reading): boolean {
  return (
    older.tokens.count === newer.tokens.count &&
    older.tokens.ids.every((id, at) => id === newer.tokens.ids[at])
  );
}
