// A report as provenance (W3C PROV-DM): entities, activities and agents, and how they hang together. Both PROV writers
// write down this one record. Every relation is made through `relate`, which is given nodes that exist, so no id dangles.
import { sha256 } from '../../core/digest.js';
import type { Report, ReportArticle, ReportStatement } from '../../core/report/model.js';
import { keyOfSpeaker, partyKey } from '../../core/report/party.js';
import { localName } from '../addresses.js';
import { linkable } from '../markup.js';

export type NodeKind = 'entity' | 'activity' | 'agent';
export type ProvType = 'Person' | 'Organization' | 'SoftwareAgent' | 'Plan' | null;

export interface ProvNode {
  readonly kind: NodeKind;
  readonly id: string;
  readonly type: ProvType;
  readonly label: string;
  /** ISO-8601 UTC; activities only. */
  readonly at: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export const RELATIONS = [
  'wasGeneratedBy',
  'used',
  'wasAssociatedWith',
  'wasAttributedTo',
  'wasDerivedFrom',
  'wasQuotedFrom',
  'wasRevisionOf',
  'hadPrimarySource',
  'actedOnBehalfOf',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface ProvRecord {
  /** In the order in which the report comes to them, each once. They are made anew each time they are gone through. */
  nodes(): Iterable<ProvNode>;
  relations(): Iterable<ProvRelation>;
}

export interface ProvRelation {
  readonly relation: Relation;
  readonly from: string;
  readonly to: string;
}

/** Of a long report ids and relations are held, no node: nodes are made statement by statement, as often as asked for. */
export function provOf(report: Report): ProvRecord {
  const relations = keptRelations();
  let isRelated = false;
  function* nodes(): Iterable<ProvNode> {
    yield* nodesOf(report, isRelated ? () => {} : relations.add);
    isRelated = true;
  }
  return {
    nodes,
    *relations() {
      if (!isRelated) for (const _ of nodes());
      yield* relations.all();
    },
  };
}

type Relate = (relation: Relation, from: string, to: string) => void;

/** Every relation once, in the order of the first time. */
function keptRelations() {
  const ids = new Map<string, number>();
  const names: string[] = [];
  const known = new Set<number>();
  const rows: number[] = [];
  const numberOf = (id: string): number => {
    const number = ids.get(id) ?? names.length;
    if (number === names.length) {
      ids.set(id, number);
      names.push(id);
    }
    return number;
  };
  return {
    add(relation: Relation, from: string, to: string): void {
      const row = [RELATIONS.indexOf(relation), numberOf(from), numberOf(to)] as const;
      // Sixteen million nodes and sixteen relations: exact in a double.
      const key = (row[0] * 2 ** 24 + row[1]) * 2 ** 24 + row[2];
      if (known.has(key)) return;
      known.add(key);
      rows.push(...row);
    },
    *all(): Iterable<ProvRelation> {
      for (let at = 0; at < rows.length; at += 3)
        yield {
          relation: RELATIONS[rows[at]!]!,
          from: names[rows[at + 1]!]!,
          to: names[rows[at + 2]!]!,
        };
    },
  };
}

function* nodesOf(report: Report, relate: Relate): Iterable<ProvNode> {
  const graph = draft(relate);
  const keyOf = keyOfSpeaker(speakersOf(report));
  const desk = graph.agent('Organization', 'desk', 'desk', report.desk);
  const issued = graph.entity('report', report.digest, `Verification report: ${report.title}`, {
    sha256: report.digest,
  });
  graph.relate('wasAttributedTo', issued, desk);
  for (const article of report.articles) {
    const text = articleNodes(graph, article);
    graph.relate('wasDerivedFrom', issued, text);
    for (const statement of article.statements) {
      if (statement.struckOut) continue;
      const node = statementNodes(graph, article, statement, text, keyOf(statement.speaker));
      const verdict = reviewNodes(graph, statement, node, desk);
      graph.relate('wasDerivedFrom', issued, verdict ?? node);
      yield* graph.made();
    }
  }
  yield* graph.made();
}

function* speakersOf({ articles }: Report) {
  for (const { statements } of articles) for (const { speaker } of statements) yield speaker;
}

type Graph = ReturnType<typeof draft>;

function draft(relate: Relate) {
  const known = new Set<string>();
  let fresh: ProvNode[] = [];
  const keep = (node: ProvNode): string => {
    if (!known.has(node.id)) fresh.push(node);
    known.add(node.id);
    return node.id;
  };
  return {
    entity: (kind: string, id: string, label: string, attributes: Readonly<Record<string, string>> = {}) =>
      keep({ kind: 'entity', id: localName(kind, id), type: null, label, at: null, attributes }),
    activity: (kind: string, id: string, label: string, at: string | null) =>
      keep({ kind: 'activity', id: localName(kind, id), type: null, label, at, attributes: {} }),
    agent: (type: ProvType, kind: string, id: string, label: string) =>
      keep({ kind: 'agent', id: localName(kind, id), type, label, at: null, attributes: {} }),
    relate,
    /** The nodes made since this was asked last. */
    made(): readonly ProvNode[] {
      const nodes = fresh;
      fresh = [];
      return nodes;
    },
  };
}

const named = (key: string): string => sha256(key).slice(0, 20);

function articleNodes(graph: Graph, article: ReportArticle): string {
  const original = graph.entity(
    'original',
    article.sourceSha256,
    article.sourceName ?? 'the original as it came in',
    {
      sha256: article.sourceSha256,
      mediaType: article.sourceMediaType,
    },
  );
  const url = linkable(article.url);
  const text = graph.entity('article', article.id, article.title, {
    sha256: article.textSha256,
    version: String(article.articleVersion),
    ...(url && { url }),
    ...(article.publishedOn && { publishedOn: article.publishedOn }),
    logHead: `${article.head.seq}:${article.head.hash}`,
  });
  const importing = graph.activity('import', article.id, 'Import', article.importedAt);
  graph.relate('wasDerivedFrom', text, original);
  graph.relate('wasGeneratedBy', text, importing);
  graph.relate('used', importing, original);
  graph.relate('wasAssociatedWith', importing, person(graph, article.importedBy));
  if (article.publisher)
    graph.relate(
      'wasAttributedTo',
      text,
      graph.agent('Organization', 'publisher', named(article.publisher), article.publisher),
    );
  if (article.supersedes)
    graph.relate('wasRevisionOf', text, graph.entity('article', article.supersedes, 'the version before'));
  return text;
}

const person = (graph: Graph, name: string): string => graph.agent('Person', 'editor', named(name), name);

function statementNodes(
  graph: Graph,
  article: ReportArticle,
  statement: ReportStatement,
  text: string,
  speakerKey: string,
): string {
  const node = graph.entity('statement', statement.id, statement.words, {
    kind: statement.kind,
    attribution: statement.attribution.status,
    polarity: statement.polarity,
    ...(statement.channel && { channel: statement.channel }),
    ...(statement.saidOn && { saidOn: statement.saidOn }),
  });
  graph.relate('wasQuotedFrom', node, text);
  const { found } = statement;
  const finding = found.automatically
    ? graph.activity('extraction', `${article.id}-${named(found.by)}`, 'Extraction', article.importedAt)
    : graph.activity('adding', statement.id, 'Statement added by hand', null);
  graph.relate('wasGeneratedBy', node, finding);
  graph.relate('used', finding, text);
  graph.relate(
    'wasAssociatedWith',
    finding,
    found.automatically
      ? graph.agent('SoftwareAgent', 'engine', named(found.by), found.by)
      : person(graph, found.by),
  );
  if (statement.attribution.status !== 'disputed') attribute(graph, statement, node, speakerKey);
  return node;
}

/** Whom the article ascribes the words to. A disputed attribution is left to the record, not asserted here. */
function attribute(graph: Graph, statement: ReportStatement, node: string, speakerKey: string): void {
  const { speaker, via } = statement;
  const type = speaker.type === 'person' ? 'Person' : speaker.type === 'anonymous' ? null : 'Organization';
  if (speaker.type === 'document') {
    graph.relate('hadPrimarySource', node, graph.entity('document', named(speakerKey), speaker.name));
  } else {
    const said = graph.agent(type, 'speaker', named(speakerKey), speaker.name);
    graph.relate('wasAttributedTo', node, said);
    if (speaker.affiliation && partyKey(speaker.affiliation) !== speakerKey)
      graph.relate(
        'actedOnBehalfOf',
        said,
        graph.agent('Organization', 'body', named(partyKey(speaker.affiliation)), speaker.affiliation),
      );
  }
  for (const relay of via)
    graph.relate('wasAttributedTo', node, graph.agent(null, 'relay', named(relay), relay));
}

/** The review activity and its verdict; null where there is no rating. */
function reviewNodes(graph: Graph, statement: ReportStatement, node: string, desk: string): string | null {
  const { rating } = statement;
  if (rating.code === 'unchecked') return null;
  const reviewing = graph.activity('review', statement.id, 'Review', rating.at);
  const verdict = graph.entity('rating', statement.id, rating.standing, {
    rating: rating.code,
    final: String(rating.final),
    reason: rating.reason,
  });
  graph.relate('wasGeneratedBy', verdict, reviewing);
  graph.relate('used', reviewing, node);
  graph.relate('wasDerivedFrom', verdict, node);
  for (const name of [rating.by, rating.signedBy])
    if (name) {
      const editor = person(graph, name);
      graph.relate('wasAssociatedWith', reviewing, editor);
      graph.relate('actedOnBehalfOf', editor, desk);
    }
  for (const item of statement.evidence) {
    if (item.withdrawn) continue;
    const evidence = graph.entity('evidence', item.id, item.title, {
      stance: item.stance,
      grade: `${item.reliability}${item.credibility}`,
      ...(item.fileSha256 && { sha256: item.fileSha256 }),
      ...(linkable(item.url) && { url: item.url ?? '' }),
    });
    graph.relate('used', reviewing, evidence);
    graph.relate('wasDerivedFrom', verdict, evidence);
    graph.relate(
      'wasAttributedTo',
      evidence,
      graph.agent(null, 'origin', named(partyKey(item.origin)), item.origin),
    );
  }
  return verdict;
}
