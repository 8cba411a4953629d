// Streams for a command under test: text in, text out.
import { Readable, Writable } from 'node:stream';
import type { CliIo } from '../../src/cli/io.js';

export interface Spoken {
  readonly io: CliIo;
  out(): string;
  err(): string;
}

export function ioWith(stdin: Iterable<string | Buffer> = []): Spoken {
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdin: Readable.from(stdin, { objectMode: false }),
    stdout: sink(out),
    stderr: sink(err),
    env: {},
  };
  return { io, out: () => out.join(''), err: () => err.join('') };
}

const sink = (into: string[]): Writable =>
  new Writable({
    write(chunk, _encoding, done) {
      into.push(String(chunk));
      done();
    },
  });
