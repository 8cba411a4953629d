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
  readonly nodes: readonly ProvNode[];
  readonly relations: readonly { readonly relation: Relation; readonly from: string; readonly to: string }[];
}

export function provOf(report: Report): ProvRecord {
  const graph = draft();
  const keyOf = keyOfSpeaker(
    report.articles.flatMap(({ statements }) => statements.map(({ speaker }) => speaker)),
  );
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
    }
  }
  return graph.record();
}

type Graph = ReturnType<typeof draft>;

function draft() {
  const nodes = new Map<string, ProvNode>();
  const relations = new Map<string, ProvRecord['relations'][number]>();
  const keep = (node: ProvNode): string => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
    return node.id;
  };
  return {
    entity: (kind: string, id: string, label: string, attributes: Readonly<Record<string, string>> = {}) =>
      keep({ kind: 'entity', id: localName(kind, id), type: null, label, at: null, attributes }),
    activity: (kind: string, id: string, label: string, at: string | null) =>
      keep({ kind: 'activity', id: localName(kind, id), type: null, label, at, attributes: {} }),
    agent: (type: ProvType, kind: string, id: string, label: string) =>
      keep({ kind: 'agent', id: localName(kind, id), type, label, at: null, attributes: {} }),
    relate(relation: Relation, from: string, to: string): void {
      relations.set(`${relation} ${from} ${to}`, { relation, from, to });
    },
    record: (): ProvRecord => ({ nodes: [...nodes.values()], relations: [...relations.values()] }),
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
