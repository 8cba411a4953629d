import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { embeddedClaims } from '../../src/exporters/claimreview.ts';
import { EXPORTERS } from '../../src/exporters/index.ts';
import { SCHEMA_ORG } from './vocabulary.ts';
import { CASES, HARBOUR, HARD, textOf } from './written.ts';

const GOOGLE = JSON.parse(readFileSync(new URL('./schemas/google-factcheck.json', import.meta.url), 'utf8'));

type Node = Record<string, unknown> & { '@type': string };

const graph = async (report = HARBOUR): Promise<Node[]> =>
  JSON.parse(await textOf('claimreview', report))['@graph'];

/** schema.org's context is made of its vocabulary, as this is: what may hold an address and no text is an address. */
const CONTEXT = {
  '@context': {
    '@vocab': 'http://schema.org/',
    id: '@id',
    type: '@type',
    ...Object.fromEntries(
      SCHEMA_ORG.properties
        .filter(
          (name) =>
            SCHEMA_ORG.property(name)!.holds.has('URL') && !SCHEMA_ORG.property(name)!.holds.has('Text'),
        )
        .map((name) => [name, { '@type': '@id' }]),
    ),
  },
};

const documentLoader = async (url: string) => {
  if (url !== 'https://schema.org') throw new Error(`${url} is not kept here`);
  return { contextUrl: undefined, documentUrl: url, document: CONTEXT };
};

/** Text may stand for a thing that has a name; a URL is text; a DateTime may say a Date. */
const WRITTEN = ['Text', 'URL', 'Date', 'DateTime', 'Number'];

function check(node: Node): void {
  const kinds = SCHEMA_ORG.kinds(node['@type']);
  expect(SCHEMA_ORG.has(node['@type']), `schema.org has ${node['@type']}`).toBe(true);
  for (const [name, value] of Object.entries(node)) {
    if (name.startsWith('@')) continue;
    const property = SCHEMA_ORG.property(name);
    expect(property, `schema.org has “${name}”`).toBeDefined();
    const { on, holds } = property!;
    expect(
      [...kinds].some((kind) => on.has(kind)),
      `${name} on ${node['@type']}`,
    ).toBe(true);
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'object') {
        const of = [...SCHEMA_ORG.kinds(one['@type'])];
        expect(
          of.some((kind) => holds.has(kind)),
          `${name} holds ${one['@type']}`,
        ).toBe(true);
        check(one);
      } else
        expect(
          WRITTEN.some((kind) => holds.has(kind)),
          `${name} holds words`,
        ).toBe(true);
  }
}

describe('against the vocabulary', () => {
  it.each(CASES)('uses each property where schema.org has it: %s', async (_, report) => {
    for (const node of await graph(report)) check(node);
  });

  it('has what Google requires of every ClaimReview', async () => {
    const reviews = (await graph()).filter((node) => node['@type'] === 'ClaimReview');
    expect(reviews.length).toBe(4);
    for (const review of reviews) {
      for (const name of [...GOOGLE.ClaimReview.required, ...GOOGLE.ClaimReview.recommended])
        expect(review, name).toHaveProperty(name);
      expect(review.reviewRating).toHaveProperty('alternateName');
    }
  });
});

describe('read by a JSON-LD processor', () => {
  it.each(CASES)('expands with nothing lost: %s', async (_, report) => {
    const expanded = await jsonld.expand(JSON.parse(await textOf('claimreview', report)), { documentLoader });
    const statements = report.articles.flatMap((one) => one.statements).filter(({ struckOut }) => !struckOut);
    expect(expanded.length).toBe(statements.length + 1);
    const quads = (await jsonld.toRDF(JSON.parse(await textOf('claimreview', report)), {
      documentLoader,
    })) as {
      graph: { termType: string };
    }[];
    expect(quads.every(({ graph: { termType } }) => termType === 'DefaultGraph')).toBe(true);
  });
});

describe('what it claims', () => {
  it('reviews only final ratings; the rest are plain claims, the struck out nothing', async () => {
    expect((await graph()).map((node) => node['@type'])).toEqual([
      'ClaimReview',
      'Claim',
      'ClaimReview',
      'ClaimReview',
      'Claim',
      'Claim',
      'ClaimReview',
      'Claim',
      'Report',
    ]);
  });

  it('names nobody where the source is not named', async () => {
    expect((await graph())[5]).not.toHaveProperty('author');
  });

  it('gives a number only to a rating that says how true it is', async () => {
    const ratings = (await graph())
      .filter((node) => node['@type'] === 'ClaimReview')
      .map(({ reviewRating }) => reviewRating);
    expect(ratings).toEqual([
      { '@type': 'Rating', alternateName: 'Verified', ratingValue: 5, bestRating: 5, worstRating: 1 },
      { '@type': 'Rating', alternateName: 'Disputed' },
      { '@type': 'Rating', alternateName: 'Not checkable' },
      { '@type': 'Rating', alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
    ]);
  });

  it('links to the desk’s own page once it knows its address', async () => {
    const text = Buffer.from(
      await EXPORTERS.claimreview.write(HARBOUR, { site: 'https://desk.example/' }),
    ).toString();
    expect(JSON.parse(text)['@graph'][0].url).toBe('https://desk.example/read/article-1#s-article-1-s1');
  });

  it('can stand inside a script element whatever people said', () => {
    const embedded = embeddedClaims(HARD);
    expect(embedded).not.toMatch(/[<>&]/);
    expect(
      JSON.parse(embedded)['@graph'][2].text ?? JSON.parse(embedded)['@graph'][2].claimReviewed,
    ).toContain('</script>');
  });
});
