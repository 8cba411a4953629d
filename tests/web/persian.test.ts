// The interface in Persian, whole: no English is left on any page but what people wrote, names, and codes.
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../src/core/editor.ts';
import { EN } from '../../src/web/words/en.ts';
import { FA } from '../../src/web/words/fa.ts';
import { inLanguage } from '../../src/web/words/sentences.ts';
import { CRANE, LIST, tell, workOn } from '../browser/stories.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
let pages: readonly (readonly [path: string, role?: Role])[];
beforeAll(async () => {
  server = await aServer({ demo: true });
  const crane = await tell(server, CRANE);
  await workOn(server, crane.id, crane.statements);
  const fresh = await tell(server, { ...CRANE, text: `${CRANE.text}\n` });
  const list = await tell(server, LIST);
  const [speaker] = (await server.store.speakers({ limit: 1 })).rows;
  pages = [
    ['/'],
    ['/articles'],
    ['/articles/new'],
    [`/articles/${crane.id}`],
    [`/articles/${crane.id}?statement=${crane.statements[3]}`, 'lead'],
    [`/articles/${crane.id}?statement=${crane.statements[4]}`, 'lead'],
    [`/articles/${fresh.id}`],
    [`/articles/${list.id}`],
    [`/articles/${crane.id}/exports`],
    ['/articles/nowhere'],
    ['/queue'],
    ['/search'],
    ['/search?q=crane'],
    ['/search?q=zebra'],
    ['/speakers'],
    [`/speakers/${speaker?.id}`],
    ['/log'],
    ['/read', 'reader'],
    [`/read/${crane.id}`, 'reader'],
    [`/read/${crane.id}?by=speaker`, 'reader'],
    ['/account'],
    ['/people', 'admin'],
    ['/settings', 'lead'],
  ];
});
afterAll(() => server.stop());

/** What people wrote, what articles say, names and keys: marked on the page as what it is. */
const THEIRS =
  'script, style, bdi, code, kbd, q, [dir=auto], [lang=en], [data-user-content], .who, .text, .said, blockquote, [id=names], svg title, svg desc, svg text, [name=encoding] option';
/** The cast and its words, where a page gives them as plain text: a name in an option, a title in a heading. */
const CAST =
  /Quay Wire|The desk|The (?:editor|lead|admin|reader)|Dockers’ union|Ida Holm|Otto Lind|A shopping list|Dock crane falls in Port Selby|Harbour council argues over the crane|What the dockworker says|Admissions list|County Hospital|Harbour camera/g;
/** Names of things that are called so in Persian too. */
const NAMES =
  /\b(?:Whosaid|UTC|API|OpenAPI|HTML|PDF|CSV|JSON|DOCX|PROV|ClaimReview|JSON-LD|Markdown|Web Annotation|Word|RTF|Wikidata|URL|Ctrl|Enter|Esc|Shift|sha256|demo-accounts\.txt|schema\.org|Turtle|text\/plain|TXT|https?:\/\/|YYYY|MM|DD)\b/g;

function latinOn(html: string): readonly string[] {
  const { document } = parseHTML(html);
  const attributes = [...document.querySelectorAll('[aria-label], [title], [placeholder]')]
    .filter((one) => !one.closest('.text, [lang=en]'))
    .flatMap((one) => ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''));
  for (const one of document.querySelectorAll(THEIRS)) one.remove();
  const texts = [...document.querySelectorAll('body *')].flatMap((one) =>
    [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ''),
  );
  return [...texts, ...attributes]
    .map((text) =>
      text
        .replace(/\u2068[^\u2069]*\u2069/g, ' ')
        .replace(CAST, ' ')
        .replace(/\b[0-9a-f]{12,}\b|https:\/\//g, ' ')
        .replace(NAMES, ' '),
    )
    .flatMap((text) => (/[A-Za-z]{3,}/.test(text) ? [text.replace(/\s+/g, ' ').trim()] : []));
}

test('the catalogue is whole', () => {
  expect(Object.keys(EN).filter((key) => !Object.hasOwn(FA, key))).toEqual([]);
});

test('no page has an English sentence of ours on it', async () => {
  const found: string[] = [];
  for (const [path, role = 'editor'] of pages) {
    const cookie = `whosaid=${await server.tokenOf(role)}; language=fa`;
    const answer = await server.knock(path, { headers: { cookie } });
    for (const text of latinOn(await answer.text())) found.push(`${path}: ${text.slice(0, 90)}`);
  }
  const cookie = 'language=fa';
  for (const path of ['/sign-in', '/welcome'])
    for (const text of latinOn(await (await server.knock(path, { headers: { cookie } })).text()))
      found.push(`${path}: ${text}`);
  expect(found).toEqual([]);
});

test('what core says is said in Persian, and what an editor wrote in it stays as it is', () => {
  const fa = (sentence: string): string => inLanguage(sentence, 'fa').replace(/[\u2068\u2069]/g, '');
  expect(fa('Ida rated this “false”: Two maps: both say so.')).toBe(
    'Ida این را «نادرست» ارزیابی کرد: Two maps: both say so.',
  );
  expect(fa('Ida rated this “\u2068false\u2069”')).toBe('Ida این را «نادرست» ارزیابی کرد');
  expect(fa('Evidence was withdrawn, so the rating “verified” no longer holds.')).toBe(
    'شاهدی پس گرفته شد، پس ارزیابی «تأییدشده» دیگر پابرجا نیست.',
  );
  expect(fa('17 of 34: the part does not exceed the whole.')).toBe('17 از 34: جزء از کل بیشتر نیست.');
  expect(fa('The file is not UTF-8; it was read as windows-1256.')).toBe(
    'فایل UTF-8 نیست؛ به windows-1256 خوانده شد.',
  );
  expect(fa('3 places could not be read as UTF-8 and stand as \uFFFD in the text.')).toBe(
    '3 جا به UTF-8 خوانده نشد و در متن \uFFFD شده است.',
  );
  expect(fa('page 2, line 14')).toBe('صفحهٔ 2، سطر 14');
  expect(fa('Nobody has said this before.')).toBe('Nobody has said this before.');
  expect(inLanguage('Sent back: Look again.', 'en')).toBe('Sent back: Look again.');
});
