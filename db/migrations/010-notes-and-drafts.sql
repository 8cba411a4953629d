-- Whom a note calls on by name, until they have read it or its thread is closed. Follows from the log, but for read_at.
CREATE TABLE mentions (
  editor_id    TEXT NOT NULL REFERENCES editors (id),
  note_id      TEXT NOT NULL,
  -- The note that opened the thread: closing it, or answering in it, settles the whole thread.
  thread_id    TEXT NOT NULL,
  article_id   TEXT NOT NULL REFERENCES articles (id),
  statement_id TEXT REFERENCES statements (id),
  by           TEXT NOT NULL REFERENCES editors (id),
  at           TEXT NOT NULL,
  read_at      TEXT,
  PRIMARY KEY (editor_id, note_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mentions_unread ON mentions (editor_id, at) WHERE read_at IS NULL;

CREATE INDEX mentions_by_article ON mentions (article_id);

CREATE INDEX mentions_by_statement ON mentions (statement_id) WHERE statement_id IS NOT NULL;

CREATE INDEX mentions_by_thread ON mentions (thread_id, editor_id) WHERE read_at IS NULL;

-- Evidence that was carried over keeps its id, so the index tells items apart by their statement too.
UPDATE search_rows SET ref = statement_id || ' ' || ref WHERE kind = 'evidence';

CREATE INDEX drafts_by_time ON drafts (editor_id, at);
