// Kept bytes and issued reports.
import type { Database } from 'better-sqlite3';
import { notFound } from '../core/errors.js';
import type { Fetch, KeptFile, NewReport, ReportSummary, StoredFile } from '../core/store.js';
import type { FetchesRow, FilesRow, ReportsRow } from './rows.js';

export function fileTables(db: Database) {
  const has = db.prepare<[string], { n: number }>('SELECT 1 AS n FROM files WHERE sha256 = ?');
  const insert = db.prepare(
    'INSERT INTO files (sha256, size, media_type, bytes, added_at) VALUES (?, ?, ?, ?, ?)',
  );
  const one = db.prepare<[string], FilesRow>('SELECT * FROM files WHERE sha256 = ?');
  const facts = db.prepare<[string], Pick<FilesRow, 'size' | 'media_type'>>(
    'SELECT size, media_type FROM files WHERE sha256 = ?',
  );
  const insertFetch = db.prepare(`
    INSERT INTO fetches (id, sha256, url, final_url, status, headers, fetched_at, fetched_by)
    VALUES (@id, @sha256, @url, @final_url, @status, @headers, @fetched_at, @fetched_by)`);
  const fetchesOf = db.prepare<[string], FetchesRow>(
    'SELECT * FROM fetches WHERE sha256 = ? ORDER BY fetched_at DESC',
  );
  const insertReport = db.prepare(`
    INSERT INTO reports (id, article_id, format, head_seq, head_hash, sha256, bytes, issued_at, issued_by)
    VALUES (@id, @article_id, @format, @head_seq, @head_hash, @sha256, @bytes, @issued_at, @issued_by)`);
  const oneReport = db.prepare<[string], ReportsRow>('SELECT * FROM reports WHERE id = ?');
  const ofArticle = db.prepare<[string], Omit<ReportsRow, 'bytes'>>(`
    SELECT id, article_id, format, head_seq, head_hash, sha256, issued_at, issued_by FROM reports
    WHERE article_id = ? ORDER BY issued_at, id`);

  return {
    addFile(file: StoredFile): void {
      if (!has.get(file.sha256)) insert.run(file.sha256, file.size, file.mediaType, file.bytes, file.addedAt);
    },
    fileFacts(sha256s: readonly string[]): ReadonlyMap<string, KeptFile> {
      const known = new Map<string, KeptFile>();
      for (const sha256 of sha256s) {
        const row = facts.get(sha256);
        if (row) known.set(sha256, { size: row.size, mediaType: row.media_type });
      }
      return known;
    },
    file(sha256: string): StoredFile {
      const row = one.get(sha256);
      if (!row) throw notFound('There is no such file.');
      return {
        sha256: row.sha256,
        size: row.size,
        mediaType: row.media_type,
        bytes: row.bytes,
        addedAt: row.added_at,
      };
    },
    insertFetch(fetch: Fetch): void {
      insertFetch.run({
        id: fetch.id,
        sha256: fetch.sha256,
        url: fetch.url,
        final_url: fetch.finalUrl,
        status: fetch.status,
        headers: JSON.stringify(fetch.headers),
        fetched_at: fetch.fetchedAt,
        fetched_by: fetch.fetchedBy,
      } satisfies FetchesRow);
    },
    fetches: (sha256: string): readonly Fetch[] =>
      fetchesOf.all(sha256).map((row) => ({
        id: row.id,
        sha256: row.sha256,
        url: row.url,
        finalUrl: row.final_url,
        status: row.status,
        headers: JSON.parse(row.headers) as Record<string, string>,
        fetchedAt: row.fetched_at,
        fetchedBy: row.fetched_by,
      })),
    insertReport(report: NewReport): void {
      insertReport.run({
        id: report.id,
        article_id: report.articleId,
        format: report.format,
        head_seq: report.head.seq,
        head_hash: report.head.hash,
        sha256: report.sha256,
        bytes: report.bytes,
        issued_at: report.issuedAt,
        issued_by: report.issuedBy,
      } satisfies ReportsRow);
    },
    report(id: string): NewReport {
      const row = oneReport.get(id);
      if (!row) throw notFound('There is no such report. It may be a mistyped address.');
      return { ...reportOf(row), bytes: row.bytes };
    },
    reports: (articleId: string): readonly ReportSummary[] => ofArticle.all(articleId).map(reportOf),
  };
}

const reportOf = (row: Omit<ReportsRow, 'bytes'>): ReportSummary => ({
  id: row.id,
  articleId: row.article_id,
  format: row.format,
  head: { seq: row.head_seq, hash: row.head_hash },
  sha256: row.sha256,
  issuedAt: row.issued_at,
  issuedBy: row.issued_by,
});
