import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TEXT } from '../core/report/harbour.ts';
import { WEB_ANNOTATION } from './vocabulary.ts';
import { CASES, HARBOUR, HARD, textOf } from './written.ts';

const CONTEXT = JSON.parse(readFileSync(new URL('./schemas/anno.jsonld', import.meta.url), 'utf8'));
const OA = 'http://www.w3.org/ns/oa#';

const documentLoader = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not kept here`);
  return { contextUrl: undefined, documentUrl: url, document: CONTEXT };
};

interface Target {
  readonly source: string;
  readonly selector: readonly [
    { exact: string; prefix: string; suffix: string },
    { start: number; end: number },
  ];
}

interface Annotation {
  readonly id: string;
  readonly motivation: string;
  readonly target: Target | readonly Target[];
  readonly [more: string]: unknown;
}

const items = async (report = HARBOUR): Promise<Annotation[]> =>
  JSON.parse(await textOf('webannotation', report)).first.items;

describe('read by a JSON-LD processor', () => {
  it.each(CASES)('has no term its context does not define: %s', async (_, report) => {
    const document = JSON.parse(await textOf('webannotation', report));
    const options = { documentLoader, safe: true };
    const [collection] = (await jsonld.expand(document, options)) as Record<string, { '@value': number }[]>[];
    expect(collection?.['http://www.w3.org/ns/activitystreams#totalItems']?.[0]?.['@value']).toBe(
      document.total,
    );
    const quads = (await jsonld.toRDF(document, options)) as {
      subject: { value: string };
      predicate: { value: string };
    }[];
    // Words in two pieces are one annotation with two targets.
    const annotations = quads.filter(({ predicate }) => predicate.value === `${OA}hasTarget`);
    expect(new Set(annotations.map(({ subject }) => subject.value)).size).toBe(document.total);
  });

  it.each(CASES)('says nothing the vocabulary does not have: %s', async (_, report) => {
    const document = JSON.parse(await textOf('webannotation', report));
    const quads = (await jsonld.toRDF(document, { documentLoader })) as Record<
      'predicate' | 'object',
      { termType: string; value: string }
    >[];
    const used = quads.flatMap(({ predicate, object }) => [predicate.value, object.value]);
    const terms = new Set(used.filter((iri) => iri.startsWith(OA)).map((iri) => iri.slice(OA.length)));
    for (const term of terms) expect(WEB_ANNOTATION.has(term), term).toBe(true);
    if (document.total > 0) expect(terms).toContain('identifying');
  });
});

describe('the annotations', () => {
  it('are as many as the collection says, each with an id of its own', async () => {
    const { total } = JSON.parse(await textOf('webannotation', HARBOUR));
    const ids = (await items()).map(({ id }) => id);
    expect(ids.length).toBe(total);
    expect(new Set(ids).size).toBe(total);
  });

  it('identify, assess, link and comment', async () => {
    const count = new Map<string, number>();
    for (const { motivation } of await items()) count.set(motivation, (count.get(motivation) ?? 0) + 1);
    expect(Object.fromEntries(count)).toEqual({ identifying: 8, assessing: 6, linking: 8, commenting: 1 });
  });

  it.each([
    ['plain text', HARBOUR, HARBOUR_TEXT],
    ['text with emoji, right to left', HARD, null],
  ])('point at the words in code points: %s', async (_, report, text) => {
    for (const { target } of await items(report))
      for (const { selector } of [target].flat() as Target[]) {
        const [quote, position] = selector;
        expect(report.articles[0]?.statements.map(({ words }) => words)).toContain(quote.exact);
        expect(position.end - position.start).toBe([...quote.exact].length);
        if (text) expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact);
        if (text) expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
      }
  });
});
