import { describe, expect, test } from 'vitest';
import { type ArticleReview, applyArticleEvent, untouchedArticle } from '../../src/core/article-review.js';
import { Refusal } from '../../src/core/errors.js';
import type { ArticleAct, ArticleEvent } from '../../src/core/event.js';
import { chain, genesis } from '../../src/core/log.js';

const AT = '2026-03-02T09:00:00.000Z';

const eventOf = (act: ArticleAct): ArticleEvent =>
  chain(genesis('a1'), {
    ...act,
    id: 'e1',
    articleId: 'a1',
    statementId: null,
    at: AT,
    by: 'amira',
    confidential: false,
    salt: 'salt',
  }) as ArticleEvent;

const standing = (...acts: ArticleAct[]): ArticleReview =>
  acts.reduce((review, act) => applyArticleEvent(review, eventOf(act)), untouchedArticle('a1'));

const PUBLISH: ArticleAct = { kind: 'published', payload: { statements: ['s1'], digests: ['d'] } };
const SUPERSEDE: ArticleAct = { kind: 'superseded', payload: { by: 'a2', dropped: [], orphaned: [] } };
const SHOW: ArticleAct = { kind: 'edit_shown', payload: { newer: 'a2' } };
const COPY: ArticleAct = { kind: 'republication_recorded', payload: { of: 'a9' } };
const correction = (why: string): ArticleAct => ({
  kind: 'correction_published',
  payload: { statementId: 's1', digest: 'e', what: 'the rating', why, before: 'verified', after: 'false' },
});

describe('accepts', () => {
  test.each<[string, ArticleAct[], Partial<ArticleReview>]>([
    ['a newer version', [SUPERSEDE], { supersededBy: 'a2' }],
    [
      'a due time',
      [{ kind: 'due_set', payload: { due: '2026-03-02T17:00:00.000Z' } }],
      { due: '2026-03-02T17:00:00.000Z' },
    ],
    ['no due time', [{ kind: 'due_set', payload: { due: null } }], { due: null }],
    [
      'an owner',
      [{ kind: 'article_assigned', payload: { to: 'jonas', note: null } }],
      { assignedTo: 'jonas' },
    ],
    [
      'showing readers what changed, and hiding it again',
      [PUBLISH, SUPERSEDE, SHOW, { kind: 'edit_hidden', payload: { reason: 'Not public yet.' } }],
      { editShown: null },
    ],
    ['showing readers what changed', [PUBLISH, SUPERSEDE, SHOW], { editShown: { at: AT, by: 'amira' } }],
    ['another’s text', [COPY], { republicationOf: { articleId: 'a9', at: AT, by: 'amira' } }],
    [
      'that it is none after all',
      [COPY, { kind: 'republication_withdrawn', payload: { reason: 'Own reporter.' } }],
      { republicationOf: null },
    ],
    [
      'publishing',
      [PUBLISH],
      { published: { at: AT, by: 'amira', statements: ['s1'], digests: { s1: 'd' } } },
    ],
    [
      'taking it back',
      [PUBLISH, { kind: 'unpublished', payload: { reason: 'Legal.' } }],
      { published: null },
    ],
    [
      'a correction of what readers saw',
      [PUBLISH, correction('The log was of another month.')],
      {
        corrections: [
          {
            statementId: 's1',
            at: AT,
            by: 'amira',
            what: 'the rating',
            why: 'The log was of another month.',
            before: 'verified',
            after: 'false',
          },
        ],
      },
    ],
    [
      'a note on a stretch of the text',
      [
        {
          kind: 'noted',
          payload: {
            noteId: 'n1',
            replyTo: null,
            body: 'Odd.',
            confidential: false,
            span: { start: 3, end: 9 },
            mentions: [],
          },
        },
      ],
      { notes: [expect.objectContaining({ id: 'n1', span: { start: 3, end: 9 } })] },
    ],
  ])('%s', (_name, acts, expected) => {
    expect(standing(...acts)).toMatchObject({ ...expected, version: acts.length, changedAt: AT });
  });
});

describe('refuses', () => {
  test.each<[string, ArticleAct[], string]>([
    ['a second newer version', [SUPERSEDE, SUPERSEDE], 'conflict'],
    ['publishing nothing', [{ kind: 'published', payload: { statements: [], digests: [] } }], 'invalid'],
    ['taking back what is not published', [{ kind: 'unpublished', payload: { reason: '' } }], 'conflict'],
    ['a correction of what nobody saw', [correction('Because.')], 'conflict'],
    ['a correction without a reason', [PUBLISH, correction(' ')], 'invalid'],
    ['showing a change of what nobody saw', [SUPERSEDE, SHOW], 'conflict'],
    ['showing a change where there is none', [PUBLISH, SHOW], 'conflict'],
    ['hiding what is not shown', [PUBLISH, { kind: 'edit_hidden', payload: { reason: '' } }], 'conflict'],
    ['two origins of one text', [COPY, COPY], 'conflict'],
    [
      'withdrawing what nobody said',
      [{ kind: 'republication_withdrawn', payload: { reason: '' } }],
      'conflict',
    ],
  ])('%s', (_name, acts, code) => {
    let refusal: unknown;
    try {
      standing(...acts);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code });
  });
});
