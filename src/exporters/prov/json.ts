// PROV-JSON (W3C member submission, https://www.w3.org/submissions/prov-json/). Quotation, revision and primary source are
// derivations with a type there, as PROV-DM has them.
import type { Report } from '../../core/report/model.js';
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
    yield `${JSON.stringify(provDocument(report, options.seal), null, 1)}\n`;
  },
});

type Members = Record<string, Record<string, unknown>>;

function provDocument(report: Report, seal: string | undefined): Readonly<Record<string, unknown>> {
  const record = provOf(report);
  return {
    prefix: { whosaid: 'urn:whosaid:', vocab: VOCABULARY },
    entity: { ...nodesOf(record, 'entity'), ...(seal && sealNode(seal)) },
    activity: nodesOf(record, 'activity'),
    agent: nodesOf(record, 'agent'),
    ...relationsOf(record),
  };
}

/** PROV-JSON allows no member of ours at the top, so the seal is an entity. */
const sealNode = (seal: string): Members => ({
  'whosaid:seal': { 'prov:label': 'The seal of this file', 'vocab:seal': seal },
});

const qualified = (id: string): string => `whosaid:${id}`;

const nodesOf = ({ nodes }: ProvRecord, kind: ProvNode['kind']): Members =>
  Object.fromEntries(
    nodes.filter((node) => node.kind === kind).map((node) => [qualified(node.id), attributesOf(node)]),
  );

const attributesOf = ({ type, label, at, attributes }: ProvNode): Record<string, unknown> => ({
  ...(type && { 'prov:type': { $: `prov:${type}`, type: 'xsd:QName' } }),
  ...(at && { 'prov:startTime': at, 'prov:endTime': at }),
  'prov:label': label,
  ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`vocab:${name}`, value])),
});

function relationsOf({ relations }: ProvRecord): Readonly<Record<string, Members>> {
  const members: Record<string, Members> = {};
  for (const [index, { relation, from, to }] of relations.entries()) {
    const shape = SHAPES[relation];
    const own = members[shape.name] ?? {};
    own[`_:r${index + 1}`] = {
      [shape.from]: qualified(from),
      [shape.to]: qualified(to),
      ...(shape.type && { 'prov:type': { $: shape.type, type: 'xsd:QName' } }),
    };
    members[shape.name] = own;
  }
  return members;
}
