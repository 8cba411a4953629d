// A paragraph into lines: broken where words end, right-to-left parts in the order they are read, every piece with its
// place on the line. Breaking is greedy; a word longer than the line is cut between characters.
import { printable } from '../markup.js';
import { facing, hasRightToLeft, levelsOf } from './direction.js';
import type { Face, Faces, Ink } from './faces.js';

export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly line?: 'under' | 'through';
  readonly href?: string;
}

/** A piece of a line, as it is seen. */
export interface Placed {
  /** Whose look it has. */
  readonly run: Run;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly rightToLeft: boolean;
  readonly ink: readonly Ink[];
}

export type Line = readonly Placed[];

/** A word and the space after it. Very long ones come in parts, so that measuring them stays cheap. */
const WORD = /\S{1,120} {0,4}|\s{1,40}/gu;

/** Lines of Chinese and Japanese break between any two characters, but not before what closes or after what opens. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const CLOSING = /^[\p{Pe}\p{Pf}、。，．：；？！ー々ゝゞヽヾ・…—〜～”’%％]/u;
const OPENING = /[\p{Ps}\p{Pi}“‘]$/u;
const CHARACTER =
  /[\p{Ps}\p{Pi}]{0,4}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF][\p{Pe}\p{Pf}、。，．：；？！ー々ゝゞヽヾ・…—〜～”’]{0,4} {0,4}|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]{1,120} {0,4}|\s{1,40}/gu;

const mayBreakBetween = (before: string, after: string): boolean =>
  before.endsWith(' ') ||
  ((UNSPACED.test(before) || UNSPACED.test(after)) && !CLOSING.test(after) && !OPENING.test(before));

interface Atom {
  readonly run: Run;
  readonly text: string;
  readonly level: number;
  readonly width: number;
  readonly ink: readonly Ink[];
}

export function typeset(
  runs: readonly Run[],
  width: number,
  faces: Faces,
  base: 'ltr' | 'rtl' = 'ltr',
): readonly Line[] {
  const lines: Line[] = [];
  for (const paragraph of paragraphsOf(runs))
    for (const atoms of broken(atomsOf(paragraph, faces, base), width, faces))
      lines.push(placed(atoms, width, base));
  return lines;
}

/** Text that is one line of ink as it stands. */
const ONE_LINE = /^[ -~\u00A0-\u1FFF‐-‧]+$/;

/** Cut at line breaks, which people write in reasons and notes. */
function paragraphsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  if (runs.every(({ text }) => ONE_LINE.test(text))) return [runs];
  const paragraphs: Run[][] = [[]];
  for (const run of runs)
    for (const [index, text] of printable(run.text)
      .replace(/\t/g, ' ')
      .split(/\r\n|[\r\n\u2028\u2029]/)
      .entries()) {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ ...run, text });
    }
  return paragraphs;
}

/** Words with the space after them, each of one look, one face and one direction. */
function atomsOf(runs: readonly Run[], faces: Faces, base: 'ltr' | 'rtl'): readonly Atom[] {
  const text = runs.map((run) => run.text).join('');
  const levels = base === 'rtl' || hasRightToLeft(text) ? levelsOf(text, base) : null;
  const atoms: Atom[] = [];
  let at = 0;
  for (const run of runs) {
    for (const [word] of run.text.matchAll(UNSPACED.test(run.text) ? CHARACTER : WORD)) {
      if (levels === null) measured(run, word, 0, faces, atoms);
      else for (const part of sameLevel(word, at, levels)) measured(run, part.text, part.level, faces, atoms);
      at += word.length;
    }
  }
  return atoms;
}

function sameLevel(
  word: string,
  at: number,
  levels: Uint8Array,
): readonly { readonly text: string; readonly level: number }[] {
  const parts: { text: string; level: number }[] = [];
  for (let index = 0; index < word.length; index++) {
    const level = levels[at + index] ?? 0;
    const last = parts.at(-1);
    if (last?.level === level) last.text += word[index];
    else parts.push({ text: word[index] ?? '', level });
  }
  return parts;
}

/** Adds `text` in the pieces its letters come in; right to left the first of them stands rightmost. */
function measured(run: Run, text: string, level: number, faces: Faces, atoms: Atom[]): void {
  const rightToLeft = level % 2 === 1;
  for (const { text: piece, width, ink } of faces.shape(text, run.face, rightToLeft))
    atoms.push({ run, text: piece, level, width: width * run.size, ink });
}

function broken(atoms: readonly Atom[], width: number, faces: Faces): readonly (readonly Atom[])[] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let used = 0;
  const waiting = [...atoms].reverse();
  for (let atom = waiting.pop(); atom; atom = waiting.pop()) {
    // Pieces of one word stay together while a line can hold the word.
    const last = line.at(-1);
    const mayBreak = last === undefined || mayBreakBetween(last.text, atom.text);
    const word = atom.width + joined(waiting, atom);
    if (line.length > 0 && used + (mayBreak ? withoutSpace(word, atom, faces) : 0) > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    if (used + withoutSpace(atom.width, atom, faces) > width) {
      const [head, tail] = cut(atom, Math.max(width - used, 0), line.length === 0, faces);
      if (tail) waiting.push(tail);
      if (!head) {
        lines.push(line);
        line = [];
        used = 0;
        continue;
      }
      atom = head;
    }
    line.push(atom);
    used += atom.width;
  }
  lines.push(line);
  return lines;
}

/** The width of what follows without a space between. */
function joined(waiting: readonly Atom[], atom: Atom): number {
  if (atom.text.endsWith(' ')) return 0;
  let sum = 0;
  let last = atom;
  for (let index = waiting.length - 1; index >= 0; index--) {
    const next = waiting[index]!;
    if (mayBreakBetween(last.text, next.text)) break;
    last = next;
    sum += last.width;
  }
  return sum;
}

const withoutSpace = (width: number, atom: Atom, faces: Faces): number =>
  atom.text.endsWith(' ') ? width - widthOf(' ', atom, faces) : width;

const widthOf = (text: string, { run, level }: Atom, faces: Faces): number =>
  faces.shape(text, run.face, level % 2 === 1).reduce((sum, { width }) => sum + width * run.size, 0);

/** As many characters as fit, at least one where the line is empty. */
function cut(atom: Atom, room: number, empty: boolean, faces: Faces): readonly [Atom | null, Atom | null] {
  const characters = [...atom.text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const width = widthOf(characters.slice(0, middle).join(''), atom, faces);
    if (width <= room) low = middle;
    else high = middle - 1;
  }
  const fitting = Math.max(low, empty ? 1 : 0);
  if (fitting === 0) return [null, atom];
  if (fitting === characters.length) return [atom, null];
  const part = (from: number, to: number): Atom => {
    const text = characters.slice(from, to).join('');
    const pieces = faces.shape(text, atom.run.face, atom.level % 2 === 1);
    return {
      ...atom,
      text,
      width: widthOf(text, atom, faces),
      ink: pieces.flatMap(({ ink }) => ink),
    };
  };
  return [part(0, fitting), part(fitting, characters.length)];
}

/** Neighbours of one look joined, put in the order they are seen (UAX #9, rule L2), and given their places. */
function placed(atoms: readonly Atom[], width: number, base: 'ltr' | 'rtl'): Line {
  const seen = reordered(merged(atoms));
  let x = base === 'rtl' ? width - seen.reduce((sum, atom) => sum + atom.width, 0) : 0;
  return seen.map(({ run, text, level, width: own, inks }) => {
    const rightToLeft = level % 2 === 1;
    const ink = inOne(rightToLeft ? inks.reverse() : inks);
    const piece = { run, text: rightToLeft ? facing(text) : text, x, width: own, rightToLeft, ink };
    x += own;
    return piece;
  });
}

/** What stands on one height in one font is written at once. */
function inOne(inks: readonly (readonly Ink[])[]): readonly Ink[] {
  const whole: Ink[] = [];
  let show = '';
  let last: Ink | undefined;
  for (const word of inks)
    for (const ink of word) {
      if (last && (last.font !== ink.font || last.rise !== ink.rise)) {
        whole.push({ font: last.font, rise: last.rise, show });
        show = '';
      }
      show += ink.show;
      last = ink;
    }
  if (last) whole.push({ font: last.font, rise: last.rise, show });
  return whole;
}

interface Merged {
  readonly run: Run;
  readonly level: number;
  text: string;
  width: number;
  readonly inks: (readonly Ink[])[];
}

function merged(atoms: readonly Atom[]): readonly Merged[] {
  const pieces: Merged[] = [];
  let last: Merged | undefined;
  for (const { run, text, level, width, ink } of atoms) {
    if (last && last.run === run && last.level === level) {
      last.text += text;
      last.width += width;
      last.inks.push(ink);
    } else {
      last = { run, level, text, width, inks: [ink] };
      pieces.push(last);
    }
  }
  return pieces;
}

function reordered(pieces: readonly Merged[]): readonly Merged[] {
  const order = [...pieces];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level >= 1; level--)
    for (let start = 0; start < order.length; start++) {
      if (order[start]!.level < level) continue;
      let end = start;
      while (end < order.length && order[end]!.level >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  return order;
}
