// One line of an archive in, one line out: what `whosaid extract --jsonl` does with each, whichever thread it runs on.
import { findCredit } from './core/blocks/credit.js';
import { findBlocks } from './core/blocks/find-blocks.js';
import { toContract } from './core/contract.js';
import { invalid, Refusal } from './core/errors.js';
import { type Engine, type ExtractOptions, extractStatements } from './core/extract-statements.js';

interface Request {
  readonly id: string;
  readonly text: string;
  readonly publishedOn: string | null;
  readonly publisher: string | null;
}

export interface LineAnswer {
  /** Without a line break. */
  readonly json: string;
  readonly refused: boolean;
}

/**
 * The answer to a line `{"id","text","published_on","publisher"}` (the last two may be missing or null), as JSON
 * without a line break: the contract, or `{"id","error","line"}` when the line cannot be read. Never throws.
 */
export function extractLine(
  line: string,
  number: number,
  engine: Engine,
  options: ExtractOptions,
): LineAnswer {
  let id: string | null = null;
  try {
    const fields = parse(line);
    id = typeof fields.id === 'string' ? fields.id : null;
    const request = readRequest(fields);
    const blocks = findBlocks(request.text);
    const article = { ...request, blocks, publisher: request.publisher ?? findCredit(request.text, blocks) };
    const contract = toContract(request.id, article, extractStatements(article, engine, options));
    return { json: JSON.stringify(contract), refused: false };
  } catch (error) {
    const message =
      error instanceof Refusal
        ? error.message
        : `Whosaid failed on this article: ${(error as Error).message}`;
    return { json: refusedLine(id, message, number), refused: true };
  }
}

export const refusedLine = (id: string | null, error: string, line: number): string =>
  JSON.stringify({ id, error, line });

function parse(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw invalid('This line is not JSON. Give each article as one JSON object on one line.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(
      'This line is not a JSON object. Give {"id", "text"}, and "published_on" and "publisher" if known.',
    );
  return value as Record<string, unknown>;
}

function readRequest(fields: Record<string, unknown>): Request {
  const { id, text } = fields;
  if (typeof id !== 'string' || id === '')
    throw invalid('"id" is missing. Give every article an id, as a string.');
  if (typeof text !== 'string') throw invalid('"text" is missing. Give the article\'s text, as a string.');
  return {
    id,
    text,
    publishedOn: readDay(fields.published_on),
    publisher: readName(fields.publisher),
  };
}

/** A day as `YYYY-MM-DD` that exists, or null. Throws a `Refusal` for anything else. */
export function readDay(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  if (!isDay || Number.isNaN(Date.parse(value)) || new Date(value).toISOString().slice(0, 10) !== value)
    throw invalid('The publication date is no day. Write it as YYYY-MM-DD, or leave it out.', 'published_on');
  return value;
}

function readName(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string')
    throw invalid('"publisher" is not a name. Give it as a string, or leave it out.');
  return value.trim() === '' ? null : value.trim();
}
