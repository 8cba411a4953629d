// Findings of others, whichever of the forms they come in: told by what is in the file, never by its name.
import { z } from 'zod';
import { invalid } from '../core/errors.js';
import { readWebAnnotations } from './interchange-annotations.js';
import { readClaimReviews } from './interchange-claimreview.js';
import { readJson } from './interchange-json.js';
import { readWhosaidReport, statementsOfReport } from './interchange-report.js';
import type { ForeignStatement } from './interchange-statement.js';

export const FINDING_FORMS = {
  report: 'Whosaid report',
  annotations: 'Web Annotation',
  claims: 'ClaimReview',
} as const;
export type FindingForm = keyof typeof FINDING_FORMS;

export interface ForeignFindings {
  readonly form: FindingForm;
  readonly statements: readonly ForeignStatement[];
}

/** `textSha256` is of our article: of a report on several, only the statements on that very text are taken. */
export function readFindings(bytes: Uint8Array, textSha256: string): ForeignFindings {
  const json = decoded(bytes);
  const value = readJson<unknown>(json, z.unknown(), 'file of findings');
  if ((value as { format?: unknown } | null)?.format === 'whosaid-report') {
    const report = readWhosaidReport(json);
    const same = report.articles.filter((article) => article.textSha256 === textSha256);
    const articles = same.length > 0 ? same : report.articles;
    return { form: 'report', statements: statementsOfReport({ ...report, articles }) };
  }
  if (/"(?:oa:)?Annotation(?:Page|Collection)?"/.test(json))
    return { form: 'annotations', statements: readWebAnnotations(json) };
  if (/Claim(?:Review)?"/.test(json)) return { form: 'claims', statements: readClaimReviews(json) };
  throw invalid(
    'This holds no findings we know. Give a Whosaid report in JSON, a Web Annotation collection, or ClaimReview in JSON-LD.',
    'file',
  );
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('This is not JSON in UTF-8. Save it again as UTF-8.', 'file');
  }
}
