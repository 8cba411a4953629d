// A case: an article of ours, its attributions by their words, and what each must resolve to.
import { expect } from 'vitest';
import type { ArticleText, Block } from '../../../src/core/article.ts';
import { type Resolved, resolveSources } from '../../../src/core/resolve/resolve-sources.ts';
import type { Span } from '../../../src/core/span.ts';
import type { Attribution } from '../../../src/core/statement.ts';

/** Words of the article; `word#2` is its second occurrence. Empty for none. */
export interface Said {
  readonly source: string;
  readonly cue: string;
  /** Several parts with ` ~ ` between them. */
  readonly content: string;
  /** Index of the statement it stands within. */
  readonly within?: number;
  /** What to check; fields left out are not looked at. */
  readonly is: {
    readonly name?: string;
    readonly type?: string;
    readonly role?: string | null;
    readonly affiliation?: string | null;
    readonly via?: readonly string[];
    readonly channel?: string | null;
    readonly saidOn?: string | null;
    readonly reason?: string | null;
    readonly number?: string;
    readonly candidates?: readonly string[];
  };
}

export interface ResolveCase {
  readonly about: string;
  readonly text: string;
  readonly publishedOn?: string | null;
  readonly publisher?: string | null;
  readonly said: readonly Said[];
}

/** The nth place where the words stand as whole words. */
export function spanOf(text: string, wanted: string): Span {
  const [, words = wanted, nth] = /^(.*?)(?:#(\d+))?$/s.exec(wanted)!;
  let left = Number(nth ?? 1);
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (joins(text[start - 1], text[start]) || joins(text[end - 1], text[end])) continue;
    if (--left === 0) return { start, end };
  }
  throw new Error(`"${words}" is not in the text ${nth ?? 1} times`);
}

const joins = (a = ' ', b = ' '): boolean => /\p{L}/u.test(a) && /\p{L}/u.test(b);

const spans = (text: string, wanted: string): Span[] =>
  wanted === '' ? [] : wanted.split(' ~ ').map((part) => spanOf(text, part));

/** One block a line; the first line is a headline when it ends without a stop. */
export function articleOf({ text, publishedOn, publisher }: ResolveCase): ArticleText {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const heading = blocks.length === 0 && line[0].length < 60 && !/[.:]$|[.?!]"$/.test(line[0]);
    const credit = /^Source:/.test(line[0]);
    blocks.push({
      start: line.index,
      end: line.index + line[0].length,
      kind: heading ? 'headline' : credit ? 'credit' : 'paragraph',
      setAside: credit,
    });
  }
  return { text, blocks, publishedOn: publishedOn ?? null, publisher: publisher ?? null };
}

export function attributionsOf({ text, said }: ResolveCase): Attribution[] {
  return said.map(({ source, cue, content, within }) => ({
    source: spans(text, source),
    cue: spans(text, cue),
    content: spans(text, content),
    confidence: 1,
    ...(within === undefined ? {} : { within }),
  }));
}

export function checkCase(tested: ResolveCase): void {
  const resolved = resolveSources(articleOf(tested), attributionsOf(tested));
  expect(tested.said.map((said, index) => pick(resolved[index]!, said.is))).toEqual(
    tested.said.map(({ is }) => is),
  );
}

function pick(resolved: Resolved, wanted: Said['is']): Record<string, unknown> {
  const { speaker } = resolved;
  const all: Record<string, unknown> = {
    name: speaker.name,
    type: speaker.type,
    role: speaker.role,
    affiliation: speaker.affiliation,
    via: resolved.via,
    channel: resolved.channel,
    saidOn: resolved.saidOn,
    reason: speaker.anonymity?.reason ?? null,
    number: speaker.anonymity?.number,
    candidates: speaker.candidates,
  };
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key]]));
}
