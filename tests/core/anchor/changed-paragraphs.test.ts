// The difference between two versions, laid out in paragraphs for a page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangedParagraph, changedParagraphs } from '../../../src/core/anchor/changed-paragraphs.ts';
import { makeCase } from './edits.ts';

const SIGNS = {
  kept: ['', ''],
  removed: ['[-', '-]'],
  added: ['{+', '+}'],
  moved_away: ['[<', '<]'],
  moved: ['{>', '>}'],
};

const drawn = (paragraphs: readonly ChangedParagraph[]): string[] =>
  paragraphs.map(({ pieces }) =>
    pieces.map(({ kind, text }) => `${SIGNS[kind][0]}${text.trim()}${SIGNS[kind][1]}`).join(' '),
  );

const FIRST = 'The ferry left the quay at noon with forty people aboard.';
const LAST = 'Divers went down twice before the light failed, and the harbour stayed shut.';
const between = (middle: string): string => `${FIRST}\n\n${middle}\n\n${LAST}`;

describe('changedParagraphs', () => {
  it.each([
    ['nothing', 'It sank.', 'It sank.', ['It sank.']],
    [
      'a word inside',
      'The mayor said 12 people were rescued by noon.',
      'The mayor said 15 people were rescued by noon.',
      ['The mayor said [-12-] {+15+} people were rescued by noon.'],
    ],
    [
      'the last word, in the same paragraph',
      'The mayor spoke of a rescue at the old pier.',
      'The mayor spoke of a rescue at the old bridge.',
      ['The mayor spoke of a rescue at the old [-pier-] {+bridge+} .'],
    ],
    [
      'a last sentence taken out, in the paragraph it ended',
      'The mayor spoke of a rescue. Nobody believed her.',
      'The mayor spoke of a rescue.',
      ['The mayor spoke of a rescue. [-Nobody believed her.-]'],
    ],
    [
      'a paragraph put in',
      'The mayor spoke of a rescue.',
      'The mayor spoke of a rescue.\n\nQuite another thing entirely happened upriver.',
      ['The mayor spoke of a rescue.', '{+Quite another thing entirely happened upriver.+}'],
    ],
  ])('shows %s', (_what, older, newer, expected) => {
    expect(drawn(changedParagraphs(between(older), between(newer)))).toEqual([FIRST, ...expected, LAST]);
  });

  it('shows a paragraph that changed its place at both', () => {
    const paragraphs = [FIRST, 'Ida Holm of the harbour office counted nine crates of herring.', LAST];
    const older = paragraphs.join('\n\n');
    const newer = [paragraphs[1], paragraphs[0], paragraphs[2]].join('\n\n');
    const kinds = changedParagraphs(older, newer).map(({ pieces }) => pieces.map(({ kind }) => kind));
    expect(kinds.flat().sort()).toEqual(['kept', 'kept', 'moved', 'moved_away']);
  });

  it('leaves nothing out: what stands in either version stands in a piece of it', () => {
    const words = (text: string): string => text.replace(/\s+/g, '');
    const text = fc
      .array(fc.constantFrom('a', 'b', 'The', 'ferry', 'sank.', '\n', '\n\n', '“no”', '𝄞', 'مرکز'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const pieces = changedParagraphs(older, newer).flatMap((each) => each.pieces);
        const of = (kinds: readonly string[]): string =>
          words(
            pieces
              .filter(({ kind }) => kinds.includes(kind))
              .map((piece) => piece.text)
              .join(' '),
          );
        expect(of(['kept', 'added', 'moved'])).toBe(words(newer));
        expect(of(['kept', 'removed', 'moved_away'])).toHaveLength(words(older).length);
      }),
      { numRuns: 300 },
    );
  });

  it('says where each paragraph stands in both', () => {
    const older = between('The mayor said 12 people were rescued by noon.');
    const newer = between('The mayor said 15 people were rescued by noon.');
    for (const { pieces, newer: at } of changedParagraphs(older, newer)) {
      const now = pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text);
      expect(newer.slice(at!.start, at!.end)).toBe(now.join(''));
    }
  });

  it('compares a text of a million characters within seconds, by its lines', () => {
    const { older, newer } = makeCase(
      'news',
      1,
      { words: 0.02, moves: 2, sentences: 0.01, paragraphs: 2 },
      1_000_000,
    );
    const start = process.cpuUsage();
    const paragraphs = changedParagraphs(older.text, newer.text);
    const { user, system } = process.cpuUsage(start);
    expect(paragraphs.some(({ changed }) => changed)).toBe(true);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });

  it('compares two words of a million-character text as two words', () => {
    const { older } = makeCase('news', 2, { words: 0, moves: 0, sentences: 0, paragraphs: 0 }, 1_000_000);
    const at = older.text.indexOf(' ', 500_000);
    const changed = changedParagraphs(
      older.text,
      `${older.text.slice(0, at)} indeed${older.text.slice(at)}`,
    ).filter((paragraph) => paragraph.changed);
    expect(changed.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind !== 'kept'))).toEqual([
      { kind: 'added', text: 'indeed ' },
    ]);
  });
});
