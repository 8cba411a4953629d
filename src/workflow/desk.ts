// What every act shares: the desk it happens on, who may do it, and how it is recorded.
import type { Block } from '../core/article.js';
import type { Comparer } from '../core/compare-versions.js';
import { type Editor, may, type Permission } from '../core/editor.js';
import { forbidden, invalid } from '../core/errors.js';
import type { Act, ArticleAct, StatementAct } from '../core/event.js';
import type { Draft } from '../core/log.js';
import type { SpeakerEntry } from '../core/speakers/speaker-store.js';
import type { ExtractedStatement } from '../core/statement.js';
import type { Recorded, Store } from '../core/store.js';
import type { ImportedDocument } from '../importers/document.js';
import type { FeedList } from '../importers/feed.js';
import type { FetchedPage } from '../importers/fetch-page.js';
import type { DocumentInput } from '../importers/read-document.js';

/** What an act needs besides the editor: the store, and what core may not have. */
export interface Desk {
  readonly store: Store;
  /** Article in, statements out; with the engine's name and version, as kept with each statement. */
  readonly extract: (article: {
    text: string;
    blocks: readonly Block[];
    publishedOn: string | null;
    publisher: string | null;
  }) => Promise<readonly ExtractedStatement[]>;
  readonly engine: string;
  /** Reads a document; a served desk does it in a thread. `readDocument` unless something else is given. */
  readonly read?: (input: DocumentInput) => Promise<ImportedDocument>;
  /** Reads a feed into the list of what it holds; in a thread, as `read` does. */
  readonly readFeed?: (input: DocumentInput) => Promise<FeedList>;
  /** Compares two versions; a served desk does it in a thread. Here and now unless something else is given. */
  readonly compare?: Comparer;
  /** Fetches a page by its address, where the desk allows it. */
  readonly fetch?: (url: string) => Promise<FetchedPage>;
  /** True where webhooks may lead to addresses of the desk's own network. */
  readonly webhooksInside?: boolean;
  /** `https://desk.example`: where others reach the desk. Without it links follow the address a request came to. */
  readonly publicUrl?: string;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  /** UUIDv7. */
  readonly newId: () => string;
  /** 128 random bits or more, as text. */
  readonly newSalt: () => string;
}

/** What a form carries: the version its reader saw and a key that makes a second post harmless. */
export interface Seen {
  readonly version: number;
  readonly requestKey?: string;
}

export function permit(editor: Editor, permission: Permission): void {
  if (!may(editor, permission)) throw forbidden('Your account may not do this. Ask a lead of the desk.');
}

/** Work is handed to somebody who can do it: an account that is there, not disabled, and may review. */
export async function mayTake(desk: Desk, to: string | null): Promise<void> {
  if (to !== null && !may(await desk.store.editor(to), 'review'))
    throw invalid('That account cannot take this: it is disabled or only reads. Choose somebody else.', 'to');
}

export async function onStatement(
  desk: Desk,
  editor: Editor,
  statementId: string,
  seen: Seen,
  act: StatementAct,
  speakers: readonly SpeakerEntry[] = [],
): Promise<Recorded> {
  permit(editor, 'review');
  const { articleId } = await desk.store.review(statementId);
  const draft = draftOf(desk, editor, articleId, statementId, act);
  return desk.store.record([{ draft, seen: seen.version, speakers }], requestFor(editor, seen.requestKey));
}

export async function onArticle(
  desk: Desk,
  editor: Editor,
  articleId: string,
  act: ArticleAct,
  requestKey?: string,
): Promise<Recorded> {
  const draft = draftOf(desk, editor, articleId, null, act);
  return desk.store.record([{ draft, seen: null }], requestFor(editor, requestKey));
}

export function draftOf(
  desk: Desk,
  editor: Editor,
  articleId: string,
  statementId: string | null,
  act: Act,
): Draft {
  return {
    ...act,
    id: desk.newId(),
    articleId,
    statementId,
    at: desk.now(),
    by: editor.id,
    confidential: act.kind === 'identity_recorded',
    salt: desk.newSalt(),
  };
}

export const requestFor = (editor: Editor, key: string | undefined) =>
  key ? { editorId: editor.id, key } : undefined;
