// Words of the article that a form is about: selected by a script, or typed and looked for.
import { z } from 'zod';
import { invalid } from '../../core/errors.js';
import type { Span } from '../../core/span.js';
import { findWords, occurrencesOf } from './locate.js';
import { Ambiguous } from './show-bench.js';

export const PLACED = {
  words: z.string().max(100_000),
  /** Where a script found the selection; without it the words are looked for. */
  start: z.union([z.literal(''), z.coerce.number().int().min(0)]).optional(),
  occurrence: z.union([z.literal(''), z.coerce.number().int().min(1)]).optional(),
};

/** More places than anybody chooses from. */
const MOST = 30;

/** The one place that is meant; refused, with the choice shown, where the words stand in several. */
export function placedWords(
  text: string,
  form: { words: string; start?: number | ''; occurrence?: number | '' },
): Span {
  const places = findWords(text, form.words);
  if (places.length === 0)
    throw invalid('These words do not stand in this article. Copy them exactly as printed.', 'words');
  const { start } = form;
  if (typeof start === 'number') {
    const selected = places.find((place) => place.start === start);
    if (selected) return selected;
  }
  if (places.length === 1) return places[0]!;
  if (places.length > MOST)
    throw invalid(
      `These words stand here ${places.length} times. Copy more of the words around them.`,
      'words',
    );
  const chosen = places[Number(form.occurrence || 0) - 1];
  if (chosen) return chosen;
  throw new Ambiguous(
    'These words stand here more than once. Which ones do you mean?',
    occurrencesOf(text, places),
  );
}
