import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/core/blocks/find-blocks.js';
import { toContract } from '../../src/core/contract.js';
import { type Engine, extractStatements } from '../../src/core/extract-statements.js';
import { findHints } from '../../src/core/hints/find-hints.js';
import type { ExtractedStatement } from '../../src/core/statement.js';
import { loadEngine } from '../../src/engine.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const statementsIn = (text: string, publisher: string | null = null): ExtractedStatement[] =>
  extractStatements({ text, blocks: findBlocks(text), publishedOn: '2024-05-10', publisher }, engine);

const splitsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

/** What holds of every extraction, whatever the text. */
function expectSound(text: string): void {
  const statements = statementsIn(text);
  const blocks = findBlocks(text);
  let last = 0;
  for (const [at, statement] of statements.entries()) {
    expect(statement.content.length).toBeGreaterThan(0);
    for (const span of [...statement.content, ...statement.cue, ...statement.source]) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(splitsPair(text, span.start) || splitsPair(text, span.end)).toBe(false);
      expect(blocks.some((block) => block.setAside && block.start < span.end && span.start < block.end)).toBe(
        false,
      );
    }
    statement.content.reduce((end, span) => {
      expect(span.start).toBeGreaterThanOrEqual(end);
      return span.end;
    }, 0);
    expect(statement.content[0]!.start).toBeGreaterThanOrEqual(last);
    last = statement.content[0]!.start;
    expect(statement.confidence).toBeGreaterThanOrEqual(0);
    expect(statement.confidence).toBeLessThanOrEqual(1);
    expect(statement.speaker.name).not.toBe('');
    expect(statement.saidOn === null || /^\d{4}-\d\d-\d\d$/.test(statement.saidOn)).toBe(true);
    if (statement.within !== undefined) expect(statement.within).not.toBe(at);
    if (statement.within !== undefined) expect(statements[statement.within]).toBeDefined();
  }
  findHints({ text, blocks, publishedOn: null, publisher: null }, statements);
  expect(
    JSON.parse(JSON.stringify(toContract('x', { text, publishedOn: null }, statements))).statements,
  ).toHaveLength(statements.length);
}

const PIECES =
  '“|”|"|‘|’|\'|«|»|„|(|)|. |, |: |; |? |! |\n|\n\n|— | - |\r\n|\u2028|\u0000|\ud83d|\ude00|😀|é|e\u0301|\u202e|שלום |他说 |he said |said |told |that |according to |which |who |and |but |the minister |Ana Lopez |she |on Friday |in a tweet |17 of 34 |90 km (55 miles) |denied |Source: X|Read more: |Q: |A: |10:15 |• |1. |> |@ana |#tag |U.S. |Mr. |1,200 |$2.1M |adding |declined to comment '.split(
    '|',
  );

describe('any text at all', () => {
  it('gives sound statements for texts made of what articles are made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) =>
        expectSound(pieces.join('')),
      ),
      { numRuns: 400, seed: 11 },
    );
  });

  it('gives sound statements for texts made of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectSound(text)),
      { numRuns: 200, seed: 12 },
    );
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffff }), { maxLength: 200 }), (units) =>
        expectSound(String.fromCharCode(...units)),
      ),
      { numRuns: 200, seed: 13 },
    );
  });
});

describe('long texts', () => {
  const MB = 1_000_000;
  it.each([
    ['one endless word', 'a'.repeat(5 * MB)],
    ['one endless line', 'the ferry left and '.repeat((5 * MB) / 19)],
    ['quotation marks alone', '"'.repeat(5 * MB)],
    ['opening marks alone', '“'.repeat(5 * MB)],
    ['single marks', "' ".repeat(MB)],
    ['commas and which', ', which '.repeat((5 * MB) / 8)],
    ['quotations in one line', '“No,” he said. '.repeat((0.1 * MB) / 15)],
    ['declining', 'declined to declined to '.repeat((1 * MB) / 24)],
    ['blank lines', '\n'.repeat(5 * MB)],
    ['white space', `a${' '.repeat(5 * MB)}b`],
    ['digits', '17 of 34 '.repeat((2 * MB) / 9)],
  ])(
    'takes bounded time over %s',
    (_, text) => {
      const started = performance.now();
      const statements = statementsIn(text);
      expect(performance.now() - started).toBeLessThan(60_000);
      for (const { content } of statements) expect(content.at(-1)!.end).toBeLessThanOrEqual(text.length);
    },
    120_000,
  );
});

describe('an article', () => {
  it('has its publisher narrate, by name when it is known', () => {
    expect(statementsIn('The mill burned down on Sunday.', 'The Daily Bell')[0]!.speaker).toMatchObject({
      name: 'The Daily Bell',
      type: 'publisher',
    });
    expect(statementsIn('The mill burned down on Sunday.\n\nSource: The Daily Bell')[0]!.speaker.name).toBe(
      'The Daily Bell',
    );
    expect(statementsIn('The mill burned down on Sunday.')[0]!.speaker.name).toBe('the publisher');
  });

  it('is found whole when its lines were wrapped by hand', () => {
    const wrapped = [
      'The harbour master of Tolk closed the inner basin on Saturday night',
      'after a barge broke its moorings and drifted against the fuel jetty of',
      'the cannery. “Nobody was hurt, and we would like to keep it that way,”',
      'said Ilko Marin, who has run the harbour since 2009.',
    ].join('\n');
    const found = statementsIn(wrapped).filter(({ confidence }) => confidence >= 0.5);
    expect(found.map(({ kind }) => kind)).toEqual(['narration', 'direct']);
    expect(found[0]!.content.map(({ start, end }) => wrapped.slice(start, end))).toEqual([
      wrapped.slice(0, wrapped.indexOf('. “')),
    ]);
    expect(found[1]!.speaker.name).toBe('Ilko Marin');
  });

  it('without any words has no statements', () => {
    expect(statementsIn('')).toEqual([]);
    expect(statementsIn('\n \t\n')).toEqual([]);
  });
});
