// A reading: an article's tokens, sentences and quotations, block by block. Blocks set aside are not read.
import type { ArticleText, Block } from '../article.js';
import { findQuotations, type Quotation } from './quotations.js';
import { type Sentence, splitSentences } from './sentences.js';
import { type Tokens, tokenAt, tokenize } from './tokens.js';

export interface Reading {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly tokens: Tokens;
  /** In text order; none in blocks set aside. */
  readonly sentences: readonly Sentence[];
  /** Outer before inner, in text order; none in blocks set aside. */
  readonly quotations: readonly Quotation[];
}

export function readArticle(article: ArticleText): Reading {
  const tokens = tokenize(article.text);
  const sentences: Sentence[] = [];
  const quotations: Quotation[] = [];
  article.blocks.forEach((block, index) => {
    if (block.setAside) return;
    const first = tokenAt(tokens, block.start);
    const last = tokenAt(tokens, block.end - 1);
    const end = last < tokens.count && tokens.starts[last]! < block.end ? last + 1 : last;
    for (const sentence of splitSentences(tokens, first, end, index)) sentences.push(sentence);
    for (const quotation of findQuotations(article.text, block.start, block.end, index))
      quotations.push(quotation);
  });
  return { text: article.text, blocks: article.blocks, tokens, sentences, quotations };
}
