// A long report's articles on disk instead of in memory: each is read back when it is looked at, and let go again.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportArticle, ReportStatement } from './core/report/model.js';

export interface SpilledArticles {
  /** The same article; its statements are read anew each time they are asked for. */
  add(article: ReportArticle): ReportArticle;
  close(): void;
}

/** In a folder of its own that only its owner may read, gone when it is closed. */
export function spilledArticles(): SpilledArticles {
  const folder = mkdtempSync(join(tmpdir(), 'whosaid-articles-'));
  const file = openSync(join(folder, 'articles'), 'wx+', 0o600);
  let end = 0;
  return {
    add({ statements, ...article }) {
      const start = end;
      const bytes = Buffer.from(JSON.stringify(statements));
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, start + at);
      const { length } = bytes;
      end += length;
      return {
        ...article,
        get statements() {
          return read(file, start, length);
        },
      };
    },
    close() {
      closeSync(file);
      rmSync(folder, { recursive: true });
    },
  };
}

function read(file: number, start: number, length: number): readonly ReportStatement[] {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) at += readSync(file, bytes, at, length - at, start + at);
  return JSON.parse(bytes.toString('utf8')) as ReportStatement[];
}
