// schema.org ClaimReview as JSON-LD, with the properties Google requires and recommends
// (https://developers.google.com/search/docs/appearance/structured-data/factcheck).
// A statement is a ClaimReview only once its rating is final; before that it is a plain Claim, and struck out it is nothing.
import type { Rating } from '../core/rating.js';
import type { Report, ReportArticle, ReportStatement } from '../core/report/model.js';
import { articleAddress, statementAddress, statementUrn } from './addresses.js';
import { type ExportOptions, textExporter } from './exporter.js';
import { linkable, scriptSafe } from './markup.js';

/**
 * How our ratings map. schema.org's numbers say how true a claim is, from 1 to 5; only ratings that settle that have one.
 *
 * | rating        | ratingValue | alternateName |
 * |---------------|-------------|---------------|
 * | verified      | 5           | Verified      |
 * | corroborated  | 4           | Corroborated  |
 * | misleading    | 2           | Misleading    |
 * | false         | 1           | False         |
 * | disputed      | none        | Disputed      |
 * | unverifiable  | none        | Unverifiable  |
 * | not_checkable | none        | Not checkable |
 */
export const RATING_VALUES: Readonly<Record<Exclude<Rating, 'unchecked'>, number | null>> = {
  verified: 5,
  corroborated: 4,
  disputed: null,
  misleading: 2,
  false: 1,
  unverifiable: null,
  not_checkable: null,
};

type Node = Readonly<Record<string, unknown>>;

export const claimreview = textExporter({
  label: 'ClaimReview (schema.org JSON-LD)',
  mediaType: 'application/ld+json; charset=utf-8',
  extension: 'claimreview.jsonld',
  sealed: true,
  *pieces(report, options = {}) {
    yield '{"@context":"https://schema.org","@graph":[';
    for (const node of claimNodes(report, options)) yield `\n${JSON.stringify(node)},`;
    yield `\n${JSON.stringify(reportNode(report, options))}`;
    yield ']}\n';
  },
});

/** For a page: the same as the text of a `<script type="application/ld+json">`, safe to stand inside it. */
export const embeddedClaims = (report: Report, options: ExportOptions = {}): string =>
  scriptSafe(
    JSON.stringify({ '@context': 'https://schema.org', '@graph': [...claimNodes(report, options)] }),
  );

function* claimNodes(report: Report, { site }: ExportOptions): Iterable<Node> {
  for (const article of report.articles)
    for (const statement of article.statements) {
      if (statement.struckOut) continue;
      yield statement.rating.final
        ? claimReview(report, article, statement, site)
        : claim(article, statement);
    }
}

/** The report these came from. Its description holds the file's seal: a member beside `@graph` would make that a named graph. */
const reportNode = (report: Report, { seal }: ExportOptions): Node =>
  compact({
    '@type': 'Report',
    '@id': `urn:whosaid:report:${report.digest}`,
    name: `Verification report: ${report.title}`,
    identifier: `sha256:${report.digest}`,
    description: seal,
  });

function claimReview(
  report: Report,
  article: ReportArticle,
  statement: ReportStatement,
  site: string | undefined,
): Node {
  const { rating } = statement;
  const address = statementAddress(site, article.id, statement.id);
  return compact({
    '@type': 'ClaimReview',
    '@id': `${statementUrn(statement.id)}:review`,
    url: address,
    claimReviewed: claimed(statement),
    author: { '@type': 'Organization', name: report.desk, ...(site && { url: site }) },
    datePublished: (rating.signedAt ?? rating.at)?.slice(0, 10),
    inLanguage: 'en',
    reviewRating: ratingNode(statement),
    reviewBody: rating.reason || undefined,
    itemReviewed: claim(article, statement),
    citation: statement.evidence.flatMap((item) => {
      const url = item.withdrawn ? null : linkable(item.url);
      return url ? [{ '@type': 'CreativeWork', name: item.title, url }] : [];
    }),
    correction: statement.corrections.map(({ at, what, why }) => ({
      '@type': 'CorrectionComment',
      text: `${what} ${why}`,
      datePublished: at.slice(0, 10),
    })),
  });
}

function ratingNode({ rating }: ReportStatement): Node {
  const name = rating.word.charAt(0).toUpperCase() + rating.word.slice(1);
  const value = rating.code === 'unchecked' ? null : RATING_VALUES[rating.code];
  return value === null
    ? { '@type': 'Rating', alternateName: name }
    : { '@type': 'Rating', alternateName: name, ratingValue: value, bestRating: 5, worstRating: 1 };
}

const claimed = ({ polarity, words }: ReportStatement): string =>
  polarity === 'denied' ? `Denied: ${words}` : words;

function claim(article: ReportArticle, statement: ReportStatement): Node {
  return compact({
    '@type': 'Claim',
    '@id': statementUrn(statement.id),
    text: claimed(statement),
    author: author(statement),
    datePublished: statement.saidOn ?? undefined,
    appearance: compact({
      '@type': 'Article',
      '@id': articleAddress(article),
      url: linkable(article.url) ?? undefined,
      headline: article.title,
      datePublished: article.publishedOn ?? undefined,
      publisher: article.publisher ? { '@type': 'Organization', name: article.publisher } : undefined,
      inLanguage: article.language,
    }),
  });
}

/** Whom the claim is ascribed to; nobody where the source is not named or the attribution is disputed. */
function author({ speaker, attribution }: ReportStatement): Node | undefined {
  if (attribution.status === 'disputed') return undefined;
  switch (speaker.type) {
    case 'anonymous':
      return undefined;
    case 'person':
      return compact({
        '@type': 'Person',
        name: speaker.name,
        jobTitle: speaker.role ?? undefined,
        affiliation: speaker.affiliation ? { '@type': 'Organization', name: speaker.affiliation } : undefined,
      });
    case 'organization':
    case 'group':
    case 'publisher':
      return { '@type': 'Organization', name: speaker.name };
    case 'document':
      // schema.org wants a person or a body; a document has whoever issued it, where that is known.
      return speaker.affiliation ? { '@type': 'Organization', name: speaker.affiliation } : undefined;
  }
}

function compact(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
