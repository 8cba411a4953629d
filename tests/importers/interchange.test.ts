import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readWebAnnotations } from '../../src/importers/interchange-annotations.ts';
import { readClaimReviews } from '../../src/importers/interchange-claimreview.ts';
import {
  readWhosaidReport,
  reportSchema,
  statementsOfReport,
} from '../../src/importers/interchange-report.ts';
import { placeStatements } from '../../src/importers/interchange-statement.ts';
import { HARBOUR_TEXT } from '../core/report/harbour.ts';
import { CASES, HARBOUR, textOf } from '../exporters/written.ts';

const SCHEMA = new URL('../../src/exporters/schema/report.schema.json', import.meta.url);

describe('the JSON Schema of a report', () => {
  it('is the one kept in the repository; UPDATE_SCHEMA=1 writes it anew, to be formatted by biome', () => {
    const made = JSON.parse(JSON.stringify(z.toJSONSchema(reportSchema)));
    if (process.env.UPDATE_SCHEMA) writeFileSync(SCHEMA, JSON.stringify(made, null, 2));
    expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(made);
  });

  const checked = () => new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

  it.each(CASES)('fits what is written: %s', async (_, report) => {
    const valid = checked();
    expect(valid(JSON.parse(await textOf('json', report))), JSON.stringify(valid.errors)).toBe(true);
  });

  it('does not fit something else', () => {
    const valid = checked();
    const { finding: _, ...rest } = HARBOUR;
    expect(valid(rest)).toBe(false);
    expect(valid({ ...HARBOUR, more: 1 })).toBe(false);
  });
});

describe('a Whosaid report', () => {
  it.each(CASES)('comes back as it left: %s', async (_, report) => {
    expect(readWhosaidReport(await textOf('json', report))).toEqual(report);
  });

  it.each([
    [
      'altered',
      async () => (await textOf('json', HARBOUR)).replace('Coastguard', 'Coastguards'),
      'its digest is not that of its content',
    ],
    ['cut off', async () => (await textOf('json', HARBOUR)).slice(0, -20), 'it is not JSON'],
    [
      'of another shape',
      async () => '{"format":"whosaid-report","version":1}',
      'This is no Whosaid report as we know it at title',
    ],
    [
      'of a later version',
      async () => (await textOf('json', HARBOUR)).replace('"version":1', '"version":2'),
      'at version',
    ],
  ])('%s is refused with the reason', async (_, json, sentence) => {
    const text = await json();
    expect(() => readWhosaidReport(text)).toThrow(sentence);
  });

  it('finds its statements again in the text, and leaves out what was struck out', () => {
    const { placed, orphaned } = placeStatements(HARBOUR_TEXT, statementsOfReport(HARBOUR));
    expect(orphaned).toEqual([]);
    expect(placed.map(({ content }) => content)).toEqual(
      HARBOUR.articles[0]?.statements.slice(0, 8).map(({ content }) => content),
    );
  });

  it('orphans what the text no longer holds', () => {
    const changed = HARBOUR_TEXT.replace('40 near misses', '44 near misses');
    const { placed, orphaned } = placeStatements(changed, statementsOfReport(HARBOUR));
    expect(placed.length).toBe(7);
    expect(orphaned.map(({ words }) => words)).toEqual(['The union counted 40 near misses last year']);
  });
});

describe('Web Annotations', () => {
  it('of our own say again who said what, where, and what was made of it', async () => {
    const read = readWebAnnotations(await textOf('webannotation', HARBOUR));
    const sent = statementsOfReport(HARBOUR);
    expect(read.map(({ words }) => words)).toEqual(sent.map(({ words }) => words));
    for (const [index, one] of read.entries()) {
      const { speaker, kind, via, channel, saidOn, polarity } = sent[index]!;
      expect(one).toMatchObject({ speaker, kind, via, channel, saidOn, polarity });
      expect(one.verdict === null).toBe(sent[index]?.verdict === null);
      expect(one.links.length).toBe(sent[index]?.links.length);
    }
    expect(read[4]?.comments).toEqual([{ by: 'Amira Haddad', body: 'Ask the ministry for *both* lists.' }]);
    expect(placeStatements(HARBOUR_TEXT, read).orphaned).toEqual([]);
  });

  const quote = { type: 'TextQuoteSelector', exact: 'eleven hours', prefix: 'shut for ' };

  it.each([
    [
      'a single one with a plain body',
      {
        type: 'Annotation',
        motivation: 'commenting',
        bodyValue: 'Is it?',
        target: { source: 'https://a.example', selector: quote },
      },
    ],
    [
      'a list',
      [
        {
          type: ['Annotation'],
          body: { type: 'TextualBody', value: 'Is it?', purpose: 'commenting' },
          target: [{ source: { id: 'https://a.example' }, selector: [quote] }],
        },
      ],
    ],
    [
      'a page',
      {
        type: 'AnnotationPage',
        items: [
          {
            type: 'Annotation',
            motivation: ['questioning'],
            body: [{ value: 'Is it?' }],
            target: { source: 'https://a.example', selector: { type: 'RangeSelector', refinedBy: quote } },
          },
        ],
      },
    ],
  ])('of others are read: %s', (_, value) => {
    const [one, ...rest] = readWebAnnotations(JSON.stringify(value));
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ words: 'eleven hours', comments: [{ body: 'Is it?' }], speaker: null });
    expect(placeStatements(HARBOUR_TEXT, [one!]).placed[0]?.content).toEqual([
      { start: HARBOUR_TEXT.indexOf('eleven hours'), end: HARBOUR_TEXT.indexOf('eleven hours') + 12 },
    ]);
  });

  it('without any annotation are refused with the reason', () => {
    expect(() =>
      readWebAnnotations('{"type":"AnnotationCollection","total":3,"first":"https://a.example/1"}'),
    ).toThrow('There is no Web Annotation in this.');
  });

  it('nested without end are not followed without end', () => {
    const deep = `${'{"items":['.repeat(20_000)}${']}'.repeat(20_000)}`;
    expect(() => readWebAnnotations(deep)).toThrow();
  });
});

describe('ClaimReview', () => {
  it('of our own says again what was said, by whom, and the verdict in words', async () => {
    const read = readClaimReviews(await textOf('claimreview', HARBOUR));
    const sent = statementsOfReport(HARBOUR);
    expect(read.map(({ words }) => words)).toEqual(sent.map(({ words }) => words));
    expect(read[0]?.verdict).toEqual({
      words: 'Verified',
      reason: 'The coastguard’s own log gives the fall and the eleven hours.',
      by: 'The Marrow Bay fact desk',
      on: '2031-05-04',
      url: 'urn:whosaid:statement:article-1-s1',
    });
    expect(read[1]?.verdict).toBeNull();
    expect(read[4]).toMatchObject({ polarity: 'denied', speaker: { name: 'Pal Osei', role: 'secretary' } });
    expect(read[5]?.speaker).toBeNull();
  });

  it.each([
    [
      'with the vocabulary’s address',
      {
        '@type': 'http://schema.org/ClaimReview',
        claimReviewed: 'It rained',
        reviewRating: { alternateName: 'Half true' },
        itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ilse Brandt' } },
      },
      'Half true',
    ],
    [
      'with numbers alone',
      [
        {
          '@type': 'ClaimReview',
          claimReviewed: 'It rained',
          reviewRating: { ratingValue: '2', bestRating: 5 },
          itemReviewed: { author: 'Ilse Brandt' },
        },
      ],
      '2 of 5',
    ],
    [
      'in a feed',
      {
        dataFeedElement: [
          {
            item: [
              {
                '@type': ['ClaimReview'],
                claimReviewed: 'It rained',
                itemReviewed: [{ author: [{ name: 'Ilse Brandt' }] }],
              },
            ],
          },
        ],
      },
      'no rating given',
    ],
  ])('of others is read: %s', (_, value, verdict) => {
    expect(readClaimReviews(JSON.stringify(value))).toMatchObject([
      { words: 'It rained', speaker: { name: 'Ilse Brandt' }, verdict: { words: verdict } },
    ]);
  });

  it('without any is refused with the reason', () => {
    expect(() => readClaimReviews('{"@type":"Recipe"}')).toThrow(
      'There is no ClaimReview and no Claim in this.',
    );
  });
});
