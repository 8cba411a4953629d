// "The foreign minister tweets:" and, in a paragraph of its own and without marks, what was tweeted: all of it is the
// minister's.
import type { Draft } from '../draft.js';
import { indexDrafts } from '../draft-index.js';
import { AUX, PROPN, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import { blockTokens } from '../sentences.js';
import { overlapping, type Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { hashes, isSaying, isSayingAfterName, isSomebody, subjectOf, verbGroup } from './saying.js';
import { trimmed } from './spoken.js';

const SURE = 0.6;
const REACH = 24;
const POSTING = hashes('tweets tweeted posted posts writes wrote said says');

export function withNextBlocks(reading: Reading, words: Words, drafts: readonly Draft[]): Draft[] {
  const announced: Draft[] = [];
  reading.blocks.forEach((block, at) => {
    if (block.setAside || block.kind !== 'paragraph') return;
    const draft = announcedBy(reading, words, at);
    if (draft) announced.push(draft);
  });
  if (announced.length === 0) return [...drafts];
  const index = indexDrafts(drafts);
  const replaced = new Set<number>();
  for (const { cue } of announced)
    for (const key of index.near(cue!)) {
      const own = drafts[key]!.cue;
      if (own && overlapping(own, cue!)) replaced.add(key);
    }
  return [...drafts.filter((_, key) => !replaced.has(key)), ...announced];
}

function announcedBy(reading: Reading, words: Words, block: number): Draft | undefined {
  const { first, last } = blockTokens(reading, block);
  const colon = last - 1;
  if (colon <= first || words.shape[colon] !== SHAPE.colon || words.quote[colon] !== QUOTE.outside)
    return undefined;
  const content = said(reading, words, block + 1);
  const verb = verbBefore(words, colon, first);
  if (content.length === 0 || verb < 0) return undefined;
  const start = reading.sentences[words.sentence[verb]!]!.first;
  const cue = verbGroup(words, verb, start);
  const source = subjectOf(words, cue.first, start);
  if (!source || !isSomebody(words, source)) return undefined;
  return { cue, source: [source], content, confidence: SURE };
}

/** The paragraph; of a list, all its points. */
function said(reading: Reading, words: Words, from: number): Window[] {
  const found: Window[] = [];
  for (let block = from; block < reading.blocks.length && found.length < MOST_POINTS; block++) {
    const { kind, setAside } = reading.blocks[block]!;
    const range = blockTokens(reading, block);
    const isPoint = kind === 'list_item';
    if (setAside || !(isPoint || kind === 'paragraph') || (found.length > 0 && !isPoint)) break;
    const own = trimmed(words, range);
    if (own.first >= own.last || words.quote[range.first] !== QUOTE.outside) break;
    found.push(own);
    if (!isPoint) break;
  }
  return found;
}

const MOST_POINTS = 30;

/** The last verb of saying before the colon, with no other verb after it. */
function verbBefore(words: Words, colon: number, first: number): number {
  for (let at = colon - 1; at > first && colon - at < REACH; at--) {
    if (words.quote[at] !== QUOTE.outside) return -1;
    const says = isSaying(words, at) || isSayingAfterName(words, at, first);
    if (says || (POSTING.has(words.word[at]!) && words.part[at] !== PROPN)) return at;
    if (words.part[at] === VERB || words.part[at] === AUX) return -1;
  }
  return -1;
}
