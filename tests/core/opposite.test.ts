import { describe, expect, test } from 'vitest';
import type { StatementAct, StatementEvent } from '../../src/core/event.js';
import { takesBack } from '../../src/core/opposite.js';
import type { Review } from '../../src/core/review.js';
import { reviewAfter } from '../../src/core/review-after.js';
import { AMIRA, CONFIRM, eventOf, item, JONAS, MINISTER, rated, STATEMENT } from './a-review.js';

const TEXT = 'the dam will be closed, Ilse Brandt said of the dam';
const IT = { ...STATEMENT, id: 's1', articleId: 'a1' };

type Done = readonly [StatementAct, string?];
const eventsOf = (acts: readonly Done[]): StatementEvent[] =>
  acts.map(([act, by = AMIRA]) => eventOf(act, by));

/** What an editor sees of where a statement stands: all but who did it last, and when. */
function shown(acts: readonly Done[]): Partial<Review> {
  const {
    version: _,
    changedAt: _at,
    attributedBy: _by,
    ratedAt: _rated,
    notes,
    ...review
  } = reviewAfter(IT, TEXT, eventsOf(acts));
  return { ...review, notes: notes.map((note) => ({ ...note, earlier: [] })) };
}

const undone = (acts: readonly Done[], by = AMIRA): readonly Done[] => [
  ...acts,
  ...takesBack(IT, TEXT, eventsOf(acts), by).map((act): Done => [act, by]),
];

const note = (noteId: string): StatementAct => ({
  kind: 'noted',
  payload: { noteId, replyTo: null, body: 'Ring her.', confidential: false, span: null, mentions: [] },
});
const provenance = { speaker: MINISTER, via: [], channel: null, saidOn: null };
const DISPUTE: StatementAct = { kind: 'attribution_disputed', payload: { reason: 'A copied account.' } };
const STRIKE: StatementAct = { kind: 'struck_out', payload: { reason: 'A headline.' } };
const TWO = [[CONFIRM], [item('e1', 'supports', 'Survey')], [item('e2', 'supports', 'Watch')]] as const;
const MERGE: StatementAct = { kind: 'origins_merged', payload: { evidenceId: 'e1', sameAs: 'e2' } };
const anonymous = { ...MINISTER, type: 'anonymous' as const };

const CASES: readonly (readonly [string, readonly Done[], StatementAct])[] = [
  ['a confirmation', [], CONFIRM],
  ['a confirmation of what somebody else doubts', [[DISPUTE, JONAS]], CONFIRM],
  ['a doubt about what the same editor confirmed', [[CONFIRM]], DISPUTE],
  [
    'a source named anew',
    [[DISPUTE, JONAS]],
    {
      kind: 'source_identified',
      payload: { ...provenance, speaker: { ...MINISTER, name: 'Otto Reiss' }, reason: null },
    },
  ],
  [
    'words corrected',
    [[CONFIRM]],
    {
      kind: 'words_corrected',
      payload: { kind: 'direct', content: [{ start: 0, end: 7 }], cue: [], source: [], words: 'the dam' },
    },
  ],
  ['a reclassification', [], { kind: 'reclassified', payload: { checkable: false, polarity: 'denied' } }],
  ['a striking out', [], STRIKE],
  ['a rating', [...TWO], rated('corroborated')],
  ['a rating over another', [...TWO, [rated('corroborated')]], rated('verified')],
  ['a rating taken back', [...TWO, [rated('corroborated')]], rated('unchecked', '')],
  [
    'an assignment',
    [[{ kind: 'assigned', payload: { to: JONAS, note: null } }]],
    { kind: 'assigned', payload: { to: AMIRA, note: 'Mine.' } },
  ],
  [
    'an identity',
    [[{ kind: 'source_identified', payload: { ...provenance, speaker: anonymous, reason: null } }]],
    { kind: 'identity_recorded', payload: { identity: 'A clerk.' } },
  ],
  [
    'a stance, with the grade that fell with it',
    [...TWO, [{ kind: 'credibility_graded', payload: { evidenceId: 'e1', credibility: 1 } }]],
    { kind: 'evidence_stance_changed', payload: { evidenceId: 'e2', stance: 'contradicts', reason: '' } },
  ],
  [
    'an origin',
    [...TWO],
    {
      kind: 'evidence_origin_changed',
      payload: { evidenceId: 'e2', origin: { name: 'Survey', speakerId: null }, reason: '' },
    },
  ],
  ['a merge', [...TWO], MERGE],
  [
    'a grade of a source',
    [...TWO],
    { kind: 'reliability_graded', payload: { evidenceId: 'e1', reliability: 'A' } },
  ],
  [
    'a grade of an item',
    [...TWO],
    { kind: 'credibility_graded', payload: { evidenceId: 'e1', credibility: 2 } },
  ],
  ['a reworded note', [[note('n1')]], { kind: 'note_edited', payload: { noteId: 'n1', body: 'Ring him.' } }],
  ['a resolved thread', [[note('n1')]], { kind: 'note_resolved', payload: { noteId: 'n1' } }],
];

describe('taking back', () => {
  test.each(CASES)('%s leaves everything as it was', (_, before, act) => {
    const after: readonly Done[] = [...before, [act]];
    expect(shown(after)).not.toEqual(shown(before));
    expect(shown(undone(after))).toEqual(shown(before));
  });

  test('adds nothing to the log for grades that did not fall', () => {
    const stance: StatementAct = {
      kind: 'evidence_stance_changed',
      payload: { evidenceId: 'e2', stance: 'context', reason: '' },
    };
    expect(takesBack(IT, TEXT, eventsOf([...TWO, [stance]]), AMIRA)).toHaveLength(1);
  });

  test('withdraws what was added, and says that it was a mistake', () => {
    const [act] = takesBack(IT, TEXT, eventsOf(TWO), AMIRA);
    expect(act).toMatchObject({ kind: 'evidence_withdrawn', payload: { evidenceId: 'e2' } });
  });

  test('is nobody else’s, and is not offered for what was withdrawn, sent back or opened again', () => {
    expect(takesBack(IT, TEXT, eventsOf([[CONFIRM, JONAS]]), AMIRA)).toEqual([]);
    expect(takesBack(IT, TEXT, [], AMIRA)).toEqual([]);
    const withdrawn: StatementAct = {
      kind: 'evidence_withdrawn',
      payload: { evidenceId: 'e1', reason: 'Forged.' },
    };
    const reopened: StatementAct = { kind: 'attribution_reopened', payload: { reason: null } };
    for (const act of [withdrawn, reopened])
      expect(takesBack(IT, TEXT, eventsOf([...TWO, [act]]), AMIRA)).toEqual([]);
  });
});
