// What a command is given instead of reaching for the process: streams, the environment, and exit codes that mean something.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from '../core/errors.js';

export interface CliIo {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const EXIT = {
  done: 0,
  /** What was checked does not hold, or some of what was asked for could not be done. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
} as const;

export type Command = (args: readonly string[], io: CliIo) => Promise<number>;

/** A command line that cannot be read. */
export class UsageError extends Error {}

/** `node:util`'s parser, with its complaints as one sentence. */
export function readArgs<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    const args = withValues(config.args ?? process.argv.slice(2), config.options);
    return parseArgs<T>({ ...config, args });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('\n')[0] ?? 'That command line cannot be read'}`);
  }
}

/** What is written as options are, known or mistyped, is no value. */
const OPTION = /^(?:--[a-z][a-z-]*(?:=.*)?|-[A-Za-z])$/s;

/** A value may begin with a dash, as one key in sixty-four does: `--key -Zx…` is read as `--key=-Zx…`. */
function withValues(args: readonly string[], options: ParseArgsConfig['options'] = {}): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]!;
    if (arg === '--') return [...joined, ...args.slice(at)];
    const next = args[at + 1];
    const takesValue = arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
    const isValue =
      takesValue && next !== undefined && /^-./.test(next) && next !== '--' && !OPTION.test(next);
    joined.push(isValue ? `${arg}=${next}` : arg);
    if (isValue) at++;
  }
  return joined;
}

export const say = (io: CliIo, line: string): void => {
  io.stdout.write(`${line}\n`);
};

/** Prints an error as one sentence and tells the exit code. Anything unforeseen keeps its stack: it is a bug. */
export function report(error: unknown, io: CliIo): number {
  if (error instanceof UsageError) {
    io.stderr.write(`whosaid: ${error.message}. Try whosaid --help.\n`);
    return EXIT.usage;
  }
  if (error instanceof Refusal) {
    io.stderr.write(`whosaid: ${error.message}\n`);
    return EXIT.failed;
  }
  const system = error as NodeJS.ErrnoException;
  if (typeof system?.code === 'string' && system.code in SYSTEM) {
    io.stderr.write(`whosaid: ${SYSTEM[system.code]?.(system)}\n`);
    return EXIT.failed;
  }
  io.stderr.write(`whosaid: this is a bug.\n${(error as Error)?.stack ?? String(error)}\n`);
  return EXIT.failed;
}

const SYSTEM: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  ENOENT: (error) => `There is no file ${error.path ?? ''}. Check its name.`,
  EACCES: (error) => `This account may not use ${error.path ?? 'that file'}. Check its permissions.`,
  EISDIR: (error) => `${error.path ?? 'That'} is a folder. Name a file in it.`,
  ENOSPC: () => 'The disk is full. Nothing kept before was lost; free some space and try again.',
  SQLITE_FULL: () => 'The disk is full. Nothing kept before was lost; free some space and try again.',
  SQLITE_BUSY: () => 'Another Whosaid is writing just now. Try again in a moment.',
  SQLITE_NOTADB: () => 'That file is no Whosaid database.',
  SQLITE_CORRUPT: () => 'The database is damaged. Restore the last backup, then run whosaid verify-log.',
};
