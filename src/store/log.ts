// The log's rows. Events are appended here and nowhere else.
import type { Database } from 'better-sqlite3';
import type { Event } from '../core/event.js';
import { chain, type Draft, genesis, type Head } from '../core/log.js';
import type { Page } from '../core/store.js';
import { decodeCursor, LAST, toPage } from './cursor.js';
import type { EventsRow } from './rows.js';

export type LogTable = ReturnType<typeof logTable>;

export function logTable(db: Database) {
  const insert = db.prepare(`
    INSERT INTO events (id, article_id, seq, statement_id, at, by, kind, confidential, payload, salt, payload_digest,
                        previous, hash)
    VALUES (@id, @article_id, @seq, @statement_id, @at, @by, @kind, @confidential, @payload, @salt, @payload_digest,
            @previous, @hash)`);
  const last = db.prepare<[string], { seq: number; hash: string; at: string }>(
    'SELECT seq, hash, at FROM events WHERE article_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const ofArticle = db.prepare<[string], EventsRow>('SELECT * FROM events WHERE article_id = ? ORDER BY seq');
  const ofStatement = db.prepare<[string], EventsRow>(
    'SELECT * FROM events WHERE statement_id = ? ORDER BY seq',
  );
  const onArticle = db.prepare<[string], EventsRow>(
    'SELECT * FROM events WHERE article_id = ? AND statement_id IS NULL ORDER BY seq',
  );
  const recent = db.prepare<[string, string, number], EventsRow>(
    'SELECT * FROM events WHERE (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?',
  );
  const head = (articleId: string): Head => {
    const row = last.get(articleId);
    return row ? { seq: row.seq, hash: row.hash } : genesis(articleId);
  };

  return {
    head,
    append(draft: Draft): Event {
      const event = chain(head(draft.articleId), draft);
      insert.run(eventRow(event));
      return event;
    },
    events: (articleId: string): readonly Event[] => ofArticle.all(articleId).map(eventOf),
    /** The acts on the article as a whole. */
    articleEvents: (articleId: string): readonly Event[] => onArticle.all(articleId).map(eventOf),
    lastChangeAt: (articleId: string): string | undefined => last.get(articleId)?.at,
    statementEvents: (statementId: string): readonly Event[] => ofStatement.all(statementId).map(eventOf),
    recentEvents({ limit, before }: { limit: number; before?: string }): Page<Event> {
      const [at = LAST, id = LAST] = before ? decodeCursor(before, 2) : [];
      return toPage(recent.all(at, id, limit + 1), limit, (row) => [row.at, row.id], eventOf);
    },
  };
}

function eventRow(event: Event) {
  return {
    id: event.id,
    article_id: event.articleId,
    seq: event.seq,
    statement_id: event.statementId,
    at: event.at,
    by: event.by,
    kind: event.kind,
    confidential: event.confidential ? 1 : 0,
    payload: JSON.stringify(event.payload),
    salt: event.salt,
    payload_digest: event.payloadDigest,
    previous: event.previous,
    hash: event.hash,
  } satisfies EventsRow;
}

function eventOf(row: EventsRow): Event {
  return {
    id: row.id,
    articleId: row.article_id,
    seq: row.seq,
    statementId: row.statement_id,
    at: row.at,
    by: row.by,
    kind: row.kind,
    confidential: row.confidential === 1,
    payload: JSON.parse(row.payload),
    salt: row.salt,
    payloadDigest: row.payload_digest,
    previous: row.previous,
    hash: row.hash,
  } as Event;
}
