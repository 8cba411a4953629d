// Letters from further away: Noto Sans for Chinese, Japanese, Korean, the Indic scripts, Thai, Khmer, Ethiopic, and Noto Emoji.
// They come cut into slices of some hundred characters, as the web uses them; a slice is opened when a text needs it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

const require = createRequire(import.meta.url);

/** What a slice knows of itself; the font library brings no types. */
export interface FarFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number): FarGlyph;
  createSubset(): Subset;
  readonly _tables: { loca?: { readonly version: number; readonly offsets: readonly number[] } };
  variationCoords: readonly number[] | null;
  readonly variationAxes: Readonly<Record<string, unknown>>;
  readonly _variationProcessor: { transformPoints(id: number, points: readonly Point[]): void } | null;
  readonly _transformedGlyphs: readonly Outline[];
  layout(text: string): unknown;
}

interface FarGlyph {
  readonly advanceWidth: number;
  _getMetrics(): { readonly leftBearing: number };
  _getContours(): readonly (readonly Point[])[];
}

interface Point {
  readonly onCurve: boolean;
  readonly x: number;
  readonly y: number;
  copy(): Point;
}

interface Outline {
  numberOfContours: number;
  points?: Point[];
}

/** The part of a PDF that holds the glyphs used of a font. */
interface Subset {
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
}

const HAN = /[\p{Script=Han}\u3000-\u303F\u31C0-\u31EF\uFE30-\uFE4F\uFF00-\uFFEF]/u;

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'sans-jp'],
  [/\p{Script=Hangul}/u, 'sans-kr'],
  [/\p{Script=Devanagari}|[\u0964\u0965]/u, 'sans-devanagari'],
  [/\p{Script=Bengali}/u, 'sans-bengali'],
  [/\p{Script=Gurmukhi}/u, 'sans-gurmukhi'],
  [/\p{Script=Gujarati}/u, 'sans-gujarati'],
  [/\p{Script=Tamil}/u, 'sans-tamil'],
  [/\p{Script=Telugu}/u, 'sans-telugu'],
  [/\p{Script=Kannada}/u, 'sans-kannada'],
  [/\p{Script=Malayalam}/u, 'sans-malayalam'],
  [/\p{Script=Sinhala}/u, 'sans-sinhala'],
  [/\p{Script=Thai}|\u0E3F/u, 'sans-thai'],
  [/\p{Script=Khmer}/u, 'sans-khmer'],
  [/\p{Script=Ethiopic}/u, 'sans-ethiopic'],
  [/\p{Extended_Pictographic}|\p{Regional_Indicator}/u, 'emoji'],
];

/** The same character is drawn differently in China and in Japan: a report with kana in it is set as in Japan. */
export type Region = 'china' | 'japan';

export const regionOf = (text: string): Region =>
  /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text) ? 'japan' : 'china';

/** The slices that may hold a character, the likeliest first, as file names. */
export function farFilesFor(character: string, region: Region): readonly string[] {
  const families = HAN.test(character)
    ? region === 'japan'
      ? ['sans-jp', 'sans-sc']
      : ['sans-sc', 'sans-jp', 'sans-kr']
    : SCRIPTS.filter(([script]) => script.test(character)).map(([, family]) => family);
  const codePoint = character.codePointAt(0) ?? 0;
  return families.flatMap((family) => sliceOf(family, codePoint));
}

type Slice = readonly [from: number, to: number, file: string];

const slices = new Map<string, readonly Slice[]>();

function sliceOf(family: string, codePoint: number): readonly string[] {
  const known = slices.get(family) ?? readSlices(family);
  slices.set(family, known);
  return known.filter(([from, to]) => codePoint >= from && codePoint <= to).map(([, , file]) => file);
}

/** `"[119]": "U+20-22,U+27"`, or `"devanagari": "U+0900-097F"`. */
function readSlices(family: string): readonly Slice[] {
  const folder = `@fontsource-variable/noto-${family}`;
  const ranges: Record<string, string> = JSON.parse(
    readFileSync(require.resolve(`${folder}/unicode.json`), 'utf8'),
  );
  return Object.entries(ranges).flatMap(([name, list]) =>
    list.split(',').map((range): Slice => {
      const [from = '', to = from] = range.trim().slice('U+'.length).split('-');
      const file = `${folder}/files/noto-${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`;
      return [Number.parseInt(from, 16), Number.parseInt(to, 16), file];
    }),
  );
}

const WEIGHT = 400;

/** A slice at the weight of the text beside it, able to be held in a PDF. */
export function openFar(file: string): FarFont {
  const bytes = readFileSync(require.resolve(file));
  const font = create(bytes) as FarFont;
  const weighed = create(bytes) as FarFont;
  weighed.variationCoords = [WEIGHT];
  // Slices share one name, by which pdfkit would take them for each other.
  Object.defineProperty(font, 'postscriptName', { value: nameOf(file) });
  // Glyphs are written anew below, each where the one before it ends.
  font._tables.loca = { version: 1, offsets: [] };
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    const done = new Set<number>();
    subset._addGlyph = (id) => {
      const glyph = font.getGlyph(id);
      if (!done.has(id)) weigh(font, weighed, id);
      done.add(id);
      const outline = outlined(glyph._getContours());
      subset.glyf.push(outline);
      subset.loca.offsets.push(subset.offset);
      subset.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing });
      subset.offset += outline.length;
      return subset.glyf.length - 1;
    };
    return subset;
  };
  return font;
}

/** `noto-sans-sc-119-wght-normal.woff2` → `NotoSansSc119`. */
const nameOf = (file: string): string =>
  file
    .slice(file.lastIndexOf('/') + 1, file.indexOf('-wght'))
    .replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** Moves the points of an outline to where its weight wants them; the font library does so only for fonts that are not packed. */
function weigh(font: FarFont, weighed: FarFont, id: number): void {
  const outline = font._transformedGlyphs[id];
  if (!outline?.points?.length || !weighed._variationProcessor) return;
  const points = outline.points.map((point) => point.copy());
  // Four points beyond the outline stand for its sides (OpenType gvar); the widths of these fonts do not change by them.
  const sides = Array.from({ length: 4 }, () =>
    Object.assign(outline.points![0]!.copy(), { endContour: true }),
  );
  weighed._variationProcessor.transformPoints(id, [...points, ...sides]);
  outline.points = points;
}

/** A glyph as TrueType keeps it (OpenType glyf, simple glyph description), every point as two steps of 16 bits. */
function outlined(contours: readonly (readonly Point[])[]): Uint8Array {
  const points = contours
    .flat()
    .map(({ onCurve, x, y }) => ({ onCurve, x: Math.round(x), y: Math.round(y) }));
  if (points.length === 0) return new Uint8Array(0);
  const length = 10 + 2 * contours.length + 2 + 5 * points.length;
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4);
  const view = new DataView(bytes.buffer);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const head = [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (const [index, value] of head.entries()) view.setInt16(2 * index, value);
  let end = -1;
  for (const [index, contour] of contours.entries()) {
    end += contour.length;
    view.setUint16(10 + 2 * index, end);
  }
  // No instructions: two bytes that stay nought.
  let at = 10 + 2 * contours.length + 2;
  for (const { onCurve } of points) view.setUint8(at++, onCurve ? 1 : 0);
  for (const values of [xs, ys])
    for (const [index, value] of values.entries()) {
      view.setInt16(at, value - (values[index - 1] ?? 0));
      at += 2;
    }
  return bytes;
}
