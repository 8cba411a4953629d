-- Written by `npm run schema` from db/migrations. Do not edit.

CREATE TABLE migrations (name TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL) STRICT;

CREATE TABLE editors (
  id            TEXT PRIMARY KEY NOT NULL,
  login         TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'lead', 'admin')),
  password_hash TEXT,
  created_at    TEXT NOT NULL,
  disabled_at   TEXT
) STRICT;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE files (
  sha256     TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64),
  size       INTEGER NOT NULL CHECK (size >= 0),
  media_type TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  added_at   TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
  id                TEXT PRIMARY KEY NOT NULL,
  story_id          TEXT NOT NULL,
  version           INTEGER NOT NULL CHECK (version >= 1),
  supersedes        TEXT UNIQUE REFERENCES articles (id),
  title             TEXT NOT NULL,
  publisher         TEXT,
  published_on      TEXT CHECK (published_on IS NULL OR length(published_on) = 10),
  url               TEXT,
  language          TEXT NOT NULL,
  text              TEXT NOT NULL,
  text_sha256       TEXT NOT NULL CHECK (length(text_sha256) = 64),
  source_sha256     TEXT NOT NULL REFERENCES files (sha256),
  source_media_type TEXT NOT NULL,
  source_name       TEXT,
  imported_at       TEXT NOT NULL,
  imported_by       TEXT NOT NULL REFERENCES editors (id),
  UNIQUE (story_id, version)
) STRICT;

CREATE INDEX articles_by_import ON articles (imported_at, id);

CREATE TABLE blocks (
  article_id TEXT NOT NULL REFERENCES articles (id),
  ordinal    INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('headline', 'subheading', 'paragraph', 'list_item', 'block_quote', 'byline',
                                           'dateline', 'caption', 'table', 'credit', 'comment', 'furniture')),
  set_aside  INTEGER NOT NULL CHECK (set_aside IN (0, 1)),
  start      INTEGER NOT NULL CHECK (start >= 0),
  "end"      INTEGER NOT NULL CHECK ("end" > start),
  PRIMARY KEY (article_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id             TEXT PRIMARY KEY NOT NULL,
  article_id     TEXT NOT NULL REFERENCES articles (id),
  seq            INTEGER NOT NULL CHECK (seq >= 1),
  statement_id   TEXT REFERENCES statements (id),
  at             TEXT NOT NULL,
  by             TEXT NOT NULL REFERENCES editors (id),
  kind           TEXT NOT NULL,
  confidential   INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  payload        TEXT NOT NULL,
  salt           TEXT NOT NULL,
  payload_digest TEXT NOT NULL CHECK (length(payload_digest) = 64),
  previous       TEXT NOT NULL CHECK (length(previous) = 64),
  hash           TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (article_id, seq)
) STRICT;

CREATE INDEX events_by_statement ON events (statement_id, seq) WHERE statement_id IS NOT NULL;

CREATE INDEX events_by_time ON events (at, id);

CREATE TABLE article_reviews (
  article_id   TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
  version      INTEGER NOT NULL CHECK (version >= 0),
  superseded   INTEGER NOT NULL CHECK (superseded IN (0, 1)),
  assigned_to  TEXT REFERENCES editors (id),
  due          TEXT,
  published_at TEXT,
  changed_at   TEXT NOT NULL,
  state        TEXT NOT NULL
, republishes TEXT) STRICT;

CREATE INDEX article_reviews_by_change ON article_reviews (superseded, changed_at, article_id);

CREATE INDEX article_reviews_published ON article_reviews (published_at, article_id) WHERE published_at IS NOT NULL;

CREATE TABLE article_counts (
  article_id TEXT NOT NULL REFERENCES articles (id),
  phase      TEXT NOT NULL,
  rating     TEXT NOT NULL,
  n          INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (article_id, phase, rating)
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_counts (
  phase       TEXT NOT NULL,
  assigned_to TEXT NOT NULL,
  n           INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (phase, assigned_to)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  id         TEXT PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  format     TEXT NOT NULL,
  head_seq   INTEGER NOT NULL,
  head_hash  TEXT NOT NULL CHECK (length(head_hash) = 64),
  sha256     TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes      BLOB NOT NULL,
  issued_at  TEXT NOT NULL,
  issued_by  TEXT NOT NULL REFERENCES editors (id)
) STRICT;

CREATE TABLE requests (
  editor_id TEXT NOT NULL REFERENCES editors (id),
  key       TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  at        TEXT NOT NULL,
  answer    TEXT NOT NULL,
  PRIMARY KEY (editor_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX requests_by_time ON requests (at);

CREATE TRIGGER files_no_update BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;

CREATE TRIGGER files_no_delete BEFORE DELETE ON files BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;

CREATE TRIGGER articles_no_update BEFORE UPDATE ON articles BEGIN SELECT RAISE(ABORT, 'articles are append-only'); END;

CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles BEGIN SELECT RAISE(ABORT, 'articles are append-only'); END;

CREATE TRIGGER blocks_no_update BEFORE UPDATE ON blocks BEGIN SELECT RAISE(ABORT, 'blocks are append-only'); END;

CREATE TRIGGER blocks_no_delete BEFORE DELETE ON blocks BEGIN SELECT RAISE(ABORT, 'blocks are append-only'); END;

CREATE TRIGGER blocks_no_replace BEFORE INSERT ON blocks
WHEN EXISTS (SELECT 1 FROM blocks WHERE article_id = NEW.article_id AND ordinal = NEW.ordinal)
BEGIN SELECT RAISE(ABORT, 'blocks are append-only'); END;

CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'reports are append-only'); END;

CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports BEGIN SELECT RAISE(ABORT, 'reports are append-only'); END;

CREATE INDEX article_reviews_by_time ON article_reviews (changed_at, article_id);

CREATE INDEX articles_by_source ON articles (source_sha256, imported_at);

CREATE INDEX articles_by_text ON articles (text_sha256, imported_at);

CREATE INDEX reports_by_article ON reports (article_id, issued_at, id);

CREATE TRIGGER files_no_replace BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE sha256 = NEW.sha256) OR EXISTS (SELECT 1 FROM files WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;

CREATE TRIGGER articles_no_replace BEFORE INSERT ON articles
WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM articles WHERE supersedes = NEW.supersedes)
  OR EXISTS (SELECT 1 FROM articles WHERE story_id = NEW.story_id AND version = NEW.version)
  OR EXISTS (SELECT 1 FROM articles WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'articles are append-only'); END;

CREATE TRIGGER events_no_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM events WHERE article_id = NEW.article_id AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER reports_no_replace BEFORE INSERT ON reports
WHEN EXISTS (SELECT 1 FROM reports WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM reports WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'reports are append-only'); END;

CREATE TABLE sessions (
  id            TEXT PRIMARY KEY NOT NULL,
  token_digest  TEXT NOT NULL UNIQUE CHECK (length(token_digest) = 64),
  editor_id     TEXT NOT NULL REFERENCES editors (id),
  created_at    TEXT NOT NULL,
  seen_at       TEXT NOT NULL,
  agent         TEXT NOT NULL,
  -- 1 while the password was given and the second factor is still to come.
  half_signed   INTEGER NOT NULL CHECK (half_signed IN (0, 1))
) STRICT;

CREATE INDEX sessions_by_editor ON sessions (editor_id);

CREATE TABLE codes (
  digest     TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
  editor_id  TEXT NOT NULL REFERENCES editors (id),
  expires_at TEXT NOT NULL,
  used_at    TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE tries (
  key     TEXT PRIMARY KEY NOT NULL,
  n       INTEGER NOT NULL CHECK (n >= 1),
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE second_factors (
  editor_id    TEXT PRIMARY KEY NOT NULL REFERENCES editors (id),
  secret       TEXT NOT NULL,
  confirmed_at TEXT,
  -- The last time step a code was taken for: each code works once.
  last_step    INTEGER NOT NULL,
  recovery     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  editor_id TEXT NOT NULL REFERENCES editors (id),
  key       TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  fields    TEXT NOT NULL,
  at        TEXT NOT NULL,
  PRIMARY KEY (editor_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker_events (
  id             TEXT PRIMARY KEY NOT NULL,
  speaker_id     TEXT NOT NULL,
  seq            INTEGER NOT NULL CHECK (seq >= 1),
  at             TEXT NOT NULL,
  by             TEXT NOT NULL REFERENCES editors (id),
  kind           TEXT NOT NULL,
  confidential   INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  payload        TEXT NOT NULL,
  salt           TEXT NOT NULL,
  payload_digest TEXT NOT NULL CHECK (length(payload_digest) = 64),
  previous       TEXT NOT NULL CHECK (length(previous) = 64),
  hash           TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (speaker_id, seq)
) STRICT;

CREATE TRIGGER speaker_events_no_update BEFORE UPDATE ON speaker_events
BEGIN SELECT RAISE(ABORT, 'speaker events are append-only'); END;

CREATE TRIGGER speaker_events_no_delete BEFORE DELETE ON speaker_events
BEGIN SELECT RAISE(ABORT, 'speaker events are append-only'); END;

CREATE TRIGGER speaker_events_no_replace BEFORE INSERT ON speaker_events
WHEN EXISTS (SELECT 1 FROM speaker_events WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM speaker_events WHERE speaker_id = NEW.speaker_id AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM speaker_events WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'speaker events are append-only'); END;

CREATE TABLE speakers (
  id          TEXT PRIMARY KEY NOT NULL,
  name        TEXT NOT NULL,
  type        TEXT NOT NULL CHECK (type IN ('person', 'organization', 'group', 'anonymous', 'document', 'publisher')),
  -- The speaker this one was merged into, or itself: pages gather everything with one root.
  root_id     TEXT NOT NULL,
  sort_key    TEXT NOT NULL,
  state       TEXT NOT NULL
) STRICT;

CREATE INDEX speakers_by_root ON speakers (root_id, id);

CREATE INDEX speakers_by_name ON speakers (sort_key, id);

CREATE TABLE speaker_keys (
  key        TEXT NOT NULL,
  speaker_id TEXT NOT NULL REFERENCES speakers (id),
  PRIMARY KEY (key, speaker_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX speaker_keys_by_speaker ON speaker_keys (speaker_id);

CREATE VIRTUAL TABLE search_index USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

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

CREATE TABLE tokens (
  id         TEXT PRIMARY KEY NOT NULL,
  digest     TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
  editor_id  TEXT NOT NULL REFERENCES editors (id),
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- 'write' may also read.
  scope      TEXT NOT NULL CHECK (scope IN ('read', 'write')),
  created_at TEXT NOT NULL,
  used_at    TEXT
) STRICT;

CREATE INDEX tokens_by_editor ON tokens (editor_id, created_at, id);

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

CREATE INDEX drafts_by_time ON drafts (editor_id, at);

CREATE INDEX article_reviews_by_republication ON article_reviews (republishes) WHERE republishes IS NOT NULL;

CREATE INDEX articles_by_url ON articles (url, imported_at) WHERE url IS NOT NULL;

CREATE TABLE webhooks (
  id          TEXT PRIMARY KEY NOT NULL,
  url         TEXT NOT NULL UNIQUE,
  -- Signs every delivery, so it must be kept as it is; shown once.
  secret      TEXT NOT NULL,
  added_by    TEXT NOT NULL REFERENCES editors (id),
  added_at    TEXT NOT NULL,
  disabled_at TEXT
) STRICT;

CREATE TABLE deliveries (
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  -- The event's id, the same for every webhook: by it a receiver knows a repetition.
  notice_id  TEXT NOT NULL,
  kind       TEXT NOT NULL,
  body       TEXT NOT NULL,
  at         TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'given_up')),
  tries      INTEGER NOT NULL CHECK (tries >= 0),
  -- When to try next; kept up to date while waiting.
  due_at     TEXT NOT NULL,
  tried_at   TEXT,
  -- What the last try came to: the answer's status, or why there was none.
  status     INTEGER,
  problem    TEXT,
  PRIMARY KEY (webhook_id, notice_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_by_age ON deliveries (at);

CREATE INDEX deliveries_due ON deliveries (webhook_id, due_at) WHERE state = 'waiting';

CREATE TABLE statements (
  id                  TEXT PRIMARY KEY NOT NULL,
  article_id          TEXT NOT NULL REFERENCES articles (id),
  ordinal             INTEGER NOT NULL,
  origin              TEXT NOT NULL CHECK (origin IN ('extracted', 'added')),
  engine              TEXT,
  added_by            TEXT REFERENCES editors (id),
  kind                TEXT NOT NULL CHECK (kind IN ('direct', 'indirect', 'mixed', 'narration')),
  -- {"source":[[15,20]],"cue":[[10,14]],"content":[[0,9]]}
  spans               TEXT NOT NULL,
  speaker_name        TEXT NOT NULL,
  speaker_type        TEXT NOT NULL CHECK (speaker_type IN ('person', 'organization', 'group', 'anonymous', 'document', 'publisher')),
  speaker_role        TEXT,
  speaker_affiliation TEXT,
  speaker_id          TEXT,
  speaker_more        TEXT NOT NULL,
  via                 TEXT NOT NULL,
  channel             TEXT CHECK (channel IN ('tweet', 'telegram', 'post', 'statement', 'press conference', 'interview',
                                              'phone', 'broadcast', 'document', 'meeting')),
  said_on             TEXT CHECK (said_on IS NULL OR length(said_on) = 10),
  polarity            TEXT NOT NULL CHECK (polarity IN ('asserted', 'denied')),
  checkable           INTEGER NOT NULL CHECK (checkable IN (0, 1)),
  confidence          REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  within_id           TEXT REFERENCES statements (id),
  CHECK ((origin = 'extracted') = (engine IS NOT NULL)),
  CHECK ((origin = 'added') = (added_by IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX statements_by_article ON statements (article_id, ordinal, id);

CREATE INDEX statements_by_outer ON statements (within_id) WHERE within_id IS NOT NULL;

CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements
WHEN EXISTS (SELECT 1 FROM statements WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

CREATE TABLE reviews (
  statement_id TEXT PRIMARY KEY NOT NULL REFERENCES statements (id),
  -- Its statement's.
  article_id   TEXT NOT NULL,
  version      INTEGER NOT NULL CHECK (version >= 0),
  phase        TEXT NOT NULL CHECK (phase IN ('untouched', 'under_way', 'awaiting_second', 'fell_back', 'done', 'struck_out')),
  attribution  TEXT NOT NULL CHECK (attribution IN ('unchecked', 'confirmed', 'disputed')),
  rating       TEXT NOT NULL CHECK (rating IN ('verified', 'corroborated', 'disputed', 'misleading', 'false',
                                               'unverifiable', 'not_checkable', 'unchecked')),
  checkable    INTEGER NOT NULL CHECK (checkable IN (0, 1)),
  speaker_name TEXT NOT NULL,
  speaker_id   TEXT,
  assigned_to  TEXT REFERENCES editors (id),
  rated_by     TEXT REFERENCES editors (id),
  changed_at   TEXT NOT NULL,
  day          TEXT NOT NULL,
  superseded   INTEGER NOT NULL CHECK (superseded IN (0, 1)),
  -- What its events made of it; nothing while there are none: then it is what its statement says.
  state        TEXT,
  CHECK ((version = 0) = (state IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX reviews_by_phase ON reviews (phase, checkable, changed_at, statement_id) WHERE superseded = 0;

CREATE INDEX reviews_by_assignee ON reviews (assigned_to, phase, changed_at, statement_id)
WHERE superseded = 0 AND assigned_to IS NOT NULL;

CREATE INDEX reviews_by_speaker ON reviews (speaker_id, phase, changed_at, statement_id)
WHERE superseded = 0 AND speaker_id IS NOT NULL;

CREATE INDEX reviews_of_speaker ON reviews (speaker_id, rating, day, statement_id, checkable, phase)
WHERE speaker_id IS NOT NULL;

CREATE TABLE search_rows (
  id           INTEGER PRIMARY KEY NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('article', 'statement', 'note', 'evidence')),
  -- The id of the article, the statement or the note; of an item of evidence, that of its statement and its own.
  ref          TEXT NOT NULL,
  -- The statement a note or an item of evidence stands on, or the article where it stands on no statement.
  statement_id TEXT,
  article_id   TEXT,
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  UNIQUE (ref, kind),
  CHECK ((kind IN ('article', 'statement')) = (statement_id IS NULL AND article_id IS NULL))
) STRICT;

CREATE TABLE fingerprints (
  number     INTEGER PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL UNIQUE REFERENCES articles (id),
  bytes      BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE fingerprint_index USING fts5 (bands, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
