// Whether a sentence taken for narration sounds as if somebody had said it: a verb of saying nobody was found for.
import type { Span } from '../span.js';

const REPORTED =
  /\b(?:said|says|saying|told|tells|claim(?:s|ed)|alleg(?:es|ed|edly)|reportedly|announc(?:es|ed)|warn(?:s|ed)|insist(?:s|ed)|argu(?:es|ed)|according to|apparently|supposedly|rumou?red|is (?:believed|thought|said|understood) to|are (?:believed|thought|said|understood) to|accus(?:es|ed))\b/i;

export const soundsReported = (text: string, { start, end }: Span): boolean =>
  REPORTED.test(text.slice(start, Math.min(end, start + 1000)));
