import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/web/markdown.ts';

const inside = (body: string): string =>
  renderMarkdown(body)
    .replace(/^<div data-user-content dir="auto">/, '')
    .replace(/<\/div>$/, '')
    .trim();

test.each([
  ['*once* and **twice**', '<p><em>once</em> and <strong>twice</strong></p>'],
  ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ['# Loud', '<h4>Loud</h4>'],
  ['above\n\n--------------------\n\nbelow', '<p>above</p>\n<hr />\n<p>below</p>'],
  [
    '[a page](https://example.org/)',
    '<p><a href="https://example.org/" rel="nofollow noopener noreferrer">a page</a></p>',
  ],
])('renders %j', (body, html) => {
  expect(inside(body)).toBe(html);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://tracker.example/pixel.png)',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<div data-user-content onclick="alert(1)">',
  '<style>body{display:none}</style>',
  '[x]: javascript:alert(1)\n\n[x]',
  '</div></section><form action="/people">',
])('lets nothing of %j run, load or leave its element', (body) => {
  const html = renderMarkdown(body);
  expect(html).toMatch(/^<div data-user-content dir="auto">/);
  expect(html).not.toMatch(/<(?:script|img|svg|style|iframe|form|object|section)\b/i);
  expect(html).not.toMatch(/<[^>]*(?:onerror|onload|onclick|javascript:|data:)/i);
  expect(html.match(/<div/g)?.length).toBe(html.match(/<\/div>/g)?.length);
});

const HOSTILE: readonly (readonly [string, string])[] = [
  ['emphasis', 'a**b_'.repeat(2000)],
  ['nested quotes', `${'>'.repeat(5000)} a`],
  ['quotes in quotes', '> '.repeat(5000)],
  ['nested lists', '- '.repeat(5000)],
  ['numbered lists', '1. '.repeat(3300)],
  [
    'a ladder of lists',
    Array.from({ length: 130 }, (_, at) => `${'  '.repeat(at)}- a`)
      .join('\n')
      .slice(0, 10_000),
  ],
  ['brackets', '['.repeat(9999)],
  ['links', '[a]('.repeat(2500)],
  ['spaces', `a${' '.repeat(9990)}b`],
  ['an address without end', `${'a-a_a+'.repeat(1600)}@`],
  ['addresses', 'a@b.'.repeat(2500)],
  ['backticks', '`a``'.repeat(2500)],
  ['angle brackets', '<a '.repeat(3300)],
  ['strikes', '~a~~b'.repeat(2000)],
  ['table', `${'|'.repeat(4000)}\n${'|-'.repeat(2900)}`],
  ['entities', '&#'.repeat(5000)],
];

test.each(HOSTILE)('hostile %s is answered in a moment', (_, body) => {
  const started = performance.now();
  renderMarkdown(body);
  expect(performance.now() - started).toBeLessThan(400);
});

test.each([5_000, 10_000])('hostile emphasis and nested quotes of %i characters hold nobody up', (size) => {
  const bodies = ['*a_', '**a', '> ', '>', '_*', '***'].map((piece) =>
    piece.repeat(Math.ceil(size / piece.length)).slice(0, size),
  );
  const started = performance.now();
  for (const body of bodies) renderMarkdown(body);
  expect(performance.now() - started).toBeLessThan(500);
});

test('what is too tangled to render is shown as it was written', () => {
  expect(inside(`${'>'.repeat(50)} deep`)).toContain('&gt;&gt;&gt;');
  expect(inside(`${'>'.repeat(50)} deep`)).not.toContain('<blockquote');
});
