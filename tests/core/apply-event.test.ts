import { describe, expect, test } from 'vitest';
import { applyEvent } from '../../src/core/apply-event.js';
import { Refusal } from '../../src/core/errors.js';
import type { StatementAct } from '../../src/core/event.js';
import type { EvidenceItem } from '../../src/core/evidence.js';
import { phaseOf, type Review } from '../../src/core/review.js';
import { signOffDigest } from '../../src/core/sign-off.js';
import {
  AMIRA,
  CONFIRM,
  eventOf,
  fresh,
  item,
  JONAS,
  MINISTER,
  rated,
  ratedReview,
  reviewAfter,
  STATEMENT,
  signedReview,
  signing,
} from './a-review.js';

const AT = '2026-03-02T09:00:00.000Z';

const provenance = { speaker: MINISTER, via: [], channel: null, saidOn: null };
const DISPUTE: StatementAct = { kind: 'attribution_disputed', payload: { reason: 'The account is a copy.' } };
const REOPEN: StatementAct = { kind: 'attribution_reopened', payload: { reason: null } };
const STRIKE: StatementAct = { kind: 'struck_out', payload: { reason: 'A headline.' } };
const RESTORE: StatementAct = { kind: 'restored', payload: { reason: null } };
const RETURN: StatementAct = { kind: 'returned', payload: { reason: 'The log is of another month.' } };
const WITHDRAW_SIGN: StatementAct = { kind: 'sign_off_withdrawn', payload: { reason: 'I misread.' } };
const identified = (name: string): StatementAct => ({
  kind: 'source_identified',
  payload: { ...provenance, speaker: { ...MINISTER, name }, reason: 'The recording.' },
});
const corrected = (words: string): StatementAct => ({
  kind: 'words_corrected',
  payload: { kind: 'indirect', content: [{ start: 0, end: 9 }], cue: [], source: [], words },
});
const withdrawn = (evidenceId: string): StatementAct => ({
  kind: 'evidence_withdrawn',
  payload: { evidenceId, reason: 'The page was forged.' },
});
const note = (noteId: string, more: object = {}): StatementAct => ({
  kind: 'noted',
  payload: {
    noteId,
    replyTo: null,
    body: 'Ring the harbour master.',
    confidential: false,
    span: null,
    mentions: [],
    ...more,
  },
});

describe('accepts', () => {
  const cases: [string, Review, StatementAct, string, Partial<Review>][] = [
    [
      'a statement an editor added, as confirmed by them',
      fresh(),
      { kind: 'statement_added', payload: { statement: STATEMENT } },
      AMIRA,
      { attribution: 'confirmed', attributedBy: AMIRA },
    ],
    ['a confirmation', fresh(), CONFIRM, AMIRA, { attribution: 'confirmed', attributedBy: AMIRA }],
    [
      'a doubt, with its reason',
      fresh(),
      DISPUTE,
      AMIRA,
      { attribution: 'disputed', attributionReason: 'The account is a copy.' },
    ],
    [
      'a confirmation of what was doubted, which clears the reason',
      reviewAfter(fresh(), [DISPUTE]),
      CONFIRM,
      AMIRA,
      { attribution: 'confirmed', attributionReason: null },
    ],
    [
      'opening the question again',
      reviewAfter(fresh(), [CONFIRM]),
      REOPEN,
      JONAS,
      { attribution: 'unchecked', attributedBy: JONAS },
    ],
    [
      'another source, which confirms it',
      fresh(),
      identified('Otto Reiss'),
      AMIRA,
      {
        attribution: 'confirmed',
        provenance: { ...provenance, speaker: { ...MINISTER, name: 'Otto Reiss' } },
      },
    ],
    [
      'other words',
      fresh(),
      corrected('the dam w'),
      AMIRA,
      { words: 'the dam w', content: [{ start: 0, end: 9 }] },
    ],
    [
      'another class',
      fresh(),
      { kind: 'reclassified', payload: { checkable: false, polarity: 'denied' } },
      AMIRA,
      { checkable: false, polarity: 'denied' },
    ],
    ['striking out', fresh(), STRIKE, AMIRA, { struckOut: { by: AMIRA, at: AT, reason: 'A headline.' } }],
    ['restoring', reviewAfter(fresh(), [STRIKE]), RESTORE, AMIRA, { struckOut: null }],
    [
      'a rating whose gate holds',
      reviewAfter(fresh(), [CONFIRM, item('e1', 'supports', 'Kestrel Survey')]),
      rated('verified', '  Seen.  '),
      AMIRA,
      { rating: 'verified', reason: 'Seen.', ratedBy: AMIRA, ratedAt: AT, secondSignature: true },
    ],
    [
      'taking a rating back',
      ratedReview(),
      rated('unchecked', ''),
      AMIRA,
      { rating: 'unchecked', reason: '', ratedBy: null, ratedAt: null },
    ],
    [
      'a second signature',
      ratedReview(),
      signing(ratedReview()),
      JONAS,
      { signOff: { by: JONAS, at: AT, digest: signOffDigest(ratedReview()) }, fellBack: null },
    ],
    [
      'withdrawing a signature, and says so',
      signedReview(),
      WITHDRAW_SIGN,
      JONAS,
      { signOff: null, fellBack: { at: AT, because: 'The sign-off was withdrawn: I misread.' } },
    ],
    [
      'sending a rating back, and says so',
      ratedReview(),
      RETURN,
      JONAS,
      { fellBack: { at: AT, because: 'Sent back: The log is of another month.' } },
    ],
    [
      'an identity of an anonymous source',
      fresh({ speaker: { name: 'an official', type: 'anonymous', role: null, affiliation: null } }),
      { kind: 'identity_recorded', payload: { identity: 'Known to the desk' } },
      AMIRA,
      { identity: 'Known to the desk' },
    ],
    [
      'handing over',
      fresh(),
      { kind: 'assigned', payload: { to: JONAS, note: null } },
      AMIRA,
      { assignedTo: JONAS },
    ],
  ];
  test.each(cases)('%s', (_name, review, act, by, expected) => {
    const result = applyEvent(review, eventOf(act, by, AT));
    expect(result).toMatchObject(expected);
    expect(result.version).toBe(review.version + 1);
    expect(result.changedAt).toBe(AT);
  });

  test('evidence, with who collected it and when', () => {
    const review = reviewAfter(fresh(), [
      item('e1', 'supports', 'Kestrel Survey', { url: 'https://kestrel.example/7' }),
    ]);
    expect(review.evidence).toMatchObject([
      { id: 'e1', collectedBy: AMIRA, collectedAt: AT, withdrawn: null, url: 'https://kestrel.example/7' },
    ]);
  });

  test('does not change what it was given', () => {
    const review = signedReview();
    const before = JSON.stringify(review);
    applyEvent(review, eventOf(withdrawn('e1')));
    expect(JSON.stringify(review)).toBe(before);
  });
});

describe('refuses', () => {
  const evidence = (more: Partial<EvidenceItem>): StatementAct =>
    item('e9', 'supports', 'Kestrel Survey', more);
  const cases: [string, Review, StatementAct, string, string, RegExp][] = [
    [
      'adding a statement twice',
      reviewAfter(fresh(), [CONFIRM]),
      { kind: 'statement_added', payload: { statement: STATEMENT } },
      AMIRA,
      'conflict',
      /added already/,
    ],
    ['confirming twice', reviewAfter(fresh(), [CONFIRM]), CONFIRM, AMIRA, 'conflict', /confirmed already/],
    [
      'confirming nobody',
      fresh({ speaker: { ...MINISTER, name: ' ' } }),
      CONFIRM,
      AMIRA,
      'invalid',
      /who said it/,
    ],
    [
      'a doubt without a reason',
      fresh(),
      { kind: 'attribution_disputed', payload: { reason: ' ' } },
      AMIRA,
      'invalid',
      /why you doubt/,
    ],
    ['opening what is open', fresh(), REOPEN, AMIRA, 'conflict', /open already/],
    ['a source without a name', fresh(), identified('  '), AMIRA, 'invalid', /name is empty/],
    [
      'words without any span',
      fresh(),
      { kind: 'words_corrected', payload: { kind: 'direct', content: [], cue: [], source: [], words: '' } },
      AMIRA,
      'invalid',
      /Select the words/,
    ],
    ['striking out twice', reviewAfter(fresh(), [STRIKE]), STRIKE, AMIRA, 'conflict', /struck out already/],
    [
      'striking out without a reason',
      fresh(),
      { kind: 'struck_out', payload: { reason: '' } },
      AMIRA,
      'invalid',
      /why this is no statement/,
    ],
    ['restoring what stands', fresh(), RESTORE, AMIRA, 'conflict', /not struck out/],
    [
      'a rating before attribution is confirmed',
      reviewAfter(fresh(), [item('e1', 'supports', 'Kestrel Survey')]),
      rated('verified'),
      AMIRA,
      'invalid',
      /^Confirm who said it before rating what was said\.$/,
    ],
    [
      'a rating while attribution is disputed',
      reviewAfter(fresh(), [DISPUTE, item('e1', 'supports', 'Kestrel Survey')]),
      rated('verified'),
      AMIRA,
      'invalid',
      /Who said it is disputed/,
    ],
    [
      'a rating of what was struck out',
      reviewAfter(fresh(), [CONFIRM, STRIKE]),
      rated('not_checkable'),
      AMIRA,
      'invalid',
      /Restore it/,
    ],
    ['taking back no rating', fresh(), rated('unchecked', ''), AMIRA, 'conflict', /no rating to take back/],
    [
      'a sign-off by the person who rated',
      ratedReview(),
      signing(ratedReview()),
      AMIRA,
      'forbidden',
      /A second person signs off/,
    ],
    ['a sign-off of no rating', fresh(), signing(fresh()), JONAS, 'conflict', /no rating to sign off/],
    ['a second sign-off', signedReview(), signing(signedReview()), 'third', 'conflict', /signed off already/],
    [
      'a sign-off of what was struck out',
      reviewAfter(ratedReview(), [STRIKE]),
      signing(reviewAfter(ratedReview(), [STRIKE])),
      JONAS,
      'conflict',
      /struck out/,
    ],
    [
      'a sign-off of something else than what stands now',
      reviewAfter(ratedReview(), [item('e3', 'context', 'Town archive')]),
      signing(ratedReview()),
      JONAS,
      'conflict',
      /changed after you looked/,
    ],
    ['withdrawing no sign-off', ratedReview(), WITHDRAW_SIGN, JONAS, 'conflict', /no sign-off/],
    [
      'withdrawing a sign-off without a word',
      signedReview(),
      { kind: 'sign_off_withdrawn', payload: { reason: ' ' } },
      JONAS,
      'invalid',
      /Say why/,
    ],
    ['sending back no rating', fresh(), RETURN, JONAS, 'conflict', /no rating to send back/],
    [
      'sending back without a word',
      ratedReview(),
      { kind: 'returned', payload: { reason: '' } },
      JONAS,
      'invalid',
      /what should be looked at/,
    ],
    [
      'an identity of a source that has a name',
      fresh(),
      { kind: 'identity_recorded', payload: { identity: 'X' } },
      AMIRA,
      'invalid',
      /Only an anonymous source/,
    ],
    [
      'the same evidence twice',
      ratedReview(),
      item('e1', 'supports', 'X'),
      AMIRA,
      'conflict',
      /added already/,
    ],
    ['evidence without a title', fresh(), evidence({ title: ' ' }), AMIRA, 'invalid', /title/],
    [
      'evidence without an origin',
      fresh(),
      evidence({ origin: { name: '', speakerId: null } }),
      AMIRA,
      'invalid',
      /whose knowledge/,
    ],
    ['a script for a link', fresh(), evidence({ url: 'javascript:alert(1)' }), AMIRA, 'invalid', /https/],
    [
      'a script for an archived link',
      fresh(),
      evidence({ archiveUrl: 'data:,x' }),
      AMIRA,
      'invalid',
      /https/,
    ],
    ['a link with spaces', fresh(), evidence({ url: 'https://a.example/ b' }), AMIRA, 'invalid', /spaces/],
    ['a change of evidence that is not here', fresh(), withdrawn('e1'), AMIRA, 'not_found', /not here/],
    [
      'a change of withdrawn evidence',
      reviewAfter(ratedReview(), [withdrawn('e1')]),
      withdrawn('e1'),
      AMIRA,
      'not_found',
      /withdrawn/,
    ],
    [
      'withdrawing evidence without a reason',
      ratedReview(),
      { kind: 'evidence_withdrawn', payload: { evidenceId: 'e1', reason: '' } },
      AMIRA,
      'invalid',
      /why this is withdrawn/,
    ],
    [
      'an origin without a name',
      ratedReview(),
      {
        kind: 'evidence_origin_changed',
        payload: { evidenceId: 'e1', origin: { name: ' ', speakerId: null }, reason: '' },
      },
      AMIRA,
      'invalid',
      /whose knowledge/,
    ],
  ];
  test.each(cases)('%s', (_name, review, act, by, code, sentence) => {
    let refusal: unknown;
    try {
      applyEvent(review, eventOf(act, by));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(sentence) });
  });
});

describe('a sign-off falls with what it was bound to, and says which change did it', () => {
  const cases: [string, StatementAct, string][] = [
    ['the source', identified('Otto Reiss'), 'Who said it was corrected after the sign-off.'],
    ['the words', corrected('the dam w'), 'The words were corrected after the sign-off.'],
    [
      'the class',
      { kind: 'reclassified', payload: { checkable: false, polarity: 'asserted' } },
      'What kind of statement this is was changed after the sign-off.',
    ],
    ['new evidence', item('e3', 'context', 'Town archive'), 'Evidence was added after the sign-off.'],
    [
      'an origin',
      {
        kind: 'evidence_origin_changed',
        payload: { evidenceId: 'e1', origin: { name: 'Kestrel Institute', speakerId: null }, reason: '' },
      },
      'The origin of an item of evidence was changed after the sign-off.',
    ],
    [
      'a grade of a source',
      { kind: 'reliability_graded', payload: { evidenceId: 'e1', reliability: 'B' } },
      'An item of evidence was graded anew after the sign-off.',
    ],
    [
      'a grade of an item',
      { kind: 'credibility_graded', payload: { evidenceId: 'e1', credibility: 2 } },
      'An item of evidence was graded anew after the sign-off.',
    ],
  ];
  test.each(cases)('%s', (_name, act, because) => {
    const review = reviewAfter(signedReview(), [act]);
    expect(review.signOff).toBeNull();
    expect(review.fellBack).toEqual({ at: AT, because });
    expect(review.rating).toBe('corroborated');
    expect(phaseOf(review)).toBe('fell_back');
  });

  test('a new rating drops it too, and waits for a second signature anew', () => {
    const review = reviewAfter(signedReview(), [rated('verified')]);
    expect(review.signOff).toBeNull();
    expect(phaseOf(review)).toBe('awaiting_second');
  });

  test('a note, an assignment or striking out leaves it bound', () => {
    for (const act of [note('n1'), { kind: 'assigned', payload: { to: JONAS, note: null } }, STRIKE] as const)
      expect(reviewAfter(signedReview(), [act]).signOff).not.toBeNull();
  });

  test('what changed while it was struck out drops it', () => {
    const review = reviewAfter(signedReview(), [STRIKE, item('e3', 'context', 'Town archive'), RESTORE]);
    expect(review.signOff).toBeNull();
  });

  test('a sign-off of the changed review holds again', () => {
    const fallen = reviewAfter(signedReview(), [item('e3', 'context', 'Town archive')]);
    const signed = reviewAfter(fallen, [signing(fallen)], JONAS);
    expect(signed.fellBack).toBeNull();
    expect(phaseOf(signed)).toBe('done');
  });
});

describe('a rating falls when its gate no longer holds', () => {
  const cases: [string, Review, StatementAct, string][] = [
    ['withdrawn evidence', signedReview(), withdrawn('e1'), 'Evidence was withdrawn'],
    [
      'two origins that turn out to be one',
      signedReview(),
      {
        kind: 'evidence_origin_changed',
        payload: {
          evidenceId: 'e1',
          origin: { name: 'the Harbour Watch', speakerId: null },
          reason: 'One wire.',
        },
      },
      'The origin of an item of evidence was changed',
    ],
    [
      'evidence that no longer supports it',
      signedReview(),
      {
        kind: 'evidence_stance_changed',
        payload: { evidenceId: 'e2', stance: 'context', reason: 'Another month.' },
      },
      'What an item of evidence does was changed',
    ],
    [
      'a source who is the origin of its own proof',
      signedReview(),
      identified('Harbour Watch'),
      'Who said it was corrected',
    ],
    ['a doubt who said it', signedReview(), DISPUTE, 'Who said it is now disputed'],
    ['an open question who said it', ratedReview(), REOPEN, 'Who said it was opened again'],
    [
      'restoring what lost its evidence while struck out',
      reviewAfter(signedReview(), [STRIKE, withdrawn('e1')]),
      RESTORE,
      'The statement was restored',
    ],
  ];
  test.each(cases)('%s', (_name, review, act, because) => {
    const fallen = reviewAfter(review, [act]);
    expect(fallen).toMatchObject({
      rating: 'unchecked',
      reason: '',
      ratedBy: null,
      ratedAt: null,
      signOff: null,
    });
    expect(fallen.fellBack?.because).toBe(`${because}, so the rating “corroborated” no longer holds.`);
    expect(phaseOf(fallen)).toBe('fell_back');
  });
});

describe('the Admiralty grades', () => {
  test('never move each other', () => {
    const review = reviewAfter(fresh(), [
      item('e1', 'supports', 'Kestrel Survey', { reliability: 'C', credibility: 3 }),
      { kind: 'reliability_graded', payload: { evidenceId: 'e1', reliability: 'A' } },
    ]);
    expect(review.evidence).toMatchObject([{ reliability: 'A', credibility: 3 }]);
    const again = reviewAfter(review, [
      { kind: 'credibility_graded', payload: { evidenceId: 'e1', credibility: 5 } },
    ]);
    expect(again.evidence).toMatchObject([{ reliability: 'A', credibility: 5 }]);
  });

  const one: StatementAct = { kind: 'credibility_graded', payload: { evidenceId: 'e1', credibility: 1 } };
  test.each<[string, StatementAct[]]>([
    ['alone', []],
    ['beside an item of the same origin', [item('e2', 'supports', 'the Kestrel Survey')]],
    ['beside an item that says the opposite', [item('e2', 'contradicts', 'Harbour Watch')]],
    ['beside the speaker’s own word', [item('e2', 'supports', 'Ministry of Works')]],
    ['beside an item that was withdrawn', [item('e2', 'supports', 'Harbour Watch'), withdrawn('e2')]],
  ])('refuse “confirmed by others” %s', (_name, others) => {
    const review = reviewAfter(fresh(), [item('e1', 'supports', 'Kestrel Survey'), ...others]);
    expect(() => reviewAfter(review, [one])).toThrow(/confirmed by others/);
  });

  test('allow “confirmed by others” beside an independent origin that says the same', () => {
    const review = reviewAfter(ratedReview(), [one]);
    expect(review.evidence[0]).toMatchObject({ credibility: 1 });
  });

  test.each<[string, StatementAct]>([
    ['is withdrawn', { kind: 'evidence_withdrawn', payload: { evidenceId: 'e2', reason: 'Forged.' } }],
    [
      'turns out to rest on the same origin',
      {
        kind: 'evidence_origin_changed',
        payload: {
          evidenceId: 'e2',
          origin: { name: 'Kestrel Survey', speakerId: null },
          reason: 'One wire.',
        },
      },
    ],
  ])('an item stays "1, confirmed by others" no longer than the other, when that %s', (_how, act) => {
    const review = reviewAfter(fresh(), [
      item('e1', 'supports', 'Kestrel Survey'),
      item('e2', 'supports', 'Land Registry'),
      one,
      act,
    ]);
    expect(review.evidence[0]).toMatchObject({ credibility: 6 });
  });

  test('refuse “confirmed by others” on a lone item as it is added', () => {
    expect(() =>
      reviewAfter(fresh(), [item('e1', 'supports', 'Kestrel Survey', { credibility: 1 })]),
    ).toThrow(/others/);
  });
});

describe('notes', () => {
  test('keep their thread, and the earlier words of an edit', () => {
    const review = reviewAfter(fresh(), [
      note('n1'),
      note('n2', { replyTo: 'n1', body: 'Rang. No answer.' }),
      { kind: 'note_edited', payload: { noteId: 'n2', body: 'Rang twice. No answer.' } },
      { kind: 'note_resolved', payload: { noteId: 'n1' } },
    ]);
    expect(review.notes).toMatchObject([
      { id: 'n1', resolved: true, replyTo: null },
      {
        id: 'n2',
        replyTo: 'n1',
        body: 'Rang twice. No answer.',
        earlier: [{ body: 'Rang. No answer.', until: AT }],
      },
    ]);
  });

  test('make every reply to a confidential note confidential', () => {
    const review = reviewAfter(fresh(), [
      note('n1', { confidential: true }),
      note('n2', { replyTo: 'n1' }),
      note('n3', { replyTo: 'n2' }),
    ]);
    expect(review.notes.map((each) => each.confidential)).toEqual([true, true, true]);
  });

  const withNote = reviewAfter(fresh(), [note('n1')]);
  test.each<[string, StatementAct, string, RegExp]>([
    ['an empty note', note('n2', { body: ' \n' }), AMIRA, /empty/],
    ['a note longer than the limit', note('n2', { body: 'x'.repeat(10_001) }), AMIRA, /10,000 characters/],
    ['the same note twice', note('n1'), AMIRA, /already/],
    ['a reply to nothing', note('n2', { replyTo: 'n9' }), AMIRA, /not here/],
    [
      'an edit by somebody else',
      { kind: 'note_edited', payload: { noteId: 'n1', body: 'Mine now.' } },
      JONAS,
      /Only its author/,
    ],
    ['a withdrawal by somebody else', { kind: 'note_withdrawn', payload: { noteId: 'n1' } }, JONAS, /author/],
    ['reopening an open thread', { kind: 'note_reopened', payload: { noteId: 'n1' } }, AMIRA, /open already/],
  ])('refuse %s', (_name, act, by, sentence) => {
    expect(() => reviewAfter(withNote, [act], by)).toThrow(sentence);
  });

  test('refuse any change once withdrawn', () => {
    const review = reviewAfter(withNote, [{ kind: 'note_withdrawn', payload: { noteId: 'n1' } }]);
    expect(review.notes).toMatchObject([{ withdrawn: true }]);
    expect(() => reviewAfter(review, [{ kind: 'note_resolved', payload: { noteId: 'n1' } }])).toThrow(
      /withdrawn/,
    );
  });
});

describe('a statement carried over to a newer version', () => {
  const PLACED = {
    kind: 'indirect',
    content: [{ start: 44, end: 66 }],
    cue: [{ start: 79, end: 83 }],
    source: [{ start: 68, end: 78 }],
    words: 'the dam will be closed',
  } as const;
  const carried = (placement: 'kept' | 'moved' | 'reworded', from: Review): StatementAct => ({
    kind: 'carried_over',
    payload: {
      from: 'old',
      fromArticle: 'a0',
      placement,
      changed: placement === 'reworded' ? '“twelve” became “nine”' : '',
      placed: PLACED,
      review: from,
    },
  });
  const moved = (review: Review): Review => ({
    ...review,
    content: review.content.map(({ start, end }) => ({ start: start + 40, end: end + 40 })),
  });

  test.each(['kept', 'moved'] as const)('%s keeps its rating, evidence and signature', (placement) => {
    const review = reviewAfter(moved(fresh()), [carried(placement, signedReview())]);
    expect(review).toMatchObject({
      attribution: 'confirmed',
      rating: 'corroborated',
      ratedBy: AMIRA,
      fellBack: null,
    });
    expect(review.evidence).toHaveLength(2);
    expect(review.signOff).toMatchObject({ by: JONAS, digest: signOffDigest(review) });
    expect(phaseOf(review)).toBe('done');
  });

  test('kept stands where its words stand, whatever the engine cuts out of the newer text', () => {
    const cut = { ...moved(fresh()), words: 'The board … the dam will be closed' };
    expect(reviewAfter(cut, [carried('kept', signedReview())])).toMatchObject(PLACED);
    expect(reviewAfter(cut, [carried('reworded', signedReview())]).words).toBe(cut.words);
  });

  test('keeps no signature that was bound to something else', () => {
    const review = reviewAfter(moved(fresh()), [carried('kept', signedReview())]);
    expect(reviewAfter(review, [item('e3', 'context', 'Town archive')]).signOff).toBeNull();
  });

  test('reworded loses its signature and rating, keeps its evidence, and says what changed', () => {
    const review = reviewAfter(fresh(), [carried('reworded', signedReview())]);
    expect(review).toMatchObject({ attribution: 'unchecked', rating: 'unchecked', signOff: null });
    expect(review.evidence).toHaveLength(2);
    expect(review.fellBack?.because).toBe('The text changed in a newer version: “twelve” became “nine”');
    expect(phaseOf(review)).toBe('fell_back');
  });

  test('that had fallen back still has', () => {
    const fallen = reviewAfter(signedReview(), [RETURN]);
    const review = reviewAfter(fresh(), [carried('kept', fallen)]);
    expect(review.fellBack).toEqual(fallen.fellBack);
    expect(phaseOf(review)).toBe('fell_back');
  });

  test('is refused onto a statement somebody worked on', () => {
    expect(() => reviewAfter(reviewAfter(fresh(), [CONFIRM]), [carried('kept', signedReview())])).toThrow(
      /untouched/,
    );
  });
});
