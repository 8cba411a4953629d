// What changed since a statement was rated, in sentences.
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/core/anchor/carry-over.ts';
import type { Version } from '../../src/core/anchor/version.ts';
import { changesSince } from '../../src/core/changes-since.ts';

const BEFORE = 'The harbour reopened at dawn after two days of storms.';
const AFTER =
  'Fishing boats left before sunrise and the market filled by nine. Schools in three northern districts stayed shut for repairs.';

function version(
  sentence: string,
  parts: { content: string; cue?: string; source?: string; speaker?: string },
): Version {
  const text = `${BEFORE} ${sentence} ${AFTER}`;
  const spans = (words?: string) => {
    if (words === undefined) return [];
    const start = text.indexOf(words, BEFORE.length);
    return [{ start, end: start + words.length }];
  };
  const { content, cue, source, speaker } = parts;
  return {
    text,
    statements: [{ id: 's', content: spans(content), cue: spans(cue), source: spans(source), speaker }],
  };
}

const unread = (sentence: string): Version => ({ text: `${BEFORE} ${sentence} ${AFTER}`, statements: [] });
const older = version('Ada Quill said 12 people were on the pier on Monday.', {
  content: '12 people were on the pier on Monday',
  cue: 'said',
  source: 'Ada Quill',
});

function changes(from: Version, to: Version): string[] {
  return changesSince(from, to, carryOver(from, to)[0]!);
}

describe('changesSince', () => {
  it.each([
    ['nothing', 'Ada Quill said 12 people were on the pier on Monday.', []],
    ['a number', 'Ada Quill said 15 people were on the pier on Monday.', ['“12” became “15”.']],
    ['a word put in', 'Ada Quill said 12 people were not on the pier on Monday.', ['“not” was put in.']],
    ['words taken out', 'Ada Quill said 12 people were on the pier.', ['“on Monday” was taken out.']],
    ['the cue', 'Ada Quill admitted 12 people were on the pier on Monday.', ['“said” became “admitted”.']],
    [
      'the source',
      'Bo Larch said 12 people were on the pier on Monday.',
      ['It was attributed to “Ada Quill”, and is now to “Bo Larch”.'],
    ],
    [
      'a word beside it',
      'Ada Quill never said 12 people were on the pier on Monday.',
      ['Beside it: “never” was put in.'],
    ],
  ])('tells %s', (_, sentence, told) => {
    expect(changes(older, unread(sentence))).toEqual(told);
  });

  it('tells an attribution that was added', () => {
    const before = version('Twelve people were on the pier on Monday.', {
      content: 'Twelve people were on the pier on Monday',
    });
    const after = version('Twelve people were on the pier on Monday, police said.', {
      content: 'Twelve people were on the pier on Monday',
      cue: 'said',
      source: 'police',
    });
    expect(changes(before, after)).toEqual(['“said” was put in.', 'It is now attributed to “police”.']);
  });

  it('tells who is meant now', () => {
    const parts = { content: '12 people were on the pier', cue: 'said', source: 'He' };
    const sentence = 'He said 12 people were on the pier.';
    expect(
      changes(
        version(sentence, { ...parts, speaker: 'Ada Quill' }),
        version(sentence, { ...parts, speaker: 'Bo Larch' }),
      ),
    ).toEqual(['“He” now names Bo Larch, where it named Ada Quill.']);
  });

  it('tells what is gone, and what moved', () => {
    expect(changes(older, { text: `${BEFORE} ${AFTER}`, statements: [] })).toEqual([
      'It is gone from the newer text.',
    ]);
    const moved = `${BEFORE} ${AFTER}\n\nAda Quill said 12 people were on the pier on Monday.`;
    expect(changes(older, { text: moved, statements: [] })).toEqual([
      'It moved to another place in the text.',
    ]);
  });

  it('tells once what was exchanged, in the words and beside them', () => {
    const newer = version('Ada Quill said 14 people were on the pier on Monday.', {
      content: '14 people were on the pier on Monday',
      cue: 'said',
      source: 'Ada Quill',
    });
    const [{ content, cue, source }] = newer.statements as [Version['statements'][number]];
    const placement = { ...carryOver(older, newer)[0]!, content, cue, source };
    expect(changesSince(older, newer, { ...placement, changed: ['content', 'source'] })).toEqual([
      '“12” became “14”.',
    ]);
    expect(changesSince(older, newer, { ...placement, changed: ['source'] })).toEqual([
      'Beside it: “12” became “14”.',
    ]);
  });

  it('tells what is new', () => {
    const newer = version('Bo Larch wrote that the ferry sails on Friday.', {
      content: 'the ferry sails on Friday',
    });
    const placements = carryOver(unread(''), newer);
    expect(changesSince(unread(''), newer, placements[0]!)).toEqual(['It is new in this version.']);
  });
});
