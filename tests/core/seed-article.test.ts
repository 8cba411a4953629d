// The first article against its reference annotation in tests/corpus/seed, read as check.mjs there reads it.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findCredit } from '../../src/core/blocks/credit.js';
import { findBlocks } from '../../src/core/blocks/find-blocks.js';
import { extractStatements } from '../../src/core/extract-statements.js';
import { findHints } from '../../src/core/hints/find-hints.js';
import { exact, type Span } from '../../src/core/span.js';
import type { ExtractedStatement } from '../../src/core/statement.js';
import { loadEngine } from '../../src/engine.js';

type Words = string | { readonly text: string; readonly occurrence?: number };

interface Expected {
  readonly id: string;
  readonly kind: string;
  readonly content: readonly Words[];
  readonly speaker: { readonly name: string; readonly accept?: readonly string[]; readonly type: string };
  readonly via: readonly string[];
  readonly channel: string | null;
  readonly said_on: string | null;
  readonly checkable: boolean;
  readonly optional?: boolean;
  readonly also_accept?: {
    readonly said_on?: readonly (string | null)[];
    readonly channel?: readonly (string | null)[];
  };
}

const file = (name: string): string =>
  readFileSync(new URL(`../corpus/seed/${name}`, import.meta.url), 'utf8');
const text = file('article.txt');
const gold = JSON.parse(file('gold.json'));
const expected: readonly Expected[] = gold.statements;

/** Whole-word occurrences, counted from 1. */
function spanOf(words: Words): Span {
  const { text: wanted, occurrence = 1 } = typeof words === 'string' ? { text: words } : words;
  let left = occurrence;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (cutsWord(at) || cutsWord(end)) continue;
    if (--left === 0) return { start: at, end };
  }
  throw new Error(`“${wanted}” is not in the article`);
}

const isLetter = (character: string | undefined): boolean => /[\p{L}\p{N}]/u.test(character ?? ' ');
const cutsWord = (at: number): boolean => isLetter(text[at - 1]) && isLetter(text[at]);

const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => match.index);
const tokensIn = (spans: readonly Span[]): Set<number> =>
  new Set(tokens.filter((at) => spans.some(({ start, end }) => start <= at && at < end)));

function likeness(a: readonly Span[], b: readonly Span[]): number {
  const [one, other] = [tokensIn(a), tokensIn(b)];
  const shared = [...one].filter((token) => other.has(token)).length;
  return shared / (one.size + other.size - shared);
}

describe('the first article', () => {
  const blocks = findBlocks(text);
  let statements: ExtractedStatement[];
  beforeAll(async () => {
    const article = { text, blocks, publishedOn: gold.published_on, publisher: gold.publisher };
    statements = extractStatements(article, await loadEngine());
  });

  const found = ({ kind, content }: Expected): ExtractedStatement => {
    const spans = content.map(spanOf);
    const narrated = kind === 'narration';
    const alike = statements
      .filter((statement) => (statement.kind === 'narration') === narrated)
      .map((statement) => ({ statement, like: likeness(statement.content, spans) }))
      .sort((a, b) => b.like - a.like)[0]!;
    expect(alike.like).toBeGreaterThanOrEqual(0.6);
    return alike.statement;
  };

  it.each(
    expected.filter(({ optional }) => !optional).map((statement) => [statement.id, statement] as const),
  )('finds %s with its kind, speaker, relay, channel and day', (_id, wanted) => {
    const statement = found(wanted);
    const { speaker } = wanted;
    expect(statement.kind).toBe(wanted.kind);
    expect([speaker.name, ...(speaker.accept ?? [])]).toContain(statement.speaker.name);
    expect(statement.speaker.type).toBe(speaker.type);
    expect(statement.via).toEqual(wanted.via);
    expect([wanted.channel, ...(wanted.also_accept?.channel ?? [])]).toContain(statement.channel);
    expect([wanted.said_on, ...(wanted.also_accept?.said_on ?? [])]).toContain(statement.saidOn);
    expect(statement.checkable).toBe(wanted.checkable);
  });

  it('finds nothing else', () => {
    const contents = expected.map(({ content }) => content.map(spanOf));
    const extra = statements.filter(
      ({ content }) => !contents.some((spans) => likeness(content, spans) >= 0.5),
    );
    expect(extra.map(({ content }) => content.map((span) => exact(text, span)))).toEqual([]);
  });

  it('preserves every oddity', () => {
    const words = [...statements.flatMap(({ content, cue }) => [...content, ...cue])].map((span) =>
      exact(text, span),
    );
    for (const { text: oddity } of gold.oddities as { text: string }[]) {
      expect(text).toContain(oddity);
      const first = oddity.split(' ')[0]!;
      expect(words.some((piece) => piece.includes(first))).toBe(true);
    }
  });

  it('sets the page’s furniture and credit aside', () => {
    const setAside = blocks.filter((block) => block.setAside).map((block) => exact(text, block));
    expect(setAside).toEqual([
      ...gold.boilerplate.map(({ text: words }: { text: string }) => words),
      gold.credit,
    ]);
    expect(exact(text, blocks.find(({ kind }) => kind === 'headline')!)).toBe(gold.headline);
    expect(findCredit(text, blocks)).toBe(gold.publisher);
  });

  it('finds its sums in order, and cries no wolf', () => {
    const article = { text, blocks, publishedOn: gold.published_on, publisher: gold.publisher };
    const hints = findHints(article, statements);
    expect(hints.filter(({ finding }) => finding !== 'consistent')).toEqual([]);
    expect(hints.map(({ kind }) => kind)).toEqual(['ratio', 'conversion', 'list']);
  });

  it('sees an altered sum', async () => {
    const altered = text
      .replace('(55 miles)', '(75 miles)')
      .replace('the 15th provincial', 'the 16th provincial');
    const article = {
      text: altered,
      blocks: findBlocks(altered),
      publishedOn: gold.published_on,
      publisher: gold.publisher,
    };
    const hints = findHints(article, extractStatements(article, await loadEngine()));
    expect(hints.filter(({ finding }) => finding === 'inconsistent').map(({ kind }) => kind)).toEqual([
      'conversion',
      'list',
    ]);
  });
});
