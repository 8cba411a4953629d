// A report read article by article and kept on disk says, to the byte, what one in memory says.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../src/core/report.ts';
import { EXPORTERS, FORMATS } from '../src/exporters/index.ts';
import { longReport, readReport } from '../src/issue-report.ts';
import { harbour } from './core/report/harbour.ts';
import { type KeptDesk, keptDesk } from './core/report/kept-desk.ts';
import { paperDesk } from './core/report/paper-desk.ts';

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
