-- Addresses that are told when readers see something new, and what was sent to them.

CREATE TABLE webhooks (
  id          TEXT PRIMARY KEY NOT NULL,
  url         TEXT NOT NULL UNIQUE,
  -- Signs every delivery, so it must be kept as it is; shown once.
  secret      TEXT NOT NULL,
  added_by    TEXT NOT NULL REFERENCES editors (id),
  added_at    TEXT NOT NULL,
  disabled_at TEXT
) STRICT;

-- Written in the transaction of the event that it tells of.
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
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'waiting';
CREATE INDEX deliveries_by_age ON deliveries (at);
