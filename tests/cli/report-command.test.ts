import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/io.ts';
import { reportCommand } from '../../src/cli/report.ts';
import { checkSeal } from '../../src/core/seal.ts';
import { deskKey } from '../../src/desk-key.ts';
import { harbour } from '../core/report/harbour.ts';
import { type KeptDesk, keptDesk } from '../core/report/kept-desk.ts';
import { paperDesk } from '../core/report/paper-desk.ts';

let desk: KeptDesk;

beforeAll(async () => {
  const rain = paperDesk(
    'Rain\n\nIt rained, she said.\n',
    [{ content: 'It rained', speaker: { name: 'Ilse Brandt' } }],
    {
      id: 'article-2',
    },
  );
  desk = await keptDesk(harbour(), rain);
});

afterAll(() => desk.close());

async function run(command: Command, ...args: string[]) {
  const out: Buffer[] = [];
  const stdout = new Writable({
    write(chunk: Buffer | string, _, done) {
      out.push(Buffer.from(chunk));
      done();
    },
  });
  const code = await command([...args, '--data', desk.folder], {
    stdin: process.stdin,
    stdout,
    stderr: stdout,
    env: {},
  });
  return { code, out: Buffer.concat(out) };
}

describe('whosaid report', () => {
  it('prints a sealed page when nothing else is asked for', async () => {
    const { code, out } = await run(reportCommand, 'article-1');
    expect(code).toBe(0);
    expect(out.toString()).toMatch(/^<!doctype html>/);
    expect(checkSeal(out)).toEqual({ state: 'holds', publicKey: deskKey(desk.folder).publicKey });
  });

  it.each([
    ['report.md', /^# Verification report/],
    ['report.prov.json', /^\{\s*"prefix"/],
    ['report.claimreview.jsonld', /^\{"@context":"https:\/\/schema.org"/],
    ['report.json', /^\{"format":"whosaid-report"/],
    ['report.pdf', /^%PDF-1\.7/],
  ])('takes the format from the name %s', async (name, beginning) => {
    await run(reportCommand, 'article-1', '-o', join(desk.folder, name));
    expect(readFileSync(join(desk.folder, name), 'latin1')).toMatch(beginning);
  });

  it('puts a seal beside a table, which has no room for one', async () => {
    const file = join(desk.folder, 'report.csv');
    await run(reportCommand, 'article-1', '-o', file, '--bom');
    const bytes = readFileSync(file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(checkSeal(bytes, readFileSync(`${file}.seal`, 'utf8')).state).toBe('holds');
  });

  it('puts several articles into one report', async () => {
    const { out } = await run(reportCommand, 'article-1', 'article-2', '--format', 'json');
    expect(JSON.parse(out.toString())).toMatchObject({ title: '2 articles', counts: { statements: 9 } });
  });

  it('narrows to a speaker, a party or a rating', async () => {
    const numbers = async (...filter: string[]) =>
      JSON.parse(
        (await run(reportCommand, 'article-1', '--format', 'json', ...filter)).out.toString(),
      ).articles[0].statements.map((one: { number: number }) => one.number);
    expect(await numbers('--speaker', 'Pal Osei')).toEqual([5, 8]);
    expect(await numbers('--party', 'Harbour Authority')).toEqual([2, 3, 4]);
    expect(await numbers('--rating', 'false', '--rating', 'verified')).toEqual([1, 7]);
  });

  it('links to the desk’s own pages when told where they are', async () => {
    const { out } = await run(
      reportCommand,
      'article-1',
      '--format',
      'claimreview',
      '--site',
      'https://desk.example',
    );
    expect(JSON.parse(out.toString())['@graph'][0].url).toBe(
      'https://desk.example/read/article-1#s-article-1-s1',
    );
  });

  it.each([
    [['article-1', '--format', 'docs'], 'there is no format “docs”'],
    [['article-1', '--rating', 'true'], 'there is no rating “true”'],
    [['article-1', '--site', 'desk.example'], '--site is an address'],
    [[], 'name the article'],
    [['nobody'], 'no such article'],
  ])('refuses %j in a sentence', async (args, sentence) => {
    await expect(run(reportCommand, ...args)).rejects.toThrow(sentence);
  });

  it('writes nothing into the log', async () => {
    const before = await desk.store.head('article-1');
    await run(reportCommand, 'article-1');
    expect(await desk.store.head('article-1')).toEqual(before);
  });
});
