// Which way letters run.
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** A level for each UTF-16 unit (UAX #9); odd ones run right to left. */
export const levelsOf = (text: string, base: 'ltr' | 'rtl'): Uint8Array =>
  bidi.getEmbeddingLevels(text, base).levels;

/** Brackets face the other way right to left; text of signs alone has no letters to tell the font its direction. */
export function facing(text: string): string {
  const mirrored = [...text].map((character) => bidi.getMirroredCharacter(character) ?? character);
  return hasRightToLeft(text) ? mirrored.join('') : mirrored.reverse().join('');
}
