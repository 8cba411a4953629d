import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isPlain, type PlainFont, plainSetter } from '../../src/exporters/pdf/plain-words.ts';

const require = createRequire(import.meta.url);
const { openSync } = createRequire(require.resolve('pdfkit'))('fontkit') as {
  openSync(path: string): PlainFont & {
    layout(text: string): { glyphs: { id: number }[]; positions: { xAdvance: number }[] };
  };
};

const FACES = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
];

const WORDS = [
  ...new Set(
    `${readFileSync('README.md', 'utf8')} AVATAR Toys, Wäre “Tēvs” Łódź office ﬁ fjord affluent shuffle off-fly “fff” T. V. Y, P.
    Київ, Обʼєкт, ГУТА. Ἀθῆναι Αθήνα, ΑΥΤΟ 1/2 10:45 7,000.00 L’été d’Œuvre ffi`
      .split(/\s+/)
      .filter((word) => isPlain(word)),
  ),
];

describe.each(FACES)('%s', (path) => {
  const font = openSync(require.resolve(path));
  const set = plainSetter(font);

  it('sets plain words as the font library does', () => {
    expect(WORDS.length).toBeGreaterThan(1_000);
    const differing = WORDS.filter((word) => {
      const thorough = font.layout(word);
      const { glyphs, positions } = set(word);
      return (
        glyphs.map(({ id }) => id).join() !== thorough.glyphs.map(({ id }) => id).join() ||
        positions.map(({ xAdvance }) => xAdvance).join() !==
          thorough.positions.map(({ xAdvance }) => xAdvance).join()
      );
    });
    expect(differing).toEqual([]);
  });
});
