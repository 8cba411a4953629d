// A statement's words as printed, for headings, digests and reports. Pieces of one content are joined by an ellipsis.
import { exact, type Span } from './span.js';

export const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map((span) => exact(text, span)).join(' … ');
