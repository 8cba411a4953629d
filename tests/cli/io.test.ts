// Command lines whose values look like options.
import { describe, expect, it } from 'vitest';
import { readArgs, UsageError } from '../../src/cli/io.ts';

const read = (...args: string[]) =>
  readArgs({
    args,
    options: { key: { type: 'string' }, bundle: { type: 'string' }, quiet: { type: 'boolean', short: 'q' } },
    allowPositionals: true,
  });

describe('a command line', () => {
  it.each(['-Zx7', '--Zx7', '-'])('takes a value that begins with a dash: %s', (key) => {
    expect(read('a.html', '--key', key, '--quiet')).toMatchObject({
      values: { key, quiet: true },
      positionals: ['a.html'],
    });
  });

  it.each([['--bundle'], ['--bundle=b.zip'], ['--bundel'], ['-q'], []])(
    'still misses a value that is not there: %s',
    (...next) => {
      expect(() => read('--key', ...next)).toThrow(UsageError);
    },
  );

  it('leaves what stands after two dashes as it is', () => {
    expect(read('--', '--key', '-x').positionals).toEqual(['--key', '-x']);
  });
});
