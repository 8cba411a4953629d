// Carrying statements over to the next version: what is kept, moved, reworded, dropped, orphaned and new.
import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../src/core/anchor/carry-over.ts';
import type { CarriedStatement, Placement, Version } from '../../../src/core/anchor/version.ts';
import { GENRES, makeCase } from './edits.ts';

/** A version whose statements are written in the text: [source], {cue}, <content>, numbered s0, s1, … by `|`. */
function mark(marked: string): Version {
  const statements: CarriedStatement[] = [];
  const open: Record<string, number> = {};
  let current = { content: [] as Spans, cue: [] as Spans, source: [] as Spans };
  let text = '';
  const closes: Record<string, [string, 'content' | 'cue' | 'source']> = {
    ']': ['[', 'source'],
    '}': ['{', 'cue'],
    '>': ['<', 'content'],
  };
  for (const character of marked) {
    const close = closes[character];
    if ('[{<'.includes(character)) open[character] = text.length;
    else if (close !== undefined) current[close[1]].push({ start: open[close[0]]!, end: text.length });
    else if (character === '|') {
      statements.push({ id: `s${statements.length}`, ...current });
      current = { content: [], cue: [], source: [] };
    } else text += character;
  }
  return { text, statements };
}

type Spans = { start: number; end: number }[];

const unmarked = (text: string): Version => ({ text, statements: [] });
const words = (version: Version, spans: readonly { start: number; end: number }[]): string =>
  spans.map((span) => version.text.slice(span.start, span.end)).join(' … ');
const carried = (older: Version, newer: Version): Placement[] => carryOver(older, newer);

const OTHERS = [
  'The harbour reopened at dawn after two days of storms and heavy swell along the coast.',
  'Fishing boats left before sunrise and the market filled by nine in the morning.',
  'Schools in the three northern districts stayed shut for another week of repairs.',
];

describe('a statement carried over', () => {
  it('is kept when nothing changed', () => {
    const older = mark(`${OTHERS[0]} <“The bridge is safe,”> {said} [Ada Quill].| ${OTHERS[1]}`);
    expect(carried(older, older)[0]).toMatchObject({ status: 'kept', older: 's0', newer: 's0', likeness: 1 });
  });

  it('is kept when only typography and line breaks changed', () => {
    const older = mark(`${OTHERS[0]} <“The bridge is safe — for now,”> {said} [Ada Quill].| ${OTHERS[1]}`);
    const newer = unmarked(
      `${OTHERS[0]}\n\n"The bridge  is safe - for now," said Ada\u00a0Quill.\n${OTHERS[1]}`,
    );
    const [placement] = carried(older, newer);
    expect(placement).toMatchObject({ status: 'kept', changed: [] });
    expect(words(newer, placement!.content)).toBe('"The bridge  is safe - for now,"');
  });

  it('is moved when its paragraph went elsewhere', () => {
    const older = mark(
      `<“The bridge is safe and open to lorries,”> {said} [Ada Quill] on Tuesday.|\n\n${OTHERS.join('\n\n')}`,
    );
    const newer = unmarked(
      `${OTHERS.join('\n\n')}\n\n“The bridge is safe and open to lorries,” said Ada Quill on Tuesday.`,
    );
    const [placement] = carried(older, newer);
    expect(placement).toMatchObject({ status: 'moved', moved: true });
    expect(words(newer, placement!.source)).toBe('Ada Quill');
  });

  it('says which part was reworded, and shows what stands there now', () => {
    const older = mark(`${OTHERS[0]} <“The bridge is safe,”> {said} [Ada Quill].| ${OTHERS[1]}`);
    const newer = unmarked(`${OTHERS[0]} “The bridge is safe,” admitted Ada Quill. ${OTHERS[1]}`);
    const [placement] = carried(older, newer);
    expect(placement).toMatchObject({ status: 'reworded', changed: ['cue'] });
    expect(words(newer, placement!.cue)).toBe('admitted');
  });

  it('is dropped when its sentence is gone', () => {
    const older = mark(`${OTHERS[0]} <“The bridge is safe,”> {said} [Ada Quill].| ${OTHERS[1]}`);
    expect(carried(older, unmarked(`${OTHERS[0]} ${OTHERS[1]}`))[0]).toMatchObject({
      status: 'dropped',
      content: [],
    });
  });

  it('corresponds to the newer version’s own statement, and what nothing maps to is new', () => {
    const older = mark(`${OTHERS[0]} <“The bridge is safe,”> {said} [Ada Quill].|`);
    const newer = mark(
      `[Bo Larch] {added} that <the ferry would sail on Friday>.| ${OTHERS[0]} <“The bridge is safe,”> {said} [Ada Quill].|`,
    );
    expect(carried(older, newer)).toMatchObject([
      { status: 'kept', older: 's0', newer: 's1' },
      { status: 'new', older: null, newer: 's0' },
    ]);
  });
});

describe('what a reader would take for a small change', () => {
  const reworded: [string, string, string, string[]][] = [
    ['a number', '<Twelve people died and 40 were hurt>', 'Twelve people died and 14 were hurt', ['content']],
    [
      'a negation in the content',
      '<the pump was inspected in May>',
      'the pump was not inspected in May',
      ['content'],
    ],
    ['a capital', '<the march was legal>', 'the March was legal', ['content']],
  ];
  it.each(reworded)('%s is never called kept', (_, before, after, changed) => {
    const older = mark(`${OTHERS[0]} [Ada Quill] {said} that ${before}.| ${OTHERS[1]}`);
    const newer = unmarked(`${OTHERS[0]} Ada Quill said that ${after}. ${OTHERS[1]}`);
    expect(carried(older, newer)[0]).toMatchObject({ status: 'reworded', changed });
  });

  const around: [string, string][] = [
    ['a negation before the cue', 'Ada Quill never said that the pump was inspected in May.'],
    ['a hedge before the cue', 'Ada Quill reportedly said that the pump was inspected in May.'],
    ['somebody joined on before the source', 'An aide to Ada Quill said that the pump was inspected in May.'],
    ['an almost before the content', 'Ada Quill said that almost the pump was inspected in May.'],
    ['a denial around it all', 'The council denied Ada Quill said that the pump was inspected in May.'],
  ];
  it.each(around)('%s is never called kept', (_, sentence) => {
    const older = mark(`${OTHERS[0]} [Ada Quill] {said} that <the pump was inspected in May>.| ${OTHERS[1]}`);
    const [placement] = carried(older, unmarked(`${OTHERS[0]} ${sentence} ${OTHERS[1]}`));
    expect(placement!.status).toBe('reworded');
  });

  it('an attribution given to what was the paper’s own voice counts as reworded', () => {
    const older = mark(`${OTHERS[0]} <Twelve people died in the blast at the mill>.| ${OTHERS[1]}`);
    const newer = mark(
      `${OTHERS[0]} <Twelve people died in the blast at the mill>, [police] {said}.| ${OTHERS[1]}`,
    );
    expect(carried(older, newer)[0]).toMatchObject({ status: 'reworded', changed: ['cue', 'source'] });
  });

  it('another speaker behind the same “He said” counts as reworded', () => {
    const text = mark(`${OTHERS[0]} [He] {said} <the pump was inspected in May>.|`);
    const as = (speaker: string): Version => ({
      ...text,
      statements: text.statements.map((statement) => ({ ...statement, speaker })),
    });
    expect(carried(as('Ada Quill'), as('Bo Larch'))[0]).toMatchObject({
      status: 'reworded',
      changed: ['speaker'],
    });
    expect(carried(as('Ada Quill'), as('Ada Quill'))[0]).toMatchObject({ status: 'kept' });
  });

  it.each([
    ['a weekday', 'on Friday', 'on Wednesday'],
    ['a day of the month', 'on 4 March', 'on 6 March'],
    ['a month', 'on May 4', 'on June 4'],
    ['today', 'today', 'yesterday'],
  ])('another day of saying counts as reworded: %s', (_, before, after) => {
    const said = (when: string): Version =>
      mark(`${OTHERS[0]} <“The bridge is safe for all of us,”> [Ada Quill] {said} ${when}.| ${OTHERS[1]}`);
    expect(carried(said(before), said(after))[0]).toMatchObject({ status: 'reworded', changed: ['cue'] });
    expect(carried(said(before), said(before))[0]).toMatchObject({ status: 'kept' });
  });

  it('another way the words came counts as reworded, where the sentence changed', () => {
    const said = (through: string, via: readonly string[]): Version => {
      const version = mark(
        `${OTHERS[0]} [Ada Quill] {said} <the pump was inspected>${through}.| ${OTHERS[1]}`,
      );
      return { ...version, statements: version.statements.map((one) => ({ ...one, via })) };
    };
    const plain = said('', []);
    expect(carried(plain, said(', Interfax reported', ['Interfax']))[0]).toMatchObject({
      status: 'reworded',
      changed: ['via'],
    });
    // The engine reads more than it did; the article is the same.
    expect(carried(plain, said('', ['Interfax']))[0]).toMatchObject({ status: 'kept' });
  });
});

describe('words that look like others', () => {
  it.each([
    [
      'names swapped between two sentences',
      'Bo Larch said the bridge was shut at noon. Ada Quill said the ferry sailed late on Friday.',
    ],
    [
      'names swapped between two sentences that differ in a word',
      'Bo Larch said the bridge was shut at noon. Ada Quill said the bridge was free at noon.',
    ],
  ])('%s: never put on the other’s words, never called kept', (_, text) => {
    const second = text.includes('ferry') ? 'the ferry sailed late on Friday' : 'the bridge was free at noon';
    const older = mark(
      `${OTHERS[0]} [Ada Quill] {said} <the bridge was shut at noon>.| [Bo Larch] {said} <${second}>.| ${OTHERS[1]}`,
    );
    const newer = unmarked(`${OTHERS[0]} ${text} ${OTHERS[1]}`);
    for (const [index, placement] of carried(older, newer).entries()) {
      expect(['reworded', 'orphaned']).toContain(placement.status);
      if (placement.status !== 'reworded') continue;
      expect(placement.changed).toContain('source');
      expect(words(newer, placement.content)).toBe(words(older, older.statements[index]!.content));
    }
  });

  it('a like sentence elsewhere, with another number and another source, is not the statement', () => {
    const older = mark(
      `${OTHERS[0]} [Ada Quill] {said} <12 people were hurt in the blast at the mill>.| ${OTHERS[1]} ${OTHERS[2]}`,
    );
    const newer = unmarked(
      `${OTHERS.join(' ')}\n\nPolice said 14 people were hurt in the blast at the mill.`,
    );
    expect(carried(older, newer)[0]).toMatchObject({ status: 'orphaned', content: [] });
  });

  it('the same sentence twice keeps both in their own places', () => {
    const older = mark(`${OTHERS[0]} <Robin left>.| ${OTHERS[1]} <Robin left>.| ${OTHERS[2]}`);
    const newer = unmarked(`${OTHERS[0]} Robin left. ${OTHERS[1]} Robin left. ${OTHERS[2]} And more rain.`);
    const placements = carried(older, newer);
    expect(placements.map(({ status }) => status)).toEqual(['kept', 'kept']);
    expect(placements[0]!.content[0]!.start).toBe(newer.text.indexOf('Robin'));
    expect(placements[1]!.content[0]!.start).toBe(newer.text.lastIndexOf('Robin'));
  });

  it('the first of two is not put on the second when the first is cut', () => {
    const older = mark(`${OTHERS[0]} <Robin left>.| ${OTHERS[1]} <Robin left>.| ${OTHERS[2]}`);
    const newer = unmarked(`${OTHERS[0]} ${OTHERS[1]} Robin left. ${OTHERS[2]}`);
    expect(carried(older, newer).map(({ status }) => status)).toEqual([
      expect.stringMatching(/dropped|orphaned/),
      'kept',
    ]);
  });

  it('three equal paragraphs of which one is cut: none can be told, so none is placed', () => {
    const older = mark(`${OTHERS[0]}\n\n<Rain fell>.|\n\n<Rain fell>.|\n\n<Rain fell>.|\n\n${OTHERS[1]}`);
    const newer = unmarked(`${OTHERS[0]}\n\nRain fell.\n\nRain fell.\n\n${OTHERS[1]}`);
    expect(carried(older, newer).map(({ status }) => status)).toEqual(['orphaned', 'orphaned', 'orphaned']);
  });

  it('a line of a list is not put on the next line when it is cut', () => {
    const lines = ['Ama Dell, 43, of Lower Mill, was hurt.', 'Ned Fosse, 44, of Lower Mill, was hurt.'];
    const older = mark(`${OTHERS[0]}\n\n<${lines[0]}>|\n\n<${lines[1]}>|\n\n${OTHERS[1]}`);
    const newer = unmarked(`${OTHERS[0]}\n\n${lines[1]}\n\n${OTHERS[1]}`);
    expect(carried(older, newer)).toMatchObject([{ content: [] }, { status: 'kept' }]);
  });

  it('content whose words were all exchanged is not the statement any more', () => {
    const older = mark(`${OTHERS[0]} <“The bridge is safe,”> {said} [Ada Quill].| ${OTHERS[1]}`);
    const newer = unmarked(`${OTHERS[0]} “Nobody came today,” said Ada Quill. ${OTHERS[1]}`);
    expect(carried(older, newer)[0]!.content).toEqual([]);
  });
});

describe('odd versions', () => {
  it.each([
    ['an empty newer text', mark('<All is well>.|'), unmarked(''), 'dropped'],
    [
      'a statement without words',
      { text: 'Rain. ', statements: [{ id: 's0', content: [{ start: 5, end: 6 }], cue: [], source: [] }] },
      unmarked('Rain. Sun.'),
      'dropped',
    ],
    [
      'a statement without content',
      { text: 'Rain.', statements: [{ id: 's0', content: [], cue: [], source: [] }] },
      unmarked('Rain.'),
      'dropped',
    ],
  ])('%s is answered', (_, older, newer, status) => {
    expect(carried(older, newer)[0]).toMatchObject({ status, content: [] });
  });

  it.each([
    ['one line of quotation marks', '"'.repeat(400_000), '"'.repeat(399_999)],
    ['one word', 'a'.repeat(1_000_000), 'a'.repeat(999_999)],
    ['one sentence over and over', 'Rain fell. '.repeat(30_000), 'Rain fell. '.repeat(29_999)],
    ['other words altogether', 'rain '.repeat(60_000), 'sun '.repeat(60_000)],
  ])('%s takes bounded time', (_, older, newer) => {
    const start = performance.now();
    carryOver(
      { text: older, statements: [{ id: 's0', content: [{ start: 0, end: 9 }], cue: [], source: [] }] },
      unmarked(newer),
    );
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('an article edited by a machine that knows the truth', () => {
  const settings = [
    [{ words: 0, moves: 0, sentences: 0, paragraphs: 0 }, 1],
    [{ words: 0.02, moves: 0, sentences: 0, paragraphs: 0 }, 0.99],
    [{ words: 0.05, moves: 2, sentences: 0.01, paragraphs: 1 }, 0.95],
    [{ words: 0.15, moves: 4, sentences: 0.02, paragraphs: 2 }, 0.7],
  ] as const;
  const cases = GENRES.flatMap((genre) => settings.map(([edits, least]) => [genre, edits, least] as const));
  it.each(cases)('%s with %o: nothing placed wrongly, nothing edited called kept', (genre, edits, least) => {
    const verdicts = [1, 2, 3].flatMap((seed) => {
      const made = makeCase(genre, seed, edits, 8_000, 60);
      return made.judge(carryOver(made.older, made.newer));
    });
    expect(verdicts.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
    expect(verdicts.filter(({ edited, status }) => edited && /kept|moved/.test(status))).toEqual([]);
    const right = verdicts.filter(({ outcome }) => outcome === 'right').length / verdicts.length;
    expect(right).toBeGreaterThanOrEqual(least);
  });
});
