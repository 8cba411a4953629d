// An act that must say why: refused, beside its field, while it says nothing.
import { invalid } from './errors.js';

export function needWords(words: string, message: string, field = 'reason'): void {
  if (words.trim() === '') throw invalid(message, field);
}
