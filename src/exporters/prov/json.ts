// PROV-JSON (W3C member submission, https://www.w3.org/submissions/prov-json/). Quotation, revision and primary source are
// derivations with a type there, as PROV-DM has them.
import { VOCABULARY } from '../addresses.js';
import { textExporter } from '../exporter.js';
import { type ProvNode, type ProvRecord, provOf, type Relation } from './record.js';

interface Shape {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly type?: string;
}

const derivation = (type?: string): Shape => ({
  name: 'wasDerivedFrom',
  from: 'prov:generatedEntity',
  to: 'prov:usedEntity',
  ...(type && { type }),
});

const SHAPES: Readonly<Record<Relation, Shape>> = {
  wasGeneratedBy: { name: 'wasGeneratedBy', from: 'prov:entity', to: 'prov:activity' },
  used: { name: 'used', from: 'prov:activity', to: 'prov:entity' },
  wasAssociatedWith: { name: 'wasAssociatedWith', from: 'prov:activity', to: 'prov:agent' },
  wasAttributedTo: { name: 'wasAttributedTo', from: 'prov:entity', to: 'prov:agent' },
  wasDerivedFrom: derivation(),
  wasQuotedFrom: derivation('prov:Quotation'),
  wasRevisionOf: derivation('prov:Revision'),
  hadPrimarySource: derivation('prov:PrimarySource'),
  actedOnBehalfOf: { name: 'actedOnBehalfOf', from: 'prov:delegate', to: 'prov:responsible' },
};

export const provJson = textExporter({
  label: 'Provenance (PROV-JSON)',
  mediaType: 'application/json; charset=utf-8',
  extension: 'prov.json',
  sealed: true,
  *pieces(report, options = {}) {
    const record = provOf(report);
    const prefix = { whosaid: 'urn:whosaid:', vocab: VOCABULARY };
    yield `{\n "prefix": ${indented(prefix, 1)}`;
    // Entities hold the words and are let go as they are written; the rest is small and waits for its section.
    const others: ProvNode[] = [];
    yield* section('entity', entities(record, others, options.seal));
    for (const kind of ['activity', 'agent'] as const)
      yield* section(kind, others.filter((node) => node.kind === kind).map(memberOf));
    for (const name of namesOf(record)) yield* section(name, relationsOf(record, name));
    yield '\n}\n';
  },
});

type Member = readonly [id: string, value: Readonly<Record<string, unknown>>];

/** A member of the document, its own members written as they come. */
function* section(name: string, members: Iterable<Member>): Iterable<string> {
  yield `,\n ${JSON.stringify(name)}: {`;
  let separator = '\n';
  for (const [id, value] of members) {
    yield `${separator}  ${JSON.stringify(id)}: ${indented(value, 2)}`;
    separator = ',\n';
  }
  yield separator === '\n' ? '}' : '\n }';
}

const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);

function* entities(record: ProvRecord, others: ProvNode[], seal: string | undefined): Iterable<Member> {
  for (const node of record.nodes())
    if (node.kind === 'entity') yield memberOf(node);
    else others.push(node);
  if (seal) yield sealNode(seal);
}

/** PROV-JSON allows no member of ours at the top, so the seal is an entity. */
const sealNode = (seal: string): Member => [
  'whosaid:seal',
  { 'prov:label': 'The seal of this file', 'vocab:seal': seal },
];

const qualified = (id: string): string => `whosaid:${id}`;

const memberOf = (node: ProvNode): Member => [qualified(node.id), attributesOf(node)];

const attributesOf = ({ type, label, at, attributes }: ProvNode): Record<string, unknown> => ({
  ...(type && { 'prov:type': { $: `prov:${type}`, type: 'xsd:QName' } }),
  ...(at && { 'prov:startTime': at, 'prov:endTime': at }),
  'prov:label': label,
  ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`vocab:${name}`, value])),
});

/** In the order in which the record comes to them. */
function namesOf(record: ProvRecord): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { relation } of record.relations()) names.add(SHAPES[relation].name);
  return names;
}

function* relationsOf(record: ProvRecord, name: string): Iterable<Member> {
  let number = 0;
  for (const { relation, from, to } of record.relations()) {
    number += 1;
    const shape = SHAPES[relation];
    if (shape.name !== name) continue;
    const type = shape.type && { 'prov:type': { $: shape.type, type: 'xsd:QName' } };
    yield [`_:r${number}`, { [shape.from]: qualified(from), [shape.to]: qualified(to), ...type }];
  }
}
