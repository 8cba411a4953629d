// The schema.org description a page carries of its article (JSON-LD). Read for what it says, never trusted to be well made.

export interface JsonLd {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly datePublished: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly section: string | null;
  /** False where the publisher says that only subscribers may read all of it. */
  readonly isFree: boolean;
}

type Node = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/;
const MOST_NODES = 2_000;

/** The articles one script describes; none when it is no JSON or describes something else. */
export function parseJsonLd(script: string): JsonLd[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(script.trim().replace(/^<!--|-->$|^\s*\/\/<!\[CDATA\[|\/\/\]\]>$/g, ''));
  } catch {
    return [];
  }
  const nodes = nodesIn(parsed);
  const byId = new Map(
    nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'], node]),
  );
  return nodes.filter(isArticle).map((node) => describe(node, byId));
}

/** Top-level nodes, those of a `@graph`, and what they say a page is mainly about. */
function nodesIn(parsed: unknown): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [parsed];
  while (waiting.length > 0 && nodes.length < MOST_NODES) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST_NODES));
    else if (isNode(next)) {
      nodes.push(next);
      for (const key of ['@graph', 'mainEntity']) if (next[key] !== undefined) waiting.push(next[key]);
    }
  }
  return nodes;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isArticle = (node: Node): boolean =>
  listed(node['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));

function describe(node: Node, byId: ReadonlyMap<unknown, Node>): JsonLd {
  const follow = (value: unknown): unknown =>
    isNode(value) && value.name === undefined && byId.has(value['@id']) ? byId.get(value['@id']) : value;
  const names = (value: unknown): string[] =>
    listed(value)
      .map((one) => nameOf(follow(one)))
      .filter((name): name is string => name !== null);
  return {
    headline: words(node.headline) ?? words(node.name),
    authors: names(node.author).length > 0 ? names(node.author) : names(node.creator),
    publisher: names(node.publisher)[0] ?? null,
    datePublished: words(node.datePublished),
    language: languageOf(node.inLanguage),
    url: words(node.url) ?? idOf(node.mainEntityOfPage),
    section:
      listed(node.articleSection)
        .map(words)
        .find((section) => section !== null) ?? null,
    isFree: !/^(?:false|no)$|\/False$/i.test(String(node.isAccessibleForFree ?? true)),
  };
}

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, 50) : value === undefined || value === null ? [] : [value];

const words = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.slice(0, 2_000).replace(/\s+/g, ' ').trim() : null;

const nameOf = (value: unknown): string | null =>
  isNode(value) ? (words(value.name) ?? words(listed(value.name)[0])) : words(value);

const idOf = (value: unknown): string | null =>
  isNode(value) ? (words(value['@id']) ?? words(value.url)) : words(value);

const languageOf = (value: unknown): string | null =>
  isNode(value) ? (words(value.alternateName) ?? words(value.name)) : words(listed(value)[0]);
