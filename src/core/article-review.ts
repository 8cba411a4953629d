// Where an article stands as a whole: published or not, whose it is, when it is due, and the notes on its text.
import { applyNote, isNoteEvent } from './apply-note.js';
import { conflict, invalid } from './errors.js';
import type { ArticleEvent } from './event.js';
import type { Note } from './review.js';

export interface Correction {
  readonly statementId: string;
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly why: string;
  readonly before: string;
  readonly after: string;
}

export interface ArticleReview {
  readonly articleId: string;
  readonly version: number;
  readonly supersededBy: string | null;
  readonly assignedTo: string | null;
  readonly due: string | null;
  /** The statements readers may see, by id, and since when. */
  readonly published: {
    readonly at: string;
    readonly by: string;
    readonly statements: readonly string[];
    /** For each of them the digest of the finding as it was signed; a finding that differs is not shown until corrected. */
    readonly digests: Readonly<Record<string, string>>;
  } | null;
  readonly corrections: readonly Correction[];
  /** Since when readers may see how the newer version differs from this one. */
  readonly editShown?: { readonly at: string; readonly by: string } | null;
  /** The article whose text this one is, under another masthead. */
  readonly republicationOf?: { readonly articleId: string; readonly at: string; readonly by: string } | null;
  readonly notes: readonly Note[];
  readonly changedAt: string | null;
}

export const untouchedArticle = (articleId: string): ArticleReview => ({
  articleId,
  version: 0,
  supersededBy: null,
  assignedTo: null,
  due: null,
  published: null,
  corrections: [],
  notes: [],
  changedAt: null,
});

/** The article's standing after `event`; throws a Refusal where the act may not happen. */
export function applyArticleEvent(review: ArticleReview, event: ArticleEvent): ArticleReview {
  return { ...change(review, event), version: review.version + 1, changedAt: event.at };
}

function change(review: ArticleReview, event: ArticleEvent): ArticleReview {
  if (isNoteEvent(event)) return { ...review, notes: applyNote(review.notes, event) };
  switch (event.kind) {
    case 'imported':
    case 'report_issued':
      return review;
    case 'superseded':
      if (review.supersededBy) throw conflict('There is a newer version of this article already.');
      return { ...review, supersededBy: event.payload.by };
    case 'due_set':
      return { ...review, due: event.payload.due };
    case 'article_assigned':
      return { ...review, assignedTo: event.payload.to };
    case 'published':
      if (event.payload.statements.length === 0)
        throw invalid('Nothing here is signed off yet, so there is nothing to publish.');
      return {
        ...review,
        published: {
          at: event.at,
          by: event.by,
          statements: event.payload.statements,
          digests: Object.fromEntries(
            event.payload.statements.map((id, index) => [id, event.payload.digests[index] ?? '']),
          ),
        },
      };
    case 'unpublished':
      if (!review.published) throw conflict('This article is not published.');
      return { ...review, published: null };
    case 'edit_shown':
      if (review.supersededBy !== event.payload.newer)
        throw conflict('There is no such newer version of this article. Open it again.');
      if (!review.published)
        throw conflict('This article is not published, so readers have seen nothing that could change.');
      return { ...review, editShown: { at: event.at, by: event.by } };
    case 'edit_hidden':
      if (!review.editShown) throw conflict('Readers are not shown what changed.');
      return { ...review, editShown: null };
    case 'republication_recorded':
      if (review.republicationOf)
        throw conflict('This is recorded as another article’s text already. Withdraw that first.');
      return {
        ...review,
        republicationOf: { articleId: event.payload.of, at: event.at, by: event.by },
      };
    case 'republication_withdrawn':
      if (!review.republicationOf) throw conflict('This is not recorded as another article’s text.');
      return { ...review, republicationOf: null };
    case 'correction_published': {
      if (!review.published)
        throw conflict('This article is not published, so readers have seen nothing to correct.');
      if (event.payload.why.trim() === '') throw invalid('Say why this is corrected.', 'why');
      const { digest, ...what } = event.payload;
      const correction: Correction = { ...what, at: event.at, by: event.by };
      return {
        ...review,
        published: corrected(review.published, event.payload.statementId, digest),
        corrections: [...review.corrections, correction],
      };
    }
  }
}

type Published = NonNullable<ArticleReview['published']>;

/** Readers see the corrected finding from now on; none where it is not final. */
function corrected(published: Published, statementId: string, digest: string | null): Published {
  const digests = { ...published.digests, [statementId]: digest ?? '' };
  return { ...published, statements: [...new Set([...published.statements, statementId])], digests };
}
