// One statement of an HTML report.
import { longTime } from '../../core/report/dates.js';
import type {
  HistoryLine,
  ReportArticle,
  ReportEvidence,
  ReportNote,
  ReportStatement,
  Segment,
} from '../../core/report/model.js';
import { escaped, linkable } from '../markup.js';
import {
  anonymityLine,
  attributionLine,
  chainLine,
  gradeOf,
  KIND_WORDS,
  originLine,
  STANCE_WORDS,
  speakerLine,
  withheldLine,
} from '../phrases.js';
import { provenanceChain } from '../pictures/chain.js';
import { plainNote } from '../plain-note.js';

/** Longer than a printed page: such a statement may break across pages. */
const LONG = 2_000;

export function statementHtml(statement: ReportStatement, article: ReportArticle): string {
  const { rating, struckOut, kind } = statement;
  const classes = [
    'statement',
    `s-${rating.code}`,
    kind,
    struckOut ? 'struck' : '',
    statement.words.length > LONG ? 'long' : '',
  ];
  return `<article class="${classes.filter(Boolean).join(' ')}" id="s-${escaped(statement.id)}">
<span class="no" aria-hidden="true">${statement.number}</span><div>
<h3><span class="unseen">Statement ${statement.number}:</span> <span class="glyph" aria-hidden="true">${struckOut ? '' : rating.glyph}</span> <span class="status">${heading(statement)}</span></h3>
<blockquote class="said" lang="${escaped(article.language)}" dir="${article.direction}">${statement.context.map(segment).join('')}</blockquote>
<dl class="facts">${facts(statement, article)}</dl>
</div></article>
`;
}

function heading({ struckOut, rating }: ReportStatement): string {
  if (struckOut) return 'struck out';
  return rating.final || rating.code === 'unchecked' ? rating.word : `${rating.word}, proposed`;
}

function segment({ role, text }: Segment): string {
  switch (role) {
    case 'plain':
      return escaped(text);
    case 'content':
      return `<mark>${escaped(text)}</mark>`;
    case 'cue':
      return `<i>${escaped(text)}</i>`;
    case 'source':
      return `<b>${escaped(text)}</b>`;
    case 'cut':
      return `<span aria-label="text left out">${escaped(text)}</span>`;
  }
}

const bdi = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

const fact = (term: string, html: string | null): string =>
  html === null ? '' : `<dt>${term}</dt><dd>${html}</dd>\n`;

function facts(statement: ReportStatement, article: ReportArticle): string {
  const { struckOut, rating, carried } = statement;
  const anonymity = anonymityLine(statement);
  const withheld = withheldLine(statement.withheld);
  return [
    struckOut &&
      fact('Struck out', `by ${bdi(struckOut.by)}, ${longTime(struckOut.at)}: ${bdi(struckOut.reason)}`),
    fact(
      'Who said it',
      `${bdi(speakerLine(statement))} <span class="small">· ${KIND_WORDS[statement.kind]}${statement.polarity === 'denied' ? ', as a denial' : ''}</span>${anonymity ? `<br><span class="small">${escaped(anonymity)}</span>` : ''}`,
    ),
    fact('How it reached us', reached(statement, article)),
    fact('Did they say it?', bdi(attributionLine(statement))),
    fact(
      'Does it hold?',
      `${rating.final ? `<span class="verdict">${bdi(rating.standing)}</span>` : bdi(rating.standing)}${rating.fellBack ? `<br>${bdi(rating.fellBack.because)}` : ''}`,
    ),
    fact('Reason', rating.reason ? `<span class="body" dir="auto">${escaped(rating.reason)}</span>` : null),
    fact(
      'Checkable',
      statement.checkable ? null : 'marked as an opinion, a promise, a prediction or a question',
    ),
    fact('Evidence', list(statement.evidence.map(evidence))),
    fact('Notes', list(statement.notes.map(note))),
    fact('Corrections', list(statement.corrections.map(correction))),
    carried &&
      fact(
        'Earlier version',
        `carried over (${carried.placement})${carried.changed ? `: ${bdi(carried.changed)}` : ''}`,
      ),
    fact('History', historyHtml(statement.history)),
    fact('Withheld', withheld && escaped(withheld.replace('Withheld: ', ''))),
  ]
    .filter(Boolean)
    .join('');
}

function reached(statement: ReportStatement, article: ReportArticle): string | null {
  if (statement.via.length > 0)
    return `<div class="chain-picture">${provenanceChain(statement, article.publisher, `chain-${statement.id}`)}</div>`;
  const chain = chainLine(statement);
  return chain ? bdi(chain) : null;
}

const list = (items: readonly string[]): string | null =>
  items.length === 0 ? null : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function evidence(item: ReportEvidence): string {
  const url = linkable(item.url);
  const archive = linkable(item.archiveUrl);
  const title = url
    ? `<a href="${escaped(url)}" rel="noopener noreferrer">${bdi(item.title)}</a>`
    : bdi(item.title);
  const small = [
    `origin: ${bdi(originLine(item))}`,
    `graded ${gradeOf(item)}`,
    `collected by ${bdi(item.collectedBy)}, ${longTime(item.collectedAt)}`,
    item.method && `how: ${bdi(item.method)}`,
    archive && `<a href="${escaped(archive)}" rel="noopener noreferrer">archived copy</a>`,
    !url && item.url && bdi(item.url),
    item.fileSha256 && `file kept, SHA-256 <span class="hash">${item.fileSha256}</span>`,
    item.withdrawn &&
      `withdrawn by ${bdi(item.withdrawn.by)}, ${longTime(item.withdrawn.at)}: ${bdi(item.withdrawn.reason)}`,
  ].filter(Boolean);
  return `<b>${STANCE_WORDS[item.stance]}</b> ${item.withdrawn ? `<s>${title}</s>` : title}<br><span class="small">${small.join(' · ')}</span>`;
}

export const note = (one: ReportNote): string =>
  `${one.on ? `<span class="small">on “${bdi(one.on)}”</span><br>` : ''}<span class="body" dir="auto">${escaped(plainNote(one.body))}</span><br><span class="small">${bdi(one.by)}, ${longTime(one.at)}${one.resolved ? ' · resolved' : ''}</span>`;

const correction = (one: ReportStatement['corrections'][number]): string =>
  `${bdi(one.what)} <span class="small">${bdi(one.by)}, ${longTime(one.at)}</span><br>Why: ${bdi(one.why)}<br>Before: ${bdi(one.before)}<br>After: ${bdi(one.after)}`;

export const historyHtml = (history: readonly HistoryLine[]): string | null =>
  history.length === 0
    ? null
    : `<ol>${history.map(({ at, sentence }) => `<li><span class="small">${longTime(at)}</span> ${bdi(sentence)}</li>`).join('')}</ol>`;
