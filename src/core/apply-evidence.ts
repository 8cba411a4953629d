// What evidence events do to the items of a review: adding, changing, grading, merging, withdrawing.
import { conflict, invalid, notFound } from './errors.js';
import type { StatementEvent } from './event.js';
import { type Evidence, sameStory } from './evidence.js';
import { refusesCredibility } from './gates.js';
import { needWords } from './need-words.js';
import type { Review } from './review.js';

export type EvidenceEvent = Extract<
  StatementEvent,
  {
    kind:
      | 'evidence_added'
      | 'evidence_stance_changed'
      | 'evidence_origin_changed'
      | 'origins_merged'
      | 'origins_parted'
      | 'reliability_graded'
      | 'credibility_graded'
      | 'evidence_withdrawn';
  }
>;

/** The review with its evidence changed as the event says. */
export const applyEvidence = (review: Review, event: EvidenceEvent): Review =>
  withoutHollowOnes({ ...review, evidence: changeEvidence(review, event) });

/** "1, confirmed by others" does not outlive the others: such an item falls to 6, to be judged anew. */
function withoutHollowOnes(review: Review): Review {
  const isHollow = (item: Evidence): boolean =>
    item.withdrawn === null && refusesCredibility(review, item.id, item.credibility) !== null;
  if (!review.evidence.some(isHollow)) return review;
  const evidence = review.evidence.map((item) =>
    isHollow(item) ? { ...item, credibility: 6 as const } : item,
  );
  return { ...review, evidence };
}

function changeEvidence(review: Review, event: EvidenceEvent): readonly Evidence[] {
  if (event.kind === 'evidence_added') {
    const item: Evidence = {
      ...event.payload,
      collectedBy: event.by,
      collectedAt: event.at,
      withdrawn: null,
    };
    if (review.evidence.some((other) => other.id === item.id)) throw conflict('That item was added already.');
    needWords(item.title, 'Give the evidence a title.', 'title');
    needWebAddress(item.url, 'url');
    needWebAddress(item.archiveUrl, 'archiveUrl');
    needWords(item.origin.name, 'Say whose knowledge this finally rests on.', 'origin');
    const evidence = [...review.evidence, item];
    refuse(refusesCredibility({ ...review, evidence }, item.id, item.credibility));
    return evidence;
  }
  const id = event.payload.evidenceId;
  const item = review.evidence.find((other) => other.id === id && other.withdrawn === null);
  if (!item) throw notFound('That item of evidence is not here, or was withdrawn. Reload the page.');
  const put = (next: Evidence): readonly Evidence[] =>
    review.evidence.map((other) => (other.id === id ? next : other));
  switch (event.kind) {
    case 'origins_merged':
      return merge(review.evidence, item, event.payload.sameAs);
    case 'origins_parted':
      return part(review.evidence, item);
    case 'evidence_stance_changed':
      return put({ ...item, stance: event.payload.stance });
    case 'evidence_origin_changed':
      needWords(event.payload.origin.name, 'Say whose knowledge this finally rests on.', 'origin');
      return put({ ...item, origin: event.payload.origin });
    case 'reliability_graded':
      return put({ ...item, reliability: event.payload.reliability });
    case 'credibility_graded':
      refuse(refusesCredibility(review, id, event.payload.credibility));
      return put({ ...item, credibility: event.payload.credibility });
    case 'evidence_withdrawn':
      needWords(event.payload.reason, 'Say why this is withdrawn.');
      return put({ ...item, withdrawn: { by: event.by, at: event.at, reason: event.payload.reason } });
  }
}

/** Everything either item is counted with becomes one story. */
function merge(evidence: readonly Evidence[], item: Evidence, sameAs: string): readonly Evidence[] {
  const other = evidence.find((one) => one.id === sameAs && one.withdrawn === null);
  if (!other) throw notFound('The other item of evidence is not here, or was withdrawn. Reload the page.');
  if (other.id === item.id)
    throw invalid('Choose another item: this one is the same story as itself.', 'same_as');
  const others = sameStory(evidence, other);
  if (others.includes(item)) throw conflict('These two are counted as one story already.');
  const story = other.story ?? other.id;
  const all = new Set([...others, ...sameStory(evidence, item)].map(({ id }) => id));
  return evidence.map((one) => (all.has(one.id) ? { ...one, story } : one));
}

function part(evidence: readonly Evidence[], item: Evidence): readonly Evidence[] {
  const others = sameStory(evidence, item).filter(({ id }) => id !== item.id);
  if (others.length === 0) throw conflict('This item is counted for itself already.');
  const alone = others.length === 1 ? others[0]?.id : null;
  return evidence.map((one) => (one.id === item.id || one.id === alone ? withoutStory(one) : one));
}

function withoutStory({ story: _, ...item }: Evidence): Evidence {
  return item;
}

/** Links end up on pages: `javascript:` and its kin never get that far. */
function needWebAddress(address: string | null, field: string): void {
  if (address !== null && !/^https?:\/\/\S+$/i.test(address))
    throw invalid('A link begins with http:// or https:// and holds no spaces.', field);
}

function refuse(reason: string | null): void {
  if (reason) throw invalid(reason, 'credibility');
}
