// The package: `import { extractStatements } from 'whosaid'`.
import type { ArticleText, Block, BlockKind } from './core/article.js';
import { findCredit } from './core/blocks/credit.js';
import { findBlocks } from './core/blocks/find-blocks.js';
import {
  type ExtractOptions,
  extractStatements as extractStatementsWith,
} from './core/extract-statements.js';
import type { ExtractedStatement } from './core/statement.js';
import { loadEngine } from './engine.js';
import { readDay } from './extract-line.js';

export {
  type Contract,
  type ContractAttribution,
  type ContractStatement,
  toContract,
} from './core/contract.js';
export { Refusal } from './core/errors.js';
export type { Engine, ExtractOptions } from './core/extract-statements.js';
export type { Span } from './core/span.js';
export type {
  Anonymity,
  Channel,
  ExtractedStatement,
  Kind,
  Polarity,
  Speaker,
  SpeakerType,
} from './core/statement.js';
export type { ArticleText, Block, BlockKind };
export { extractStatementsWith, findBlocks, findCredit, loadEngine };

export interface ArticleInput {
  /** The article as text. Offsets in the answer count its UTF-16 units. */
  readonly text: string;
  /** `YYYY-MM-DD`. Without it no weekday is resolved. */
  readonly publishedOn?: string | null;
  /** Whose voice narration is. Read from the credit line when not given. */
  readonly publisher?: string | null;
}

/**
 * Who said what in an article: each statement with its content, cue and source as spans of the text, its speaker
 * resolved, how and when it reached us, and how sure that is. Ordered by where the contents begin; narration, the
 * publisher's own voice, is among them.
 *
 * Reads the shipped model at the first call (some tens of milliseconds), then takes time linear in the text.
 * Throws a `Refusal` when `publishedOn` is no day. To hand the result on as JSON, see `toContract`; to supply blocks
 * or an engine of your own, see `extractStatementsWith`.
 */
export async function extractStatements(
  article: ArticleInput,
  options: ExtractOptions = {},
): Promise<ExtractedStatement[]> {
  const { text } = article;
  const publishedOn = readDay(article.publishedOn);
  const blocks = findBlocks(text);
  const publisher = article.publisher ?? findCredit(text, blocks);
  return extractStatementsWith({ text, blocks, publishedOn, publisher }, await loadEngine(), options);
}
