// `whosaid findings` over a kept desk: prints first, writes when told to.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingsCommand } from '../../src/cli/findings.ts';
import { openStore } from '../../src/open-desk.ts';
import { harbour } from '../core/report/harbour.ts';
import { type KeptDesk, keptDesk } from '../core/report/kept-desk.ts';

let desk: KeptDesk;
let file: string;
beforeAll(async () => {
  desk = await keptDesk(harbour());
  file = join(desk.folder, 'check.json');
  const target = (exact: string) => ({ source: 'x', selector: { type: 'TextQuoteSelector', exact } });
  const remark = { type: 'Annotation', motivation: 'commenting', bodyValue: 'Measured by whom?' };
  writeFileSync(
    file,
    JSON.stringify([
      { ...remark, target: target('four kilometres south') },
      { ...remark, target: target('words that are nowhere') },
    ]),
  );
});
afterAll(() => desk.close());

async function run(...args: string[]) {
  let out = '';
  const stream = new Writable({
    write(chunk, _, done) {
      out += String(chunk);
      done();
    },
  });
  const io = { stdin: process.stdin, stdout: stream, stderr: stream, env: {} };
  const code = await findingsCommand([...args, '--data', desk.folder, '--by', 'amira'], io);
  return { code, out };
}

const notes = async () => {
  const store = openStore(desk.folder);
  const found = (await store.articleReview('article-1')).notes;
  await store.close();
  return found;
};

it('says what it would do, does it with --apply, once, and names what it left out', async () => {
  const first = await run('article-1', file);
  expect(first.out).toContain('would be noted on the text; they name no speaker: four kilometres south');
  expect(first.out).toContain('cannot be placed, so it is left out: words that are nowhere');
  expect(first.out).toContain('Nothing was written.');
  expect(first.code).toBe(1);
  expect(await notes()).toEqual([]);
  for (let n = 0; n < 2; n++) await run('article-1', file, '--apply');
  expect((await notes()).map(({ body }) => body.split('\n')[0])).toEqual(['**Comment:** Measured by whom?']);
});
