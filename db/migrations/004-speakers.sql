-- The registry of speakers across articles. Its log is chained per speaker; `speakers` is derived from it.

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

-- What names are found by: normalised forms of each name and alias.
CREATE TABLE speaker_keys (
  key        TEXT NOT NULL,
  speaker_id TEXT NOT NULL REFERENCES speakers (id),
  PRIMARY KEY (key, speaker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_keys_by_speaker ON speaker_keys (speaker_id);

-- The day a statement was made, or its article's when the text gives none: the order of a speaker's page.
ALTER TABLE reviews ADD COLUMN day TEXT NOT NULL DEFAULT '';
CREATE INDEX reviews_of_speaker_by_day ON reviews (speaker_id, day, statement_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX reviews_of_speaker_by_rating ON reviews (speaker_id, rating, day, statement_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX reviews_of_speaker_counted ON reviews (speaker_id, rating, checkable, phase) WHERE speaker_id IS NOT NULL;
