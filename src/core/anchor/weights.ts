// How much a word tells: little where every sentence has it, much where one has. In a casualty list the name and the
// age tell the lines apart, and the rest of the line tells nothing.
import type { Sentences } from './sentences.js';
import type { Lexicon, Tokens } from './tokens.js';

/** A version ready to be aligned. */
export interface Reading {
  readonly tokens: Tokens;
  readonly sentences: Sentences;
}

const MARK_WEIGHT = 0.15;

/** The weight of each form, in nats: ln(1 + sentences / sentences that hold it). */
export function weighForms(lexicon: Lexicon, older: Reading, newer: Reading): Float64Array {
  const holding = new Float64Array(lexicon.forms.length);
  for (const reading of [older, newer]) {
    const lastSeen = new Int32Array(lexicon.forms.length).fill(-1);
    for (let at = 0; at < reading.tokens.count; at++) {
      const id = reading.tokens.ids[at]!;
      const sentence = reading.sentences.of[at]!;
      if (lastSeen[id] !== sentence) holding[id] = holding[id]! + 1;
      lastSeen[id] = sentence;
    }
  }
  const all = older.sentences.count + newer.sentences.count;
  return holding.map((count, id) =>
    lexicon.isWord[id] === 1 ? Math.log(1 + all / Math.max(1, count)) : MARK_WEIGHT,
  );
}
