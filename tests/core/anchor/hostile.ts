// Texts in which one line looks like another, edited by a machine that knows which is which: the truth is a number on
// every sentence that the text itself does not show.
import type { CarriedStatement, Placement, Version } from '../../../src/core/anchor/version.ts';
import { randomFrom } from './edits.ts';

export type Kind =
  | 'names'
  | 'live blog'
  | 'table'
  | 'headlines'
  | 'copies'
  | 'arabic'
  | 'chinese'
  | 'quotations';
export const KINDS: readonly Kind[] = [
  'names',
  'live blog',
  'table',
  'headlines',
  'copies',
  'arabic',
  'chinese',
  'quotations',
];

interface Line {
  readonly id: number;
  readonly text: string;
}

export interface HostileCase {
  readonly older: Version;
  readonly newer: Version;
  /** Statements that were put on words of another sentence. */
  readonly wrong: (placements: readonly Placement[]) => string[];
  /** The share that stands on its own sentence, or rightly on none. */
  readonly right: (placements: readonly Placement[]) => number;
}

const PEOPLE = 'Robin,Robin Hale,Ada Quill,Bo Larch,Robin Voss,Mina Orr'.split(',');
const THINGS = 'the pier,the ferry,the quay,the mill,the north gate,the clinic'.split(',');
const DEEDS = 'was shut,was inspected,had flooded,would reopen,was sold,was left alone'.split(',');
const DAYS = 'Monday,Tuesday,Wednesday,Friday'.split(',');
const ARABIC =
  'قال,الوزير,إن,المدينة,تضررت,بعد,القصف,وأعلنت,السلطات,إغلاق,الطريق,مساء,الجسر,المستشفى,عشرات,الجرحى'.split(
    ',',
  );
const CHINESE =
  '市长表示大桥已经关闭居民昨晚撤离医院收治伤者水位继续上涨学校停课道路恢复通行消防队到场'.match(/../gu)!;

function writerOf(kind: Kind, seed: number) {
  const random = randomFrom(seed * 7919 + KINDS.indexOf(kind));
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (from: readonly string[]): string => from[below(from.length)]!;
  const some = (from: readonly string[], least: number, more: number): string[] =>
    Array.from({ length: least + below(more) }, () => pick(from));
  const write = (): string => {
    switch (kind) {
      case 'names':
        return `${pick(PEOPLE)} said ${pick(THINGS)} ${pick(DEEDS)} on ${pick(DAYS)}.`;
      case 'live blog':
        return `${10 + below(12)}:${10 + below(49)} ${pick(PEOPLE)} says ${pick(THINGS)} ${pick(DEEDS)}; ${below(40)} people are there.`;
      case 'table':
        return `${pick(PEOPLE)} | ${below(90)} | ${below(90)} | ${pick(DAYS)}.`;
      case 'headlines':
        return `${pick(PEOPLE)}: ${pick(THINGS)} ${pick(DEEDS)}.`;
      case 'copies':
        return `${pick(THINGS)} ${pick(DEEDS)} after ${1 + below(30)} days, ${pick(PEOPLE)} told the council, and ${pick(THINGS)} ${pick(DEEDS)} too.`;
      case 'arabic':
        return `${some(ARABIC, 5, 6).join(' ')} ${below(90)} ${pick(ARABIC)}.`;
      case 'chinese':
        return `${some(CHINESE, 4, 6).join('')}${below(90)}人。`;
      case 'quotations':
        return `“${pick(THINGS)} ${pick(DEEDS)},” ${pick(PEOPLE)} said on ${pick(DAYS)}. “That is all.”`;
    }
  };
  return { below, random, write };
}

/** The same line again, with one word or one number of it exchanged. */
function retouch(text: string, other: string, at: number): string {
  const words = text.split(' ');
  const others = other.split(' ');
  if (words.length < 3) return `${text.slice(0, 2)}${other.slice(0, 2)}${text.slice(4)}`;
  const place = at % (words.length - 1);
  words[place] = /\d/.test(words[place]!)
    ? String(Number.parseInt(words[place]!, 10) + 3 || 3)
    : others[place % others.length]!;
  const touched = words.join(' ');
  return touched === text ? `${text.slice(0, -1)} ${other.split(' ')[0]}.` : touched;
}

export function hostileCase(kind: Kind, seed: number, lines = 90): HostileCase {
  const { below, random, write } = writerOf(kind, seed);
  let minted = 0;
  const fresh = (text = write()): Line => ({ id: minted++, text });
  const older: Line[] = [];
  while (older.length < lines) {
    const repeats = (kind === 'copies' || kind === 'headlines') && older.length > 5 && random() < 0.3;
    older.push(fresh(repeats ? older[below(older.length)]!.text : undefined));
  }
  const known = new Set(older.map(({ text }) => text));
  /** What comes is no line that stood there before: who could tell the two apart? */
  const another = (make: () => string): Line => {
    let text = make();
    while (known.has(text)) text = make();
    return fresh(text);
  };
  const touched = (text: string): string => retouch(text, write(), below(50));
  // A line that goes where another comes is that line reworded, as far as anybody can tell: never one beside the other.
  let apart = 0;
  let newer: Line[] = older.flatMap((line): Line[] => {
    const dice = random();
    if (dice < 0.42 && !(dice >= 0.1 && dice < 0.3) && apart-- > 0) return [line];
    if (dice < 0.1 || (dice >= 0.3 && dice < 0.42)) apart = 2;
    if (dice < 0.1) return [];
    if (dice < 0.3) return [{ ...another(() => touched(line.text)), id: line.id }];
    if (dice < 0.36) return [line, another(write)];
    if (dice < 0.42) return [another(() => touched(line.text)), line];
    return [line];
  });
  if (kind === 'live blog') newer = [...Array.from({ length: 6 }, () => another(write)), ...newer];
  else
    for (let times = 0; times < 2; times++)
      newer.splice(below(newer.length), 0, ...newer.splice(below(newer.length), 4));
  const there = layOut(older);
  const now = layOut(newer);
  const statements = older.map(
    ({ id }): CarriedStatement => ({ id: String(id), content: [there.at.get(id)!], cue: [], source: [] }),
  );
  const isWrong = ({ older: id, content }: Placement): boolean => {
    if (id === null || content.length === 0) return false;
    const own = now.at.get(Number(id));
    return !own || content.some((span) => overlap(span, own) < 0.8 * (span.end - span.start));
  };
  return {
    older: { text: there.text, statements },
    newer: { text: now.text, statements: [] },
    wrong: (placements) =>
      placements.filter(isWrong).map(({ older: id, content }) => {
        const was = there.at.get(Number(id))!;
        const is = content.map(({ start, end }) => now.text.slice(start, end)).join(' … ');
        return `${there.text.slice(was.start, was.end)} → ${is}`;
      }),
    right: (placements) =>
      placements.filter(
        (placement) =>
          !isWrong(placement) && placement.content.length > 0 === now.at.has(Number(placement.older)),
      ).length / placements.length,
  };
}

function layOut(lines: readonly Line[]): { text: string; at: Map<number, { start: number; end: number }> } {
  const at = new Map<number, { start: number; end: number }>();
  let text = '';
  for (const [index, { id, text: line }] of lines.entries()) {
    at.set(id, { start: text.length, end: text.length + line.length });
    text += line + (index % 3 === 2 ? '\n\n' : ' ');
  }
  return { text, at };
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
