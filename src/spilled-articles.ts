// A long report's statements on disk instead of in memory: they are read back a few at a time, as often as they are looked at.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportStatement, Statements } from './core/report/model.js';

export interface SpilledArticles {
  /** Room for the statements of one more article; the one before is whole by then. */
  add(): SpilledStatements;
  close(): void;
}

export interface SpilledStatements {
  put(statement: ReportStatement): void;
  /** All that were put, read anew each time. */
  statements(): Statements;
}

/** As much is written, and read, at once. */
const BLOCK = 1 << 18;

/** In a folder of its own that only its owner may read, gone when it is closed. */
export function spilledArticles(): SpilledArticles {
  const folder = mkdtempSync(join(tmpdir(), 'whosaid-articles-'));
  const file = openSync(join(folder, 'articles'), 'wx+', 0o600);
  let end = 0;
  return {
    add() {
      const start = end;
      let length = 0;
      let lines = '';
      const flush = (): void => {
        end += write(file, Buffer.from(lines), end);
        lines = '';
      };
      return {
        put(statement) {
          length += 1;
          lines += `${JSON.stringify(statement)}\n`;
          if (lines.length > BLOCK) flush();
        },
        statements() {
          flush();
          const stop = end;
          return {
            length,
            [Symbol.iterator]: () => read(file, start, stop),
            toJSON() {
              return [...this];
            },
          } as Statements;
        },
      };
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true });
    },
  };
}

function write(file: number, bytes: Buffer, start: number): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, start + at);
  return bytes.length;
}

/** A statement a line, from `start` to `stop`. */
function* read(file: number, start: number, stop: number): Generator<ReportStatement, undefined> {
  let rest = Buffer.alloc(0);
  for (let at = start; at < stop; ) {
    const block = Buffer.allocUnsafe(Math.min(BLOCK, stop - at));
    const bytes = readSync(file, block, 0, block.length, at);
    if (bytes === 0) throw new Error('The file of a long report was cut short.');
    at += bytes;
    rest = Buffer.concat([rest, block.subarray(0, bytes)]);
    let from = 0;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10, from)) {
      yield JSON.parse(rest.toString('utf8', from, to)) as ReportStatement;
      from = to + 1;
    }
    rest = rest.subarray(from);
  }
}
