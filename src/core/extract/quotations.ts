// Quotations of one block: what stands between quotation marks, whatever the marks. Apostrophes are no marks.
// One pass with a stack; a mark left open runs to the end of its block when it can be speech that goes on.
import type { Span } from '../span.js';

export type MarkStyle = 'double' | 'single' | 'angle';

/** The span takes in the marks; `inner` leaves them out. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly style: MarkStyle;
  /** False where the closing mark is missing: speech that goes on in the next block, or a slip. */
  readonly closed: boolean;
  /** 0 for a quotation in running text, 1 for one inside it, and so on. */
  readonly depth: number;
  /** Index of the block it stands in. */
  readonly block: number;
}

interface Mark {
  readonly at: number;
  readonly style: MarkStyle;
  readonly role: 'open' | 'close' | 'either';
}

const DEEPEST = 3;

/** "« Words, » she said": marks parted from the words by a space, as the French set them. */
const SPACED: Record<string, Mark['role']> = {
  '«': 'open',
  '»': 'close',
  '‹': 'open',
  '›': 'close',
  '"': 'either',
};

const ROLES: Record<string, [MarkStyle, Mark['role']]> = {
  '“': ['double', 'either'],
  '”': ['double', 'close'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '"': ['double', 'either'],
  '＂': ['double', 'either'],
  '«': ['angle', 'either'],
  '»': ['angle', 'either'],
  '‹': ['angle', 'either'],
  '›': ['angle', 'either'],
  '‘': ['single', 'either'],
  '‚': ['single', 'open'],
  '’': ['single', 'close'],
  "'": ['single', 'either'],
  '`': ['single', 'either'],
  '´': ['single', 'close'],
};

const MARK = /[“”„‟"＂«»‹›‘‚’'`´]/g;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const BEFORE_OPENING = /[\s([{“"„«‹‘'—–:/>-]/u;
const AFTER_OPENING = /[\p{L}\p{N}\p{M}“"„«‹‘'([{@#$£€…¿¡.*-]/u;
const ELISION = /^(?:[’'](?:em|tis|twas|til|till|cause|bout|n|round|\d0s|\d\d)\b)/i;
const ENDS_CLAUSE = /[.,?!…;:]/;

/** Quotations of text[start, end), outer before inner, in text order. */
export function findQuotations(text: string, start: number, end: number, block: number): Quotation[] {
  const found: Quotation[] = [];
  const marks: Mark[] = [];
  // In the block alone: for each block without marks, a search would go on to the end of the text.
  for (const { index } of text.slice(start, end).matchAll(MARK)) {
    const mark = readMark(text, start + index, start, end);
    if (mark) marks.push(mark);
  }
  closeBlock(text, marks, start, end, block, found);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function readMark(text: string, at: number, start: number, end: number): Mark | undefined {
  const [style, role] = ROLES[text[at]!]!;
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + 1 < end ? text[at + 1]! : ' ';
  const canOpen = BEFORE_OPENING.test(before) && (AFTER_OPENING.test(after) || isHighSurrogate(after));
  const canClose = !/\s/.test(before) && at > start;
  if (style === 'single') {
    if (WORD.test(before) && WORD.test(after)) return undefined;
    if (ELISION.test(text.slice(at, at + 7)) && (text[at] === "'" || text[at] === '’')) return undefined;
    if (canOpen && role !== 'close' && !(canClose && ENDS_CLAUSE.test(before)))
      return { at, style, role: 'open' };
    return canClose && !WORD.test(after) ? { at, style, role: 'close' } : undefined;
  }
  if (role === 'close' && canOpen && !canClose) return { at, style, role: 'open' };
  if (/\s/.test(before) && /\s/.test(after) && SPACED[text[at]!])
    return { at, style, role: SPACED[text[at]!]! };
  if (role !== 'either') return { at, style, role };
  if (canOpen && !(canClose && /["'(—–:/>-]/.test(before))) return { at, style, role: 'open' };
  if (WORD.test(before) && WORD.test(after))
    return text[at] === '“' ? { at, style, role: 'open' } : undefined;
  if (text[at] === '“' && !canClose) return { at, style, role: 'open' };
  return { at, style, role: canOpen ? 'either' : 'close' };
}

const isHighSurrogate = (character: string): boolean => {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdbff;
};

function closeBlock(
  text: string,
  marks: readonly Mark[],
  blockStart: number,
  blockEnd: number,
  block: number,
  found: Quotation[],
): void {
  const stack: Mark[] = [];
  const add = (open: Mark, close: number, closed: boolean, depth: number): void => {
    const last = closed ? close + 1 : close;
    if (close <= open.at + 1) return;
    found.push({
      start: open.at,
      end: last,
      inner: { start: open.at + 1, end: close },
      style: open.style,
      closed,
      depth,
      block,
    });
  };
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!;
    const openAt = lastOfStyle(stack, mark.style);
    const role = mark.role === 'either' ? (openAt >= 0 ? 'close' : 'open') : mark.role;
    if (role === 'open') {
      if (stack.length < DEEPEST) stack.push(mark);
      continue;
    }
    if (openAt < 0) continue;
    if (mark.style === 'single' && isPossessive(text, marks, index)) continue;
    add(stack[openAt]!, mark.at, true, openAt);
    stack.length = openAt;
  }
  if (stack.length > 0) addUnclosed(text, stack, found, blockStart, trimmedEnd(text, blockEnd), add);
}

function lastOfStyle(stack: readonly Mark[], style: MarkStyle): number {
  for (let index = stack.length - 1; index >= 0; index--) if (stack[index]!.style === style) return index;
  return -1;
}

/** "the officials' cars": an s, a mark, and a better closing mark still to come before anything opens. */
function isPossessive(text: string, marks: readonly Mark[], index: number): boolean {
  const mark = marks[index]!;
  if (!/s/i.test(text[mark.at - 1] ?? '') || !/\s/.test(text[mark.at + 1] ?? '')) return false;
  const next = marks.slice(index + 1, index + 4).find((other) => other.style === 'single');
  return next?.role === 'close';
}

/** Only a mark that begins a sentence or follows a colon or comma can be speech left open; others are slips. */
function addUnclosed(
  text: string,
  stack: readonly Mark[],
  found: readonly Quotation[],
  blockStart: number,
  blockEnd: number,
  add: (open: Mark, close: number, closed: boolean, depth: number) => void,
): void {
  const open = stack[0]!;
  const before = text.slice(Math.max(blockStart, open.at - 3), open.at).trimEnd();
  if (before !== '' && !/[:,.?!]$/.test(before) && open.style !== 'double') return;
  if (text[open.at] === '"' && /\S/.test(before.slice(-1)) && text[open.at - 1] !== ' ') return;
  const nested = found.find((other) => other.start > open.at && other.style === open.style && other.closed);
  const end = nested ? trimmedEnd(text, nested.start) : blockEnd;
  add(open, end, false, 0);
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}
