// PROV-O (https://www.w3.org/TR/prov-o/) as Turtle.
import { VOCABULARY } from '../addresses.js';
import { textExporter } from '../exporter.js';
import { type ProvNode, provOf } from './record.js';

export const provTurtle = textExporter({
  label: 'Provenance (PROV-O, Turtle)',
  mediaType: 'text/turtle; charset=utf-8',
  extension: 'prov.ttl',
  sealed: true,
  *pieces(report, options = {}) {
    yield `@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix vocab: <${VOCABULARY}> .
@prefix whosaid: <urn:whosaid:> .

`;
    const record = provOf(report);
    for (const node of record.nodes()) yield nodeTurtle(node);
    for (const { relation, from, to } of record.relations())
      yield `whosaid:${from} prov:${relation} whosaid:${to} .\n`;
    if (options.seal) yield `\n# ${options.seal}\n`;
  },
});

const CLASSES = { entity: 'prov:Entity', activity: 'prov:Activity', agent: 'prov:Agent' } as const;

function nodeTurtle({ kind, id, type, label, at, attributes }: ProvNode): string {
  const lines = [
    `whosaid:${id} a ${CLASSES[kind]}${type ? `, prov:${type}` : ''}`,
    `rdfs:label ${literal(label)}`,
  ];
  if (at)
    for (const property of ['startedAtTime', 'endedAtTime'])
      lines.push(`prov:${property} ${literal(at)}^^xsd:dateTime`);
  for (const [name, value] of Object.entries(attributes)) lines.push(`vocab:${name} ${literal(value)}`);
  return `${lines.join(' ;\n  ')} .\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Turtle's STRING_LITERAL_QUOTE; control characters as \uXXXX. */
const literal = (text: string): string =>
  `"${text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\\"]|\p{Cc}/gu, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
