// The difference between two versions, paragraph by paragraph, each with the words that stayed, went, came and moved.
import type { Span } from '../span.js';
import { type Change, compareTexts } from './compare-texts.js';

export interface ChangedPiece {
  readonly kind: Change['kind'];
  readonly text: string;
}

export interface ChangedParagraph {
  readonly pieces: readonly ChangedPiece[];
  readonly changed: boolean;
  /** Where it stands, from its first word to its last; null where the version has none of it. */
  readonly older: Span | null;
  readonly newer: Span | null;
}

/** Texts together longer than this, once what is equal at both ends is left out, are compared by whole lines. */
const LONGEST_BY_WORD = 600_000;

/** In reading order. Every word of both versions stands in exactly one piece; time is bounded for any input. */
export function changedParagraphs(older: string, newer: string): ChangedParagraph[] {
  const { start, end } = sameEnds(older, newer);
  const inner = [older.slice(start, older.length - end), newer.slice(start, newer.length - end)] as const;
  const isLong = inner[0].length + inner[1].length > LONGEST_BY_WORD;
  const middle = isLong ? compareLines(...inner) : compareTexts(...inner);
  const shifted = middle.map((change) => ({
    kind: change.kind,
    older: shift(change.older, start),
    newer: shift(change.newer, start),
  }));
  const same = (from: number, to: number, by: number): Change[] =>
    to > from
      ? [{ kind: 'kept', older: { start: from - by, end: to - by }, newer: { start: from, end: to } }]
      : [];
  return paragraphsOf(older, newer, [
    ...same(0, start, 0),
    ...shifted,
    ...same(newer.length - end, newer.length, newer.length - older.length),
  ]);
}

const shift = (span: Span | null, by: number): Span | null =>
  span && { start: span.start + by, end: span.end + by };

/** How many characters are equal at the start and at the end, in whole lines: a small edit of a long text stays small. */
function sameEnds(older: string, newer: string): { start: number; end: number } {
  const most = Math.min(older.length, newer.length);
  let start = 0;
  while (start < most && older.charCodeAt(start) === newer.charCodeAt(start)) start++;
  if (start === older.length && start === newer.length) return { start, end: 0 };
  start = start === 0 ? 0 : older.lastIndexOf('\n', start - 1) + 1;
  let end = 0;
  while (
    end < most - start &&
    older.charCodeAt(older.length - 1 - end) === newer.charCodeAt(newer.length - 1 - end)
  )
    end++;
  const lineEnd = newer.indexOf('\n', newer.length - end);
  return { start, end: lineEnd === -1 ? 0 : newer.length - lineEnd };
}

/** Lines that stand in both, each taken once, in the order of the newer text; the others went or came. */
function compareLines(older: string, newer: string): Change[] {
  const linesOf = (text: string): Span[] =>
    [...text.matchAll(/[^\n]*\n+|[^\n]+$/g)].map(({ index, 0: line }) => ({
      start: index,
      end: index + line.length,
    }));
  const keyOf = (text: string, { start, end }: Span): string => text.slice(start, end).trim();
  const olderLines = linesOf(older);
  const places = new Map<string, number[]>();
  for (const [at, line] of olderLines.entries()) {
    const key = keyOf(older, line);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  for (const known of places.values()) known.reverse();
  const changes: Change[] = [];
  let next = 0;
  for (const line of linesOf(newer)) {
    const known = places.get(keyOf(newer, line)) ?? [];
    while (known.length > 0 && known.at(-1)! < next) known.pop();
    const at = known.pop();
    if (at === undefined) changes.push({ kind: 'added', older: null, newer: line });
    else {
      for (; next < at; next++) changes.push({ kind: 'removed', older: olderLines[next]!, newer: null });
      changes.push({ kind: 'kept', older: olderLines[next++]!, newer: line });
    }
  }
  for (; next < olderLines.length; next++)
    changes.push({ kind: 'removed', older: olderLines[next]!, newer: null });
  return changes;
}

interface Draft {
  readonly pieces: ChangedPiece[];
  older: Span | null;
  newer: Span | null;
}

function paragraphsOf(older: string, newer: string, changes: readonly Change[]): ChangedParagraph[] {
  const paragraphs: ChangedParagraph[] = [];
  let draft: Draft = { pieces: [], older: null, newer: null };
  let ended = false;
  /** True while the older text went on where the newer one has a line end. */
  let wentOn = false;
  const close = (): void => {
    const { pieces } = draft;
    if (pieces.some(({ text }) => text.trim() !== ''))
      paragraphs.push({ ...draft, changed: pieces.some(({ kind }) => kind !== 'kept') });
    draft = { pieces: [], older: null, newer: null };
    ended = false;
  };
  for (const change of changes) {
    const text = change.newer ? newer : older;
    const span = (change.newer ?? change.older)!;
    for (const line of text.slice(span.start, span.end).matchAll(/[^\n]+|\n/g)) {
      if (line[0] === '\n') {
        ended = true;
        continue;
      }
      if (ended && !goesOn(draft, change.kind, wentOn)) close();
      ended = false;
      const at = { start: span.start + line.index, end: span.start + line.index + line[0].length };
      addPiece(draft, change, line[0], at);
    }
    if (change.kind === 'kept')
      wentOn = ended && !older.slice(change.older!.start, change.older!.end).endsWith('\n');
  }
  close();
  return paragraphs;
}

/** A last word that was exchanged, or a last sentence that was taken out, still belongs to the paragraph it ended. */
function goesOn({ pieces }: Draft, kind: Change['kind'], wentOn: boolean): boolean {
  const isGone = (one: Change['kind']): boolean => one === 'removed' || one === 'moved_away';
  const last = pieces.at(-1)?.kind;
  if (last === undefined || kind === 'kept') return false;
  if (isGone(kind)) return last === 'kept' && wentOn;
  return isGone(last) && pieces.some((piece) => !isGone(piece.kind));
}

function addPiece(draft: Draft, change: Change, text: string, at: Span): void {
  const last = draft.pieces.at(-1);
  if (last?.kind === change.kind) draft.pieces[draft.pieces.length - 1] = { ...last, text: last.text + text };
  else draft.pieces.push({ kind: change.kind, text });
  if (change.newer) draft.newer = hull(draft.newer, at);
  if (!change.newer) draft.older = hull(draft.older, at);
  else if (change.older) draft.older = hull(draft.older, inOlder(change.older, change.newer, at));
}

const hull = (a: Span | null, b: Span): Span =>
  a ? { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) } : b;

/** The two spans of a stretch that stayed may differ in typography and white space: then all of it stands for each line. */
const inOlder = (older: Span, newer: Span, at: Span): Span =>
  older.end - older.start === newer.end - newer.start
    ? { start: at.start - newer.start + older.start, end: at.end - newer.start + older.start }
    : older;
