// Setting plain words: letters, ligatures, kerning. The font library shapes every script there is, and pays for it with each
// word; the words of most reports need two of its forty steps, so these are read from the font's own tables (OpenType GSUB
// lookup type 4 and GPOS lookup type 2, https://learn.microsoft.com/typography/opentype/spec/gpos).

export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

export interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** As much of an opened font as this reads, by the font library's own names. */
export interface PlainFont {
  glyphForCodePoint(codePoint: number): Glyph;
  getGlyph(id: number, codePoints: readonly number[]): Glyph;
  readonly GSUB?: LayoutTable;
  readonly GPOS?: LayoutTable;
}

interface LayoutTable {
  readonly featureList: readonly { tag: string; feature: { lookupListIndexes: readonly number[] } }[];
  readonly lookupList: { get(index: number): Lookup };
}

interface Lookup {
  readonly lookupType: number;
  readonly subTables: readonly (SubTable & { readonly extension?: SubTable })[];
}

interface SubTable {
  readonly lookupType?: number;
  readonly version: number;
  readonly coverage: Coverage;
  readonly ligatureSets?: List<readonly { components: readonly number[]; glyph: number }[]>;
  readonly pairSets?: List<readonly { secondGlyph: number; value1?: { xAdvance?: number } }[]>;
  readonly classDef1?: Classes;
  readonly classDef2?: Classes;
  readonly classRecords?: List<List<{ value1?: { xAdvance?: number } }>>;
}

interface List<T> {
  get(index: number): T;
}

interface Coverage {
  readonly glyphs?: readonly number[];
  readonly rangeRecords?: readonly { start: number; end: number; startCoverageIndex: number }[];
}

interface Classes {
  readonly startGlyph?: number;
  readonly classValueArray?: readonly number[];
  readonly classRangeRecord?: readonly { start: number; end: number; class: number }[];
}

/** Latin, Greek and Cyrillic letters that stand alone, digits, and the signs between them. */
const PLAIN = /^[ -~\u00A0-\u017F\u0386-\u03CE\u0400-\u045F–—‘’“”„…]*$/;

export const isPlain = (text: string): boolean => PLAIN.test(text);

export interface PlainRun {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
}

/** Sets text that `isPlain`, in units of the font. */
export function plainSetter(font: PlainFont): (text: string) => PlainRun {
  const ligatures = ligaturesOf(font.GSUB);
  const kern = kerningOf(font.GPOS);
  return (text) => {
    const glyphs = joined(
      [...text].map((character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0)),
      ligatures,
      font,
    );
    let advanceWidth = 0;
    const positions = glyphs.map(({ id, advanceWidth: own }, index) => {
      const next = glyphs[index + 1];
      const xAdvance = own + (next ? kern(id, next.id) : 0);
      advanceWidth += xAdvance;
      return { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 };
    });
    return { glyphs, positions, advanceWidth };
  };
}

type Ligatures = ReadonlyMap<number, readonly { components: readonly number[]; glyph: number }[]>;

function joined(glyphs: readonly Glyph[], ligatures: Ligatures, font: PlainFont): readonly Glyph[] {
  if (!glyphs.some(({ id }) => ligatures.has(id))) return glyphs;
  const set: Glyph[] = [];
  for (let at = 0; at < glyphs.length; at++) {
    const glyph = glyphs[at]!;
    const found = ligatures
      .get(glyph.id)
      ?.find(({ components }) => components.every((id, index) => glyphs[at + 1 + index]?.id === id));
    if (!found) {
      set.push(glyph);
      continue;
    }
    const parts = glyphs.slice(at, at + 1 + found.components.length);
    set.push(
      font.getGlyph(
        found.glyph,
        parts.flatMap(({ codePoints }) => codePoints),
      ),
    );
    at += found.components.length;
  }
  return set;
}

/** By their first letter, in the order the font prefers them. */
function ligaturesOf(table: LayoutTable | undefined): Ligatures {
  const found = new Map<number, { components: readonly number[]; glyph: number }[]>();
  for (const { coverage, ligatureSets } of subTables(table, 'liga', 4))
    for (const [first, index] of covered(coverage))
      found.set(first, [...(found.get(first) ?? []), ...(ligatureSets?.get(index) ?? [])]);
  return found;
}

/** How much nearer or further the second letter stands than its width says. */
function kerningOf(table: LayoutTable | undefined): (first: number, second: number) => number {
  const pairs = subTables(table, 'kern', 2).map(pairTable);
  const known = new Map<number, number>();
  return (first, second) => {
    const key = first * 65_536 + second;
    let value = known.get(key);
    if (value === undefined) {
      value = 0;
      for (const pair of pairs) {
        const found = pair(first, second);
        if (found === undefined) continue;
        value = found;
        break;
      }
      known.set(key, value);
    }
    return value;
  };
}

/** Undefined where the next table is to be asked. */
function pairTable(table: SubTable): (first: number, second: number) => number | undefined {
  const coverage = covered(table.coverage);
  const { pairSets, classRecords, classDef1, classDef2 } = table;
  if (pairSets)
    return (first, second) => {
      const index = coverage.get(first);
      const pair =
        index === undefined ? undefined : pairSets.get(index).find((one) => one.secondGlyph === second);
      return pair && (pair.value1?.xAdvance ?? 0);
    };
  const firsts = classesOf(classDef1);
  const seconds = classesOf(classDef2);
  return (first, second) =>
    coverage.has(first)
      ? (classRecords?.get(firsts.get(first) ?? 0).get(seconds.get(second) ?? 0).value1?.xAdvance ?? 0)
      : undefined;
}

function subTables(table: LayoutTable | undefined, tag: string, type: number): readonly SubTable[] {
  const feature = table?.featureList.find((one) => one.tag === tag)?.feature;
  return (feature?.lookupListIndexes ?? []).flatMap((index) => {
    const { lookupType, subTables: own } = table!.lookupList.get(index);
    return own.flatMap((one) => {
      const real = one.extension ?? one;
      return (one.extension ? one.lookupType : lookupType) === type ? [real] : [];
    });
  });
}

function covered({ glyphs = [], rangeRecords = [] }: Coverage): ReadonlyMap<number, number> {
  const found = new Map(glyphs.map((glyph, index) => [glyph, index]));
  for (const { start, end, startCoverageIndex } of rangeRecords)
    for (let glyph = start; glyph <= end; glyph++) found.set(glyph, startCoverageIndex + glyph - start);
  return found;
}

function classesOf(classes: Classes | undefined): ReadonlyMap<number, number> {
  const { startGlyph = 0, classValueArray = [], classRangeRecord = [] } = classes ?? {};
  const found = new Map(classValueArray.map((value, index) => [startGlyph + index, value]));
  for (const range of classRangeRecord)
    for (let glyph = range.start; glyph <= range.end; glyph++) found.set(glyph, range.class);
  return found;
}
