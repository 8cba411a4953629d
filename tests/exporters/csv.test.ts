import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv, neutralised } from '../../src/exporters/csv.ts';
import { CASES, HARBOUR, HARD, textOf } from './written.ts';

const rows = (text: string) =>
  papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

describe('read by another library', () => {
  it.each(CASES)('has one row a statement: %s', async (_, report) => {
    const { data, errors } = rows(await textOf('csv', report));
    expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([]);
    expect(data.map(({ statement_id }) => statement_id)).toEqual(
      report.articles.flatMap(({ statements }) => statements.map(({ id }) => id)),
    );
  });

  it('holds the exact words, all fifty thousand characters of them', async () => {
    const { data } = rows(await textOf('csv', HARD));
    expect(data[1]?.words).toBe(HARD.articles[0]?.statements[1]?.words);
    expect(data[1]?.words?.length).toBeGreaterThan(49_000);
    expect(data[0]?.words).toBe('إن الجسر آمن 🚧 تمامًا');
  });

  it('tells a proposal from a verdict, and repeats head and digest in every row', async () => {
    const { data } = rows(await textOf('csv', HARBOUR));
    expect(data.map((row) => `${row.rating} ${row.rating_final}`).slice(0, 3)).toEqual([
      'verified yes',
      'corroborated no',
      'disputed yes',
    ]);
    for (const row of data) expect(row.report_digest).toBe(HARBOUR.digest);
    expect(data[8]?.struck_out).toBe('A link of the page.');
  });

  it('keeps every cell from being run as a formula', async () => {
    for (const report of [HARBOUR, HARD])
      for (const row of rows(await textOf('csv', report)).data)
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    const { data } = rows(await textOf('csv', HARD));
    expect(data[1]?.speaker).toBe('\'=HYPERLINK("https://evil.example","click")');
  });
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])('makes %j text', (cell) => {
  expect(neutralised(cell)).toBe(`'${cell}`);
});

it('leaves ordinary cells alone', () => {
  expect(neutralised('a=b')).toBe('a=b');
});

it('begins with a byte order mark when asked to, and never otherwise', () => {
  expect([...csv.pieces(HARBOUR, { bom: true })][0]).toBe('\uFEFF');
  expect([...csv.pieces(HARBOUR, {})].join('')).not.toContain('\uFEFF');
});
