// A document on its way from the thread that read it: fifty thousand blocks as numbers take a server a few milliseconds
// to receive, and as objects so long that nobody else is answered meanwhile.
import type { Block, BlockKind } from '../core/article.js';
import type { ImportedDocument, Trace } from './document.js';

export interface PackedDocument extends Omit<ImportedDocument, 'blocks' | 'trace'> {
  readonly kinds: readonly BlockKind[];
  /** A block's start, its end, its kind's index and whether it is set aside, one block after the other. */
  readonly blockNumbers: Int32Array;
  /** [at]: the block of a trace. */
  readonly tracedBlocks: Int32Array;
  /** Where each trace leads, parted by SEPARATOR. */
  readonly tracedFrom: string;
}

const PER_BLOCK = 4;
const SEPARATOR = '\u0000';

export function packDocument({ blocks, trace, ...rest }: ImportedDocument): PackedDocument {
  const kinds = [...new Set(blocks.map(({ kind }) => kind))];
  const indexOf = new Map(kinds.map((kind, at) => [kind, at]));
  const blockNumbers = new Int32Array(blocks.length * PER_BLOCK);
  blocks.forEach(({ start, end, kind, setAside }, at) => {
    blockNumbers.set([start, end, indexOf.get(kind)!, setAside ? 1 : 0], at * PER_BLOCK);
  });
  return {
    ...rest,
    kinds,
    blockNumbers,
    tracedBlocks: Int32Array.from(trace, ({ block }) => block),
    tracedFrom: trace.map(({ from }) => from).join(SEPARATOR),
  };
}

export function unpackDocument({
  kinds,
  blockNumbers: numbers,
  tracedBlocks,
  tracedFrom,
  ...rest
}: PackedDocument): ImportedDocument {
  const blocks: Block[] = [];
  for (let at = 0; at < numbers.length; at += PER_BLOCK) {
    const kind = kinds[numbers[at + 2]!]!;
    blocks.push({ start: numbers[at]!, end: numbers[at + 1]!, kind, setAside: numbers[at + 3] === 1 });
  }
  const from = tracedFrom.split(SEPARATOR);
  const trace: Trace[] = [];
  for (let at = 0; at < tracedBlocks.length; at++) trace.push({ block: tracedBlocks[at]!, from: from[at]! });
  return { ...rest, blocks, trace };
}
