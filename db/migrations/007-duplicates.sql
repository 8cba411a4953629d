-- What a story is recognised by when it comes in again. Two texts that are alike share at least one band, nearly always.
CREATE TABLE fingerprints (
  article_id TEXT PRIMARY KEY NOT NULL REFERENCES articles (id),
  bytes      BLOB NOT NULL
) STRICT;

CREATE TABLE fingerprint_bands (
  band       INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  PRIMARY KEY (band, article_id)
) STRICT, WITHOUT ROWID;
