import { expect, test } from 'vitest';
import { describeEvent } from '../../src/core/describe-event.js';
import type { Act, Event } from '../../src/core/event.js';
import { chain, genesis } from '../../src/core/log.js';
import { item, MINISTER, STATEMENT } from './a-review.js';

const NAMES: Record<string, string> = { amira: 'Amira Haddad', jonas: 'Jonas Weber' };

const sentence = (act: Act): string =>
  describeEvent(
    chain(genesis('a1'), {
      ...act,
      id: 'e1',
      articleId: 'a1',
      statementId: 's1',
      at: '2026-03-02T09:00:00.000Z',
      by: 'amira',
      confidential: false,
      salt: 'salt',
    }) as Event,
    (id) => NAMES[id] ?? id,
  );

const provenance = { speaker: MINISTER, via: [] as string[], channel: null, saidOn: null };
const note = (confidential: boolean): Act => ({
  kind: 'noted',
  payload: {
    noteId: 'n1',
    replyTo: null,
    body: 'The caller is a clerk.',
    confidential,
    span: null,
    mentions: [],
  },
});

const SENTENCES: [Act, string][] = [
  [
    {
      kind: 'imported',
      payload: {
        title: 'The dam',
        textSha256: '',
        sourceSha256: '',
        statementsDigest: '',
        articleDigest: '',
        statements: 1,
        engine: 'rules 1',
        supersedes: null,
      },
    },
    'imported “The dam”; 1 statement found by rules 1',
  ],
  [
    { kind: 'superseded', payload: { by: 'a2', dropped: ['s1'], orphaned: [] } },
    'imported a newer version of this article; 1 statement gone from it, 0 could not be placed',
  ],
  [{ kind: 'due_set', payload: { due: '2026-03-02T17:00Z' } }, 'set this due at 2026-03-02T17:00Z'],
  [{ kind: 'due_set', payload: { due: null } }, 'took the due time away'],
  [
    { kind: 'article_assigned', payload: { to: 'jonas', note: 'Shift ends.' } },
    'handed this to Jonas Weber: Shift ends.',
  ],
  [{ kind: 'assigned', payload: { to: null, note: null } }, 'took this off everybody’s list'],
  [{ kind: 'published', payload: { statements: ['s1', 's2'], digests: ['', ''] } }, 'published 2 statements'],
  [{ kind: 'unpublished', payload: { reason: 'Legal' } }, 'took this off the readers’ page: Legal'],
  [
    {
      kind: 'correction_published',
      payload: {
        statementId: 's1',
        digest: null,
        what: 'the rating',
        why: 'Wrong month',
        before: '',
        after: '',
      },
    },
    'published a correction: the rating: Wrong month',
  ],
  [
    { kind: 'report_issued', payload: { reportId: 'r1', format: 'md', sha256: '', head: '' } },
    'issued a report (md)',
  ],
  [{ kind: 'statement_added', payload: { statement: STATEMENT } }, 'added this statement'],
  [{ kind: 'attribution_confirmed', payload: {} }, 'confirmed who said it'],
  [
    { kind: 'attribution_disputed', payload: { reason: 'A copy' } },
    'doubted that this source said it: A copy',
  ],
  [{ kind: 'attribution_reopened', payload: { reason: null } }, 'opened the question who said it again'],
  [
    { kind: 'source_identified', payload: { ...provenance, via: ['Orla Press', 'Meridian'], reason: null } },
    'settled that Ilse Brandt said it, through Orla Press, then Meridian',
  ],
  [
    {
      kind: 'words_corrected',
      payload: { kind: 'direct', content: [], cue: [], source: [], words: 'x'.repeat(200) },
    },
    `corrected which words were said: “${'x'.repeat(117)}…”`,
  ],
  [
    { kind: 'reclassified', payload: { checkable: false, polarity: 'denied' } },
    'marked this as not checkable, a denial',
  ],
  [{ kind: 'struck_out', payload: { reason: 'A headline' } }, 'struck this out as no statement: A headline'],
  [{ kind: 'restored', payload: { reason: null } }, 'restored this statement'],
  [item('e1', 'contradicts', 'Kestrel'), 'added evidence that contradicts it: “Item e1”, resting on Kestrel'],
  [
    { kind: 'evidence_stance_changed', payload: { evidenceId: 'e1', stance: 'context', reason: '' } },
    'changed an item of evidence: it gives context',
  ],
  [
    {
      kind: 'evidence_origin_changed',
      payload: { evidenceId: 'e1', origin: { name: 'Kestrel', speakerId: null }, reason: 'One wire' },
    },
    'changed what an item of evidence rests on: Kestrel: One wire',
  ],
  [
    { kind: 'reliability_graded', payload: { evidenceId: 'e1', reliability: 'B' } },
    'graded the source of an item of evidence B',
  ],
  [
    { kind: 'credibility_graded', payload: { evidenceId: 'e1', credibility: 2 } },
    'graded an item of evidence 2',
  ],
  [
    { kind: 'evidence_withdrawn', payload: { evidenceId: 'e1', reason: 'Forged' } },
    'withdrew an item of evidence: Forged',
  ],
  [
    { kind: 'rated', payload: { rating: 'not_checkable', reason: 'A promise', secondSignature: true } },
    'rated this “not checkable”: A promise',
  ],
  [
    { kind: 'rated', payload: { rating: 'unchecked', reason: '', secondSignature: true } },
    'took the rating back',
  ],
  [{ kind: 'signed_off', payload: { digest: '' } }, 'signed the rating off'],
  [{ kind: 'sign_off_withdrawn', payload: { reason: 'Misread' } }, 'withdrew a sign-off: Misread'],
  [{ kind: 'returned', payload: { reason: 'Look again' } }, 'sent the rating back: Look again'],
  [
    { kind: 'identity_recorded', payload: { identity: 'P. Clerk' } },
    'recorded who an anonymous source is, for the desk alone',
  ],
  [note(false), 'wrote a note'],
  [note(true), 'wrote a confidential note'],
  [{ kind: 'note_edited', payload: { noteId: 'n1', body: 'x' } }, 'reworded a note'],
  [{ kind: 'note_resolved', payload: { noteId: 'n1' } }, 'closed a thread'],
  [{ kind: 'note_reopened', payload: { noteId: 'n1' } }, 'opened a thread again'],
  [{ kind: 'note_withdrawn', payload: { noteId: 'n1' } }, 'withdrew a note'],
];

test.each(SENTENCES)('$kind', (act, deed) => {
  expect(sentence(act)).toBe(`Amira Haddad ${deed}`);
});

test('nobody’s confidential words or recorded identity are in any sentence', () => {
  const all = SENTENCES.map(([act]) => sentence(act)).join('\n');
  expect(all).not.toMatch(/clerk/i);
});
