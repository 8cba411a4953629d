import { afterAll, beforeAll, expect, test } from 'vitest';
import { CRANE, tell, workOn } from '../browser/stories.ts';
import { open, pageOf } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
let id: string;
let statements: readonly string[];
beforeAll(async () => {
  server = await aServer();
  ({ id, statements } = await tell(server, CRANE));
  await workOn(server, id, statements);
});
afterAll(() => server.stop());

test('says in three numbers what is settled, what is not, and what has no finding', async () => {
  const page = await open(server, `/read/${id}`, 'reader');
  const cells = [...page.document.querySelectorAll('.tally div')].map((cell) =>
    (cell.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
  expect(cells).toEqual([
    'settled by evidence 1 1 verified',
    'looked into, not settled 1 1 disputed',
    'not checked 6 no finding yet',
  ]);
  expect(page.words('.lede')).toBe(
    '8 statements by 4 speakers; 2 checked by this desk. 4 are one side’s word: nobody but the speaker says so here. There is 1 correction.',
  );
});

test('puts corrections above everything that was found', async () => {
  const page = await open(server, `/read/${id}`, 'reader');
  expect(page.words('.corrections')).toContain('We gave the wrong hospital. The list was the county’s.');
  expect(page.html.indexOf('class="corrections"')).toBeLessThan(page.html.indexOf('class="lede"'));
});

test('shows a rating that waits for its second signature to nobody outside the desk', async () => {
  const page = await open(server, `/read/${id}`, 'reader');
  const waiting = page.words(`#s-${statements[4]}`);
  expect(waiting).toContain('unchecked. No finding yet. The article gives it as the word of Dockers’ union.');
  expect(page.html).not.toContain('The union gave no names.');
});

test.each([
  ['a confidential note', 'not for print'],
  ['an open note', 'for times'],
])('%s never reaches readers', async (_, words) => {
  for (const path of [`/read/${id}`, `/read/${id}?by=speaker`, `/embed/statements/${statements[3]}`])
    expect((await open(server, path, 'reader')).html).not.toContain(words);
});

test('a struck-out statement is gone for readers', async () => {
  const { version } = await server.store.review(statements[6] ?? '');
  const { strikeOut } = await import('../../src/workflow.ts');
  await strikeOut(server.desk, server.editors.editor, statements[6] ?? '', { version }, 'A mere aside.');
  const page = await open(server, `/read/${id}`, 'reader');
  expect(page.document.querySelector(`#s-${statements[6]}`)).toBeNull();
  expect(page.words('.lede')).toContain('7 statements');
});

test('the same statements can be read by speaker', async () => {
  const page = await open(server, `/read/${id}?by=speaker`, 'reader');
  const groups = [...page.document.querySelectorAll('.group')].map((one) =>
    one.textContent?.replace(/\s+/g, ' '),
  );
  expect(groups).toEqual(['Quay Wire 1', 'Ida Holm 3', 'Otto Lind 1', 'Dockers’ union 2']);
});

test('where the desk lets everybody read, a published statement can be embedded, and others may frame it', async () => {
  expect((await server.knock(`/embed/statements/${statements[1]}`)).status).toBe(303);
  await server.store.changeSettings({ publicReading: true });
  const embed = await server.knock(`/embed/statements/${statements[1]}`);
  expect(embed.status).toBe(200);
  expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect((await pageOf(embed)).words('h1')).toContain('Ida Holm');
  expect((await server.knock(`/embed/statements/${statements[4]}`)).status).toBe(404);
  expect((await server.knock(`/embed/statements/${statements[7]}`)).status).toBe(404);
  expect((await pageOf(await server.knock('/read'))).words('.who')).toBe('Sign in');
  await server.store.changeSettings({ publicReading: false });
});

test('what is not published cannot be read, and a reader’s desk is the list of what is', async () => {
  expect((await server.knock(`/read/${server.articleId}`, { as: 'reader' })).status).toBe(404);
  expect((await server.knock('/', { as: 'reader' })).headers.get('location')).toBe('/read');
  expect((await open(server, '/read', 'reader')).words('.articles')).toContain(
    'Dock crane falls in Port Selby',
  );
});

test('the interface can be read in another language, from right to left, and stays so', async () => {
  const chosen = await server.knock('/language', {
    as: 'reader',
    form: { language: 'fa', back: `/read/${id}` },
  });
  expect(chosen.headers.get('location')).toBe(`/read/${id}`);
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = `whosaid=${await server.tokenOf('reader')}`;
  const page = await pageOf(
    await server.knock(`/read/${id}`, { headers: { cookie: `${session}; ${cookie}` } }),
  );
  expect(page.document.documentElement.getAttribute('dir')).toBe('rtl');
  expect(page.words('.tally')).toContain('روشن‌شده با مدرک');
  expect(page.document.querySelector('h1')?.getAttribute('dir')).toBe('ltr');
});

test.each(['xx', '../fa', ''])('no other language than there is: %j', async (language) => {
  expect((await server.knock('/language', { as: 'reader', form: { language, back: '/' } })).status).toBe(422);
});

test('a language form leads back to this site alone', async () => {
  const answer = await server.knock('/language', { form: { language: 'en', back: '//elsewhere.example/' } });
  expect(answer.headers.get('location')).toBe('/');
});
