// A report as Markdown (CommonMark, with GitHub's tables). Whatever people wrote is escaped, so that it is only ever text.
import { RATING_WORDS, RATINGS } from '../core/rating.js';
import { longTime } from '../core/report/dates.js';
import type { Report, ReportArticle, ReportStatement, Tally } from '../core/report/model.js';
import { textExporter } from './exporter.js';
import { factsOf, type Piece } from './facts.js';
import { linkable, printable } from './markup.js';
import { articleLine, headLine, madeFrom, withheldLine } from './phrases.js';
import { plainNote } from './plain-note.js';

/** Text on one line with Markdown's signs escaped. CommonMark lets every ASCII sign be escaped. */
const inline = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/[\r\n\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&');

const link = (label: string, url: string): string =>
  linkable(url)
    ? `[${inline(label)}](<${url.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
    : inline(`${label}: ${url}`);

export const markdown = textExporter({
  label: 'Markdown',
  mediaType: 'text/markdown; charset=utf-8; variant=GFM',
  extension: 'md',
  sealed: true,
  *pieces(report, options = {}) {
    yield* opening(report);
    yield* tables(report);
    yield* sources(report);
    yield* notReviewed(report);
    for (const article of report.articles) yield* articlePieces(article);
    yield* lastPage(report);
    if (options.seal) yield `\n<!-- ${options.seal} -->\n`;
  },
});

function* opening(report: Report): Iterable<string> {
  yield `# Verification report: ${inline(report.title)}\n\n`;
  yield `${inline(report.desk)} · ${madeFrom(report)}\n\n`;
  yield `**${inline(report.finding)}**\n\n`;
  for (const caution of report.cautions) yield `- ${inline(caution)}\n`;
  const withheld = withheldLine(report.withheld);
  if (withheld) yield `- ${withheld}\n`;
  yield '\n';
}

function* tables(report: Report): Iterable<string> {
  yield '## By status\n\n| status | statements | of them final |\n|---|--:|--:|\n';
  for (const { glyph, word, rating, total, final } of report.counts.byRating)
    if (total > 0) yield `| ${glyph} ${word} | ${total} | ${rating === 'unchecked' ? '–' : final} |\n`;
  yield `\nStruck out as no statement: ${report.counts.struckOut}.\n`;
  yield* tallyTable('By speaker', 'speaker', report.bySpeaker);
  yield* tallyTable('By party', 'party', report.byParty);
}

function* tallyTable(title: string, head: string, rows: readonly Tally[]): Iterable<string> {
  if (rows.length === 0) return;
  const used = RATINGS.filter((rating) => rows.some(({ byRating }) => byRating[rating] > 0));
  yield `\n## ${title}\n\n| ${head} | all | ${used.map((rating) => RATING_WORDS[rating].word).join(' | ')} |\n|---|--:|${'--:|'.repeat(used.length)}\n`;
  for (const { name, about, total, byRating } of rows)
    yield `| ${inline(about ? `${name}, ${about}` : name)} | ${total} | ${used.map((rating) => byRating[rating]).join(' | ')} |\n`;
}

function* sources({ sources: summary }: Report): Iterable<string> {
  yield '\n## What it rests on\n\n';
  for (const sentence of summary.sentences) yield `- ${inline(sentence)}\n`;
  if (summary.origins.length === 0) return;
  yield '\n| independent origin | supports | contradicts |\n|---|--:|--:|\n';
  for (const { name, supports, contradicts } of summary.origins)
    yield `| ${inline(name)} | ${supports} | ${contradicts} |\n`;
}

function* notReviewed(report: Report): Iterable<string> {
  yield `\n## What was not reviewed to the end\n\n`;
  if (report.open.length === 0)
    yield 'Nothing: every statement listed has a final rating or was struck out.\n';
  for (const { number, words, speaker, lacks } of report.open)
    yield `- Statement ${number}, ${inline(speaker)}: ${inline(words)} (${inline(lacks)})\n`;
}

function* articlePieces(article: ReportArticle): Iterable<string> {
  yield `\n## Statements: ${inline(article.title)}\n\n${inline(articleLine(article))}\n`;
  const url = linkable(article.url);
  if (url) yield `\n${link('The article', url)}\n`;
  if (article.statements.length === 0) yield '\nNo statement.\n';
  for (const statement of article.statements) yield* statementPieces(statement);
  if (article.notes.length > 0) yield '\n### Notes on the article\n\n';
  for (const note of article.notes)
    yield `- ${inline(note.by)}, ${longTime(note.at)}: ${inline(plainNote(note.body))}\n`;
  yield '\n### What was done on the article as a whole\n\n';
  for (const { at, sentence } of article.history) yield `- ${longTime(at)}: ${inline(sentence)}\n`;
}

function* statementPieces(statement: ReportStatement): Iterable<string> {
  const { rating, struckOut } = statement;
  yield `\n### ${statement.number}. ${struckOut ? 'struck out' : `${rating.glyph} ${rating.word}`}${rating.final || rating.code === 'unchecked' || struckOut ? '' : ' (proposed)'}\n\n`;
  yield `> ${contextLine(statement)}\n\n`;
  const facts = factsOf(statement);
  for (const [index, { term, pieces }] of facts.entries()) {
    const told = pieces.map(piece).join('').trim();
    const opensList = term !== '' && facts[index + 1]?.term === '';
    const label = term === '' ? '' : `- ${term.endsWith('?') ? term : `${term}:`}`;
    if (opensList) yield `${label}\n`;
    yield opensList || term === '' ? `  - ${told}\n` : `${label} ${told}\n`;
  }
}

function piece({ text, look, href }: Piece): string {
  // White space at the ends must stay outside the signs, or they are none.
  const [before = '', after = ''] = [/^\s+/.exec(text)?.[0], /\s$/.exec(text)?.[0]];
  const words = inline(text);
  if (words === '') return ' ';
  const marked = href
    ? link(text.trim(), href)
    : look === 'strong'
      ? `**${words}**`
      : look === 'struck'
        ? `~~${words}~~`
        : words;
  return `${before && ' '}${marked}${after && ' '}`;
}

const contextLine = ({ context }: ReportStatement): string =>
  context
    .map(({ role, text }) => {
      const words = inline(text);
      if (words === '') return ' ';
      const marked = role === 'content' ? `**${words}**` : role === 'cue' ? `*${words}*` : words;
      return `${/^\s/.test(text) ? ' ' : ''}${marked}${/\s$/.test(text) ? ' ' : ''}`;
    })
    .join('')
    .trim();

function* lastPage(report: Report): Iterable<string> {
  yield '\n## Method\n\n';
  for (const paragraph of report.method) yield `${inline(paragraph)}\n\n`;
  yield `${inline(report.settings.words)}\n`;
  yield '\n## The scale\n\n| rating | means | asks for |\n|---|---|---|\n';
  for (const { glyph, word, meaning, gate } of report.scale)
    yield `| ${glyph} ${word} | ${meaning} | ${gate} |\n`;
  yield '\n## What this was made from\n\n';
  for (const article of report.articles) {
    yield `- ${inline(article.title)}: log head ${headLine(article)}\n`;
    yield `  - text SHA-256 ${article.textSha256}, original SHA-256 ${article.sourceSha256}\n`;
  }
  yield `- report digest ${report.digest}\n`;
}
