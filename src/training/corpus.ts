// Reads an attribution corpus in JSON lines: {"id","text","attributions":[{source,cue,content}]}, offsets in UTF-16.
import { readFileSync } from 'node:fs';
import type { ArticleText, Block } from '../core/article.js';

export type Spans = readonly (readonly [number, number])[];

export interface GoldAttribution {
  readonly source: Spans | null;
  readonly cue: Spans;
  readonly content: Spans;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  /** How often it is looked at in training, once unless told. */
  readonly looks?: number;
}

export function readCorpus(file: string): GoldDocument[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldDocument);
}

/** Every line a paragraph: corpora come without blocks. */
export function articleOf(text: string): ArticleText {
  const blocks: Block[] = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map((line) => ({
    kind: 'paragraph',
    setAside: false,
    start: line.index,
    end: line.index + line[0].length,
  }));
  return { text, blocks, publishedOn: null, publisher: null };
}
