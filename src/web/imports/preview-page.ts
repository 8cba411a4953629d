// What would be stored, shown before anything is: the text and where each part of it came from, the data, what was found.
import type { Block } from '../../core/article.js';
import type { Duplicate } from '../../core/duplicates/duplicate-of.js';
import { directionOf } from '../../core/report/direction.js';
import { exact } from '../../core/span.js';
import type { Statement, Store } from '../../core/store.js';
import { wordsOf } from '../../core/words.js';
import { type Desk, ENCODINGS, type Imported, type Reading } from '../../workflow.js';
import { lineOf } from '../bench/statement-line.js';
import type { Problem } from '../form.js';
import type { T } from '../words/words.js';

export interface PreviewBlock {
  readonly index: number;
  readonly kind: Block['kind'];
  /** As the importer would have it; where the editor said otherwise, `changed`. */
  readonly setAside: boolean;
  readonly changed: boolean;
  /** The first of a very long one, and how many characters follow. */
  readonly text: string;
  readonly beyond: number;
  /** Where in the original it stands. */
  readonly from: string;
  /** The same, as a reader would say it. */
  readonly where: string;
}

/** Blocks one after another that are shown together: many that were set aside are folded into one line. */
export interface PreviewRun {
  readonly folded: boolean;
  readonly blocks: readonly PreviewBlock[];
}

/** A stretch of the text, counted in blocks from 1. */
export interface PreviewPart {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly here: boolean;
}

export interface PreviewModel {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly url: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What the document says about itself that an article has no field for. */
  readonly byline: string | null;
  readonly section: string | null;
  /** The encoding the text was read in, and those an editor may choose instead; null where the format fixes it. */
  readonly encoding: {
    readonly read: string;
    readonly asked: string;
    readonly choices: readonly string[];
  } | null;
  readonly warnings: readonly string[];
  readonly runs: readonly PreviewRun[];
  /** Where the text is too long for one page: its parts, and what was settled about blocks of the other parts. */
  readonly parts: readonly PreviewPart[];
  readonly carried: readonly { readonly name: 'aside' | 'keep'; readonly index: number }[];
  readonly asideCount: number;
  readonly statements: number;
  readonly ownVoice: number;
  /** The first of those that were attributed, and how many more there are. */
  readonly foundBeyond: number;
  /** `marked` where the words begin with a quotation mark of their own. */
  readonly found: readonly { readonly words: string; readonly marked: boolean; readonly who: string }[];
  /** Stories the desk has that this one is like, each by its newest version. */
  readonly alike: readonly {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly how: Duplicate;
  }[];
  /** Of `alike`, what it was said to be: `copy ID`, `version ID`, `same ID`; empty for an article of its own. */
  readonly relation: string;
  readonly known: { readonly id: string; readonly title: string } | null;
  readonly newerThan: { readonly id: string; readonly title: string } | null;
  readonly requestKey: string;
  readonly problem: Problem | null;
}

export interface PreviewRequest {
  readonly reading: Reading;
  readonly imported: Imported;
  readonly statements: readonly Statement[];
  readonly name: string;
  readonly encoding: string;
  readonly older: PreviewModel['newerThan'];
  readonly relation: string;
  readonly part: number;
  readonly problem: Problem | null;
}

/** A browser given tens of thousands of blocks, and a server that makes them, keep everybody waiting. */
const BLOCKS_SHOWN = 1_000;
const CHARACTERS_SHOWN = 300_000;
const LONGEST_SHOWN = 20_000;
const FOUND_SHOWN = 500;

/** Runs of more blocks than this that were set aside are folded. */
const FOLDED_FROM = 4;

export async function previewPage(desk: Desk, request: PreviewRequest, t: T): Promise<PreviewModel> {
  const { reading, imported, statements, older } = request;
  const { document, original } = reading;
  const quoted = statements.filter((statement) => statement.kind !== 'narration');
  const known = await desk.store.findArticle({ sourceSha256: original.sha256 });
  const parts = partsOf(imported.blocks, request.part);
  const here = parts.find((part) => part.here);
  const changed = (block: Block, index: number): boolean =>
    imported.blocks[index]?.setAside !== block.setAside;
  return {
    sha256: original.sha256,
    name: request.name,
    mediaType: imported.mediaType,
    size: original.size,
    title: imported.title,
    publisher: imported.publisher ?? '',
    publishedOn: imported.publishedOn ?? '',
    url: imported.url ?? '',
    language: imported.language,
    direction: directionOf(imported.language),
    byline: document.byline,
    section: document.section,
    encoding:
      document.encoding === null
        ? null
        : { read: document.encoding, asked: request.encoding, choices: ENCODINGS },
    warnings: document.warnings,
    runs: inRuns(previewBlocks(reading, imported, here)),
    parts: parts.length > 1 ? parts : [],
    carried: document.blocks.flatMap((block, index) =>
      changed(block, index) && !isWithin(index, here)
        ? [{ name: block.setAside ? ('keep' as const) : ('aside' as const), index }]
        : [],
    ),
    asideCount: imported.blocks.filter((block) => block.setAside).length,
    statements: statements.length,
    ownVoice: statements.length - quoted.length,
    foundBeyond: Math.max(0, quoted.length - FOUND_SHOWN),
    found: quoted.slice(0, FOUND_SHOWN).map((statement) => {
      const words = wordsOf(imported.text, statement.content).slice(0, LONGEST_SHOWN);
      return { words, marked: /^[“”"„«»‘’‚‹]/.test(words), who: lineOf(statement, t) };
    }),
    alike: older ? [] : await alikeStories(desk.store, imported.text),
    relation: request.relation,
    known: known ? { id: known.id, title: known.title } : null,
    newerThan: older,
    requestKey: desk.newId(),
    problem: request.problem,
  };
}

function partsOf(blocks: readonly Block[], asked: number): readonly PreviewPart[] {
  const ends: number[] = [];
  let from = 0;
  let characters = 0;
  for (const [index, { start, end }] of blocks.entries()) {
    const shown = Math.min(end - start, LONGEST_SHOWN);
    if (index > from && (index - from === BLOCKS_SHOWN || characters + shown > CHARACTERS_SHOWN)) {
      ends.push(index);
      from = index;
      characters = 0;
    }
    characters += shown;
  }
  ends.push(blocks.length);
  return ends.map((to, index) => ({
    index,
    from: (ends[index - 1] ?? 0) + 1,
    to,
    here: index === Math.min(asked, ends.length - 1),
  }));
}

const isWithin = (index: number, part: PreviewPart | undefined): boolean =>
  part !== undefined && index >= part.from - 1 && index < part.to;

function previewBlocks(
  { document }: Reading,
  imported: Imported,
  part: PreviewPart | undefined,
): readonly PreviewBlock[] {
  const from = new Map(document.trace.map((trace) => [trace.block, trace.from]));
  const first = (part?.from ?? 1) - 1;
  return document.blocks.slice(first, part?.to).map((block, at) => {
    const index = first + at;
    return {
      index,
      kind: block.kind,
      setAside: block.setAside,
      changed: imported.blocks[index]?.setAside !== block.setAside,
      text: exact(imported.text, { ...block, end: Math.min(block.end, block.start + LONGEST_SHOWN) }),
      beyond: Math.max(0, block.end - block.start - LONGEST_SHOWN),
      from: from.get(index) ?? '',
      where: shortPlace(from.get(index) ?? ''),
    };
  });
}

/** "article:nth-of-type(1) > p:nth-of-type(2)" is "article > p 2". */
const shortPlace = (path: string): string =>
  path.replaceAll(':nth-of-type(1)', '').replace(/:nth-of-type\((\d+)\)/g, ' $1');

function inRuns(blocks: readonly PreviewBlock[]): readonly PreviewRun[] {
  const runs: PreviewBlock[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last && last[0]?.setAside === block.setAside) last.push(block);
    else runs.push([block]);
  }
  return runs.map((run) => ({
    folded: run[0]?.setAside === true && run.length >= FOLDED_FROM && !run.some((block) => block.changed),
    blocks: run,
  }));
}

async function alikeStories(store: Store, text: string): Promise<PreviewModel['alike']> {
  const found = new Map<string, PreviewModel['alike'][number]>();
  for (const { article, how } of await store.alikeArticles(text)) {
    if (found.size >= 5 || found.has(article.storyId)) continue;
    const newest = article.superseded ? ((await store.versions(article.storyId)).at(-1) ?? article) : article;
    const { id, title, publisher } = newest;
    // The same text as an earlier version is not the newest one's.
    found.set(article.storyId, { id, title, publisher, how: article.superseded ? 'edited' : how });
  }
  return [...found.values()];
}
