// From what the desk keeps to what the API answers with.
import type { z } from 'zod';
import type { Review } from '../../core/review.js';
import { phaseOf } from '../../core/review.js';
import { signOffDigest } from '../../core/sign-off.js';
import type { ArticleSummary, Statement, Store, StoredArticle } from '../../core/store.js';
import type { ARTICLE, ARTICLE_SUMMARY, PERSON, STATEMENT } from './shapes.js';

type Person = z.infer<typeof PERSON>;

/** Editor ids into people. */
export type Names = (id: string) => Person;

export async function namesOf(store: Store): Promise<Names> {
  const names = new Map((await store.editors()).map((editor) => [editor.id, editor.name]));
  return (id) => ({ id, name: names.get(id) ?? '' });
}

const ifAny = <Given, Made>(given: Given | null, make: (given: Given) => Made): Made | null =>
  given === null ? null : make(given);

export function statementAnswer(
  review: Review,
  { ordinal, confidence }: Pick<Statement, 'ordinal' | 'confidence'>,
  names: Names,
): z.input<typeof STATEMENT> {
  const { provenance, signOff } = review;
  const { speaker } = provenance;
  return {
    id: review.statementId,
    article_id: review.articleId,
    ordinal,
    version: review.version,
    phase: phaseOf(review),
    words: review.words,
    kind: review.kind,
    content: [...review.content],
    cue: [...review.cue],
    source: [...review.source],
    speaker: {
      name: speaker.name,
      type: speaker.type,
      role: speaker.role,
      affiliation: speaker.affiliation,
      speaker_id: speaker.speakerId ?? null,
      anonymity: speaker.anonymity ?? null,
    },
    via: [...provenance.via],
    channel: provenance.channel,
    said_on: provenance.saidOn,
    polarity: review.polarity,
    checkable: review.checkable,
    confidence,
    attribution: review.attribution,
    attribution_reason: review.attributionReason,
    attributed_by: ifAny(review.attributedBy, names),
    rating: review.rating,
    reason: review.reason,
    rated_by: ifAny(review.ratedBy, names),
    rated_at: review.ratedAt,
    second_signature: review.secondSignature,
    sign_off: ifAny(signOff, ({ by, at, digest }) => ({ by: names(by), at, digest })),
    sign_off_digest: signOffDigest(review),
    fell_back: review.fellBack,
    evidence: review.evidence.map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      archive_url: item.archiveUrl,
      file_sha256: item.fileSha256,
      stance: item.stance,
      origin: { name: item.origin.name, speaker_id: item.origin.speakerId },
      method: item.method,
      reliability: item.reliability,
      credibility: item.credibility,
      collected_by: names(item.collectedBy),
      collected_at: item.collectedAt,
      withdrawn: ifAny(item.withdrawn, ({ by, at, reason }) => ({ by: names(by), at, reason })),
    })),
    notes: review.notes
      .filter((note) => !note.confidential && !note.withdrawn)
      .map(({ id, replyTo, by, at, body, resolved }) => ({
        id,
        reply_to: replyTo,
        by: names(by),
        at,
        body,
        resolved,
      })),
    assigned_to: ifAny(review.assignedTo, names),
    struck_out: ifAny(review.struckOut, ({ by, at, reason }) => ({ by: names(by), at, reason })),
    changed_at: review.changedAt,
  };
}

export const summaryAnswer = (summary: ArticleSummary, names: Names): z.input<typeof ARTICLE_SUMMARY> => ({
  id: summary.id,
  story_id: summary.storyId,
  version: summary.version,
  title: summary.title,
  publisher: summary.publisher,
  published_on: summary.publishedOn,
  imported_at: summary.importedAt,
  imported_by: names(summary.importedBy),
  superseded: summary.superseded,
  assigned_to: ifAny(summary.assignedTo, names),
  due: summary.due,
  published_at: summary.publishedAt,
  changed_at: summary.changedAt,
  counts: {
    total: summary.counts.total,
    by_phase: summary.counts.byPhase,
    by_rating: summary.counts.byRating,
  },
});

export const articleAnswer = (
  article: StoredArticle,
  summary: ArticleSummary,
  supersededBy: string | null,
  names: Names,
): z.input<typeof ARTICLE> => ({
  ...summaryAnswer(summary, names),
  text: article.text,
  text_sha256: article.textSha256,
  blocks: article.blocks.map(({ kind, start, end, setAside }) => ({ kind, start, end, set_aside: setAside })),
  url: article.url,
  language: article.language,
  supersedes: article.supersedes,
  superseded_by: supersededBy,
  source_sha256: article.sourceSha256,
});
