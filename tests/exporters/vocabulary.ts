// The published vocabularies, read from the packages that carry them: which classes and properties there are, and what may
// stand where.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Parser, type Quad } from 'n3';

const require = createRequire(import.meta.url);
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';

export interface Property {
  readonly on: ReadonlySet<string>;
  readonly holds: ReadonlySet<string>;
}

export interface Vocabulary {
  readonly has: (name: string) => boolean;
  /** A class and everything it is a kind of. */
  readonly kinds: (name: string) => ReadonlySet<string>;
  readonly property: (name: string) => Property | undefined;
  readonly properties: readonly string[];
}

export function vocabulary(
  name: 'schema' | 'prov' | 'oa',
  namespace: string,
  domain: string = `${RDFS}domain`,
  range: string = `${RDFS}range`,
): Vocabulary {
  const quads: Quad[] = new Parser({ format: 'N-Quads' }).parse(
    readFileSync(require.resolve(`@vocabulary/${name}/${name}.nq`), 'utf8'),
  );
  const subjects = new Set<string>();
  const above = new Map<string, Set<string>>();
  const on = new Map<string, Set<string>>();
  const holds = new Map<string, Set<string>>();
  const into = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value));
  const short = (iri: string): string => (iri.startsWith(namespace) ? iri.slice(namespace.length) : iri);
  for (const { subject, predicate, object } of quads) {
    const [term, value] = [short(subject.value), short(object.value)];
    subjects.add(term);
    if (predicate.value === `${RDFS}subClassOf`) into(above, term, value);
    if (predicate.value === domain) into(on, term, value);
    if (predicate.value === range) into(holds, term, value);
  }
  const kinds = (term: string, found = new Set<string>()): ReadonlySet<string> => {
    if (found.has(term)) return found;
    found.add(term);
    for (const one of above.get(term) ?? []) kinds(one, found);
    return found;
  };
  return {
    has: (term) => subjects.has(term),
    kinds: (term) => kinds(term),
    property: (term) =>
      on.has(term) ? { on: on.get(term) ?? new Set(), holds: holds.get(term) ?? new Set() } : undefined,
    properties: [...on.keys()],
  };
}

export const SCHEMA_ORG = vocabulary(
  'schema',
  'http://schema.org/',
  'http://schema.org/domainIncludes',
  'http://schema.org/rangeIncludes',
);
export const PROV_O = vocabulary('prov', 'http://www.w3.org/ns/prov#');
export const WEB_ANNOTATION = vocabulary('oa', 'http://www.w3.org/ns/oa#');
