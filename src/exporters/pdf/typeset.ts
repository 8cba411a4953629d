// A paragraph into lines: broken where words end, right-to-left parts in the order they are read, every piece with its
// place on the line. Breaking is greedy; a word longer than the line is cut between characters.
import bidiFactory from 'bidi-js';
import { printable } from '../markup.js';
import type { Face, Faces } from './faces.js';

export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly line?: 'under' | 'through';
  readonly href?: string;
}

export interface Placed extends Run {
  readonly x: number;
  readonly width: number;
  readonly rightToLeft: boolean;
}

export type Line = readonly Placed[];

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A word and the space after it. Very long ones come in parts, so that measuring them stays cheap. */
const WORD = /\S{1,120} {0,4}|\s{1,40}/gu;

interface Atom extends Run {
  readonly level: number;
  readonly width: number;
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

/** Cut at line breaks, which people write in reasons and notes. */
function paragraphsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
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
  const levels =
    base === 'rtl' || RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, base).levels : null;
  const atoms: Atom[] = [];
  let at = 0;
  for (const run of runs) {
    for (const [word] of run.text.matchAll(WORD)) {
      for (const part of sameLevel(word, at, levels))
        for (const piece of faces.split(part.text, run.face))
          atoms.push(measured({ ...run, ...piece }, part.level, faces));
      at += word.length;
    }
  }
  return atoms;
}

function sameLevel(
  word: string,
  at: number,
  levels: Uint8Array | null,
): readonly { readonly text: string; readonly level: number }[] {
  if (levels === null) return [{ text: word, level: 0 }];
  const parts: { text: string; level: number }[] = [];
  for (let index = 0; index < word.length; index++) {
    const level = levels[at + index] ?? 0;
    const last = parts.at(-1);
    if (last?.level === level) last.text += word[index];
    else parts.push({ text: word[index] ?? '', level });
  }
  return parts;
}

const measured = (run: Run, level: number, faces: Faces): Atom => ({
  ...run,
  level,
  width: faces.width(run.text, run.face, run.size, level % 2 === 1),
});

function broken(atoms: readonly Atom[], width: number, faces: Faces): readonly (readonly Atom[])[] {
  const lines: Atom[][] = [];
  let line: Atom[] = [];
  let used = 0;
  const waiting = [...atoms].reverse();
  for (let atom = waiting.pop(); atom; atom = waiting.pop()) {
    // A break may only follow a space: pieces of one word stay together while a line can hold the word.
    const mayBreak = line.at(-1)?.text.endsWith(' ') ?? true;
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
  let sum = 0;
  let last = atom;
  for (let index = waiting.length - 1; index >= 0 && !last.text.endsWith(' '); index--) {
    last = waiting[index]!;
    sum += last.width;
  }
  return sum;
}

const withoutSpace = (width: number, atom: Atom, faces: Faces): number =>
  atom.text.endsWith(' ') ? width - faces.width(' ', atom.face, atom.size, false) : width;

/** As many characters as fit, at least one where the line is empty. */
function cut(atom: Atom, room: number, empty: boolean, faces: Faces): readonly [Atom | null, Atom | null] {
  const characters = [...atom.text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const width = faces.width(
      characters.slice(0, middle).join(''),
      atom.face,
      atom.size,
      atom.level % 2 === 1,
    );
    if (width <= room) low = middle;
    else high = middle - 1;
  }
  const fitting = Math.max(low, empty ? 1 : 0);
  if (fitting === 0) return [null, atom];
  if (fitting === characters.length) return [atom, null];
  const head = measured({ ...atom, text: characters.slice(0, fitting).join('') }, atom.level, faces);
  return [head, measured({ ...atom, text: characters.slice(fitting).join('') }, atom.level, faces)];
}

/** Neighbours of one look joined, put in the order they are seen (UAX #9, rule L2), and given their places. */
function placed(atoms: readonly Atom[], width: number, base: 'ltr' | 'rtl'): Line {
  const seen = reordered(merged(atoms));
  const whole = seen.reduce((sum, atom) => sum + atom.width, 0);
  let x = base === 'rtl' ? width - whole : 0;
  return seen.map(({ level, ...atom }) => {
    const piece = {
      ...atom,
      text: level % 2 === 1 ? facing(atom.text) : atom.text,
      x,
      rightToLeft: level % 2 === 1,
    };
    x += atom.width;
    return piece;
  });
}

function merged(atoms: readonly Atom[]): readonly Atom[] {
  const pieces: Atom[] = [];
  for (const atom of atoms) {
    const last = pieces.at(-1);
    const alike =
      last &&
      last.face === atom.face &&
      last.size === atom.size &&
      last.level === atom.level &&
      last.colour === atom.colour &&
      last.line === atom.line &&
      last.href === atom.href;
    if (alike)
      pieces[pieces.length - 1] = { ...last, text: last.text + atom.text, width: last.width + atom.width };
    else pieces.push(atom);
  }
  return pieces;
}

function reordered(pieces: readonly Atom[]): readonly Atom[] {
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

/** Brackets face the other way right to left; text of signs alone has no letters to tell the font its direction. */
function facing(text: string): string {
  const mirrored = [...text].map((character) => bidi.getMirroredCharacter(character) ?? character);
  return RIGHT_TO_LEFT.test(text) ? mirrored.join('') : mirrored.reverse().join('');
}
