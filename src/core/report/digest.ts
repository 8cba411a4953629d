// The digest of a report: of the whole of it as canonical JSON, taken statement by statement, so that it need not be held
// at once.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../digest.js';
import type { Report, ReportArticle, ReportStatement, WholeReport } from './model.js';

export interface ArticleHash {
  statement(statement: ReportStatement): void;
  close(): void;
}

/** The same as `digestOf('report', …)` of the report without its digest: of its members "articles" comes first. */
export function reportHash() {
  const hash = createHash('sha256').update('whosaid:report:1\n{"articles":[');
  let separator = '';
  const next = (): void => {
    hash.update(separator);
    separator = ',';
  };
  return {
    /** A whole article, of whatever shape: it may come from a file somebody altered. */
    add(article: unknown): void {
      next();
      hash.update(canonicalJson(article));
    },
    /** An article whose statements follow one by one. */
    open(article: Omit<ReportArticle, 'statements'>): ArticleHash {
      next();
      // Canonical JSON sorts its members, so some of the article's come before its statements and some after.
      const members = Object.entries(article);
      const before = canonicalJson(Object.fromEntries(members.filter(([name]) => name < 'statements')));
      const after = canonicalJson(Object.fromEntries(members.filter(([name]) => name > 'statements')));
      hash.update(`${before.slice(0, -1)},"statements":[`);
      let isFirst = true;
      return {
        statement(statement) {
          hash.update(`${isFirst ? '' : ','}${canonicalJson(statement)}`);
          isFirst = false;
        },
        close: () => void hash.update(`],${after.slice(1)}`),
      };
    },
    finish: (head: Omit<Report, 'articles' | 'digest'>): string =>
      hash.update(`],${canonicalJson(head).slice(1)}`).digest('hex'),
  };
}

/** Of the report without its own digest. */
export function reportDigest(report: Omit<WholeReport, 'digest'>): string {
  const { digest: _, articles, ...head } = report as WholeReport;
  const hash = reportHash();
  for (const article of articles) hash.add(article);
  return hash.finish(head);
}
