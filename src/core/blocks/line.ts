// Lines of a text, trimmed, each knowing whether a blank line stands before it. The raw material of blocks.
import type { Span } from '../span.js';

export interface Line extends Span {
  /** The line's words for the rules to read: trimmed, and no longer than `READ` units. */
  readonly head: string;
  /** The last units of the line, for rules about endings. */
  readonly tail: string;
  /** True for the first line and after at least one blank line. */
  readonly gapBefore: boolean;
  /** White space before the first word. */
  readonly indent: number;
}

/** Rules look at no more of a line than this, so that one endless line costs no more than a long one. */
const READ = 600;
const TAIL = 60;

const LINE = /[^\n\r\u2028\u2029\f]+/g;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let lastEnd = -1;
  for (const match of text.matchAll(LINE)) {
    const whole = match[0];
    const inner = whole.trim();
    if (inner === '') continue;
    const indent = whole.length - whole.trimStart().length;
    const start = match.index + indent;
    const end = start + inner.length;
    const gapBefore = lastEnd < 0 || countBreaks(text, lastEnd, start) > 1;
    lines.push({ start, end, ...readable(text, start, end), gapBefore, indent });
    lastEnd = end;
  }
  return lines;
}

/** The two ends of a stretch of text that rules read; breaks of line inside it count as spaces. */
export function readable(text: string, start: number, end: number): { head: string; tail: string } {
  const flat = (from: number, to: number): string => text.slice(from, to).replace(/[^\S ]/g, ' ');
  return {
    head: flat(start, Math.min(end, start + READ)),
    tail: flat(Math.max(start, end - TAIL), end),
  };
}

/** Line breaks between two offsets; CR LF is one. */
function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 ? text.charCodeAt(at - 1) !== 13 : code === 13 || code === 0x2028 || code === 0x2029)
      breaks++;
    else if (code === 12) breaks += 2;
  }
  return breaks;
}
