// Proves one article's record offline: the text, what was extracted from it, and its log.
import { digestOf, sha256 } from './digest.js';
import type { Event } from './event.js';
import { type Head, verifyChain } from './log.js';
import type { Statement, StoredArticle } from './store.js';

/** Binds what was extracted into the log, so that a row changed behind its back is found. */
export const statementsDigest = (statements: readonly Statement[]): string =>
  digestOf(
    'statements',
    [...statements].sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1)),
  );

export interface ArticleRecord {
  readonly article: StoredArticle;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  /** Heads printed in reports: the log must still contain them. */
  readonly printed: readonly Head[];
}

/** The first thing wrong, in a sentence, or null. */
export function verifyArticle({ article, statements, events, printed }: ArticleRecord): string | null {
  const fault = verifyChain(article.id, events, printed);
  if (fault) return `At event ${fault.seq}: ${fault.message}.`;
  const first = events[0];
  if (first?.kind !== 'imported') return 'The log does not begin with the import.';
  if (sha256(article.text) !== first.payload.textSha256) return 'The text is not the one that was imported.';
  if (article.sourceSha256 !== first.payload.sourceSha256)
    return 'The original is not the one that was imported.';
  const extracted = statements.filter((statement) => statement.origin === 'extracted');
  if (statementsDigest(extracted) !== first.payload.statementsDigest)
    return 'The statements are not the ones that were extracted at import.';
  return null;
}
