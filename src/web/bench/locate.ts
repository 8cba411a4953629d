// Finds pasted words in an article: exactly as printed, but for how white space was copied.
import { invalid } from '../../core/errors.js';
import type { Span } from '../../core/span.js';
import type { Occurrence } from './bench-page.js';

/** Every place where `words` stand in `text`, in order. */
export function findWords(text: string, words: string): readonly Span[] {
  const wanted = squeeze(words.trim()).text;
  if (wanted === '') return [];
  const { text: within, at } = squeeze(text);
  const found: Span[] = [];
  for (
    let start = within.indexOf(wanted);
    start >= 0;
    start = within.indexOf(wanted, start + wanted.length)
  ) {
    const last = at[start + wanted.length - 1] ?? 0;
    found.push({ start: at[start] ?? 0, end: last + 1 });
  }
  return found;
}

/** Runs of white space as one space, and where each character of the result stood. */
function squeeze(text: string): { text: string; at: readonly number[] } {
  const out: string[] = [];
  const at: number[] = [];
  let spaced = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    const isSpace = /\s/.test(character);
    if (isSpace && spaced) continue;
    spaced = isSpace;
    out.push(isSpace ? ' ' : character);
    at.push(index);
  }
  return { text: out.join(''), at };
}

/**
 * One span for each line of `pieces`. Where words stand more than once, the place nearest to `near` is meant; with
 * nothing to be near to, that is refused.
 */
export function locatePieces(
  text: string,
  pieces: string,
  near: number | null,
  field: string,
): readonly Span[] {
  const lines = pieces.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const places = findWords(text, line);
    if (places.length === 0)
      throw invalid(
        `“${shorten(line)}” does not stand in this article. Copy the words exactly as printed.`,
        field,
      );
    if (places.length > 1 && near === null)
      throw invalid(
        `“${shorten(line)}” stands here ${places.length} times. Copy more of the words around it.`,
        field,
      );
    return places.reduce((best, place) =>
      Math.abs(place.start - (near ?? 0)) < Math.abs(best.start - (near ?? 0)) ? place : best,
    );
  });
}

const AROUND = 40;

export const occurrencesOf = (text: string, places: readonly Span[]): readonly Occurrence[] =>
  places.map((place, index) => ({
    number: index + 1,
    before: text.slice(Math.max(0, place.start - AROUND), place.start).replace(/\s+/g, ' '),
    words: text.slice(place.start, place.end),
    after: text.slice(place.end, place.end + AROUND).replace(/\s+/g, ' '),
  }));

const shorten = (words: string): string => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words);
