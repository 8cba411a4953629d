// The letters of a PDF. Source Serif 4 sets Latin, Greek and Cyrillic; DejaVu Sans has the signs, Arabic, Hebrew, and some
// emoji; what neither has is shown as □, and the first page says which scripts that is, so that nothing is missing in silence.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

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

const FACES = Object.keys(FILES) as readonly Face[];

/** As much of a font as setting needs. */
interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** What every face has. */
const EVERYDAY = /^[ -~’“”–…·]*$/;

export interface Faces {
  /** `text` cut where the face changes. */
  split(text: string, wanted: Face): readonly { readonly text: string; readonly face: Face }[];
  width(text: string, face: Face, size: number, rightToLeft: boolean): number;
  /** Of `text` the characters that no face has, each once. */
  missing(text: string): readonly string[];
}

let kept: ReadonlyMap<Face, Buffer> | null = null;

/** Read once a process: they are part of the program. */
function fontFiles(): ReadonlyMap<Face, Buffer> {
  kept ??= new Map(FACES.map((face) => [face, readFileSync(require.resolve(FILES[face]))]));
  return kept;
}

export function facesFor(document: PDFKit.PDFDocument): Faces {
  for (const [face, bytes] of fontFiles()) document.registerFont(face, bytes);
  const fonts = new Map<Face, Font>();
  const fontOf = (face: Face): Font => {
    const known = fonts.get(face);
    if (known) return known;
    document.font(face);
    // pdfkit keeps the opened font here and gives no other way to ask what it holds.
    const { font } = (document as unknown as { _font: { font: Font } })._font;
    fonts.set(face, font);
    return font;
  };
  const choices = new Map<string, Face | 'dropped' | 'missing'>();
  /** Of words at size 1: the same few thousand come again and again. */
  const widths = new Map<string, number>();

  function choose(character: string, wanted: Face): Face | 'dropped' | 'missing' {
    const key = wanted + character;
    const known = choices.get(key);
    if (known) return known;
    const codePoint = character.codePointAt(0) ?? 0;
    const fallback = wanted === 'bold' ? 'otherBold' : 'other';
    const wish: readonly Face[] = [wanted, fallback, 'other'];
    const face = wish.find((one) => fontOf(one).hasGlyphForCodePoint(codePoint));
    // Joiners, variation signs and skin tones change how a character looks, not which it is.
    const choice: Face | 'dropped' | 'missing' =
      face ?? (/[\p{Cf}\p{Mn}\p{Emoji_Modifier}]/u.test(character) ? 'dropped' : 'missing');
    choices.set(key, choice);
    return choice;
  }

  return {
    missing: (text) =>
      EVERYDAY.test(text) ? [] : [...new Set(text)].filter((one) => choose(one, 'regular') === 'missing'),
    split(text, wanted) {
      if (EVERYDAY.test(text)) return [{ text, face: wanted }];
      const pieces: { text: string; face: Face }[] = [];
      for (const character of text) {
        const choice = choose(character, wanted);
        if (choice === 'dropped') continue;
        const face = choice === 'missing' ? 'other' : choice;
        const shown = choice === 'missing' ? '□' : character;
        const last = pieces.at(-1);
        // A space belongs to whatever face is being set, or right-to-left words would be torn apart.
        if (last && (last.face === face || (character === ' ' && last.face !== 'print'))) last.text += shown;
        else pieces.push({ text: shown, face });
      }
      return pieces;
    },
    width(text, face, size, rightToLeft) {
      const key = `${face}${rightToLeft ? '<' : '>'}${text}`;
      const known = widths.get(key);
      if (known !== undefined) return known * size;
      document.font(face).fontSize(1);
      const width = document.widthOfString(text, rightToLeft ? { features: [] } : {});
      widths.set(key, width);
      return width * size;
    },
  };
}
