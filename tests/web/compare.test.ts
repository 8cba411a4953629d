// Any two moments of a statement or an article, and what differs between them, in words.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { open, send } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
let statement: string;
let article: string;
const act = (name: string): string => `#panel form[data-act="${name}"]`;
beforeAll(async () => {
  server = await aServer();
  statement = `/statements/${server.statementId}`;
  article = `/articles/${server.articleId}`;
  let page = await open(server, `${article}?statement=${server.statementId}`);
  const acts: [string, Record<string, string>][] = [
    ['attribution_confirmed', {}],
    ['evidence_added', { title: 'The tape', origin: 'A camera', stance: 'supports' }],
    ['rated', { rating: 'verified', reason: 'The tape shows it.' }],
    ['noted', { body: 'Ask **again**.' }],
    ['noted', { body: 'The porter said so.', confidential: 'on' }],
    ['evidence_withdrawn', { reason: 'It was another day.' }],
  ];
  for (const [name, typed] of acts) page = await send(server, page, act(name), typed);
});
afterAll(() => server.stop());

const rows = async (path: string) => {
  const page = await open(server, path);
  const cells = [...page.document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim()),
  );
  return { page, cells };
};

it('tells what differs between any two moments of a statement', async () => {
  const { cells, page } = await rows(`${statement}/compare?from=1&to=3`);
  expect(cells).toEqual([
    ['Does it hold?', 'unchecked', 'verified'],
    ['Why, in words', '–', 'The tape shows it.'],
    ['Evidence “The tape”', '–', 'supports · rests on A camera · F6'],
  ]);
  expect(page.words('main ol')).toContain('The tape shows it.');
  expect(page.document.querySelectorAll('select[name=from] option')).toHaveLength(7);
});

it('tells the whole history where nothing is asked, whichever way round', async () => {
  const whole = await rows(`${statement}/compare`);
  expect(whole.cells).toEqual((await rows(`${statement}/compare?from=6&to=0`)).cells);
  expect(whole.cells).toContainEqual(['A note by The editor', '–', 'Ask **again**.']);
  expect(whole.cells).toContainEqual([
    'Evidence “The tape”',
    '–',
    'supports · rests on A camera · F6 · withdrawn: It was another day.',
  ]);
  expect(whole.cells.find(([what]) => what === 'Look at this again.')?.[2]).toContain('no longer holds');
});

it('says so where nothing differs, and answers nonsense with a sentence', async () => {
  expect((await open(server, `${statement}/compare?from=2&to=2`)).words('[role=status]:not(#notice)')).toBe(
    'Nothing differs between these two moments.',
  );
  for (const query of ['from=x', 'from=1&from=2', 'to=-1', 'role=admin'])
    expect((await open(server, `${statement}/compare?${query}`)).status, query).toBe(422);
  expect((await open(server, '/statements/nowhere/compare')).status).toBe(404);
  expect((await open(server, '/articles/nowhere/compare')).status).toBe(404);
});

it('compares an article with all its statements, each by its number', async () => {
  const due = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const bench = await open(server, article, 'lead');
  await send(server, bench, 'form:has([name=due])', { due, due_time: '12:00' }, 'lead');
  const { page, cells } = await rows(`${article}/compare`);
  expect([...page.document.querySelectorAll('h2')].map((one) => one.textContent)).toEqual([
    'Statement 1',
    'Who did what in between',
  ]);
  expect(cells[0]?.[0]).toBe('Due');
  expect(cells.map(([what]) => what)).toContain('Did they say it?');
  const last = (await server.store.events(server.articleId)).length;
  expect((await rows(`${article}/compare?from=${last - 1}&to=${last}`)).cells).toHaveLength(1);
});
