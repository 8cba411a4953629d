// Readers' comments under a story: where they begin, and which lines they are.
import type { Stretch } from './stretch.js';

const HEADER =
  /^(?:\(?\d[\d.,]*\)? comments?|comments? ?\(?\d[\d.,]*\)?|readers?['’]? comments|comments?|what readers say)[:.]?$/i;
const SIGNED = /^[\p{L}\p{N}_.@-]{2,30}(?: \p{Lu}[\p{L}.]{0,20})? ?(?::|says:|wrote:|•|·)/u;
const AGED =
  /\b(?:\d+|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b|^(?:reply|like|report|upvote|edited)\b/i;

export const isCommentHeader = (line: Stretch): boolean => line.words <= 4 && HEADER.test(line.head);

/** A line that shows by its form that a reader wrote it. */
export const looksSigned = (line: Stretch): boolean => SIGNED.test(line.head) || AGED.test(line.head);
