// The hash chain: each event carries the hash of the one before it, per article. Verification needs no database.
import { digestOf, sha256 } from './digest.js';
import type { Act } from './event.js';

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** What an event says before it is chained. */
export type Draft = Act & {
  readonly id: string;
  readonly articleId: string;
  readonly statementId: string | null;
  readonly at: string;
  readonly by: string;
  readonly confidential: boolean;
  readonly salt: string;
};

/** The hash the first event of an article's chain points back to. */
export const genesis = (articleId: string): Head => ({
  seq: 0,
  hash: sha256(`whosaid:genesis:1\n${articleId}`),
});

export const payloadDigest = (salt: string, payload: unknown): string => digestOf(`payload:${salt}`, payload);

/** What any log's act says before it is chained: an article's, or a speaker's of the registry. */
interface Unchained {
  readonly id: string;
  /** Whose chain it is. */
  readonly articleId: string;
  readonly statementId: string | null;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly confidential: boolean;
  readonly salt: string;
  readonly payload: unknown;
}

interface Link {
  readonly seq: number;
  readonly payloadDigest: string;
  readonly previous: string;
  readonly hash: string;
}

/** `draft` as the next event after `head`. */
export function chain<D extends Unchained>(head: Head, draft: D): D & Link {
  const unhashed = {
    ...draft,
    seq: head.seq + 1,
    previous: head.hash,
    payloadDigest: payloadDigest(draft.salt, draft.payload),
  };
  return { ...unhashed, hash: hashOf(unhashed) };
}

type Sealed = Omit<Unchained, 'salt' | 'payload'> & Omit<Link, 'hash'>;

const hashOf = (event: Sealed): string =>
  digestOf('event', {
    id: event.id,
    articleId: event.articleId,
    statementId: event.statementId,
    seq: event.seq,
    at: event.at,
    by: event.by,
    kind: event.kind,
    confidential: event.confidential,
    payloadDigest: event.payloadDigest,
    previous: event.previous,
  });

/** An event as a bundle carries it: a confidential payload and its salt are withheld, their digest is not. */
export type LoggedEvent = Sealed & {
  readonly hash: string;
  readonly salt?: string;
  readonly payload?: unknown;
};

export interface ChainFault {
  readonly seq: number;
  readonly message: string;
}

/**
 * The first thing wrong with an article's chain, or null. `expected` is a head printed elsewhere (in a report): the
 * chain must still contain it, which is how a cut-off end is found.
 */
export function verifyChain(
  articleId: string,
  events: readonly LoggedEvent[],
  expected: readonly Head[] = [],
): ChainFault | null {
  let head = genesis(articleId);
  for (const event of events) {
    const fault = verifyLink(articleId, head, event);
    if (fault) return { seq: head.seq + 1, message: fault };
    head = { seq: event.seq, hash: event.hash };
  }
  for (const printed of expected) {
    const at = printed.seq === 0 ? genesis(articleId).hash : events[printed.seq - 1]?.hash;
    if (at === undefined)
      return {
        seq: printed.seq,
        message: `the log ends at event ${head.seq}, but event ${printed.seq} was printed in a report: the end was cut off`,
      };
    if (at !== printed.hash)
      return { seq: printed.seq, message: `event ${printed.seq} is not the one a report was printed from` };
  }
  return null;
}

function verifyLink(articleId: string, head: Head, event: LoggedEvent): string | null {
  if (event.articleId !== articleId) return `event ${event.seq} belongs to another article`;
  if (event.seq !== head.seq + 1)
    return `event ${head.seq + 1} is missing; the next one is numbered ${event.seq}`;
  if (event.previous !== head.hash) return `event ${event.seq} does not follow from the one before it`;
  if (event.payload !== undefined && payloadDigest(event.salt ?? '', event.payload) !== event.payloadDigest)
    return `what event ${event.seq} says was altered`;
  if (event.payload === undefined && !event.confidential) return `what event ${event.seq} says is missing`;
  if (hashOf(event) !== event.hash) return `event ${event.seq} was altered`;
  return null;
}
