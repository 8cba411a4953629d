// `whosaid extract`: the statements of a file, or of every article of an archive piped through. Keeps nothing.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArticleText } from '../core/article.js';
import type { ExtractOptions } from '../core/extract-statements.js';
import { type CliIo, EXIT, readArgs, UsageError } from './io.js';

const OPTIONS = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  jobs: { type: 'string' },
  'min-confidence': { type: 'string' },
  'published-on': { type: 'string' },
  publisher: { type: 'string' },
} as const;

const MOST_JOBS = 64;

/**
 * `extract FILE [--json]` prints one document's statements, for people or as one line of JSON; `-` reads standard
 * input. `extract --jsonl` reads `{"id","text","published_on","publisher"}` lines from standard input and answers
 * each with one line, in the same order; a line it cannot read is answered with `{"id","error","line"}`, and the
 * stream goes on. Blank lines are passed over.
 */
export async function extractCommand(args: readonly string[], io: CliIo): Promise<number> {
  const { values, positionals } = readArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const minConfidence = readNumber(values['min-confidence'], '--min-confidence', 0, 1);
  const options: ExtractOptions = minConfidence === undefined ? {} : { minConfidence };
  if (values.jsonl) {
    if (positionals.length > 0)
      throw new UsageError('--jsonl reads from standard input; pipe the file into it');
    const jobs = readNumber(values.jobs, '--jobs', 1, MOST_JOBS) ?? 1;
    return extractLines(io, Math.floor(jobs), options);
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file, or - for standard input');
  const article = await readArticleFrom(file, io, values['published-on'], values.publisher);
  await printStatements(article, file, values.json === true, io, options);
  return EXIT.done;
}

async function extractLines(io: CliIo, jobs: number, options: ExtractOptions): Promise<number> {
  const { extractStream } = await import('./extract-stream.js');
  const { lines, refused } = await extractStream(io, jobs, options);
  if (refused > 0)
    io.stderr.write(
      `whosaid: ${refused} of ${lines} lines could not be read; each was answered with an error.\n`,
    );
  return EXIT.done;
}

async function readArticleFrom(
  file: string,
  io: CliIo,
  publishedOn: string | undefined,
  publisher: string | undefined,
): Promise<ArticleText> {
  const bytes = file === '-' ? await everything(io.stdin) : await readFile(file);
  const [{ readDocument }, { readDay }] = await Promise.all([
    import('../importers/read-document.js'),
    import('../extract-line.js'),
  ]);
  const given = readDay(publishedOn);
  const document = await readDocument({ bytes, name: file === '-' ? null : basename(file) });
  for (const warning of document.warnings) io.stderr.write(`whosaid: ${warning}\n`);
  return {
    text: document.text,
    blocks: document.blocks,
    publishedOn: given ?? document.publishedOn,
    publisher: publisher?.trim() || document.publisher,
  };
}

async function everything(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function printStatements(
  article: ArticleText,
  file: string,
  asJson: boolean,
  io: CliIo,
  options: ExtractOptions,
): Promise<void> {
  const [{ loadEngine }, { extractStatements }] = await Promise.all([
    import('../engine.js'),
    import('../core/extract-statements.js'),
  ]);
  const statements = extractStatements(article, await loadEngine(), options);
  if (asJson) {
    const { toContract } = await import('../core/contract.js');
    const id = file === '-' ? 'stdin' : basename(file);
    io.stdout.write(`${JSON.stringify(toContract(id, article, statements))}\n`);
    return;
  }
  const { listing } = await import('./extract-listing.js');
  io.stdout.write(listing(article, statements));
}

function readNumber(
  value: string | undefined,
  option: string,
  least: number,
  most: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() === '' || !(number >= least && number <= most))
    throw new UsageError(`${option} takes a number from ${least} to ${most}`);
  return number;
}
