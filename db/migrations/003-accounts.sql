-- Signing in. Secrets are kept as SHA-256 digests only, but for the TOTP secret, which must be read to be checked.

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

-- Invitations and password resets: one use, short-lived.
CREATE TABLE codes (
  digest     TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
  editor_id  TEXT NOT NULL REFERENCES editors (id),
  expires_at TEXT NOT NULL,
  used_at    TEXT
) STRICT, WITHOUT ROWID;

-- Failed tries by account and by address; they slow the next try down and are forgotten with time.
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

-- What an editor was typing, so that a lost session or a restart loses no words.
CREATE TABLE drafts (
  editor_id TEXT NOT NULL REFERENCES editors (id),
  key       TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  fields    TEXT NOT NULL,
  at        TEXT NOT NULL,
  PRIMARY KEY (editor_id, key)
) STRICT, WITHOUT ROWID;
