// Spans: [start, end) in UTF-16 units of the text they count in. `text.slice(start, end)` is the exact words.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const exact = (text: string, span: Span): string => text.slice(span.start, span.end);

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
