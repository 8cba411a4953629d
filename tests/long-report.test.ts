// A report read a few statements at a time and kept on disk says, to the byte, what one in memory says, in little memory.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../src/core/report.ts';
import { EXPORTERS, FORMATS } from '../src/exporters/index.ts';
import { longReport } from '../src/issue-report.ts';
import { harbour } from './core/report/harbour.ts';
import { type KeptDesk, keptDesk } from './core/report/kept-desk.ts';
import { longDesk } from './core/report/long-desk.ts';
import { paperDesk } from './core/report/paper-desk.ts';
import { readReport } from './core/report/read-report.ts';

const ids = ['article-1', 'article-2', 'article-3'];
let desk: KeptDesk;
beforeAll(async () => {
  const said = [{ content: 'It rained', speaker: { name: 'Ilse Brandt' }, saidOn: '2031-05-01' }];
  const rain = paperDesk('Rain\n\nIt rained, she said.\n', said, { id: 'article-2' });
  const none = paperDesk('Nothing\n\nIt poured.\n', [], { id: 'article-3', language: 'fa' });
  desk = await keptDesk(harbour(), rain, none);
});
afterAll(() => desk.close());

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('whosaid-articles-'));

describe.each([
  ['all of it', {}],
  ['a selection', { speakers: ['Ilse Brandt'] }],
] as const)('%s', (_, selection) => {
  it.each(FORMATS)('is the same bytes as %s', async (format) => {
    const whole = buildReport(await readReport(desk.store, ids, selection));
    const { report, close } = await longReport(desk.store, ids, selection);
    const [one, other] = [await EXPORTERS[format].write(whole), await EXPORTERS[format].write(report)];
    close();
    expect(report.digest).toBe(whole.digest);
    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(true);
  });
});

it('leaves nothing behind, read or refused', async () => {
  const before = left();
  (await longReport(desk.store, ids)).close();
  await expect(longReport(desk.store, ['article-1', 'nowhere'])).rejects.toThrow('no such article');
  expect(left()).toEqual(before);
});

const PROGRAM = `
const at = (name) => import(${JSON.stringify(new URL('../dist/', import.meta.url).href)} + name);
const { openStore } = await at('open-desk.js');
const { longReport, reportPieces, writeReport } = await at('issue-report.js');
const { EXPORTERS, FORMATS } = await at('exporters/index.js');
const { deskKey } = await at('desk-key.js');
const store = openStore(process.argv[1]);
const signer = deskKey(process.argv[1]);
const { report, close } = await longReport(store, ['article-1']);
const written = {};
for (const format of FORMATS) {
  if (format === 'pdf') continue;
  const pieces = EXPORTERS[format].pieces
    ? reportPieces(report, format, signer)
    : [await writeReport(report, format, signer)];
  written[format] = 0;
  for (const piece of pieces) written[format] += piece.length;
}
close();
await store.close();
process.stdout.write(JSON.stringify({ statements: report.counts.statements, written }));
`;

it('goes through little memory in every form but PDF: one article of 5,000 statements in a heap of 44 MB', async () => {
  const long = await longDesk(5_000);
  const heap = '--max-old-space-size=44';
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [heap, '--input-type=module', '-e', PROGRAM, long.folder],
    { encoding: 'utf8', cwd: fileURLToPath(new URL('..', import.meta.url)) },
  );
  await long.close();
  expect(stderr.slice(0, 2_000)).toBe('');
  expect(status).toBe(0);
  const { statements, written } = JSON.parse(stdout) as { statements: number; written: object };
  expect(statements).toBe(5_000);
  expect(Object.keys(written).sort()).toEqual(FORMATS.filter((format) => format !== 'pdf').sort());
  for (const [format, length] of Object.entries(written))
    expect(length, format).toBeGreaterThan(format === 'docx' ? 200_000 : 2_000_000);
}, 240_000);
