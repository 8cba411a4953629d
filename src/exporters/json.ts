// A report as JSON: the report itself, one statement a line, described by schema/report.schema.json.
// `version` grows whenever a member is added, renamed, removed or changes its meaning.
import type { Report, ReportArticle } from '../core/report/model.js';
import { textExporter } from './exporter.js';

export const json = textExporter({
  label: 'Whosaid JSON',
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  sealed: true,
  *pieces(report, options = {}) {
    const { articles, digest, ...head } = report satisfies Report;
    yield '{';
    for (const [name, value] of Object.entries(head))
      yield `${JSON.stringify(name)}:${JSON.stringify(value)},\n`;
    yield '"articles":[';
    for (const [index, article] of articles.entries()) {
      if (index > 0) yield ',\n';
      yield* articlePieces(article);
    }
    yield `],\n"digest":${JSON.stringify(digest)}`;
    if (options.seal) yield `,\n"seal":${JSON.stringify(options.seal)}`;
    yield '}\n';
  },
});

function* articlePieces({ statements, ...article }: ReportArticle): Iterable<string> {
  yield `${JSON.stringify(article).slice(0, -1)},\n"statements":[`;
  let separator = '\n';
  for (const statement of statements) {
    yield `${separator}${JSON.stringify(statement)}`;
    separator = ',\n';
  }
  yield ']}';
}
