// Shapes of tokens: of words by their capitals, of marks by what they part.

export const SHAPE = {
  lower: 0,
  capitalised: 1,
  capitals: 2,
  mixed: 3,
  number: 4,
  comma: 5,
  stop: 6,
  colon: 7,
  quoteMark: 8,
  dash: 9,
  bracket: 10,
  other: 11,
} as const;

export const isMark = (shape: number): boolean => shape >= SHAPE.comma;

export function shapeOf(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code >= 97 && code <= 122)
    return end - start > 1 && hasUpper(text, start + 1, end) ? SHAPE.mixed : SHAPE.lower;
  if (code >= 65 && code <= 90) return shapeOfCapitalised(text, start, end);
  if (code >= 48 && code <= 57) return SHAPE.number;
  if (code < 128) return MARK_SHAPES[text[start]!] ?? (end - start > 1 ? SHAPE.mixed : SHAPE.other);
  const mark = MARK_SHAPES[text[start]!];
  if (mark !== undefined) return mark;
  const character = text.charAt(start);
  if (character !== character.toLowerCase()) return shapeOfCapitalised(text, start, end);
  return /[\p{L}\p{M}]/u.test(character) ? SHAPE.lower : SHAPE.other;
}

const MARK_SHAPES: Record<string, number> = {
  ',': SHAPE.comma,
  '.': SHAPE.stop,
  '!': SHAPE.stop,
  '?': SHAPE.stop,
  '…': SHAPE.stop,
  ':': SHAPE.colon,
  ';': SHAPE.colon,
  '-': SHAPE.dash,
  '–': SHAPE.dash,
  '—': SHAPE.dash,
  '―': SHAPE.dash,
  '(': SHAPE.bracket,
  ')': SHAPE.bracket,
  '[': SHAPE.bracket,
  ']': SHAPE.bracket,
  '"': SHAPE.quoteMark,
  '“': SHAPE.quoteMark,
  '”': SHAPE.quoteMark,
  '„': SHAPE.quoteMark,
  '«': SHAPE.quoteMark,
  '»': SHAPE.quoteMark,
  '‹': SHAPE.quoteMark,
  '›': SHAPE.quoteMark,
  "'": SHAPE.quoteMark,
  '‘': SHAPE.quoteMark,
  '’': SHAPE.quoteMark,
  '`': SHAPE.quoteMark,
};

function hasUpper(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) return true;
  }
  return false;
}

export function shapeOfCapitalised(text: string, start: number, end: number): number {
  let lower = 0;
  let upper = 0;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) upper++;
    else if (code >= 97 && code <= 122) lower++;
  }
  if (upper === 0) return SHAPE.capitalised;
  return lower === 0 ? SHAPE.capitals : SHAPE.mixed;
}
