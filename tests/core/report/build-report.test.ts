import { describe, expect, it } from 'vitest';
import { reportDigest } from '../../../src/core/report/digest.ts';
import { buildReport } from '../../../src/core/report.ts';
import { EDITORS, HARBOUR_TEXT, harbour, inputOf, SECRETS } from './harbour.ts';
import { paperDesk } from './paper-desk.ts';

const report = buildReport(inputOf(harbour()));
const [article] = report.articles;
const statement = (number: number) => article!.statements[number - 1]!;

describe('the finding', () => {
  it('says what is final, what is proposed and what is not rated, apart', () => {
    expect(report.finding).toBe(
      'Eight statements by six speakers. Final ratings: one verified, one disputed, one false and one not checkable. Two ratings are proposed and not final. Two are not rated.',
    );
  });

  it.each([
    ['nothing at all', [], 'No statement is on record, so there is nothing to rate.'],
    [
      'one statement nobody looked at',
      [{ content: 'It rained', speaker: { name: 'Ilse Brandt' } }],
      'One statement by one speaker. Nobody has rated any of them yet.',
    ],
  ])('does not look more certain than the record: %s', (_, said, finding) => {
    expect(buildReport(inputOf(paperDesk('Rain\n\nIt rained, she said.\n', said))).finding).toBe(finding);
  });
});

describe('the counts', () => {
  it('leave out what was struck out, and say so', () => {
    expect(report.counts).toMatchObject({
      statements: 8,
      struckOut: 1,
      speakers: 6,
      rated: 6,
      final: 4,
      proposed: 2,
    });
  });

  it('put a spokeswoman and her authority under one party', () => {
    expect(report.byParty.map(({ name, total }) => [name, total])).toEqual([
      ['Harbour Authority', 3],
      ['Dockers’ Union', 2],
      ['the publisher’s own voice', 1],
      ['unnamed sources', 1],
      ['a city leaflet', 1],
    ]);
  });

  it('take people who speak for nobody as parties of their own', () => {
    const rain = paperDesk('Rain\n\nIt rained, and it was cold.\n', [
      { content: 'It rained', speaker: { name: 'Mara Quill' } },
      { content: 'it was cold', speaker: { name: 'Tomas Reyl' } },
    ]);
    const { sources, byParty } = buildReport(inputOf(rain));
    expect(byParty.map(({ name }) => name)).toEqual(['Mara Quill', 'Tomas Reyl']);
    expect(sources.oneWordByParty).toEqual([
      { name: 'Mara Quill', count: 1 },
      { name: 'Tomas Reyl', count: 1 },
    ]);
  });

  it('add up, by status, by speaker and by party', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(report.counts.byRating.map(({ total }) => total))).toBe(8);
    expect(sum(report.bySpeaker.map(({ total }) => total))).toBe(8);
    expect(sum(report.byParty.map(({ total }) => total))).toBe(8);
    for (const { total, byRating } of report.bySpeaker) expect(sum(Object.values(byRating))).toBe(total);
  });
});

describe('the source summary', () => {
  it('counts origins, and never the speaker’s own side among the independent ones', () => {
    expect(report.sources).toMatchObject({
      onOneWord: 6,
      ownVoiceAlone: 0,
      oneOrigin: 1,
      severalOrigins: 1,
      contradicted: 3,
      anonymous: 1,
      anonymousWithoutReason: 0,
      relayed: 1,
    });
    expect(report.sources.origins.map(({ name }) => name)).toEqual([
      'Coastguard',
      'Ministry of Works',
      'Quay webcam operator',
      'Land Survey',
    ]);
  });
});

describe('a statement', () => {
  it('stands in its context, piece by piece the article’s own text', () => {
    const { context } = statement(2);
    expect(context.map(({ role, text }) => [role, text])).toEqual([
      ['content', 'Nobody was on the quay when the crane fell'],
      ['plain', ', '],
      ['source', 'the Harbour Authority'],
      ['plain', ' '],
      ['cue', 'said'],
      ['plain', ' in a statement on Friday.'],
    ]);
    for (const one of article!.statements) {
      const whole = one.context
        .filter(({ role }) => role !== 'cut')
        .map(({ text }) => text)
        .join('');
      expect(HARBOUR_TEXT).toContain(whole);
      expect(whole).toContain(one.words);
    }
  });

  it('tells a verdict from a proposal, and a proposal that was sent back', () => {
    expect(statement(1).rating.standing).toBe(
      'verified, rated by Amira Haddad and signed off by Jonas Weber',
    );
    expect(statement(2).rating).toMatchObject({ final: false });
    expect(statement(2).rating.standing).toBe(
      'corroborated, proposed by Amira Haddad; a second signature is due',
    );
    expect(statement(6).rating.standing).toBe(
      'unverifiable, proposed by Amira Haddad, and sent back: no final rating',
    );
  });

  it('marks evidence that rests on the speaker’s own side', () => {
    expect(statement(3).evidence.map(({ origin, speakersOwn }) => [origin, speakersOwn])).toEqual([
      ['Harbour Authority', true],
      ['Ministry of Works', false],
    ]);
  });

  it('keeps its number, its reason and its place when it was struck out', () => {
    expect(statement(9)).toMatchObject({ number: 9, struckOut: { reason: 'A link of the page.' } });
  });

  it('tells its history in sentences with one full stop each', () => {
    const sentences = article!.statements.flatMap(({ history }) => history.map((line) => line.sentence));
    expect(sentences).toContain('Amira Haddad rated this “not checkable”: A promise.');
    for (const sentence of sentences) expect(sentence).toMatch(/[^.]\.$/);
  });

  it('carries its published correction', () => {
    expect(statement(7).corrections).toMatchObject([
      { what: 'The direction was corrected.', by: 'Jonas Weber' },
    ]);
  });
});

describe('what was not reviewed', () => {
  it('is listed statement by statement with what each lacks', () => {
    expect(report.open.map(({ number, lacks }) => [number, lacks])).toEqual([
      [2, 'rated “corroborated”; no second person has signed it off'],
      [5, 'who said it is confirmed and evidence was gathered; it is not rated'],
      [6, 'to be looked at again: Sent back: Ask the repair firm too.'],
      [8, 'not reviewed: nobody has looked at who said it or whether it holds'],
    ]);
  });
});

describe('confidential matter', () => {
  it('is nowhere in the report, only counted', () => {
    const everything = JSON.stringify(report);
    for (const secret of SECRETS) expect(everything).not.toContain(secret);
    expect(everything).not.toContain('wrote a confidential note');
    expect(report.withheld).toEqual({ notes: 2, identities: 1, events: 3 });
  });

  it('covers every later act on a confidential note, even one recorded as open', () => {
    const desk = harbour();
    desk.act('amira', 6, { kind: 'note_edited', payload: { noteId: 'n2', body: SECRETS[0]! } });
    desk.act('jonas', 6, { kind: 'note_resolved', payload: { noteId: 'n2' } });
    const later = buildReport(inputOf(desk));
    expect(JSON.stringify(later)).not.toContain(SECRETS[0]);
    expect(later.withheld).toEqual({ notes: 2, identities: 1, events: 5 });
    expect(later.articles[0]?.statements[5]?.history.some(({ sentence }) => sentence.includes('note'))).toBe(
      false,
    );
  });

  it('stays out of notes on the article as a whole', () => {
    const desk = harbour();
    desk.act(
      'amira',
      null,
      {
        kind: 'noted',
        payload: {
          noteId: 'a1',
          replyTo: null,
          body: SECRETS[0]!,
          confidential: true,
          span: null,
          mentions: [],
        },
      },
      true,
    );
    const later = buildReport(inputOf(desk));
    expect(JSON.stringify(later)).not.toContain(SECRETS[0]);
    expect(later.withheld).toEqual({ notes: 3, identities: 1, events: 4 });
  });
});

describe('the same log head', () => {
  it('gives the same report, to the last byte', () => {
    expect(JSON.stringify(buildReport(inputOf(harbour())))).toBe(JSON.stringify(report));
    expect(report.articles[0]?.head.seq).toBe(34);
    expect(report.lastChangeAt).toBe('2031-05-04T09:34:00.000Z');
  });

  it('gives a digest that any change to the report breaks', () => {
    expect(reportDigest(report)).toBe(report.digest);
    expect(reportDigest({ ...report, finding: `${report.finding} ` })).not.toBe(report.digest);
  });
});

describe('a selection', () => {
  it('counts what it lists, and says that it is one', () => {
    const part = buildReport({ ...inputOf(harbour()), selection: { speakers: ['Pal Osei'] } });
    expect(part.counts.statements).toBe(2);
    expect(part.articles[0]?.statements.map(({ number }) => number)).toEqual([5, 8]);
    expect(part.selection).toBe('2 of 9 statements, those said by Pal Osei.');
    expect(part.cautions[0]).toBe(
      'This report is a selection: 2 of 9 statements, those said by Pal Osei. Counts are of the selection.',
    );
  });
});

describe('cautions', () => {
  it('name a newer version, a desk without second signatures, and ratings given without one', () => {
    const desk = harbour();
    desk.act('amira', null, { kind: 'superseded', payload: { by: 'article-2', dropped: [], orphaned: [] } });
    expect(buildReport(inputOf(desk)).cautions).toEqual([
      '“Marrow Bay crane falls onto empty quay” has a newer version. This report is about version 1.',
    ]);
    const alone = { ...inputOf(desk), settings: { deskName: 'Desk', secondSignature: false } };
    expect(buildReport(alone).cautions[1]).toBe(
      'This desk works without a second signature: one editor’s rating counts as final.',
    );
    desk.act('amira', 8, { kind: 'attribution_confirmed', payload: {} });
    desk.act('amira', 8, {
      kind: 'rated',
      payload: { rating: 'unverifiable', reason: 'No book is kept.', secondSignature: false },
    });
    expect(buildReport(inputOf(desk)).cautions[1]).toBe(
      'One rating was given when the desk asked for no second signature, and nobody has signed it off.',
    );
  });
});

describe('several articles', () => {
  it('make one report, each with its own head', () => {
    const other = paperDesk(
      'Rain\n\nIt rained, she said.\n',
      [{ content: 'It rained', speaker: { name: 'Ilse Brandt' } }],
      {
        id: 'article-2',
      },
    );
    const both = buildReport(inputOf(harbour(), other));
    expect(both.title).toBe('2 articles');
    expect(both.counts.statements).toBe(9);
    expect(both.articles.map(({ head }) => head.seq)).toEqual([34, 1]);
    expect(both.bySpeaker.find(({ name }) => name === 'Ilse Brandt')?.total).toBe(3);
  });
});

describe('somebody who is no longer on the desk', () => {
  it('is called an editor, not by an id', () => {
    const input = { ...inputOf(harbour()), editors: new Map([...EDITORS].filter(([id]) => id !== 'jonas')) };
    expect(buildReport(input).articles[0]?.statements[0]?.rating.signedBy).toBe('an editor');
  });
});
