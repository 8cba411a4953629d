-- Full text over statements, articles, notes and evidence. The index itself is SQLite's own (FTS5); what a row is about
-- stands beside it. Newer rows have larger ids, so that a frequent word is answered from the newest without reading all.
CREATE TABLE search_rows (
  id           INTEGER PRIMARY KEY NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('article', 'statement', 'note', 'evidence')),
  ref          TEXT NOT NULL,
  article_id   TEXT NOT NULL REFERENCES articles (id),
  statement_id TEXT REFERENCES statements (id),
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  UNIQUE (kind, ref)
) STRICT;
CREATE INDEX search_rows_by_statement ON search_rows (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX search_rows_by_article ON search_rows (article_id, kind);

CREATE VIRTUAL TABLE search_index USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');
