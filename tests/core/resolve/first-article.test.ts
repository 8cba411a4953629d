// The first article: every attribution of its annotation, with speaker, hat, relay, channel and day.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../src/core/blocks/find-blocks.ts';
import { resolveSources } from '../../../src/core/resolve/resolve-sources.ts';
import type { Attribution } from '../../../src/core/statement.ts';
import { spanOf } from './resolve-case.ts';

type Words = string | { readonly text: string; readonly occurrence: number };
interface Gold {
  readonly id: string;
  readonly kind: string;
  readonly content: readonly Words[];
  readonly cue: readonly Words[];
  readonly source: readonly Words[];
  readonly speaker: {
    readonly name: string;
    readonly type: string;
    readonly role: string | null;
    readonly affiliation: string | null;
  };
  readonly via: readonly string[];
  readonly channel: string | null;
  readonly said_on: string | null;
  readonly also_accept?: {
    readonly said_on?: readonly (string | null)[];
    readonly channel?: readonly (string | null)[];
  };
  readonly optional?: boolean;
}

const folder = new URL('../../corpus/seed/', import.meta.url);
const text = readFileSync(new URL('article.txt', folder), 'utf8');
const gold = JSON.parse(readFileSync(new URL('gold.json', folder), 'utf8')) as {
  readonly published_on: string;
  readonly publisher: string;
  readonly statements: readonly Gold[];
};

const statements = gold.statements.filter(({ kind, optional }) => kind !== 'narration' && !optional);
const span = (words: Words) =>
  spanOf(text, typeof words === 'string' ? words : `${words.text}#${words.occurrence}`);
const attributions: Attribution[] = statements.map(({ content, cue, source }) => ({
  content: content.map(span),
  cue: cue.map(span),
  source: source.map(span),
  confidence: 1,
}));

describe.each([
  ['the agency', gold.publisher],
  ['nobody known', null],
])('the first article, published by %s', (_, publisher) => {
  const article = { text, blocks: findBlocks(text), publishedOn: gold.published_on, publisher };
  const resolved = resolveSources(article, attributions);

  it.each(statements.map((statement, at) => [statement.id, statement, resolved[at]!] as const))(
    'resolves %s',
    (_, statement, own) => {
      const { name, type, role, affiliation } = own.speaker;
      expect({ name, type, role, affiliation, via: own.via }).toEqual({
        name: statement.speaker.name,
        type: statement.speaker.type,
        role: statement.speaker.role,
        affiliation: statement.speaker.affiliation,
        via: statement.via,
      });
      expect([statement.channel, ...(statement.also_accept?.channel ?? [])]).toContain(own.channel);
      expect([statement.said_on, ...(statement.also_accept?.said_on ?? [])]).toContain(own.saidOn);
    },
  );
});
