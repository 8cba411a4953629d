// Texts for tests with their attribution marked: [source], <cue>, {content}. One attribution a text.
import type { ArticleText } from '../../../src/core/article.js';
import { findBlocks } from '../../../src/core/blocks/find-blocks.js';
import { type Reading, readArticle } from '../../../src/core/extract/reading.js';
import type { Span } from '../../../src/core/span.js';
import type { Attribution } from '../../../src/core/statement.js';

const CLOSES: Record<string, 'source' | 'cue' | 'content'> = { ']': 'source', '>': 'cue', '}': 'content' };

export interface Marked {
  readonly article: ArticleText;
  readonly reading: Reading;
  readonly attributions: readonly Attribution[];
}

export function readMarked(marked: string): Marked {
  const found: Record<'source' | 'cue' | 'content', Span[]> = { source: [], cue: [], content: [] };
  const opened: number[] = [];
  let text = '';
  for (const character of marked) {
    if ('[<{'.includes(character)) opened.push(text.length);
    else if (character in CLOSES) found[CLOSES[character]!].push({ start: opened.pop()!, end: text.length });
    else text += character;
  }
  const article = { text, blocks: findBlocks(text), publishedOn: null, publisher: null };
  const some = found.source.length + found.cue.length + found.content.length > 0;
  return { article, reading: readArticle(article), attributions: some ? [{ ...found, confidence: 1 }] : [] };
}
