// The embedded store: every method of `Store` as one SQLite transaction.
import type { Database } from 'better-sqlite3';
import type { Entry, Fetch, NewArticle, NewReport, RequestKey, Store, StoredFile } from '../core/store.js';
import { accountTables } from './accounts.js';
import { articleTables } from './articles.js';
import { draftTable } from './drafts.js';
import { duplicateTables } from './duplicates.js';
import { fileTables } from './files.js';
import { logTable } from './log.js';
import { mentionTable } from './mentions.js';
import { peopleTables } from './people.js';
import { keyTaken, recorder } from './record.js';
import { recordReader } from './records.js';
import { replayer } from './replay.js';
import { type ReviewTables, reviewTables } from './reviews.js';
import { type SearchTables, searchTables } from './search.js';
import { speakerTables } from './speakers.js';
import { summaryQueries } from './summaries.js';
import { tokenTable } from './tokens.js';
import { webhookTables } from './webhooks.js';
import { wireQueries } from './wire.js';

/** A store over an opened, migrated database; it closes the database when closed. */
export function sqliteStore(db: Database): Store {
  const articles = articleTables(db);
  const search = searchTables(db);
  const duplicates = duplicateTables(db);
  const reviews = withIndex(reviewTables(db, articles), search);
  const log = logTable(db);
  const files = fileTables(db);
  const people = peopleTables(db);
  const accounts = accountTables(db);
  const drafts = draftTable(db);
  const tokens = tokenTable(db);
  const mentions = mentionTable(db);
  const speakers = speakerTables(db, reviews);
  const summaries = summaryQueries(db, reviews);
  const wire = wireQueries(db, summaries.articleSummary);
  const webhooks = webhookTables(db, articles, reviews);
  const { apply, answered, answer, record } = recorder(
    db,
    articles,
    reviews,
    log,
    mentions,
    webhooks,
    speakers.keepSpeakers,
  );
  const replay = replayer(db, articles, reviews, log, mentions);
  const records = recordReader(db, articles, reviews, log);

  /** The id it has already, where the request was answered before. */
  function write(entry: NewArticle): string | undefined {
    const { article, request } = entry;
    const before = request && answered(request);
    if (typeof before === 'string') return before;
    if (before !== undefined) throw keyTaken();
    if (entry.speakers?.length) speakers.keepSpeakers(entry.speakers);
    files.addFile(entry.original);
    articles.insertArticle(article);
    duplicates.put(article.id, article.text);
    for (const statement of entry.statements) articles.insertStatement(statement);
    reviews.addReviews(article);
    return undefined;
  }

  function follow({ article, entries, onSuperseded, request }: NewArticle): void {
    for (const act of entries) apply(act);
    if (onSuperseded) apply(onSuperseded);
    if (request) answer(request, article.importedAt, article.id);
  }

  const addArticles = db.transaction((entries: readonly NewArticle[]): string[] => {
    const before = entries.map(write);
    // The index last, and at one go: it is flushed whenever rows of a guarded table follow.
    for (const [index, { article, statements }] of entries.entries())
      if (before[index] === undefined) search.addArticle(article, statements);
    return entries.map((entry, index) => {
      const known = before[index];
      if (known !== undefined) return known;
      follow(entry);
      return entry.article.id;
    });
  });

  const addFetch = db.transaction((fetch: Fetch, file: StoredFile): void => {
    files.addFile(file);
    files.insertFetch(fetch);
  });

  const addReport = db.transaction(
    (report: NewReport, entries: readonly Entry[], request: RequestKey | undefined): string => {
      const before = request && answered(request);
      if (typeof before === 'string') return before;
      files.insertReport(report);
      for (const entry of entries) apply(entry);
      if (request) answer(request, report.issuedAt, report.id);
      return report.id;
    },
  );

  const changeSettings = db.transaction(people.changeSettings);

  return {
    addArticle: async (entry) => addArticles.immediate([entry])[0] ?? entry.article.id,
    addArticles: async (entries) => {
      addArticles.immediate(entries);
    },
    article: async (id) => articles.article(id),
    articleSummary: async (id) => summaries.articleSummary(id),
    articles: async (filter) => summaries.articles(filter),
    findArticle: async (by) => summaries.findArticle(by),
    alikeArticles: async (text) =>
      duplicates
        .alike(text)
        .map(({ articleId, how }) => ({ article: summaries.articleSummary(articleId), how })),
    versions: async (storyId) => summaries.versions(storyId),
    wireOf: async (articleId) => wire.wireOf(articleId),
    findArticleAt: async (urls) => wire.articleAt(urls),
    articleIds: async () => articles.articleIds(),
    statements: async (articleId) => articles.statements(articleId),
    statement: async (id) => articles.statement(id),

    review: async (statementId) => reviews.review(statementId),
    reviews: async (articleId) => reviews.reviews(articleId),
    articleReview: async (articleId) => reviews.articleReview(articleId),
    articleRecord: async (articleId) => records.articleRecord(articleId),
    statementRecords: async (articleId, options) => records.statementRecords(articleId, options),
    record: async (entries, request) => record(entries, request),
    queue: async (filter) => reviews.queue(filter),
    queueCounts: async () => reviews.queueCounts(),
    replay: async (options) => replay(options),

    head: async (articleId) => log.head(articleId),
    events: async (articleId) => log.events(articleId),
    statementEvents: async (statementId) => log.statementEvents(statementId),
    recentEvents: async (options) => log.recentEvents(options),

    addFile: async (file) => files.addFile(file),
    file: async (sha256) => files.file(sha256),
    fileFacts: async (sha256s) => files.fileFacts(sha256s),
    addFetch: async (fetch, file) => addFetch.immediate(fetch, file),
    fetches: async (sha256) => files.fetches(sha256),
    addReport: async (report, entry, { others = [], request } = {}) =>
      addReport.immediate(report, [entry, ...others], request),
    report: async (id) => files.report(id),
    reports: async (articleId) => files.reports(articleId),

    addEditor: async (account) => people.addEditor(account),
    changeEditor: async (id, change) => people.changeEditor(id, change),
    editors: async () => people.editors(),
    editor: async (id) => people.editor(id),
    findAccount: async (login) => people.findAccount(login),
    settings: async () => people.settings(),
    changeSettings: async (change) => changeSettings.immediate(change),

    addSession: async (session) => accounts.addSession(session),
    findSession: async (tokenDigest) => accounts.findSession(tokenDigest),
    touchSession: async (id, at) => accounts.touchSession(id, at),
    sessions: async (editorId) => accounts.sessions(editorId),
    endSession: async (id) => accounts.endSession(id),
    endSessions: async (editorId, except) => accounts.endSessions(editorId, except),
    addCode: async (code) => accounts.addCode(code),
    voidCodes: async (editorId, at) => accounts.voidCodes(editorId, at),
    findCode: async (digest, at, take) => accounts.findCode(digest, at, take),
    tries: async (key) => accounts.tries(key),
    addTry: async (key, at) => accounts.addTry(key, at),
    clearTries: async (key) => accounts.clearTries(key),
    secondFactor: async (editorId) => accounts.secondFactor(editorId),
    putSecondFactor: async (editorId, factor) => accounts.putSecondFactor(editorId, factor),
    useStep: async (editorId, step) => accounts.useStep(editorId, step),

    saveDraft: async (editorId, draft, requestKey) => drafts.saveDraft(editorId, draft, requestKey),
    drafts: async (editorId, on) => drafts.drafts(editorId, on),
    clearDraft: async (editorId, key) => drafts.clearDraft(editorId, key),

    addToken: async (token) => tokens.addToken(token),
    findToken: async (digest) => tokens.findToken(digest),
    touchToken: async (id, at) => tokens.touchToken(id, at),
    tokens: async (editorId) => tokens.tokens(editorId),
    revokeToken: async (editorId, id) => tokens.revokeToken(editorId, id),
    revokeTokens: async (editorId) => tokens.revokeTokens(editorId),

    mentions: async (editorId, limit) => mentions.mentions(editorId, limit),
    readMention: async (editorId, noteId, at) => mentions.readMention(editorId, noteId, at),

    speaker: async (id) => speakers.speaker(id),
    speakers: async (filter) => speakers.speakers(filter),
    findSpeakers: async (keys) => speakers.findSpeakers(keys),
    recordSpeaker: async (acts) => speakers.recordSpeaker(acts),
    speakerEvents: async (id) => speakers.speakerEvents(id),
    speakerActs: async () => speakers.speakerActs(),
    mergedSpeakers: async (id) => speakers.mergedSpeakers(id),
    speakerCounts: async (id) => speakers.speakerCounts(id),
    spoken: async (id, filter) => speakers.spoken(id, filter),

    addWebhook: async (webhook) => webhooks.addWebhook(webhook),
    webhook: async (id) => webhooks.webhook(id),
    webhooks: async () => webhooks.webhooks(),
    switchWebhook: async (id, disabledAt) => webhooks.switchWebhook(id, disabledAt),
    addDelivery: async (delivery) => webhooks.addDelivery(delivery),
    deliveries: async (webhookId, options) => webhooks.deliveries(webhookId, options),
    takeDeliveries: async (at, until, options) => webhooks.takeDeliveries(at, until, options),
    recordTry: async (delivery, tried) => webhooks.recordTry(delivery, tried),
    forgetDeliveries: async (before) => webhooks.forgetDeliveries(before),

    search: async (typed, filter, limit) => search.search(typed, filter, limit),

    backup: async (path) => {
      await db.backup(path);
    },
    close: async () => {
      db.close();
    },
  };
}

/** The reviews' tables, with the full-text index kept beside every write. */
function withIndex(reviews: ReviewTables, search: SearchTables): ReviewTables {
  return {
    ...reviews,
    putReview(review, at) {
      const before = reviews.findReview(review.statementId);
      reviews.putReview(review, at);
      search.putReview(review, before);
    },
    putArticleReview(review, at) {
      const { notes } = reviews.articleReview(review.articleId);
      reviews.putArticleReview(review, at);
      search.putArticleNotes(review.notes, notes, review.articleId);
    },
  };
}
