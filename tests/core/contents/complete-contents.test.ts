import { describe, expect, it } from 'vitest';
import { completeContents, takeUpDenials } from '../../../src/core/contents/complete-contents.js';
import type { Attribution } from '../../../src/core/statement.js';
import { readMarked } from '../narration/marked.js';

function contentOf(marked: string, change: typeof completeContents = completeContents): string[] {
  const { reading, attributions } = readMarked(marked);
  return change(reading, attributions)[0]!.content.map(({ start, end }) => reading.text.slice(start, end));
}

describe('completeContents', () => {
  it.each([
    [
      'With the thaw, the road to {Tolm is open again}, [the governor] <said>.',
      'With the thaw, the road to Tolm is open again',
    ],
    ['At least {forty boats were lost}, <according to> [the union].', 'At least forty boats were lost'],
    [
      '{The council voted to close the pool}, ending what [its chair] <called> a forty-year mistake.',
      'a forty-year mistake',
    ],
    ['SALT HILL — Four workers {died in a fire}, [the fire chief] <said>.', 'Four workers died in a fire'],
    ['{10:15 The water has fallen}, [the dam authority] <says>.', 'The water has fallen'],
    [
      'Shots went on all night, [he] <said> in posts {that also had pictures of a bridge}.',
      'Shots went on all night',
    ],
    [
      'Fighters took the pass on Monday, [the group] <said on> {its Telegram channel}.',
      'Fighters took the pass on Monday',
    ],
    [
      'Fighters took the pass on Monday, the group <said on> {its Telegram channel}.',
      'Fighters took the pass on Monday',
    ],
    ['[She] <said> {the road was open, adding} that it would stay so.', 'the road was open, adding'],
    [
      '[They] <said> {they held the army’s} 4th Corps and an airport.',
      'they held the army’s 4th Corps and an airport',
    ],
    [
      '[They] <claimed> {taking Lenno}, the capital of the north, and Oster.',
      'taking Lenno, the capital of the north, and Oster',
    ],
    ['[He] <said> {talks would resume} on Wednesday.', 'talks would resume on Wednesday'],
    ['[They] <said> {they held Lenno}, Oster and Perran.', 'they held Lenno, Oster and Perran'],
    [
      '[She] <said> {they took refuge}, and eventually surrendered to the other side.',
      'they took refuge, and eventually surrendered to the other side',
    ],
    ['[They] <claimed taking> {Lenno}.', 'taking Lenno'],
    ['[They] <claimed> {Lenno}, the old capital, {and Oster}.', 'Lenno, the old capital, and Oster'],
    ['[He] <reiterated the> army {would stand firm}.', 'the army would stand firm'],
  ])('%j', (marked, content) => {
    expect(contentOf(marked)).toEqual([content]);
  });

  it.each([
    'The council voted to {close the pool}, [which the mayor] <said> was a pity.',
    '[She] <told> reporters {that the road was open}.',
    '[She] <said> {the road was open} in a statement on Friday.',
    '“We hold it,” he said; {the road is open}, [she] <said>.',
    'On Tuesday, [the firm] <denied> {wrongdoing}.',
    'Speaking at the harbour, [she] <announced> {a new quay}.',
    'After the raid was over, [she] <reported> {four dead}.',
    '{“The road,” she said, “is open}.”',
  ])('leaves %j as it is', (marked) => {
    const { reading, attributions } = readMarked(marked);
    expect(completeContents(reading, attributions)).toEqual(attributions);
  });

  it('ends a content before the next source', () => {
    const { reading, attributions } = readMarked(
      '[Two clerks] <said> {the safe was empty, the daily} Bell reported.',
    );
    const source = { start: reading.text.indexOf('the daily'), end: reading.text.indexOf(' reported') };
    const next: Attribution = {
      source: [source],
      cue: [{ start: source.end + 1, end: source.end + 9 }],
      content: [{ start: 0, end: source.start - 2 }],
      confidence: 1,
    };
    const [, inner] = completeContents(reading, [...attributions, next]);
    expect(inner!.content.map((span) => reading.text.slice(span.start, span.end))).toEqual([
      'the safe was empty',
    ]);
    expect(inner!.within).toBe(0);
  });

  it('ends a content before the next cue', () => {
    const { reading, attributions } = readMarked(
      '[He] <said> {the road was “open,” adding that it would stay so}.',
    );
    const start = reading.text.indexOf('adding');
    const next: Attribution = {
      source: [],
      cue: [{ start, end: start + 6 }],
      content: [{ start: start + 7, end: start + 30 }],
      confidence: 1,
    };
    const [first] = completeContents(reading, [...attributions, next]);
    expect(first!.content.map((span) => reading.text.slice(span.start, span.end))).toEqual([
      'the road was “open,”',
    ]);
  });
});

describe('the cue', () => {
  it.each([
    ['{Four towns have fallen}, [sources] <confirmed on Friday>.', 'confirmed'],
    ['{The road is open}, [he] <said in> posts.', 'said'],
    ['[He] <went on> to say {the road was open}.', 'went on'],
    ['[They] <let on> {that four had been warned}.', 'let on'],
    ['[They] <claimed taking> {Lenno}.', 'claimed'],
    ['<According to> [the report], {it rained}.', 'According to'],
  ])('of %j is %j', (marked, cue) => {
    const { reading, attributions } = readMarked(marked);
    const [span] = completeContents(reading, attributions)[0]!.cue;
    expect(reading.text.slice(span!.start, span!.end)).toBe(cue);
  });
});

describe('takeUpDenials', () => {
  it('gives a bare denial what was said before', () => {
    const { reading, attributions } = readMarked(
      '[The group] <said> {it held the pass}. The army denied it.',
    );
    const at = reading.text.indexOf('denied it');
    const denial: Attribution = {
      source: [{ start: at - 9, end: at - 1 }],
      cue: [{ start: at, end: at + 6 }],
      content: [{ start: at + 7, end: at + 9 }],
      confidence: 1,
    };
    expect(takeUpDenials(reading, [...attributions, denial])[1]!.content).toEqual(attributions[0]!.content);
  });

  it('gives it the clause before a semicolon', () => {
    expect(
      contentOf('Mayor held for fraud in Oster; [lawyer] <denies> {it}', (reading, found) =>
        takeUpDenials(reading, found),
      ),
    ).toEqual(['Mayor held for fraud in Oster']);
  });

  it('leaves other contents alone', () => {
    expect(
      contentOf('[The army] <denied> {the charge of murder}.', (reading, found) =>
        takeUpDenials(reading, found),
      ),
    ).toEqual(['the charge of murder']);
    expect(contentOf('[She] <said> {it}.', (reading, found) => takeUpDenials(reading, found))).toEqual([
      'it',
    ]);
  });
});
