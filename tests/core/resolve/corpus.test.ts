// The annotated corpus, its own spans resolved: what resolution reaches when every statement has been found.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../src/core/blocks/find-blocks.ts';
import { type Resolved, resolveSources } from '../../../src/core/resolve/resolve-sources.ts';
import type { Span } from '../../../src/core/span.ts';
import type { Attribution } from '../../../src/core/statement.ts';

interface Gold {
  readonly kind: string;
  readonly content: readonly [number, number][];
  readonly cue: readonly [number, number][];
  readonly source: readonly [number, number][];
  readonly speaker: { readonly name: string; readonly accept: readonly string[] };
  readonly via: readonly string[];
  readonly channel: string | null;
  readonly said_on: string | null;
  readonly optional?: boolean;
  readonly inherited?: readonly string[];
  readonly channel_accept?: readonly (string | null)[];
  readonly via_accept?: readonly (readonly string[])[];
}
interface Story {
  readonly id: string;
  readonly text: string;
  readonly published_on: string;
  readonly publisher: string;
  readonly statements: readonly Gold[];
}

const stories: Story[] = readFileSync(new URL('../../corpus/wire/gold.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Story);

const spans = (pairs: readonly [number, number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));
const size = (span: readonly Span[]): number => span.reduce((sum, { start, end }) => sum + end - start, 0);
const holds = (outer: Attribution, inner: Attribution): boolean =>
  [...inner.content, ...inner.cue, ...inner.source].every(({ start, end }) =>
    outer.content.some((part) => part.start <= start && end <= part.end),
  ) &&
  inner.cue.length + inner.source.length > 0 &&
  size(outer.content) > size(inner.content);

function resolveStory(story: Story): { gold: Gold; own: Resolved }[] {
  const golds = story.statements
    .filter(({ kind }) => kind !== 'narration')
    .sort((a, b) => a.content[0]![0] - b.content[0]![0]);
  const bare: Attribution[] = golds.map(({ content, cue, source }) => ({
    content: spans(content),
    cue: spans(cue),
    source: spans(source),
    confidence: 1,
  }));
  const nested = bare.map((inner): Attribution => {
    const outers = bare.filter((outer) => outer !== inner && holds(outer, inner));
    const nearest = outers.sort((a, b) => size(a.content) - size(b.content))[0];
    return nearest ? { ...inner, within: bare.indexOf(nearest) } : inner;
  });
  const { text, published_on: publishedOn, publisher } = story;
  const resolved = resolveSources({ text, blocks: findBlocks(text), publishedOn, publisher }, nested);
  return golds.map((gold, at) => ({ gold, own: resolved[at]! })).filter(({ gold }) => !gold.optional);
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/["“”]/g, '')
    .replace(/^(?:the|an?) /, '');
const alike = (a: string, b: string): boolean => {
  const [short = [], long = []] = [plain(a).split(/\W+/), plain(b).split(/\W+/)].sort(
    (x, y) => x.length - y.length,
  );
  return short.every((word) => long.includes(word));
};

const speakerRight = ({ gold, own }: { gold: Gold; own: Resolved }): boolean =>
  [gold.speaker.name, ...gold.speaker.accept].some((name) => plain(name) === plain(own.speaker.name));
const viaRight = ({ gold, own }: { gold: Gold; own: Resolved }): boolean =>
  [gold.via, ...(gold.via_accept ?? [])].some(
    (via) => via.length === own.via.length && via.every((name, at) => alike(name, own.via[at]!)),
  );

const all = stories.flatMap(resolveStory);
const share = <T>(of: readonly T[], right: (one: T) => boolean): number =>
  of.filter(right).length / of.length;

describe('the annotated corpus, with its own spans', () => {
  it('names the speaker', () => {
    expect(share(all, speakerRight)).toBeGreaterThanOrEqual(0.98);
  });

  it('names the relays', () => {
    const relayed = all.filter(({ gold }) => gold.via.length > 0 && !gold.inherited?.includes('via'));
    expect(share(relayed, viaRight)).toBeGreaterThanOrEqual(0.95);
  });

  it('gives the channel where it is stated, and the day', () => {
    const stated = all.filter(({ gold }) => gold.channel && !gold.inherited?.includes('channel'));
    const dated = all.filter(({ gold }) => gold.said_on && !gold.inherited?.includes('said_on'));
    expect(
      share(stated, ({ gold, own }) => [gold.channel, ...(gold.channel_accept ?? [])].includes(own.channel)),
    ).toBeGreaterThanOrEqual(0.95);
    expect(share(dated, ({ gold, own }) => own.saidOn === gold.said_on)).toBeGreaterThanOrEqual(0.95);
  });

  it('invents no day where the text gives none', () => {
    const undated = all.filter(({ gold }) => !gold.said_on);
    expect(share(undated, ({ own }) => own.saidOn === null)).toBeGreaterThanOrEqual(0.98);
  });
});
