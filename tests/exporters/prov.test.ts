import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { PROV_O } from './vocabulary.ts';
import { CASES, HARBOUR, textOf } from './written.ts';

const kept = (name: string) =>
  JSON.parse(readFileSync(new URL(`./schemas/${name}`, import.meta.url), 'utf8'));
const PROV = 'http://www.w3.org/ns/prov#';

const turtle = async (report = HARBOUR): Promise<Quad[]> =>
  new Parser().parse(await textOf('prov-turtle', report));

function classesOf(quads: readonly Quad[]): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const { subject, predicate, object } of quads)
    if (predicate.value.endsWith('#type'))
      classes.set(subject.value, [...(classes.get(subject.value) ?? []), object.value.replace(PROV, '')]);
  return classes;
}

describe('Turtle, read by an RDF parser', () => {
  it.each(CASES)('keeps every domain and range of PROV-O, and no id dangles: %s', async (_, report) => {
    const quads = await turtle(report);
    const classes = classesOf(quads);
    const isA = (node: string, kind: string): boolean =>
      (classes.get(node) ?? []).some((one) => PROV_O.kinds(one).has(kind));
    for (const found of classes.values())
      for (const one of found) expect(PROV_O.has(one), `PROV-O has ${one}`).toBe(true);
    let checked = 0;
    for (const { subject, predicate, object } of quads) {
      if (!predicate.value.startsWith(PROV)) continue;
      const name = predicate.value.slice(PROV.length);
      const property = PROV_O.property(name);
      expect(property, `PROV-O has ${name}`).toBeDefined();
      for (const kind of property!.on)
        expect(isA(subject.value, kind), `${name} of ${subject.value}`).toBe(true);
      for (const kind of property!.holds)
        if (object.termType === 'Literal') expect(object.datatype.value).toBe(kind);
        else expect(isA(object.value, kind), `${name} to ${object.value}`).toBe(true);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(0);
  });

  it.each(CASES)('goes round in no circle: %s', async (_, report) => {
    const next = new Map<string, string[]>();
    for (const { subject, predicate, object } of await turtle(report))
      if (predicate.value.startsWith(PROV) && object.termType === 'NamedNode')
        next.set(subject.value, [...(next.get(subject.value) ?? []), object.value]);
    expect(circle(next)).toBeNull();
  });

  it('keeps the words, whatever is in them', async () => {
    for (const [, report] of CASES) {
      const labels = (await turtle(report))
        .filter(({ predicate }) => predicate.value.endsWith('#label'))
        .map(({ object }) => object.value);
      for (const { words, struckOut } of report.articles.flatMap(({ statements }) => statements))
        if (!struckOut) expect(labels).toContain(words);
    }
  });

  it('quotes each statement from the article and ascribes it to its speaker, who speaks for a body', async () => {
    const lines = (await turtle()).map(({ subject, predicate, object }) =>
      [subject, predicate, object].map(({ value }) => value.replace(/^.*[#:]/, '')).join(' '),
    );
    expect(lines).toContain('statement-article-1-s3 wasQuotedFrom article-article-1');
    const speaker = lines.find((line) => line.endsWith(' label Ilse Brandt'))?.split(' ')[0];
    expect(lines).toContain(`statement-article-1-s3 wasAttributedTo ${speaker}`);
    expect(lines.some((line) => line.startsWith(`${speaker} actedOnBehalfOf body-`))).toBe(true);
    expect(lines.some((line) => line.startsWith('article-article-1 wasDerivedFrom original-'))).toBe(true);
  });
});

describe('PROV-JSON', () => {
  const ajv = new Ajv({ strict: false, validateSchema: false });
  formats.default(ajv);
  const valid = ajv.compile(kept('prov-json-schema-v4.json'));

  it.each(CASES)('fits the schema, and no id dangles: %s', async (_, report) => {
    const document = JSON.parse(await textOf('prov-json', report));
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true);
    const known = new Set(['entity', 'activity', 'agent'].flatMap((kind) => Object.keys(document[kind])));
    for (const [name, members] of Object.entries<Record<string, Record<string, unknown>>>(document))
      if (/^(was|used|acted)/.test(name))
        for (const member of Object.values(members))
          for (const [role, id] of Object.entries(member))
            if (role !== 'prov:type') expect(known).toContain(id);
  });

  it('says the same as the Turtle', async () => {
    const document = JSON.parse(await textOf('prov-json', HARBOUR));
    const count = (name: string) => Object.keys(document[name] ?? {}).length;
    const relations = [
      'wasGeneratedBy',
      'used',
      'wasAssociatedWith',
      'wasAttributedTo',
      'wasDerivedFrom',
      'actedOnBehalfOf',
    ];
    const links = (await turtle()).filter(
      ({ predicate, object }) => predicate.value.startsWith(PROV) && object.termType === 'NamedNode',
    );
    expect(relations.map(count).reduce((a, b) => a + b)).toBe(links.length);
  });
});

function circle(next: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(node)) return [...path, node];
    if (done.has(node)) return null;
    for (const other of next.get(node) ?? []) {
      const found = visit(other, [...path, node]);
      if (found) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of next.keys()) {
    const found = visit(node, []);
    if (found) return found;
  }
  return null;
}
