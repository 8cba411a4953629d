// schema.org ClaimReview and Claim from anywhere, as JSON-LD: one, a list, or a graph. Their verdict stays in their words:
// scales differ from house to house, and a number of theirs is no rating of ours.
import { z } from 'zod';
import { invalid } from '../core/errors.js';
import { asList, readJson, text } from './interchange-json.js';
import type { ForeignSpeaker, ForeignStatement } from './interchange-statement.js';

const node = z.looseObject({});
type Node = z.infer<typeof node>;

export function readClaimReviews(json: string): readonly ForeignStatement[] {
  const value = readJson<unknown>(json, z.unknown(), 'ClaimReview');
  const nodes: Node[] = [];
  collect(value, nodes, 0);
  const statements = nodes.flatMap((one) => {
    if (isA(one, 'ClaimReview')) return reviewed(one);
    return isA(one, 'Claim') ? claimed(one, null) : [];
  });
  if (statements.length === 0) throw invalid('There is no ClaimReview and no Claim in this.');
  return statements;
}

const DEEPEST = 6;

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, nodes, depth + 1);
    return;
  }
  const read = node.safeParse(value);
  if (!read.success) return;
  nodes.push(read.data);
  // Google’s feed of fact checks wraps them once more.
  for (const name of ['@graph', 'dataFeedElement', 'item', 'itemListElement'])
    collect(read.data[name], nodes, depth + 1);
}

/** With or without a prefix or the vocabulary’s address before the name. */
const isA = (one: Node, type: string): boolean =>
  asList(one['@type'] ?? one.type).some(
    (name) => typeof name === 'string' && name.split(/[/:#]/).at(-1) === type,
  );

function reviewed(review: Node): readonly ForeignStatement[] {
  const rating = objectIn(review.reviewRating);
  const words = rating && (text(rating.alternateName) ?? text(rating.name) ?? numbered(rating));
  const [item] = asList(review.itemReviewed).map(objectIn);
  return claimed(
    { ...item, text: text(review.claimReviewed) ?? item?.text },
    {
      words: words ?? 'no rating given',
      reason: text(review.reviewBody) ?? text(rating?.ratingExplanation),
      by: nameOf(review.author),
      on: text(review.datePublished)?.slice(0, 10) ?? null,
      url: text(review.url),
    },
  );
}

/** "2 of 5", where only numbers are given. */
function numbered(rating: Node): string | null {
  const value = number(rating.ratingValue);
  const best = number(rating.bestRating);
  if (value === null) return null;
  return best === null ? String(value) : `${value} of ${best}`;
}

function claimed(claim: Node, verdict: ForeignStatement['verdict']): readonly ForeignStatement[] {
  const words = text(claim.text) ?? text(claim.name) ?? text(claim.description);
  if (words === null) return [];
  const appearances = [...asList(claim.firstAppearance), ...asList(claim.appearance)];
  return [
    {
      id: text(claim['@id']),
      words: words.replace(/^Denied: /, ''),
      places: [],
      speaker: speakerOf(claim.author),
      kind: null,
      via: [],
      channel: null,
      saidOn: text(claim.datePublished)?.slice(0, 10) ?? null,
      polarity: words.startsWith('Denied: ') ? 'denied' : 'asserted',
      verdict,
      comments: [],
      links: appearances.flatMap((one) => {
        const url = text(one) ?? text(objectIn(one)?.url) ?? text(objectIn(one)?.['@id']);
        return url ? [{ url, title: text(objectIn(one)?.headline) ?? text(objectIn(one)?.name) }] : [];
      }),
    },
  ];
}

function speakerOf(author: unknown): ForeignSpeaker | null {
  const [first] = asList(author);
  const name = nameOf(first);
  if (name === null) return null;
  const read = objectIn(first);
  return {
    name,
    type: read && isA(read, 'Organization') ? 'organization' : 'person',
    role: text(read?.jobTitle),
    affiliation: nameOf(read?.affiliation),
  };
}

function nameOf(value: unknown): string | null {
  const [first] = asList(value);
  return text(first) ?? text(objectIn(first)?.name);
}

function objectIn(value: unknown): Node | undefined {
  const read = node.safeParse(Array.isArray(value) ? value[0] : value);
  return read.success ? read.data : undefined;
}

const number = (value: unknown): number | null => {
  const read = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
};
