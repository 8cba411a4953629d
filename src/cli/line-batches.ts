// A byte stream as whole lines, a few at a time, so that passing them on costs little however short they are. Bytes
// are not looked into beyond their line breaks.

/** A longer line is answered with an error and skipped; memory stays bounded. */
const LONGEST = 64 * 1024 * 1024;
/** Few enough that several threads find work even in a short stream. */
const MOST_LINES = 8;
const LINE_FEED = 10;

export interface LineBatch {
  /** Number of its first line, from 1. */
  readonly first: number;
  /** Whole lines with line breaks between them, in memory of their own; null for one line that is too long. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** All lines of a stream. What has come is passed on at once: nobody waits for a batch to fill. */
export async function* lineBatches(stream: AsyncIterable<unknown>): AsyncGenerator<LineBatch> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    let from = 0;
    for (let end = batchEnd(bytes, from); end.at >= 0; end = batchEnd(bytes, from)) {
      size += end.at - from;
      if (size <= LONGEST) pieces.push(bytes.subarray(from, end.at));
      yield batchOf(number, pieces, size);
      number += end.lines;
      pieces = [];
      size = 0;
      from = end.at + 1;
    }
    size += bytes.length - from;
    if (size <= LONGEST) pieces.push(bytes.subarray(from));
    else pieces = [];
  }
  if (size > 0) yield batchOf(number, pieces, size);
}

/** Where the batch that begins at `from` ends, and how many lines it has; -1 while its first line goes on. */
function batchEnd(bytes: Buffer, from: number): { at: number; lines: number } {
  let at = -1;
  let lines = 0;
  for (let next = bytes.indexOf(LINE_FEED, from); next >= 0; next = bytes.indexOf(LINE_FEED, next + 1)) {
    at = next;
    if (++lines === MOST_LINES) break;
  }
  return { at, lines };
}

function batchOf(first: number, pieces: readonly Uint8Array[], size: number): LineBatch {
  if (size > LONGEST) return { first, bytes: null };
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { first, bytes };
}
