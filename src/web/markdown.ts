// Notes' Markdown as HTML that is safe to show. Raw HTML is text; a sanitiser has the last word; hostile input stays text.
import { Marked } from 'marked';
import sanitize from 'sanitize-html';
import { NOTE_LIMIT } from '../core/apply-note.js';
import type { SafeHtml } from './render.js';

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: { html: ({ text }) => escapeHtml(text), image: ({ text }) => escapeHtml(text) },
});

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr', 'a'],
    ...['h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], div: ['data-user-content', 'dir'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  // A note's headings stand below the panel's own.
  transformTags: {
    h1: 'h4',
    h2: 'h5',
    h3: 'h6',
    a: sanitize.simpleTransform('a', { rel: 'nofollow noopener noreferrer' }),
  },
};

const KEPT = 500;
const rendered = new Map<string, SafeHtml>();

/** `body` rendered, inside an element that says it is a person's own text. The last few hundred are kept. */
export function renderMarkdown(body: string): SafeHtml {
  const known = rendered.get(body);
  if (known !== undefined) return known;
  const html = isTame(body) ? (marked.parse(body, { async: false }) as string) : plain(body);
  const safe = sanitize(`<div data-user-content dir="auto">${html}</div>`, ALLOWED) as SafeHtml;
  if (rendered.size >= KEPT) rendered.delete(rendered.keys().next().value ?? '');
  rendered.set(body, safe);
  return safe;
}

/** Marks in one paragraph, and levels of quotation or list, past which marked takes more than a few milliseconds. */
const MARKS_IN_PARAGRAPH = 120;
const MARKS = 1200;
const DEPTH = 8;
const SPACES = ' '.repeat(100);
const LONGEST_WORD = 2000;

function isTame(body: string): boolean {
  if (body.length > NOTE_LIMIT) return false;
  let inParagraph = 0;
  let total = 0;
  for (const line of body.split('\n')) {
    if (line.trim() === '') inParagraph = 0;
    const marks = line.match(/[*_~`[\]()<>!\\|]/g)?.length ?? 0;
    inParagraph += marks;
    total += marks;
    if (inParagraph > MARKS_IN_PARAGRAPH || total > MARKS || depthOf(line) > DEPTH) return false;
    if (line.includes(SPACES) || line.split(/\s/).some((word) => word.length > LONGEST_WORD)) return false;
  }
  return true;
}

/** Levels that the start of a line can open: each `>` and each list mark one, each eight spaces one. A rule opens none. */
function depthOf(line: string): number {
  if (/^\s*[-*_=]{3,}\s*$/.test(line)) return 0;
  const lead = /^[\s>*+\-\d.)]*/.exec(line)?.[0] ?? '';
  const marks = lead.match(/[>*+\-.)]/g)?.length ?? 0;
  return marks + (lead.replaceAll('\t', '    ').length >> 3);
}

const plain = (body: string): string =>
  body
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
