// Calls that would turn somebody's words into code: none in what a desk runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = new URL('../src/', import.meta.url).pathname;
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const lines = files.flatMap((file) =>
  readFileSync(join(SRC, file), 'utf8')
    .split('\n')
    .map((line, at) => ({ file, line, where: `${file}:${at + 1}: ${line.trim()}` })),
);

test('nothing is evaluated, and no program is started but by the crash run and by training, which no desk runs', () => {
  const found = lines.filter(
    ({ file, line }) =>
      /\beval\(|new Function\(|\bvm\b.*from 'node:vm'|setTimeout\(\s*['"`]/.test(line) ||
      (/child_process/.test(line) && !/^(?:crash|training)\//.test(file)),
  );
  expect(found.map(({ where }) => where)).toEqual([]);
});

/** Patterns put together while the desk runs, of our own words alone: a catalogue's sentences, a table of units. */
const OWN_WORDS = ['web/words/sentences.ts', 'core/hints/conversion.ts', 'core/blocks/dateline.ts'];

test('patterns are put together where a file is loaded, never from what somebody typed', () => {
  const found = lines.filter(
    ({ file, line }) =>
      /new RegExp\(|\bRegExp\(/.test(line) &&
      !/^(?:export )?const [A-Z_]+ = new RegExp\(/.test(line) &&
      !OWN_WORDS.includes(file),
  );
  expect(found.map(({ where }) => where)).toEqual([]);
});
