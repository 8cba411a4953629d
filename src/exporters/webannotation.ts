// A report as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/). One statement gives an annotation
// that identifies its source, one that assesses it once it is rated, one a link to each item of evidence, one a note.
// Positions count Unicode code points.
import type { Report, ReportArticle, ReportNote, ReportStatement } from '../core/report/model.js';
import { articleAddress, safe, statementUrn, VOCABULARY } from './addresses.js';
import { textExporter } from './exporter.js';
import { linkable } from './markup.js';
import { attributionLine, gradeOf, originLine, speakerLine } from './phrases.js';

type Node = Readonly<Record<string, unknown>>;

export const webannotation = textExporter({
  label: 'Web Annotation (W3C JSON-LD)',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  extension: 'annotations.jsonld',
  sealed: true,
  *pieces(report, options = {}) {
    const id = `urn:whosaid:report:${report.digest}:annotations`;
    let total = 0;
    for (const _ of annotations(report)) total++;
    const head = {
      '@context': ['http://www.w3.org/ns/anno.jsonld', { vocab: VOCABULARY }],
      id,
      type: 'AnnotationCollection',
      label: `Verification report: ${report.title}`,
      total,
      'vocab:reportDigest': report.digest,
    };
    yield `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify({ id: `${id}:1`, type: 'AnnotationPage', startIndex: 0 }).slice(0, -1)},"items":[`;
    let first = true;
    for (const annotation of annotations(report)) {
      yield `${first ? '' : ','}\n${JSON.stringify(annotation)}`;
      first = false;
    }
    yield ']}';
    if (options.seal) yield `,\n"vocab:seal":${JSON.stringify(options.seal)}`;
    yield '}\n';
  },
});

function* annotations(report: Report): Iterable<Node> {
  for (const article of report.articles)
    for (const statement of article.statements) {
      if (statement.struckOut) continue;
      yield identifying(article, statement);
      if (statement.rating.code !== 'unchecked') yield assessing(article, statement);
      yield* linking(article, statement);
      for (const [index, note] of statement.notes.entries())
        yield commenting(article, statement, note, index);
    }
}

const about = (article: ReportArticle, statement: ReportStatement, part: string) => ({
  id: `${statementUrn(statement.id)}:${part}`,
  type: 'Annotation',
  target: target(article, statement),
});

/** One resource a piece of the content; the pieces of one statement stand in the article's order. */
function target(article: ReportArticle, statement: ReportStatement): Node | readonly Node[] {
  const targets = statement.selectors.map((selector) => ({
    type: 'SpecificResource',
    source: articleAddress(article),
    selector,
    'vocab:textSha256': article.textSha256,
  }));
  return targets.length === 1 ? targets[0]! : targets;
}

const textual = (purpose: string, value: string, language = 'en', format = 'text/plain'): Node => ({
  type: 'TextualBody',
  purpose,
  value,
  format,
  language,
});

function identifying(article: ReportArticle, statement: ReportStatement): Node {
  const { speaker, attribution, found } = statement;
  return {
    ...about(article, statement, 'source'),
    motivation: 'identifying',
    ...creator(attribution.by ?? (found.automatically ? null : found.by), found.by),
    body: [
      textual('identifying', speakerLine(statement), article.language),
      textual('describing', `Attribution: ${attributionLine(statement)}.`),
    ],
    'vocab:kind': statement.kind,
    'vocab:speaker': speaker.name,
    'vocab:speakerType': speaker.type,
    ...(speaker.role && { 'vocab:role': speaker.role }),
    ...(speaker.affiliation && { 'vocab:affiliation': speaker.affiliation }),
    ...(statement.via.length > 0 && { 'vocab:via': { '@list': statement.via } }),
    ...(statement.channel && { 'vocab:channel': statement.channel }),
    ...(statement.saidOn && { 'vocab:saidOn': statement.saidOn }),
    'vocab:polarity': statement.polarity,
    'vocab:checkable': statement.checkable,
    'vocab:attribution': attribution.status,
  };
}

function assessing(article: ReportArticle, statement: ReportStatement): Node {
  const { rating } = statement;
  return {
    ...about(article, statement, 'rating'),
    motivation: 'assessing',
    ...creator(rating.by, rating.by ?? 'an editor'),
    ...(rating.at && { created: rating.at }),
    body: [
      textual('tagging', rating.code),
      textual('assessing', rating.reason ? `${rating.standing}: ${rating.reason}` : rating.standing),
    ],
    'vocab:final': rating.final,
  };
}

function* linking(article: ReportArticle, statement: ReportStatement): Iterable<Node> {
  for (const item of statement.evidence) {
    const url = linkable(item.url);
    if (item.withdrawn || url === null) continue;
    yield {
      ...about(article, statement, `evidence:${safe(item.id)}`),
      motivation: 'linking',
      ...creator(item.collectedBy, item.collectedBy),
      created: item.collectedAt,
      body: [
        { type: 'SpecificResource', purpose: 'linking', source: url },
        textual(
          'describing',
          `${item.stance}: ${item.title} (origin: ${originLine(item)}, graded ${gradeOf(item)})`,
        ),
      ],
    };
  }
}

const commenting = (
  article: ReportArticle,
  statement: ReportStatement,
  note: ReportNote,
  index: number,
): Node => ({
  ...about(article, statement, `note:${index + 1}`),
  motivation: 'commenting',
  ...creator(note.by, note.by),
  created: note.at,
  body: { type: 'TextualBody', purpose: 'commenting', value: note.body, format: 'text/markdown' },
});

/** A person where one acted, else the engine. */
const creator = (person: string | null, engine: string): Node => ({
  creator: person === null ? { type: 'Software', name: engine } : { type: 'Person', name: person },
});
