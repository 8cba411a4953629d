// The letters of a PDF. Source Serif 4 sets Latin, Greek and Cyrillic; DejaVu Sans has the signs, Arabic and Hebrew; slices of
// Noto have most other scripts. What none has is shown as □, and the first page says which scripts that is, so that nothing is
// missing in silence.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { facing } from './direction.js';
import { farFilesFor, openFar, type Region } from './far-faces.js';
import { isPlain, type PlainFont, type PlainRun, plainSetter } from './plain-words.js';

export type Face = 'regular' | 'bold' | 'italic' | 'other' | 'otherBold' | 'print';

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<Face, string>> = {
  regular: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  bold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  italic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  other: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  otherBold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  print: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
};

/** Set letter by letter from their own tables; the others by the font library. */
const PLAIN_FACES: ReadonlySet<Face> = new Set(['regular', 'bold', 'italic', 'print']);

/** A font as the PDF holds it. */
export interface Held {
  readonly id: string;
  ref(): unknown;
}

/** What is shown of one font at one height above the line: the inside of a TJ operator, and the rise, by the 1000th. */
export interface Ink {
  readonly font: Held;
  readonly rise: number;
  readonly show: string;
}

/** A piece of text of one face, its width at size 1, and how it is written in the file. */
export interface Shaped {
  readonly text: string;
  readonly width: number;
  readonly ink: readonly Ink[];
}

/** One of ours, or the file of a slice. */
type AnyFace = Face | `@${string}`;

export interface Faces {
  /** `text` shaped, in pieces where the face changes. Right to left it is given as it is seen. */
  shape(text: string, wanted: Face, rightToLeft: boolean): readonly Shaped[];
  /** Of `text` the characters that no face has, each once. */
  missing(text: string): readonly string[];
}

/** What every face has. */
const EVERYDAY = /^[ -~’“”–…·]*$/;
const UNCOMMON = /[^\s -~’“”–…·]/gu;

const kept = new Map<Face, Buffer>();

/** Read once a process: they are part of the program. */
function fontFile(face: Face): Buffer {
  const known = kept.get(face) ?? readFileSync(require.resolve(FILES[face]));
  kept.set(face, known);
  return known;
}

/** pdfkit’s font, with what it keeps to itself: the opened font, and how its text becomes glyphs. */
interface Embedded extends Held {
  readonly font: PlainFont & { hasGlyphForCodePoint(codePoint: number): boolean };
  readonly scale: number;
  layoutRun(text: string, features?: readonly string[] | Readonly<Record<string, boolean>>): PlainRun;
  encode(
    text: string,
    features?: readonly string[],
  ): readonly [readonly string[], readonly (PlainRun['positions'][number] & { advanceWidth: number })[]];
}

export function facesFor(document: PDFKit.PDFDocument, region: Region): Faces {
  const opened = new Map<AnyFace, Embedded>();
  const choices = new Map<string, AnyFace | 'dropped' | 'missing'>();
  /** The same few thousand words come again and again. */
  const shaped = new Map<string, readonly Shaped[]>();

  function open(face: AnyFace): Embedded {
    const known = opened.get(face);
    if (known) return known;
    document.registerFont(face, isOurs(face) ? fontFile(face) : (openFar(face) as never)).font(face);
    const { _font: embedded } = document as unknown as { _font: Embedded };
    if (!isOurs(face)) setForgivingly(embedded);
    else if (PLAIN_FACES.has(face)) setPlainly(embedded);
    opened.set(face, embedded);
    return embedded;
  }

  function has(face: AnyFace, character: string): boolean {
    const codePoint = character.codePointAt(0) ?? 0;
    const { font } = open(face);
    if (!font.hasGlyphForCodePoint(codePoint)) return false;
    // A glyph keeps the characters it was first asked for; if that was while shaping, the library later mistakes them.
    font.glyphForCodePoint(codePoint);
    return true;
  }

  function choose(character: string, wanted: Face): AnyFace | 'dropped' | 'missing' {
    const key = wanted + character;
    const known = choices.get(key);
    if (known) return known;
    const fallback = wanted === 'bold' ? 'otherBold' : 'other';
    const near: readonly Face[] = [wanted, fallback, 'other'];
    const face =
      near.find((one) => has(one, character)) ??
      (farFilesFor(character, region) as readonly AnyFace[]).find((one) => has(one, character));
    // Joiners, variation signs and skin tones change how a character looks, not which it is.
    const choice: AnyFace | 'dropped' | 'missing' =
      face ?? (/[\p{Cf}\p{Mn}\p{Emoji_Modifier}]/u.test(character) ? 'dropped' : 'missing');
    choices.set(key, choice);
    return choice;
  }

  function split(text: string, wanted: Face): readonly { readonly text: string; readonly face: AnyFace }[] {
    if (EVERYDAY.test(text)) return [{ text, face: wanted }];
    const pieces: { text: string; face: AnyFace }[] = [];
    for (const character of text) {
      const last = pieces.at(-1);
      if (last && staysWith(character, last.face)) {
        last.text += character;
        continue;
      }
      const choice = choose(character, wanted);
      if (choice === 'dropped') continue;
      const face = choice === 'missing' ? 'other' : choice;
      const shown = choice === 'missing' ? '□' : character;
      if (last?.face === face) last.text += shown;
      else pieces.push({ text: shown, face });
    }
    return pieces;
  }

  /** A space belongs to whatever face is being set, or right-to-left words would be torn apart; so do the joiners of Indic. */
  const staysWith = (character: string, face: AnyFace): boolean =>
    isOurs(face)
      ? character === ' ' && face !== 'print'
      : (character === '\u200C' || character === '\u200D') && has(face, character);

  return {
    missing: (text) =>
      [...new Set(text.match(UNCOMMON))].filter((one) => choose(one, 'regular') === 'missing'),
    shape(text, wanted, rightToLeft) {
      const key = `${wanted}${rightToLeft ? '<' : '>'}${text}`;
      let known = shaped.get(key);
      if (!known) {
        known = split(text, wanted).map((piece) => ({
          text: piece.text,
          ...written(open(piece.face), rightToLeft ? facing(piece.text) : piece.text),
        }));
        shaped.set(key, known);
      }
      return known;
    },
  };
}

const isOurs = (face: AnyFace): face is Face => !face.startsWith('@');

/** Plain words take the short way through a face; whatever else it is given still goes to the font library. */
function setPlainly(embedded: Embedded): void {
  const set = plainSetter(embedded.font);
  const thorough = embedded.layoutRun.bind(embedded);
  const { scale } = embedded;
  embedded.layoutRun = (text, features) => {
    if (!isPlain(text)) return thorough(text, features);
    const { glyphs, positions, advanceWidth } = set(text);
    return {
      glyphs,
      advanceWidth,
      positions: positions.map((position, index) => ({
        ...position,
        xAdvance: position.xAdvance * scale,
        advanceWidth: (glyphs[index]?.advanceWidth ?? 0) * scale,
      })),
    };
  };
}

const UNPLACED_MARKS = { mark: false, mkmk: false, abvm: false, blwm: false, dist: false };

/**
 * The font library trips over marks on a letter that has no place for them in the font's tables (`anchor` is null in
 * getAnchor, fontkit 2.0.4). Such a word is set with its marks where they stand by themselves.
 */
function setForgivingly(embedded: Embedded): void {
  const thorough = embedded.layoutRun.bind(embedded);
  embedded.layoutRun = (text, features) => {
    try {
      return thorough(text, features);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return thorough(text, UNPLACED_MARKS);
    }
  };
}

/** As operands of TJ (ISO 32000-1, 9.4.3): glyphs, and between them how far to step back. */
function written(font: Embedded, text: string): Omit<Shaped, 'text'> {
  // Asked with features, if none, pdfkit takes the text as one run.
  const [codes, positions] = font.encode(text, []);
  const ink: { font: Held; rise: number; show: string }[] = [];
  let width = 0;
  let waiting = '';
  let back = 0;
  const put = (rise: number): void => {
    if (waiting) {
      const last = ink.at(-1);
      if (last?.rise === rise) last.show += `<${waiting}>`;
      else ink.push({ font, rise, show: `<${waiting}>` });
    }
    waiting = '';
    if (back === 0) return;
    const last = ink.at(-1);
    // A space after it: another number may follow.
    const step = `${Math.round(back)} `;
    if (last) last.show += step;
    else ink.push({ font, rise: 0, show: step });
    back = 0;
  };
  let rise = 0;
  for (const [index, code] of codes.entries()) {
    const { xAdvance, xOffset, yOffset, advanceWidth } = positions[index]!;
    if (yOffset !== rise) put(rise);
    rise = yOffset;
    back -= xOffset;
    if (Math.abs(back) >= 0.5) put(rise);
    waiting += code;
    width += xAdvance;
    back += advanceWidth - xAdvance + xOffset;
  }
  put(rise);
  return { width: width / 1000, ink };
}
