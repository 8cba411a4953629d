// Words after a name and a colon: turns of a transcript, entries of a live blog; and quotations signed with a dash.

import type { Draft } from '../draft.js';
import { hashWord } from '../hash.js';
import { ADP, ADV, AUX, CCONJ, NOUN, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { blockTokens } from '../sentences.js';
import { tokenText } from '../tokens.js';
import type { Turns } from '../turns.js';
import type { Window } from '../window.js';
import { isMark, QUOTE, SHAPE, type Words } from '../words.js';
import { labelBefore, pastRecording } from './quoted-speech.js';
import { ING, isSaying } from './saying.js';
import { type Spoken, trimmed } from './spoken.js';

const CERTAIN = 0.9;
const LONGEST_LABEL = 24;
const LONGEST_SIGNATURE = 14;
const BY = hashWord('by', 0, 2);
const NO_NAME: ReadonlySet<number> = new Set([ADP, ADV, CCONJ, SCONJ]);

export function findLabelled(
  reading: Reading,
  words: Words,
  spoken: readonly Spoken[],
  turns: Turns,
): Draft[] {
  const drafts: Draft[] = [];
  reading.blocks.forEach((block, index) => {
    if (block.setAside || turns.interviewer.has(index)) return;
    const range = blockTokens(reading, index);
    if (range.first >= range.last) return;
    const draft = turns.all.has(index) ? turnOf(words, range) : entryOf(reading, words, range);
    if (draft) drafts.push(draft);
  });
  for (const one of spoken) {
    const draft = signedBy(reading, words, one);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function turnOf(words: Words, range: Window): Draft | undefined {
  const colon = colonIn(words, range);
  if (colon < 0) return undefined;
  const source = trimmed(words, { first: range.first, last: colon });
  const content = trimmed(words, { first: colon + 1, last: range.last });
  if (source.first >= source.last || content.first >= content.last) return undefined;
  return { cue: null, source: [source], content: [content], confidence: CERTAIN };
}

/** "06:40 Army spokeswoman Ann Lee: “words”", the quotation being the rest of the block. */
function entryOf(reading: Reading, words: Words, range: Window): Draft | undefined {
  const colon = colonIn(words, range);
  if (colon < 0 || words.quote[colon + 1] !== QUOTE.opening) return undefined;
  const quotation = reading.quotations[words.quotation[colon + 1]!]!;
  if (range.last - 1 > colon + 1 && reading.tokens.starts[range.last - 1]! >= quotation.end) return undefined;
  let first = range.first;
  while (first < colon && isTimeOrSign(reading, words, first)) first++;
  first = pastRecording(words, first);
  const source = trimmed(words, { first, last: commaBefore(words, first, colon) });
  if (source.first >= source.last || words.shape[source.first] === SHAPE.lower) return undefined;
  if (isClause(words, { first, last: colon }) || !mayOpenName(words, source.first)) return undefined;
  const content = trimmed(words, { first: colon + 1, last: range.last });
  if (content.first >= content.last) return undefined;
  const owned = labelBefore(reading, words, colon + 1, first);
  return { cue: null, source: [source], ...(owned?.cue && owned), content: [content], confidence: CERTAIN };
}

/** "Lee welcomed the plan: “words”": a label is a name, with no verb of its own but participles. */
function isClause(words: Words, { first, last }: Window): boolean {
  let isPastName = false;
  for (let at = first; at < last; at++) {
    if (words.shape[at] === SHAPE.comma) isPastName = true;
    if (words.shape[at] !== SHAPE.lower) continue;
    if (words.part[at] === AUX || (at === last - 1 && isSaying(words, at))) return true;
    if (words.part[at] !== VERB || words.suffix[at] === ING) continue;
    if (at + 2 >= last || !isParticiple(words, at, isPastName)) return true;
  }
  return false;
}

/** "Villagers displaced by floods:", "Ann Lee, in a note sent to the paper:", but not "Lee wrote on the wall:". */
const isParticiple = (words: Words, at: number, isPastName: boolean): boolean =>
  words.word[at + 1] === BY ||
  (words.part[at + 1] === ADP && isPastName && (words.part[at - 1] === NOUN || !isSaying(words, at)));

/** No name begins with "on", "then" or "but": "On Friday, Lee joined the march, saying: “words”" is no label. */
const mayOpenName = (words: Words, at: number): boolean => !NO_NAME.has(words.part[at]!);

function colonIn(words: Words, { first, last }: Window): number {
  const opens = words.quote[first] === QUOTE.opening;
  const quoted = opens ? QUOTE.inside : QUOTE.outside;
  for (let at = opens ? first + 1 : first; at < Math.min(last - 1, first + LONGEST_LABEL); at++) {
    if (words.shape[at] === SHAPE.colon) return at;
    if (words.shape[at] === SHAPE.stop || words.quote[at] !== quoted) return -1;
  }
  return -1;
}

const isTimeOrSign = (reading: Reading, words: Words, at: number): boolean =>
  isMark(words.shape[at]!) || /^\d{1,2}[:.]?\d{0,2}(?:am|pm)?$/i.test(tokenText(reading.tokens, at));

/** A label may go on after the name: "Ann Lee, in a message to reporters:". The name is what stands before the comma. */
function commaBefore(words: Words, first: number, colon: number): number {
  for (let at = first; at < colon; at++) if (words.shape[at] === SHAPE.comma) return at;
  return colon;
}

/** "“words” – Ann Lee, cook": a quotation that opens its line, a dash, and a name to the end of the line. */
function signedBy(
  reading: Reading,
  words: Words,
  { inner, quotation, sentences }: Spoken,
): Draft | undefined {
  const sentence = reading.sentences[words.sentence[inner.first]!];
  if (!sentence || !quotation.closed || inner.first - sentence.first > 1) return undefined;
  const dash = inner.last + 1;
  const end = reading.sentences[words.sentence[inner.last - 1]!]!.last;
  const last = sentences && dash < words.count ? nextLineEnd(reading, words, dash) : end;
  if (dash + 1 >= last || words.shape[dash] !== SHAPE.dash || last - dash > LONGEST_SIGNATURE)
    return undefined;
  let first = dash + 1;
  while (first < last && isMark(words.shape[first]!)) first++;
  if (first >= last || words.shape[first] === SHAPE.lower || words.shape[first] === SHAPE.number)
    return undefined;
  let stop = first;
  while (stop < last && words.shape[stop]! < SHAPE.comma) stop++;
  return {
    cue: null,
    source: [{ first, last: stop }],
    content: [trimmed(words, inner)],
    confidence: CERTAIN,
  };
}

const nextLineEnd = (reading: Reading, words: Words, at: number): number =>
  reading.sentences[words.sentence[at]!]?.last ?? at;
