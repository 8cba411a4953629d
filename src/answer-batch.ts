// Answers a few lines of an archive at once, bytes in, bytes out: what each thread of `whosaid extract --jsonl` does.
import type { LineBatch } from './cli/line-batches.js';
import type { Engine, ExtractOptions } from './core/extract-statements.js';
import { extractLine, refusedLine } from './extract-line.js';

export interface BatchAnswer {
  /** Answers in the order of the lines, each with a line break. Blank lines have none. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: number;
  readonly refused: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const LINE_FEED = 10;

export function answerBatch(
  { first, bytes }: LineBatch,
  engine: Engine,
  options: ExtractOptions,
): BatchAnswer {
  const answers: string[] = [];
  let refused = 0;
  const refuse = (number: number, reason: string): void => {
    refused++;
    answers.push(refusedLine(null, reason, number));
  };
  if (bytes === null) refuse(first, 'This line is longer than 64 MB. Split the article, or leave it out.');
  linesOf(bytes).forEach((line, index) => {
    if (line === null) refuse(first + index, 'This line is not UTF-8. Convert the file to UTF-8 first.');
    else if (line.trim() !== '') {
      const answer = extractLine(line, first + index, engine, options);
      if (answer.refused) refused++;
      answers.push(answer.json);
    }
  });
  return { bytes: encoded(answers), lines: answers.length, refused };
}

/** The lines of a batch; null for one that is not UTF-8, which does not spoil the rest. */
function linesOf(bytes: Uint8Array | null): (string | null)[] {
  const lines: (string | null)[] = [];
  if (bytes === null) return lines;
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, from);
    const end = found < 0 ? bytes.length : found;
    lines.push(decoded(bytes.subarray(from, end)));
    from = end + 1;
  }
  return lines;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

function encoded(answers: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(answers.map((answer) => `${answer}\n`).join(''));
}
