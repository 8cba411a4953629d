// A report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. It prints well.
import { RATING_WORDS, RATINGS } from '../core/rating.js';
import type { Report, ReportArticle, Tally } from '../core/report/model.js';
import { capitalised, stopped } from '../core/report/numbers.js';
import { textExporter } from './exporter.js';
import { historyHtml, note, statementHtml } from './html/statement.js';
import { REPORT_STYLE } from './html/style.js';
import { escaped, linkable } from './markup.js';
import { articleLine, headLine, madeFrom, UNCHECKED_NOTICE, withheldLine } from './phrases.js';
import { speakerMatrix } from './pictures/matrix.js';
import { statusBar } from './pictures/status-bar.js';
import { sayingsOf, sayingsTimeline } from './pictures/timeline.js';

export const html = textExporter({
  label: 'Web page (HTML)',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  sealed: true,
  *pieces(report, options = {}) {
    yield `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>Verification report: ${escaped(report.title)}</title><style>${REPORT_STYLE}</style></head>
<body><main>
${opening(report)}${figures(report)}${counts(report)}${sources(report)}`;
    yield* notReviewed(report);
    for (const article of report.articles) yield* articlePieces(article);
    yield lastPage(report, options.seal);
    yield `</main></body></html>\n`;
  },
});

const bdi = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

function opening(report: Report): string {
  const [only] = report.articles.length === 1 ? report.articles : [];
  const withheld = withheldLine(report.withheld);
  const unconfirmed = report.counts.byAttribution.unchecked > 0 ? [UNCHECKED_NOTICE] : [];
  const cautions = [...report.cautions, ...unconfirmed, ...(withheld ? [withheld] : [])];
  return `<header><p class="small">Verification report · ${bdi(report.desk)}</p>
<h1${only ? ` lang="${escaped(only.language)}" dir="${only.direction}"` : ''}>${escaped(report.title)}</h1>
${only ? `<p class="small">${bdi(articleLine(only))}</p>` : ''}
<p class="finding">${escaped(report.finding)}</p>
${cautions.length > 0 ? `<ul class="cautions">${cautions.map((caution) => `<li>${bdi(caution)}</li>`).join('')}</ul>` : ''}</header>
`;
}

function figures(report: Report): string {
  const bar = statusBar(report.counts.byRating);
  const legend = report.counts.byRating
    .filter(({ total }) => total > 0)
    .map(
      ({ rating, glyph, word, total }) =>
        `<span class="s-${rating}"><span class="glyph" aria-hidden="true">${glyph}</span> ${total} ${word}</span>`,
    )
    .join(' · ');
  return bar ? `<figure>${bar}<figcaption>${legend}</figcaption></figure>\n` : '';
}

function counts(report: Report): string {
  const rows = report.counts.byRating
    .filter(({ total }) => total > 0)
    .map(
      ({ rating, glyph, word, total, final }) =>
        `<tr><th scope="row" class="s-${rating}"><span class="glyph" aria-hidden="true">${glyph}</span> ${word}</th><td class="n">${total}</td><td class="n">${rating === 'unchecked' ? '–' : final}</td></tr>`,
    )
    .join('');
  const timeline = sayingsTimeline(sayingsOf(report));
  const matrix = speakerMatrix(report.bySpeaker);
  return `<h2>What was found</h2>
<table><caption>By status</caption><thead><tr><th scope="col">status</th><th scope="col" class="n">statements</th><th scope="col" class="n">of them final</th></tr></thead><tbody>${rows}<tr><th scope="row">all</th><td class="n">${report.counts.statements}</td><td class="n">${report.counts.final}</td></tr></tbody></table>
${report.counts.struckOut > 0 ? `<p class="small">Struck out as no statement, and not counted: ${report.counts.struckOut}.</p>` : ''}
${matrix ? `<figure>${scrolled('Speakers and status', matrix)}<figcaption>Who said how much, and where it stands.</figcaption></figure>` : ''}
${tallyTable('By speaker', 'speaker', report.bySpeaker)}${tallyTable('By party', 'party', report.byParty)}
${timeline ? `<figure>${timeline}<figcaption>The days on which the statements were made, where the article gives one. The numbers are the statements’.</figcaption></figure>` : ''}
`;
}

/** Wide things may be scrolled on a narrow screen, with the keyboard too. */
const scrolled = (label: string, html: string): string =>
  `<div class="scroll" role="region" tabindex="0" aria-label="${label}">${html}</div>`;

function tallyTable(caption: string, head: string, rows: readonly Tally[]): string {
  if (rows.length === 0) return '';
  const used = RATINGS.filter((rating) => rows.some(({ byRating }) => byRating[rating] > 0));
  const heads = used.map((rating) => `<th scope="col" class="n">${RATING_WORDS[rating].word}</th>`).join('');
  const body = rows
    .map(
      ({ name, about, total, byRating }) =>
        `<tr><th scope="row">${bdi(name)}${about ? ` <span class="small">${bdi(about)}</span>` : ''}</th><td class="n">${total}</td>${used.map((rating) => (byRating[rating] > 0 ? `<td class="n">${byRating[rating]}</td>` : '<td class="n zero">0</td>')).join('')}</tr>`,
    )
    .join('');
  return `<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr><th scope="col">${head}</th><th scope="col" class="n">statements</th>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function sources({ sources: summary }: Report): string {
  const rows = summary.origins
    .map(
      ({ name, supports, contradicts }) =>
        `<tr><th scope="row">${bdi(name)}</th><td class="n">${supports}</td><td class="n">${contradicts}</td></tr>`,
    )
    .join('');
  return `<h2>What it rests on</h2>
<ul class="plain">${summary.sentences.map((sentence) => `<li>${bdi(sentence)}</li>`).join('')}</ul>
${rows ? `<table><caption>Independent origins</caption><thead><tr><th scope="col">origin</th><th scope="col" class="n">supports</th><th scope="col" class="n">contradicts</th></tr></thead><tbody>${rows}</tbody></table>` : ''}`;
}

function* notReviewed({ open }: Report): Iterable<string> {
  yield '<h2>What was not reviewed to the end</h2>\n';
  if (open.length > 0) yield '<ul class="plain">';
  else yield '<p>Nothing: every statement listed has a final rating or was struck out.</p>';
  for (const { id, number, speaker, words, lacks } of open)
    yield `<li><a href="#s-${escaped(id)}">Statement ${number}</a>, ${bdi(speaker)}: <span class="small">${bdi(words)}</span> – ${bdi(stopped(capitalised(lacks)))}</li>`;
  if (open.length > 0) yield '</ul>';
  yield '\n';
}

function* articlePieces(article: ReportArticle): Iterable<string> {
  const url = linkable(article.url);
  yield `<section><h2>Statements: <span lang="${escaped(article.language)}" dir="${article.direction}">${escaped(article.title)}</span></h2>
<p class="small">${bdi(articleLine(article))}${url ? ` · <a href="${escaped(url)}" rel="noopener noreferrer">the article</a>` : ''}</p>
${article.statements.length === 0 ? '<p>No statement.</p>' : ''}`;
  for (const statement of article.statements) yield statementHtml(statement, article);
  if (article.notes.length > 0)
    yield `<h3>Notes on the article</h3><ul class="plain">${article.notes.map((one) => `<li>${note(one)}</li>`).join('')}</ul>`;
  yield `<details open><summary>What was done on the article as a whole</summary>${historyHtml(article.history) ?? ''}</details></section>
`;
}

function lastPage(report: Report, seal: string | undefined): string {
  const scale = report.scale
    .map(
      ({ code, glyph, word, meaning, gate }) =>
        `<tr><th scope="row" class="s-${code}"><span class="glyph" aria-hidden="true">${glyph}</span> ${word}</th><td>${meaning}</td><td>${gate}</td></tr>`,
    )
    .join('');
  const made = report.articles
    .map(
      (article) =>
        `<dt>${bdi(article.title)}</dt><dd>log head ${codeOf(headLine(article))}<br>text ${codeOf(article.textSha256)}<br>original ${codeOf(article.sourceSha256)}<br>statements found by ${bdi(article.engine ?? 'an unnamed engine')}</dd>`,
    )
    .join('');
  return `<section><h2>Method, scale and settings</h2>
<ul class="plain">${report.method.map((paragraph) => `<li>${escaped(paragraph)}</li>`).join('')}<li>${escaped(report.settings.words)}</li></ul>
<table><caption>The scale</caption><thead><tr><th scope="col">rating</th><th scope="col">means</th><th scope="col">asks for</th></tr></thead><tbody>${scale}</tbody></table>
<h2>What this was made from</h2>
<p class="small">${madeFrom(report)}</p>
<dl class="facts">${made}<dt>Report digest</dt><dd>${codeOf(report.digest)}</dd>${seal ? `<dt>Seal</dt><dd>${codeOf(seal)}</dd>` : ''}</dl></section>
`;
}

const codeOf = (text: string): string => `<code>${escaped(text)}</code>`;
