// A newer version of an article: a new text beside the old one, and each finding carried over, or said to be lost.
import type { Placement as Placed, Version } from '../core/anchor/version.js';
import { type Carried, compareHere } from '../core/compare-versions.js';
import { sha256 } from '../core/digest.js';
import type { Editor } from '../core/editor.js';
import { conflict } from '../core/errors.js';
import type { CarriedReview, Placement, Selected } from '../core/event.js';
import type { Review } from '../core/review.js';
import type { Entry, Recorded, Statement, StoredArticle } from '../core/store.js';
import { extractedOf } from '../core/verify-article.js';
import { wordsOf } from '../core/words.js';
import { type Imported, importedAct, prepareArticle } from './articles.js';
import { type Desk, draftOf, onArticle, permit, requestFor } from './desk.js';
import { mapInSlices, pauseAfter } from './slices.js';

/**
 * Keeps `imported` as the version after `olderId` and carries every statement over: kept and moved ones with their
 * rating and sign-off, reworded ones with their evidence but to be looked at again. What is gone, or cannot be placed
 * with certainty, stays on the older version and is named in its log; nothing is guessed onto another sentence.
 */
export async function importVersion(
  desk: Desk,
  editor: Editor,
  olderId: string,
  imported: Imported,
  requestKey?: string,
): Promise<StoredArticle> {
  permit(editor, 'import');
  const older = await desk.store.article(olderId);
  const { supersededBy } = await desk.store.articleReview(olderId);
  if (supersededBy) {
    const newer = await desk.store.article(supersededBy);
    // The same form, posted twice.
    if (newer.importedBy === editor.id && newer.sourceSha256 === sha256(imported.bytes)) return newer;
    throw conflict('There is a newer version of this article already. Import this one after that.');
  }
  if (older.text === imported.text)
    throw conflict('This is the same text, word for word. There is nothing new to keep.');
  const reviews = await desk.store.reviews(olderId);
  await pauseAfter(reviews.length);
  const extracted = new Map((await desk.store.statements(olderId)).map((one) => [one.id, one]));
  await pauseAfter(extracted.size);
  const head = await desk.store.head(olderId);
  const { article, statements, original, speakers } = await prepareArticle(desk, editor, imported, older);
  const was: Version = {
    text: older.text,
    statements: reviews.map((review) => versionOf(review, extracted.get(review.statementId))),
  };
  const is: Version = { text: article.text, statements: statements.map(versionOfNew) };
  const carriedOver = await (desk.compare ?? compareHere).carry(was, is);
  await pauseAfter(carriedOver.length);
  const imports = await importedAct(desk, article, statements, { article: older.id, head: head.hash });
  const first = { draft: draftOf(desk, editor, article.id, null, imports), seen: null };
  await pauseAfter(statements.length);
  const reviewOf = new Map(reviews.map((review) => [review.statementId, review]));
  const newerOf = new Map(statements.map((statement) => [statement.id, statement]));
  const carried = await mapInSlices(carriedOver, (one) =>
    entriesFor(desk, editor, {
      ...one,
      article,
      older,
      statements,
      own: newerOf.get(one.placement.newer ?? ''),
      review: reviewOf.get(one.placement.older ?? ''),
    }),
  );
  const lost = (status: Placed['status']) =>
    carriedOver.flatMap(({ placement }) =>
      placement.status === status && placement.older ? [placement.older] : [],
    );
  await pauseAfter(carried.length);
  const id = await desk.store.addArticle({
    request: requestFor(editor, requestKey),
    article,
    original,
    statements,
    speakers,
    entries: [first, ...carried.flat()],
    onSuperseded: {
      draft: draftOf(desk, editor, older.id, null, {
        kind: 'superseded',
        payload: { by: article.id, dropped: lost('dropped'), orphaned: lost('orphaned') },
      }),
      seen: null,
    },
  });
  return id === article.id ? article : desk.store.article(id);
}

/** Readers of this article's findings may see how the newer version's text differs. */
export async function showEdit(desk: Desk, editor: Editor, articleId: string): Promise<Recorded> {
  permit(editor, 'publish');
  const { supersededBy } = await desk.store.articleReview(articleId);
  if (!supersededBy) throw conflict('There is no newer version of this article. Import it first.');
  return onArticle(desk, editor, articleId, { kind: 'edit_shown', payload: { newer: supersededBy } });
}

export async function hideEdit(
  desk: Desk,
  editor: Editor,
  articleId: string,
  reason: string,
): Promise<Recorded> {
  permit(editor, 'publish');
  return onArticle(desk, editor, articleId, { kind: 'edit_hidden', payload: { reason } });
}

/**
 * The words are compared as the editors left them. Who is meant is compared as the engine read it, in both texts: an
 * editor's correction is no change of the article.
 */
const versionOf = (review: Review, extracted: Statement | undefined) => ({
  id: review.statementId,
  content: review.content,
  cue: review.cue,
  source: review.source,
  speaker: extracted?.origin === 'extracted' ? namedBy(extracted) : undefined,
  via: extracted?.origin === 'extracted' ? extracted.via : undefined,
});

const versionOfNew = (statement: Statement) => ({
  id: statement.id,
  content: statement.content,
  cue: statement.cue,
  source: statement.source,
  speaker: namedBy(statement),
  via: statement.via,
});

/** The publisher's own voice stays its own, whatever name the desk wrote down for it. */
const namedBy = ({ speaker }: Pick<Statement, 'speaker'>): string | undefined =>
  speaker.type === 'publisher' ? undefined : speaker.name;

interface Carrying extends Carried {
  readonly article: StoredArticle;
  readonly older: StoredArticle;
  readonly statements: readonly Statement[];
  /** The newer version's own statement, where there is one. */
  readonly own: Statement | undefined;
  readonly review: Review | undefined;
}

function entriesFor(desk: Desk, editor: Editor, carrying: Carrying): Entry[] {
  const { placement, changed, article, older, own, review } = carrying;
  const status = carriedAs(placement);
  if (!review || !status) return [];
  const statement = own ? undefined : restated(desk, editor, carrying, review);
  const id = own?.id ?? statement?.id ?? '';
  const entries: Entry[] = [
    {
      draft: draftOf(desk, editor, article.id, id, {
        kind: 'carried_over',
        payload: {
          from: review.statementId,
          fromArticle: older.id,
          placement: status,
          changed,
          placed: placedIn(article, placement, review),
          review: carriedReview(review),
          ...(statement && { statement: extractedOf(statement) }),
        },
      }),
      seen: null,
      statement,
    },
  ];
  if (review.struckOut && status !== 'reworded')
    entries.push({
      draft: draftOf(desk, editor, article.id, id, {
        kind: 'struck_out',
        payload: { reason: review.struckOut.reason },
      }),
      seen: null,
    });
  return entries;
}

/** An editor's selection counts more than what the engine reads anew. */
const placedIn = (article: StoredArticle, { content, cue, source }: Placed, { kind }: Review): Selected => ({
  kind,
  content,
  cue,
  source,
  words: wordsOf(article.text, content),
});

function carriedAs(placement: Placed): Extract<Placement, 'kept' | 'moved' | 'reworded'> | null {
  switch (placement.status) {
    case 'kept':
    case 'moved':
    case 'reworded':
      return placement.status;
    case 'dropped':
    case 'orphaned':
    case 'new':
      return null;
  }
}

/** The words stand in the newer text, but the engine did not find them there: the statement is made anew from them. */
function restated(
  desk: Desk,
  editor: Editor,
  { placement, article, statements }: Carrying,
  review: Review,
): Statement {
  const start = placement.content[0]?.start ?? 0;
  const before = statements.filter((other) => (other.content[0]?.start ?? 0) <= start);
  const { provenance } = review;
  return {
    id: desk.newId(),
    articleId: article.id,
    ordinal: Math.max(0, ...before.map((other) => other.ordinal)),
    origin: 'added',
    engine: null,
    addedBy: editor.id,
    withinId: null,
    kind: review.kind,
    content: placement.content,
    cue: placement.cue,
    source: placement.source,
    speaker: { ...provenance.speaker, speakerId: provenance.speaker.speakerId ?? null },
    via: provenance.via,
    channel: provenance.channel,
    saidOn: provenance.saidOn,
    polarity: review.polarity,
    checkable: review.checkable,
    confidence: 1,
  };
}

const carriedReview = (review: Review): CarriedReview => ({
  attribution: review.attribution,
  provenance: review.provenance,
  checkable: review.checkable,
  polarity: review.polarity,
  rating: review.rating,
  reason: review.reason,
  ratedBy: review.ratedBy,
  ratedAt: review.ratedAt,
  secondSignature: review.secondSignature,
  signOff: review.signOff,
  fellBack: review.fellBack,
  evidence: review.evidence,
});
