// A statement, its review and events to try on it, for tests of the rule. Small cast: Amira rates, Jonas signs.
import { applyEvent } from '../../src/core/apply-event.js';
import type { StatementAct, StatementEvent } from '../../src/core/event.js';
import type { EvidenceItem } from '../../src/core/evidence.js';
import { chain, genesis } from '../../src/core/log.js';
import { type Review, untouched } from '../../src/core/review.js';
import { signOffDigest } from '../../src/core/sign-off.js';
import type { ExtractedStatement, Speaker } from '../../src/core/statement.js';

export const AMIRA = 'amira';
export const JONAS = 'jonas';

export const MINISTER: Speaker = {
  name: 'Ilse Brandt',
  type: 'person',
  role: 'minister',
  affiliation: 'Ministry of Works',
};

export const STATEMENT: ExtractedStatement = {
  kind: 'indirect',
  content: [{ start: 0, end: 22 }],
  cue: [{ start: 35, end: 39 }],
  source: [{ start: 24, end: 34 }],
  speaker: MINISTER,
  via: [],
  channel: null,
  saidOn: null,
  polarity: 'asserted',
  checkable: true,
  confidence: 0.9,
};

export const fresh = (statement: Partial<ExtractedStatement> = {}): Review =>
  untouched('s1', 'a1', { ...STATEMENT, ...statement }, 'the dam will be closed');

export const eventOf = (act: StatementAct, by = AMIRA, at = '2026-03-02T09:00:00.000Z'): StatementEvent =>
  chain(genesis('a1'), {
    ...act,
    id: `event-${act.kind}`,
    articleId: 'a1',
    statementId: 's1',
    at,
    by,
    confidential: false,
    salt: 'salt',
  }) as StatementEvent;

/** `review` after acts by one editor. */
export const reviewAfter = (review: Review, acts: readonly StatementAct[], by = AMIRA): Review =>
  acts.reduce((state, act) => applyEvent(state, eventOf(act, by)), review);

export const item = (
  id: string,
  stance: EvidenceItem['stance'],
  origin: string,
  more: Partial<EvidenceItem> = {},
): StatementAct => ({
  kind: 'evidence_added',
  payload: {
    id,
    title: `Item ${id}`,
    url: null,
    archiveUrl: null,
    fileSha256: null,
    stance,
    origin: { name: origin, speakerId: null },
    method: null,
    reliability: 'F',
    credibility: 6,
    ...more,
  },
});

export const CONFIRM: StatementAct = { kind: 'attribution_confirmed', payload: {} };

export const rated = (
  rating: Extract<StatementAct, { kind: 'rated' }>['payload']['rating'],
  reason = 'Read the survey and the two logs.',
  secondSignature = true,
): StatementAct => ({ kind: 'rated', payload: { rating, reason, secondSignature } });

export const signing = (review: Review): StatementAct => ({
  kind: 'signed_off',
  payload: { digest: signOffDigest(review) },
});

/** Confirmed, two independent supporting items, rated "corroborated" by Amira. */
export const ratedReview = (): Review =>
  reviewAfter(fresh(), [
    CONFIRM,
    item('e1', 'supports', 'Kestrel Survey'),
    item('e2', 'supports', 'Harbour Watch'),
    rated('corroborated'),
  ]);

/** The same, signed off by Jonas. */
export const signedReview = (): Review => {
  const review = ratedReview();
  return reviewAfter(review, [signing(review)], JONAS);
};
