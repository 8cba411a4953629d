-- Pages fetched by their address: what was asked, what answered, when. The bytes are kept in files.
CREATE TABLE fetches (
  id         TEXT PRIMARY KEY NOT NULL,
  sha256     TEXT NOT NULL REFERENCES files (sha256),
  url        TEXT NOT NULL,
  final_url  TEXT NOT NULL,
  status     INTEGER NOT NULL,
  headers    TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  fetched_by TEXT NOT NULL REFERENCES editors (id)
) STRICT;
CREATE INDEX fetches_by_file ON fetches (sha256, fetched_at);

CREATE TRIGGER fetches_no_update BEFORE UPDATE ON fetches BEGIN SELECT RAISE(ABORT, 'fetches are append-only'); END;
CREATE TRIGGER fetches_no_delete BEFORE DELETE ON fetches BEGIN SELECT RAISE(ABORT, 'fetches are append-only'); END;
CREATE TRIGGER fetches_no_replace BEFORE INSERT ON fetches
WHEN EXISTS (SELECT 1 FROM fetches WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM fetches WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'fetches are append-only'); END;
