import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractCommand } from '../../src/cli/extract.js';
import { UsageError } from '../../src/cli/io.js';
import type { Contract } from '../../src/core/contract.js';
import { extractStatements, toContract } from '../../src/index.js';
import { ioWith } from './streams.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'whosaid-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STORY =
  'Ferry cancelled for third day\n\nThe ferry stayed in harbour on Wednesday. “We have bread until Friday,” said Tora Lund, who runs the shop.\n';
const line = (id: string, more: Record<string, unknown> = {}): string =>
  `${JSON.stringify({ id, text: STORY, ...more })}\n`;

async function answersTo(...input: (string | Buffer)[]): Promise<Record<string, unknown>[]> {
  const spoken = ioWith(input);
  expect(await extractCommand(['--jsonl'], spoken.io)).toBe(0);
  return spoken
    .out()
    .split('\n')
    .filter((answer) => answer !== '')
    .map((answer) => JSON.parse(answer));
}

describe('extract FILE', () => {
  const file = join(folder, 'story.txt');
  beforeAll(() => writeFileSync(file, STORY));

  it('prints the contract as one line of JSON', async () => {
    const spoken = ioWith();
    expect(
      await extractCommand(
        [file, '--json', '--published-on', '2024-02-14', '--publisher', 'Kystbladet'],
        spoken.io,
      ),
    ).toBe(0);
    expect(spoken.out().trimEnd()).not.toContain('\n');
    const contract: Contract = JSON.parse(spoken.out());
    expect(contract).toMatchObject({ id: 'story.txt', text: STORY, published_on: '2024-02-14' });
    const quote = contract.statements.find(({ kind }) => kind === 'direct')!;
    expect(contract.text.slice(quote.content[0]!.start, quote.content.at(-1)!.end)).toContain(
      'We have bread until Friday',
    );
    expect(quote.speaker.name).toBe('Tora Lund');
    expect(Object.keys(quote)).toEqual(
      expect.arrayContaining([
        'kind',
        'content',
        'cue',
        'source',
        'speaker',
        'via',
        'channel',
        'said_on',
        'polarity',
        'checkable',
        'confidence',
      ]),
    );
    const narration = contract.statements.filter(({ kind }) => kind === 'narration');
    expect(narration.map(({ speaker }) => speaker.name)).toEqual(narration.map(() => 'Kystbladet'));
    expect(contract.attributions).toHaveLength(contract.statements.length - narration.length);
  });

  it('prints a listing for people, with nothing that moves the cursor', async () => {
    const spoken = ioWith([STORY.replace('harbour', 'harb\u001b[31mour')]);
    expect(await extractCommand(['-'], spoken.io)).toBe(0);
    expect(spoken.out()).toContain('Tora Lund');
    expect(spoken.out()).toContain('Publication date unknown');
    expect(spoken.out()).not.toContain('\u001b');
  });

  it('leaves out what is less sure than asked for', async () => {
    const spoken = ioWith();
    await extractCommand([file, '--json', '--min-confidence', '1'], spoken.io);
    expect(JSON.parse(spoken.out()).statements).toEqual([]);
  });

  it.each([
    [[]],
    [['one.txt', 'two.txt']],
    [['one.txt', '--min-confidence', '2']],
    [['--jsonl', '--jobs', 'many']],
    [['--jsonl', 'one.txt']],
    [['one.txt', '--nonsense']],
  ])('says how it is used when given %j', async (args) => {
    await expect(extractCommand(args, ioWith().io)).rejects.toBeInstanceOf(UsageError);
  });

  it('refuses a day that does not exist and a text without words', async () => {
    await expect(extractCommand([file, '--published-on', '2024-02-30'], ioWith().io)).rejects.toThrow(
      'YYYY-MM-DD',
    );
    await expect(extractCommand(['-'], ioWith(['\n \n']).io)).rejects.toThrow('no text');
  });
});

describe('extract --jsonl', () => {
  it('answers in the order of the lines, and goes on after those it cannot read', async () => {
    const answers = await answersTo(
      line('a', { published_on: '2024-02-14', publisher: 'Kystbladet' }),
      'not json\n',
      '{"id":"b"}\n\n[1]\n',
      line('c', { published_on: 'Friday' }),
      Buffer.from([0xff, 0xfe, 0x0a]),
      line('d', { published_on: null, publisher: null }),
      '{"id":"e","text":""}',
    );
    expect(answers.map(({ id, line, error }) => [id, line ?? null, error === undefined])).toEqual([
      ['a', null, true],
      [null, 2, false],
      ['b', 3, false],
      [null, 5, false],
      ['c', 6, false],
      [null, 7, false],
      ['d', null, true],
      ['e', null, true],
    ]);
    expect(answers[7]).toEqual({ id: 'e', text: '', published_on: null, statements: [], attributions: [] });
  });

  it('reads a line that arrives in pieces, a letter cut in two', async () => {
    const bytes = Buffer.from(line('ø', { text: 'Ærø: “Nei,” sa hun. The ferry left.' }));
    const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    const [answer] = await answersTo(...pieces);
    expect(answer).toMatchObject({ id: 'ø', text: 'Ærø: “Nei,” sa hun. The ferry left.' });
  });

  it('keeps odd characters as they came', async () => {
    const text = 'He said \u0000 no. \ud800 And 😀 yes.';
    const [answer] = await answersTo(`${JSON.stringify({ id: 'odd', text })}\n`);
    expect(answer!.text).toBe(text);
  });

  it('answers the same however often it is asked', async () => {
    const [first, second] = await answersTo(line('a'), line('a'));
    expect(first).toEqual(second);
  });
});

describe('the package', () => {
  it('gives the statements the command prints', async () => {
    const [answer] = await answersTo(line('a', { published_on: '2024-02-14', publisher: 'Kystbladet' }));
    const input = { text: STORY, publishedOn: '2024-02-14', publisher: 'Kystbladet' };
    const contract = toContract('a', input, await extractStatements(input));
    expect(JSON.parse(JSON.stringify(contract))).toEqual(answer);
  });

  it('refuses a day that does not exist', async () => {
    await expect(extractStatements({ text: STORY, publishedOn: '2024-02-30' })).rejects.toThrow('YYYY-MM-DD');
  });
});

describe('extract --jsonl --jobs', () => {
  const built = mkdtempSync(join(root, '.built-'));
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  beforeAll(() => {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        '-p',
        root,
        '--noCheck',
        '--outDir',
        join(built, 'dist'),
      ],
      {
        cwd: root,
      },
    );
    for (const name of ['package.json', 'model']) {
      if (!existsSync(join(built, name))) symlinkSync(join(root, name), join(built, name));
    }
  });

  const run = (args: readonly string[], input: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(built, 'dist/cli.js'), 'extract', '--jsonl', ...args]);
      let out = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
      });
      child.on('error', reject);
      child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`exit ${code}`))));
      child.stdin.end(input);
    });

  it('gives over three threads, in order, exactly what one gives', async () => {
    const input = Array.from({ length: 60 }, (_, at) =>
      at % 7 === 3 ? `broken ${at}\n` : line(`a${at}`, { text: STORY.repeat(1 + ((at * 5) % 9)) }),
    ).join('');
    const [one, three] = await Promise.all([run([], input), run(['--jobs', '3'], input)]);
    expect(three).toBe(one);
    expect(one.trimEnd().split('\n')).toHaveLength(60);
  });
});
