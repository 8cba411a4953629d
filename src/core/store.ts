// What the desk keeps and finds again. Each method is one whole transaction; every store passes one contract suite.
import type { AccountStore } from './account-store.js';
import type { Article } from './article.js';
import type { ArticleReview } from './article-review.js';
import type { DraftStore } from './draft-store.js';
import type { Duplicate } from './duplicates/duplicate-of.js';
import type { Editor, Role } from './editor.js';
import type { Event } from './event.js';
import type { Draft, Head } from './log.js';
import type { MentionStore } from './mention.js';
import type { Rating } from './rating.js';
import type { Phase, Review } from './review.js';
import type { Hit, SearchFilter } from './search.js';
import type { SpeakerEntry, SpeakerStore } from './speakers/speaker-store.js';
import type { ExtractedStatement } from './statement.js';
import type { TokenStore } from './token-store.js';
import type { WebhookStore } from './webhook-store.js';
import type { Outlet } from './wire.js';

/** A statement as kept: what was extracted or added, never changed; corrections are events. */
export interface Statement extends Omit<ExtractedStatement, 'within'> {
  readonly id: string;
  readonly articleId: string;
  readonly ordinal: number;
  readonly origin: 'extracted' | 'added';
  readonly engine: string | null;
  readonly addedBy: string | null;
  readonly withinId: string | null;
}

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly addedAt: string;
}

/** What is known of a kept file without reading it. */
export type KeptFile = Pick<StoredFile, 'size' | 'mediaType'>;

export interface StoredArticle extends Article {
  /** The id of the first version; all versions of one story share it. */
  readonly storyId: string;
  readonly textSha256: string;
}

export interface Counts {
  readonly total: number;
  readonly byPhase: Readonly<Partial<Record<Phase, number>>>;
  /** Of the statements that were not struck out. */
  readonly byRating: Readonly<Partial<Record<Rating, number>>>;
}

export interface ArticleSummary {
  readonly id: string;
  readonly storyId: string;
  readonly version: number;
  readonly title: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly superseded: boolean;
  readonly assignedTo: string | null;
  readonly due: string | null;
  readonly publishedAt: string | null;
  readonly changedAt: string;
  readonly counts: Counts;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Pass it back as `after` for the next page; null on the last one. */
  readonly next: string | null;
}

export interface QueueFilter {
  readonly phase?: Phase;
  readonly assignedTo?: string;
  /** True for what nobody has taken. */
  readonly nobodys?: true;
  /** ISO-8601 UTC: only what has not changed since. */
  readonly unchangedSince?: string;
  readonly articleId?: string;
  readonly speakerId?: string;
  readonly checkable?: boolean;
  readonly after?: string;
  readonly limit?: number;
}

export interface QueueRow {
  readonly review: Review;
  readonly articleTitle: string;
  readonly ordinal: number;
}

export interface QueueCount {
  readonly phase: Phase;
  readonly assignedTo: string | null;
  readonly n: number;
}

/** One act to record: the store applies it, chains it and writes what it changed, or nothing at all. */
export interface Entry {
  readonly draft: Draft;
  /** The review's version the editor saw; null where the act does not depend on it. */
  readonly seen: number | null;
  /** For `statement_added` and `carried_over` onto a new row: the statement to insert first. */
  readonly statement?: Statement;
  /** What the act adds to the registry of speakers; nothing where it is refused. */
  readonly speakers?: readonly SpeakerEntry[];
}

/** A client's name for its request, so that a form posted twice applies once. */
export interface RequestKey {
  readonly editorId: string;
  readonly key: string;
}

export interface Recorded {
  readonly events: readonly Event[];
  /** True where this request was recorded before: nothing new was written. */
  readonly repeated: boolean;
}

export interface NewArticle {
  readonly article: StoredArticle;
  readonly original: StoredFile;
  readonly statements: readonly Statement[];
  /** `imported` first, then whatever follows from it (`carried_over`, …). */
  readonly entries: readonly Entry[];
  /** Kept once, however often the form is posted. */
  readonly request?: RequestKey;
  /** New entries of the registry that the statements link to. */
  readonly speakers?: readonly SpeakerEntry[];
  /** For a newer version: what is recorded on the article it supersedes. */
  readonly onSuperseded?: Entry;
}

export interface NewReport {
  readonly id: string;
  readonly articleId: string;
  readonly format: string;
  readonly head: Head;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly issuedAt: string;
  readonly issuedBy: string;
}

export type ReportSummary = Omit<NewReport, 'bytes'>;

/** An editor with the hash their password is checked against. */
export interface Account extends Editor {
  readonly passwordHash: string | null;
  readonly createdAt: string;
}

export interface Mismatch {
  readonly statementId: string;
  readonly message: string;
}

/** An article with what was done on it as a whole, as it stands at one moment. */
export interface ArticleRecord {
  readonly article: StoredArticle;
  readonly articleReview: ArticleReview;
  /** The acts on the article as a whole, in order. */
  readonly events: readonly Event[];
  readonly head: Head;
  /** When the event at the head was recorded. */
  readonly lastChangeAt: string;
}

/** A statement with everything done on it, up to one event of its article. */
export interface StatementRecord {
  readonly statement: Statement;
  readonly review: Review;
  readonly events: readonly Event[];
}

export interface ArticleStore {
  /** The id of the article kept: an earlier one where this request was answered before. */
  addArticle(entry: NewArticle): Promise<string>;
  /** All of them in one transaction, or none. */
  addArticles(entries: readonly NewArticle[]): Promise<void>;
  /** Throws not_found. */
  article(id: string): Promise<StoredArticle>;
  articleSummary(id: string): Promise<ArticleSummary>;
  /** Newest change first; superseded versions only when asked for. */
  articles(filter: {
    after?: string;
    limit?: number;
    superseded?: boolean;
    published?: boolean;
  }): Promise<Page<ArticleSummary>>;
  findArticle(by: { sourceSha256: string } | { textSha256: string }): Promise<ArticleSummary | undefined>;
  /** Texts the desk has that this one is like, the most alike first. */
  alikeArticles(
    text: string,
  ): Promise<readonly { readonly article: ArticleSummary; readonly how: Duplicate }[]>;
  versions(storyId: string): Promise<readonly ArticleSummary[]>;
  /** All articles that are this one's text under other mastheads, itself among them; where the text came from first. */
  wireOf(articleId: string): Promise<readonly Outlet[]>;
  /** The newest article kept under one of these addresses. */
  findArticleAt(urls: readonly string[]): Promise<ArticleSummary | undefined>;
  articleIds(): Promise<readonly string[]>;
  statements(articleId: string): Promise<readonly Statement[]>;
  /** Throws not_found. */
  statement(id: string): Promise<Statement>;
}

export interface ReviewStore {
  /** Throws not_found. */
  review(statementId: string): Promise<Review>;
  /** In the article's order. */
  reviews(articleId: string): Promise<readonly Review[]>;
  articleReview(articleId: string): Promise<ArticleReview>;
  /** Throws not_found. */
  articleRecord(articleId: string): Promise<ArticleRecord>;
  /** In the article's order, as they stood at event `upTo`: page after page tells of that one moment, whoever acts meanwhile. */
  statementRecords(
    articleId: string,
    options: { upTo: number; after?: string; limit: number },
  ): Promise<Page<StatementRecord>>;
  /** Applies, chains and writes the entries in one transaction. A stale `seen` throws conflict; nothing is written then. */
  record(entries: readonly Entry[], request?: RequestKey): Promise<Recorded>;
  queue(filter: QueueFilter): Promise<Page<QueueRow>>;
  queueCounts(): Promise<readonly QueueCount[]>;
  /** Compares every stored review with its events replayed; `repair` writes the replayed ones. */
  replay(options: { repair: boolean }): Promise<{ checked: number; mismatches: readonly Mismatch[] }>;
}

export interface LogStore {
  head(articleId: string): Promise<Head>;
  events(articleId: string): Promise<readonly Event[]>;
  statementEvents(statementId: string): Promise<readonly Event[]>;
  /** Newest first, over all articles. */
  recentEvents(options: { limit: number; before?: string }): Promise<Page<Event>>;
}

/** A page that was fetched by its address: what was asked, what answered, when. */
export interface Fetch {
  readonly id: string;
  readonly sha256: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetchedAt: string;
  readonly fetchedBy: string;
}

export interface FileStore {
  /** Keeping the same bytes twice is no error. */
  addFile(file: StoredFile): Promise<void>;
  /** Throws not_found. */
  file(sha256: string): Promise<StoredFile>;
  /** Those of them that are kept. */
  fileFacts(sha256s: readonly string[]): Promise<ReadonlyMap<string, KeptFile>>;
  /** Keeps a fetched page and how it was fetched. */
  addFetch(fetch: Fetch, file: StoredFile): Promise<void>;
  /** How a kept file was fetched, newest first; empty for what was uploaded or pasted. */
  fetches(sha256: string): Promise<readonly Fetch[]>;
}

export interface ReportStore {
  /**
   * Keeps a report and records on its article, and on the others it is about, that it was issued. The id of the report
   * kept: an earlier one where this request was answered before.
   */
  addReport(
    report: NewReport,
    entry: Entry,
    more?: { readonly others?: readonly Entry[]; readonly request?: RequestKey },
  ): Promise<string>;
  report(id: string): Promise<NewReport>;
  reports(articleId: string): Promise<readonly ReportSummary[]>;
}

export interface PeopleStore {
  addEditor(account: Account): Promise<void>;
  changeEditor(
    id: string,
    change: Partial<{ name: string; role: Role; passwordHash: string | null; disabledAt: string | null }>,
  ): Promise<void>;
  editors(): Promise<readonly Editor[]>;
  /** Throws not_found. */
  editor(id: string): Promise<Editor>;
  findAccount(login: string): Promise<Account | undefined>;
}

export interface Settings {
  readonly deskName: string;
  /** False on a desk of one: a rating then stands without a second signature, and every report says so. */
  readonly secondSignature: boolean;
  /** True where anyone may read what is published, without an account. */
  readonly publicReading: boolean;
  /** True where every account must use a second factor to sign in. */
  readonly secondFactor: boolean;
}

export interface SearchStore {
  /** Best first, at most `limit`; a word on its own finds everything that begins with it while it is the last one. */
  search(typed: string, filter: SearchFilter, limit: number): Promise<readonly Hit[]>;
}

export interface SettingsStore {
  settings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<void>;
}

export interface Store
  extends ArticleStore,
    ReviewStore,
    LogStore,
    FileStore,
    ReportStore,
    PeopleStore,
    AccountStore,
    SettingsStore,
    SearchStore,
    SpeakerStore,
    MentionStore,
    DraftStore,
    TokenStore,
    WebhookStore {
  /** Writes a whole copy of the database to `path` while others go on working. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
