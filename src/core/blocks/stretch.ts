// Stretches: one per block. A line, or the lines of one paragraph that a typewriter or a mail program had wrapped.
import type { Span } from '../span.js';
import { type Line, readable, splitLines } from './line.js';

export interface Stretch extends Span {
  readonly head: string;
  readonly tail: string;
  readonly gapBefore: boolean;
  /** Words, counted up to about a hundred. */
  readonly words: number;
  readonly endsSentence: boolean;
}

/** Text wrapped by hand is narrower than this, and wider than a list of names. */
const WIDEST = 100;
const NARROWEST = 44;

export function splitStretches(text: string): Stretch[] {
  const lines = splitLines(text);
  const width = wrapWidth(lines);
  const stretches: Stretch[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) stretches.push(stretchOf(text, open));
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (last && !(width > 0 && continues(last, line, width, open.length))) close();
    open.push(line);
  }
  close();
  return stretches;
}

/** The column at which this text was wrapped by hand, or 0 when its lines are its paragraphs. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  let pairs = 0;
  let carriedOn = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next || next.gapBefore) continue;
    lengths.push(line.indent + line.end - line.start);
    pairs++;
    if (/^\p{Ll}/u.test(next.head) && !SENTENCE_END.test(line.tail)) carriedOn++;
  }
  if (pairs === 0 || carriedOn / pairs < 0.3) return 0;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)]!;
  return width >= NARROWEST && width <= WIDEST ? width : 0;
}

const LIST_MARK = /^(?:[•▪●◦‣·*]|[-–—―] |\d{1,2}[.)] |\([a-z0-9]\) )/;

/** A line goes on in the next when the next one's first word had no room left on it. */
function continues(line: Line, next: Line, width: number, linesSoFar: number): boolean {
  if (next.gapBefore || LIST_MARK.test(next.head)) return false;
  if (next.indent >= line.indent + 2 && (linesSoFar > 1 || SENTENCE_END.test(line.tail))) return false;
  const firstWord = next.head.indexOf(' ') < 0 ? next.head.length : next.head.indexOf(' ');
  const room = width - (line.indent + line.end - line.start);
  return room < firstWord + 1 + SLACK || (/^\p{Ll}/u.test(next.head) && room < width / 2);
}

/** Ragged margins: some programs wrap a few columns early. */
const SLACK = 4;

/** A stop, perhaps inside closing marks, brackets or before an emoji. */
export const SENTENCE_END = /[.!?…。؟](?:["'”’»›)\] ]|\p{Extended_Pictographic}|\uFE0F){0,6}$/u;

function stretchOf(text: string, lines: readonly Line[]): Stretch {
  const start = lines[0]!.start;
  const end = lines.at(-1)!.end;
  const { head, tail } = lines.length === 1 ? lines[0]! : readable(text, start, end);
  const words = head.match(/\S+/g)?.length ?? 0;
  return {
    start,
    end,
    head,
    tail,
    gapBefore: lines[0]!.gapBefore,
    words,
    endsSentence: SENTENCE_END.test(tail),
  };
}
