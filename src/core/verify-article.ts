// Proves one article's record offline: the text, what was extracted from it, and its log.
import { canonicalJson, digestOf, digestOfList, sha256 } from './digest.js';
import type { Event } from './event.js';
import { type Head, verifyChain } from './log.js';
import type { ExtractedStatement } from './statement.js';
import type { Statement, StoredArticle } from './store.js';

/** Binds all that is kept about an article besides its text: whose it is, of which day, and what each stretch is. */
export const articleDigest = ({ text: _text, ...kept }: StoredArticle): string => digestOf('article', kept);

/** Binds what was extracted into the log, so that a row changed behind its back is found. */
export const statementsDigest = (statements: readonly Statement[]): string =>
  digestOfStatements(inDigestOrder(statements).map(canonicalJson));

export const inDigestOrder = (statements: readonly Statement[]): readonly Statement[] =>
  [...statements].sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));

/** Of statements in that order, each as canonical JSON. */
export const digestOfStatements = (written: readonly string[]): string => digestOfList('statements', written);

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
  if (articleDigest(article) !== first.payload.articleDigest)
    return 'What is kept about the article is not what was imported.';
  const extracted = statements.filter((statement) => statement.origin === 'extracted');
  if (statementsDigest(extracted) !== first.payload.statementsDigest)
    return 'The statements are not the ones that were extracted at import.';
  const added = statements.filter((statement) => statement.origin === 'added');
  if (!added.every((statement) => isInLog(statement, events)))
    return 'A statement was added that is not in the log as it stands.';
  return null;
}

function isInLog(statement: Statement, events: readonly Event[]): boolean {
  const logged = events.map((event) =>
    event.statementId === statement.id && (event.kind === 'statement_added' || event.kind === 'carried_over')
      ? event.payload.statement
      : undefined,
  );
  const kept = canonicalJson(extractedOf(statement));
  return logged.some((each) => each !== undefined && canonicalJson(each) === kept);
}

/** What a statement says without what the desk knows of its row. */
export const extractedOf = (statement: ExtractedStatement): ExtractedStatement => ({
  kind: statement.kind,
  content: statement.content,
  cue: statement.cue,
  source: statement.source,
  speaker: statement.speaker,
  via: statement.via,
  channel: statement.channel,
  saidOn: statement.saidOn,
  polarity: statement.polarity,
  checkable: statement.checkable,
  confidence: statement.confidence,
});
