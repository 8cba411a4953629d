-- An archive of untouched articles is mostly statements nobody has looked at, so what they take decides how fast articles
-- come in. Said once: a review without events is what its statement says, spans stand in their statement's row, a search
-- row names only what its `ref` does not, and there is one index a question. Needs foreign keys off while tables are rebuilt.
CREATE TEMP TABLE old_statements AS
SELECT *, json_object(
  'source', json((SELECT json_group_array(json_array(start, "end") ORDER BY ordinal) FROM spans WHERE statement_id = id AND part = 'source')),
  'cue', json((SELECT json_group_array(json_array(start, "end") ORDER BY ordinal) FROM spans WHERE statement_id = id AND part = 'cue')),
  'content', json((SELECT json_group_array(json_array(start, "end") ORDER BY ordinal) FROM spans WHERE statement_id = id AND part = 'content'))
) AS spans FROM statements;
DROP TABLE spans;
DROP TABLE statements;

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
INSERT INTO statements (id, article_id, ordinal, origin, engine, added_by, kind, spans, speaker_name, speaker_type, speaker_role,
                        speaker_affiliation, speaker_id, speaker_more, via, channel, said_on, polarity, checkable,
                        confidence, within_id)
SELECT id, article_id, ordinal, origin, engine, added_by, kind, spans, speaker_name, speaker_type, speaker_role,
       speaker_affiliation, speaker_id, speaker_more, via, channel, said_on, polarity, checkable, confidence, within_id
FROM old_statements ORDER BY id;
DROP TABLE old_statements;
CREATE INDEX statements_by_article ON statements (article_id, ordinal, id);
CREATE INDEX statements_by_outer ON statements (within_id) WHERE within_id IS NOT NULL;
CREATE TRIGGER statements_no_update BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;
CREATE TRIGGER statements_no_delete BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;
CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements
WHEN EXISTS (SELECT 1 FROM statements WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

CREATE TEMP TABLE old_reviews AS
SELECT statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name, speaker_id, assigned_to,
       rated_by, changed_at, day, superseded, CASE WHEN version > 0 THEN state END AS state
FROM reviews;
DROP TABLE reviews;
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
INSERT INTO reviews (statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name, speaker_id,
                     assigned_to, rated_by, changed_at, day, superseded, state)
SELECT statement_id, article_id, version, phase, attribution, rating, checkable, speaker_name, speaker_id, assigned_to,
       rated_by, changed_at, day, superseded, state
FROM old_reviews ORDER BY statement_id;
DROP TABLE old_reviews;
CREATE INDEX reviews_by_phase ON reviews (phase, checkable, changed_at, statement_id) WHERE superseded = 0;
CREATE INDEX reviews_by_assignee ON reviews (assigned_to, phase, changed_at, statement_id)
WHERE superseded = 0 AND assigned_to IS NOT NULL;
CREATE INDEX reviews_by_speaker ON reviews (speaker_id, phase, changed_at, statement_id)
WHERE superseded = 0 AND speaker_id IS NOT NULL;
CREATE INDEX reviews_of_speaker ON reviews (speaker_id, rating, day, statement_id, checkable, phase)
WHERE speaker_id IS NOT NULL;

CREATE TEMP TABLE old_search_rows AS
SELECT id, kind, ref, CASE WHEN kind <> 'article' AND statement_id IS NULL THEN article_id END AS article_id,
       CASE WHEN kind <> 'statement' THEN statement_id END AS statement_id, confidential
FROM search_rows;
DROP TABLE search_rows;
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
INSERT INTO search_rows (id, kind, ref, statement_id, article_id, confidential)
SELECT id, kind, ref, statement_id, article_id, confidential FROM old_search_rows ORDER BY id;
DROP TABLE old_search_rows;

-- The keys stories are looked up by lie scattered: kept as rows, every story wrote to so many places of a table that grows.
-- A full-text index writes them side by side, and merges them later.
CREATE TEMP TABLE old_bands AS
SELECT article_id, group_concat(band, ' ') AS bands FROM fingerprint_bands GROUP BY article_id;
DROP TABLE fingerprint_bands;
CREATE TEMP TABLE old_fingerprints AS SELECT article_id, bytes FROM fingerprints;
DROP TABLE fingerprints;
CREATE TABLE fingerprints (
  number     INTEGER PRIMARY KEY NOT NULL,
  article_id TEXT NOT NULL UNIQUE REFERENCES articles (id),
  bytes      BLOB NOT NULL
) STRICT;
INSERT INTO fingerprints (article_id, bytes) SELECT article_id, bytes FROM old_fingerprints ORDER BY article_id;
CREATE VIRTUAL TABLE fingerprint_index USING fts5 (bands, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
INSERT INTO fingerprint_index (rowid, bands)
SELECT fingerprints.number, old_bands.bands FROM fingerprints JOIN old_bands ON old_bands.article_id = fingerprints.article_id
ORDER BY fingerprints.number;
DROP TABLE old_fingerprints;
DROP TABLE old_bands;
