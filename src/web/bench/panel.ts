// The statement at hand, in the order an editor asks: the words, who said it, what gives pause, does it hold, on what grounds.
import { type Editor, may } from '../../core/editor.js';
import type { Event } from '../../core/event.js';
import { type Evidence, restsOnSpeaker, sameStory, standing } from '../../core/evidence.js';
import { missingFor } from '../../core/gates.js';
import { callsFor } from '../../core/mention.js';
import { takesBack } from '../../core/opposite.js';
import { RATINGS, type Rating } from '../../core/rating.js';
import { openEvents } from '../../core/report/withheld.js';
import type { Review } from '../../core/review.js';
import { signOffDigest } from '../../core/sign-off.js';
import { exact } from '../../core/span.js';
import type { KeptFile, Statement, StoredArticle } from '../../core/store.js';
import { sentenceFor } from '../event-sentence.js';
import { stopOf } from '../pictures.js';
import type { SafeHtml } from '../render.js';
import type { Later, SinceRated } from '../versions/since-rated.js';
import type { T } from '../words/words.js';
import type { Conflict } from './conflict.js';
import type { ShownHint } from './hints.js';
import { type Drafts, type Fields, fieldsOf, type Refused } from './kept-fields.js';
import type { RegisteredName } from './known-names.js';
import type { LikelySpeaker } from './likely-speakers.js';
import { type ShownNote, threadsOf } from './notes.js';
import { chainOf, type Link, type Status, statusOf } from './statement-line.js';

export interface RatingChoice extends Status {
  readonly key: number;
  readonly chosen: boolean;
  /** What it still lacks, in sentences; empty when nothing. */
  readonly missing: string;
  readonly needsWords: boolean;
  /** True where no words of reason would be enough. */
  readonly blocked: boolean;
}

export interface ShownEvidence {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly archiveUrl: string | null;
  readonly fileSha256: string | null;
  readonly stance: string;
  readonly origin: string;
  readonly originId: string | null;
  readonly speakersOwn: boolean;
  /** Titles of the items it is counted as one with. */
  readonly sameAs: readonly string[];
  /** Items it could be the same story as. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
  /** What the kept file is, where there is one. */
  readonly file: KeptFile | null;
  readonly method: string | null;
  readonly reliability: string;
  readonly credibility: number;
  readonly by: string;
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly reason: string } | null;
}

export type Signing =
  | { readonly state: 'none' }
  | { readonly state: 'own' | 'yours'; readonly by: string }
  | { readonly state: 'signed'; readonly by: string; readonly at: string }
  | { readonly state: 'alone' };

export interface Panel {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly total: number;
  readonly version: number;
  readonly requestKey: string;
  /** The bench's filter, carried through every form. */
  readonly view: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly here: string;
  readonly kind: Review['kind'];
  readonly words: string;
  readonly status: Status;
  readonly chain: readonly (Link & { readonly mark: SafeHtml })[];
  /** Whom to choose from where it is not certain who spoke. */
  readonly likely: readonly LikelySpeaker[];
  readonly provenance: Review['provenance'];
  readonly attribution: Review['attribution'];
  readonly attributionReason: string | null;
  readonly attributedBy: string | null;
  readonly foundBy: string;
  readonly identity: string | null;
  readonly hints: readonly ShownHint[];
  readonly fellBack: string | null;
  /** What it brought along from the version before this one, and what became of it in the one after. */
  readonly since: SinceRated | null;
  readonly later: Later | null;
  readonly struckOut: { readonly by: string; readonly reason: string } | null;
  readonly choices: readonly RatingChoice[];
  /** What every rating lacks, said once. */
  readonly missingForAll: string;
  readonly reason: string;
  readonly ratedBy: string | null;
  readonly signing: Signing;
  readonly digest: string;
  readonly evidence: readonly ShownEvidence[];
  /** Entries of the registry that evidence here is likely to rest on. */
  readonly origins: readonly RegisteredName[];
  readonly notes: readonly ShownNote[];
  readonly calls: string;
  readonly history: readonly { readonly at: string; readonly sentence: string }[];
  readonly checkable: boolean;
  readonly polarity: Review['polarity'];
  readonly pieces: string;
  readonly sourcePiece: string;
  readonly cuePiece: string;
  readonly assignedTo: string | null;
  readonly assignable: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
  readonly undoable: boolean;
  readonly fields: Fields;
  readonly conflict: Conflict | null;
}

export interface PanelInput {
  readonly article: StoredArticle;
  readonly review: Review;
  readonly statement: Statement;
  readonly events: readonly Event[];
  readonly number: number;
  readonly total: number;
  readonly view: string;
  readonly here: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly origins: readonly RegisteredName[];
  readonly files: ReadonlyMap<string, KeptFile>;
  readonly editor: Editor;
  readonly editors: readonly Editor[];
  readonly nameOf: (id: string) => string;
  readonly hints: readonly ShownHint[];
  readonly likely: readonly LikelySpeaker[];
  readonly since: SinceRated | null;
  readonly later: Later | null;
  readonly refused: Refused | null;
  readonly drafts: Drafts;
  readonly conflict: Conflict | null;
  readonly requestKey: string;
  readonly t: T;
}

export function panelOf(input: PanelInput): Panel {
  const { article, review, statement, editor, nameOf, t } = input;
  const cues = review.cue.map((span) => exact(article.text, span));
  const lines = (spans: Review['content']): string =>
    spans.map((span) => exact(article.text, span)).join('\n');
  const seesConfidential = may(editor, 'read_confidential');
  const told = seesConfidential ? input.events : openEvents(input.events, review.notes);
  return {
    id: review.statementId,
    articleId: article.id,
    number: input.number,
    total: input.total,
    version: review.version,
    requestKey: input.requestKey,
    view: input.view,
    previous: input.previous,
    next: input.next,
    here: input.here,
    kind: review.kind,
    words: review.words,
    status: statusOf(review.rating),
    chain: chainOf(review.provenance, cues, article.publisher, t).map((link, index, all) => ({
      ...link,
      mark: stopOf(index, all.length),
    })),
    provenance: review.provenance,
    attribution: review.attribution,
    attributionReason: review.attributionReason,
    attributedBy: review.attributedBy && nameOf(review.attributedBy),
    foundBy: foundBy(statement, nameOf, t),
    identity: seesConfidential ? review.identity : null,
    likely: input.likely,
    hints: input.hints,
    fellBack: review.fellBack?.because ?? null,
    since: input.since,
    later: input.later,
    struckOut: review.struckOut && { by: nameOf(review.struckOut.by), reason: review.struckOut.reason },
    ...choicesOf(review),
    reason: review.reason,
    ratedBy: review.ratedBy && nameOf(review.ratedBy),
    signing: signingOf(review, editor, nameOf),
    digest: signOffDigest(review),
    evidence: review.evidence.map((item) => shownEvidence(item, input)),
    origins: input.origins,
    calls: callsFor(input.editors, editor.id),
    notes: threadsOf(review.notes, { id: editor.id, seesConfidential, nameOf }),
    history: told.map((event) => ({ at: event.at, sentence: sentenceFor(event, nameOf) })).reverse(),
    checkable: review.checkable,
    polarity: review.polarity,
    pieces: lines(review.content),
    sourcePiece: lines(review.source),
    cuePiece: lines(review.cue),
    assignedTo: review.assignedTo && nameOf(review.assignedTo),
    assignable: assignableBy(editor, input.editors, review.assignedTo),
    undoable: takesBack(statement, article.text, input.events, editor.id).length > 0,
    fields: fieldsOf(input.refused, input.drafts),
    conflict: input.conflict,
  };
}

function shownEvidence(item: Evidence, { review, files, nameOf }: PanelInput): ShownEvidence {
  const { evidence, provenance } = review;
  const story = item.withdrawn ? [item] : sameStory(evidence, item);
  return {
    ...item,
    origin: item.origin.name,
    originId: item.origin.speakerId,
    speakersOwn: restsOnSpeaker(evidence, item, provenance.speaker),
    sameAs: story.filter(({ id }) => id !== item.id).map(({ title }) => title),
    others: standing(evidence).filter((other) => !story.includes(other)),
    file: item.fileSha256 === null ? null : (files.get(item.fileSha256) ?? null),
    by: nameOf(item.collectedBy),
    at: item.collectedAt,
    withdrawn: item.withdrawn && { by: nameOf(item.withdrawn.by), reason: item.withdrawn.reason },
  };
}

const foundBy = (statement: Statement, nameOf: (id: string) => string, t: T): string =>
  statement.addedBy
    ? t('panel.added_by', { name: nameOf(statement.addedBy) })
    : t('panel.found', { confidence: statement.confidence.toFixed(2) });

function assignableBy(editor: Editor, editors: readonly Editor[], assignedTo: string | null) {
  const others = may(editor, 'assign') ? editors : editors.filter((other) => other.id === editor.id);
  return others
    .filter((other) => may(other, 'review'))
    .map(({ id, name }) => ({ id, name, chosen: id === assignedTo }));
}

/** Ratings whose gate asks for the reason in words. */
const NEEDS_WORDS: ReadonlySet<Rating> = new Set(['misleading', 'unverifiable', 'not_checkable']);

/** Written over a missing reason, to ask the gate what is lacking besides the words. */
const SOME_WORDS = '…';

function choicesOf(review: Review): Pick<Panel, 'choices' | 'missingForAll'> {
  const lacking = RATINGS.map((rating) => missingFor(review, rating, review.reason));
  const rated = lacking.slice(0, -1);
  const shared = (rated[0] ?? []).filter((sentence) => rated.every((others) => others.includes(sentence)));
  return {
    missingForAll: shared.join(' '),
    choices: RATINGS.map((rating, index) => ({
      ...statusOf(rating),
      key: index + 1,
      chosen: review.rating === rating,
      missing: (lacking[index] ?? []).filter((sentence) => !shared.includes(sentence)).join(' '),
      needsWords: NEEDS_WORDS.has(rating),
      blocked: missingFor(review, rating, SOME_WORDS).length > 0,
    })),
  };
}

function signingOf(review: Review, editor: Editor, nameOf: (id: string) => string): Signing {
  if (review.rating === 'unchecked' || review.struckOut) return { state: 'none' };
  if (review.signOff) return { state: 'signed', by: nameOf(review.signOff.by), at: review.signOff.at };
  if (!review.secondSignature) return { state: 'alone' };
  const by = review.ratedBy ? nameOf(review.ratedBy) : '';
  return review.ratedBy === editor.id ? { state: 'own', by } : { state: 'yours', by };
}
