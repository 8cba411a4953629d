// The digest of a report: of the whole of it as canonical JSON, taken article by article, so that it need not be held at once.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../digest.js';
import type { Report, ReportArticle } from './model.js';

/** The same as `digestOf('report', …)` of the report without its digest: of its members "articles" comes first. */
export function reportHash() {
  const hash = createHash('sha256').update('whosaid:report:1\n{"articles":[');
  let isFirst = true;
  return {
    add(article: ReportArticle): void {
      hash.update(`${isFirst ? '' : ','}${canonicalJson(article)}`);
      isFirst = false;
    },
    finish: (head: Omit<Report, 'articles' | 'digest'>): string =>
      hash.update(`],${canonicalJson(head).slice(1)}`).digest('hex'),
  };
}

/** Of the report without its own digest. */
export function reportDigest(report: Omit<Report, 'digest'>): string {
  const { digest: _, articles, ...head } = report as Report;
  const hash = reportHash();
  for (const article of articles) hash.add(article);
  return hash.finish(head);
}
