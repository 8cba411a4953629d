-- Tokens with which a person's own programs use the API. Kept as SHA-256 digests only; revoking deletes the row.

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
