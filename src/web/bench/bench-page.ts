// The bench: one article, its statements marked in its text, and the statement at hand beside it.

import { type Editor, may } from '../../core/editor.js';
import type { Event } from '../../core/event.js';
import { callsFor } from '../../core/mention.js';
import { directionOf } from '../../core/report/direction.js';
import type { Review } from '../../core/review.js';
import type { Statement, StoredArticle } from '../../core/store.js';
import { isFinal, isOwnVoiceOpen } from '../../workflow.js';
import { type Encoded, type SafeHtml, slotNamed } from '../render.js';
import type { Web } from '../route.js';
import { laterFate, lostBefore, sinceRated } from '../versions/since-rated.js';
import type { T } from '../words/words.js';
import { addressOf, hrefOf } from './addresses.js';
import { conflictOf } from './conflict.js';
import { type Filter, matches, queryOf } from './filter.js';
import { hintsFor, type ShownHint } from './hints.js';
import { type Drafts, type Fields, fieldsOf, type Refused } from './kept-fields.js';
import { registeredIn } from './known-names.js';
import { likelySpeakers } from './likely-speakers.js';
import { type LoadedArticle, loadArticle } from './loaded-article.js';
import { highlight, type MarkedText, makeText } from './marked-text.js';
import { type ShownNote, threadsOf } from './notes.js';
import { type Panel, panelOf } from './panel.js';
import { type Progress, progressOf } from './progress.js';
import type { Numbered } from './shown-text.js';

export interface BenchModel {
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly publishedOn: string | null;
    readonly url: string | null;
    readonly version: number;
    readonly importedAt: string;
    readonly importedBy: string;
    readonly sourceSha256: string;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
  };
  readonly versions: readonly { readonly id: string; readonly version: number; readonly here: boolean }[];
  /** Statements of the version before this one that could not be carried over. */
  readonly lost: { readonly n: number; readonly href: string } | null;
  readonly standing: {
    readonly supersededBy: string | null;
    readonly published: { readonly at: string; readonly by: string; readonly n: number } | null;
    readonly due: string | null;
    readonly assignedTo: string | null;
    /** Statements that could be published now. */
    readonly final: number;
  };
  readonly people: readonly { readonly id: string; readonly name: string; readonly chosen: boolean }[];
  readonly mayAssign: boolean;
  readonly mayPublish: boolean;
  readonly progress: Progress;
  /** What the text can be narrowed to, as links. */
  readonly chips: SafeHtml;
  /** The whole article in pictures. */
  readonly glance: SafeHtml;
  /** Statements in the publisher's own voice whose attribution nobody has confirmed yet. */
  readonly ownVoice: number;
  readonly text: MarkedText;
  /** Where the text is laid into the page. */
  readonly textSlot: SafeHtml;
  readonly names: Encoded;
  readonly namesSlot: SafeHtml;
  readonly shown: number;
  readonly panel: Panel | null;
  readonly add: { readonly fields: Fields; readonly occurrences: readonly Occurrence[] };
  /** What gives pause, over the whole article. Sums that come out are left to their statements. */
  readonly hints: readonly (ShownHint & { readonly href: string | null })[];
  readonly notes: readonly ShownNote[];
  readonly calls: string;
  readonly view: string;
  readonly requestKey: string;
  readonly done: string | null;
}

/** One place where pasted words stand, with a little of what is around them. */
export interface Occurrence {
  readonly number: number;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export interface BenchRequest {
  readonly articleId: string;
  readonly statementId: string | null;
  readonly filter: Filter;
  /** Whether the page stands at the article's own address. */
  readonly isAtHome: boolean;
  readonly editor: Editor;
  readonly refused: Refused | null;
  readonly occurrences?: readonly Occurrence[];
  readonly done?: string | null;
}

interface Loaded extends LoadedArticle {
  readonly kept: LoadedArticle;
  readonly editors: readonly Editor[];
}

export async function benchPage(web: Web, request: BenchRequest, t: T): Promise<BenchModel> {
  const { store } = web.desk;
  const [kept, editors] = await Promise.all([loadArticle(store, request.articleId), store.editors()]);
  const loaded: Loaded = { ...kept, kept, editors };
  const { article, reviews } = loaded;
  const versions = await store.versions(article.storyId);
  const names = new Map(editors.map((editor) => [editor.id, editor.name]));
  const nameOf = (id: string): string => names.get(id) ?? t('someone');
  const place = placeIn(reviews, request);
  const { at, walk, view } = place;
  const outside = at && !walk.includes(at) ? at : null;
  const { filter, isAtHome } = request;
  const { text, chips, glance, names: known } = makeText(kept, { walk, outside, filter, view, isAtHome }, t);
  const { editor } = request;
  return {
    article: headOf(article, nameOf),
    versions: versions.map((one) => ({ id: one.id, version: one.version, here: one.id === article.id })),
    lost: await lostBefore(store, kept),
    standing: standingOf(loaded, nameOf),
    people: peopleFor(editor, editors, loaded.standing.assignedTo),
    mayAssign: may(editor, 'assign'),
    mayPublish: may(editor, 'publish'),
    progress: progressOf(loaded.summary.counts),
    chips,
    glance,
    ownVoice: reviews.filter(isOwnVoiceOpen).length,
    text: highlight(text, at?.number ?? null),
    textSlot: slotNamed('text'),
    names: known,
    namesSlot: slotNamed('names'),
    shown: walk.length,
    panel: at && (await panelFor(web, request, loaded, { ...place, at, nameOf }, t)),
    add: {
      fields: fieldsOf(request.refused, await draftsOn(web, editor, article.id)),
      occurrences: request.occurrences ?? [],
    },
    hints: hintsFor(kept)
      .filter(({ finding }) => finding !== 'consistent')
      .map((hint) => ({
        ...hint,
        href: hint.about && `${addressOf(article.id, hint.about.id, view)}#n${hint.about.number}`,
      })),
    calls: callsFor(editors, editor.id),
    notes: threadsOf(loaded.standing.notes, readerOf(editor, nameOf), article.text),
    view,
    requestKey: web.desk.newId(),
    done: request.done ?? null,
  };
}

/** The panel alone: the text around it stays as it is on the page that asks. */
export async function panelAlone(web: Web, request: BenchRequest, t: T): Promise<Panel | null> {
  const { store } = web.desk;
  const [kept, editors] = await Promise.all([loadArticle(store, request.articleId), store.editors()]);
  const names = new Map(editors.map((editor) => [editor.id, editor.name]));
  const nameOf = (id: string): string => names.get(id) ?? t('someone');
  const { at, ...place } = placeIn(kept.reviews, request);
  return at && panelFor(web, request, { ...kept, kept, editors }, { ...place, at, nameOf }, t);
}

/** Which statements are walked through, and at which one we are. */
function placeIn(reviews: readonly Review[], request: BenchRequest) {
  const numbered = reviews.map((review, index): Numbered => ({ review, number: index + 1 }));
  const walk = numbered.filter(({ review }) => isShown(review, request.filter));
  const at = hereOf(numbered, walk, request.statementId);
  return { at, walk, view: queryOf(request.filter), total: numbered.length };
}

export const isShown = (review: Review, filter: Filter): boolean =>
  (review.struckOut === null || filter.status === 'struck_out') && matches(review, filter);

/** The statement asked for; else the first one shown that is not rated yet; else the first one shown. */
function hereOf(all: readonly Numbered[], walk: readonly Numbered[], asked: string | null): Numbered | null {
  const named = all.find(({ review }) => review.statementId === asked);
  const open = walk.find(({ review }) => review.rating === 'unchecked');
  return named ?? open ?? walk[0] ?? null;
}

interface Place {
  readonly at: Numbered;
  readonly walk: readonly Numbered[];
  readonly total: number;
  readonly view: string;
  readonly nameOf: (id: string) => string;
}

async function panelFor(web: Web, request: BenchRequest, loaded: Loaded, place: Place, t: T): Promise<Panel> {
  const { store } = web.desk;
  const { at, walk, view, nameOf } = place;
  const { article, kept } = loaded;
  const id = at.review.statementId;
  const digests = at.review.evidence.flatMap(({ fileSha256 }) => fileSha256 ?? []);
  const [statement, events, drafts, files, since, later, likely] = await Promise.all([
    store.statement(id),
    store.statementEvents(id),
    draftsOn(web, request.editor, id),
    store.fileFacts(digests),
    sinceRated(store, at.review, nameOf),
    laterFate(store, kept, id),
    likelySpeakers(web.desk, at.review.provenance),
  ]);
  const href = (one: Numbered | undefined): string | null => (one ? hrefOf(article.id, one, view) : null);
  const after = walk.filter(({ number }) => number > at.number);
  return panelOf({
    article,
    review: at.review,
    statement,
    events,
    number: at.number,
    total: place.total,
    view,
    here: addressOf(article.id, id, view),
    previous: href(walk.findLast(({ number }) => number < at.number)),
    next: href(after[0]),
    origins: registeredIn(kept),
    files,
    editor: request.editor,
    editors: loaded.editors,
    nameOf,
    hints: hintsFor(kept).filter(({ about }) => about?.id === id),
    likely,
    since,
    later,
    refused: request.refused,
    drafts,
    conflict: conflictFor(request, article, statement, events, nameOf, t),
    requestKey: web.desk.newId(),
    t,
  });
}

function conflictFor(
  { refused, editor }: BenchRequest,
  article: StoredArticle,
  statement: Statement,
  events: readonly Event[],
  nameOf: (id: string) => string,
  t: T,
) {
  const seen = Number(refused?.values.version);
  if (refused?.status !== 409 || !Number.isInteger(seen) || seen >= events.length) return null;
  const seesConfidential = may(editor, 'read_confidential');
  return conflictOf(article.text, statement, events, seen, { nameOf, seesConfidential, t });
}

const headOf = (article: StoredArticle, nameOf: (id: string) => string): BenchModel['article'] => ({
  id: article.id,
  title: article.title,
  publisher: article.publisher,
  publishedOn: article.publishedOn,
  url: article.url,
  version: article.version,
  importedAt: article.importedAt,
  importedBy: nameOf(article.importedBy),
  sourceSha256: article.sourceSha256,
  language: article.language,
  direction: directionOf(article.language),
});

function standingOf({ standing, reviews }: Loaded, nameOf: (id: string) => string): BenchModel['standing'] {
  const { published, supersededBy, due, assignedTo } = standing;
  return {
    supersededBy,
    due,
    assignedTo: assignedTo && nameOf(assignedTo),
    published: published && { at: published.at, by: nameOf(published.by), n: published.statements.length },
    final: reviews.filter(isFinal).length,
  };
}

function peopleFor(editor: Editor, editors: readonly Editor[], assignedTo: string | null) {
  const able = editors.filter((other) => may(other, 'review'));
  const choice = may(editor, 'assign') ? able : able.filter((other) => other.id === editor.id);
  return choice.map(({ id, name }) => ({ id, name, chosen: id === assignedTo }));
}

const draftsOn = async (web: Web, { id: who }: Editor, on: string): Promise<Drafts> => ({
  on,
  who,
  kept: await web.desk.store.drafts(who, on),
});

const readerOf = (editor: Editor, nameOf: (id: string) => string) => ({
  id: editor.id,
  seesConfidential: may(editor, 'read_confidential'),
  nameOf,
});
