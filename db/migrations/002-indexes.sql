-- Every order a list is read in has its index, so that a page of the queue costs the same on a small desk and a large one.
DROP INDEX reviews_by_article;
DROP INDEX reviews_by_speaker;
CREATE INDEX reviews_by_change ON reviews (changed_at, statement_id);
CREATE INDEX reviews_by_article ON reviews (article_id, changed_at, statement_id);
CREATE INDEX reviews_by_checkable ON reviews (checkable, changed_at, statement_id);
CREATE INDEX reviews_by_phase_and_checkable ON reviews (phase, checkable, changed_at, statement_id);
CREATE INDEX reviews_of_assignee ON reviews (assigned_to, changed_at, statement_id) WHERE assigned_to IS NOT NULL;
CREATE INDEX reviews_by_speaker ON reviews (speaker_id, changed_at, statement_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX reviews_by_speaker_and_phase ON reviews (speaker_id, phase, changed_at, statement_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX article_reviews_by_time ON article_reviews (changed_at, article_id);

DROP INDEX statements_by_article;
DROP INDEX articles_by_source;
DROP INDEX articles_by_text;
DROP INDEX reports_by_article;
CREATE INDEX statements_by_article ON statements (article_id, ordinal, id);
CREATE INDEX statements_by_outer ON statements (within_id) WHERE within_id IS NOT NULL;
CREATE INDEX articles_by_source ON articles (source_sha256, imported_at);
CREATE INDEX articles_by_text ON articles (text_sha256, imported_at);
CREATE INDEX reports_by_article ON reports (article_id, issued_at, id);

-- INSERT OR REPLACE can also name the hidden rowid of the row it wants gone (found by trying): the guards look at it too.
DROP TRIGGER files_no_replace;
CREATE TRIGGER files_no_replace BEFORE INSERT ON files
WHEN EXISTS (SELECT 1 FROM files WHERE sha256 = NEW.sha256) OR EXISTS (SELECT 1 FROM files WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'files are append-only'); END;

DROP TRIGGER articles_no_replace;
CREATE TRIGGER articles_no_replace BEFORE INSERT ON articles
WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM articles WHERE supersedes = NEW.supersedes)
  OR EXISTS (SELECT 1 FROM articles WHERE story_id = NEW.story_id AND version = NEW.version)
  OR EXISTS (SELECT 1 FROM articles WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'articles are append-only'); END;

DROP TRIGGER statements_no_replace;
CREATE TRIGGER statements_no_replace BEFORE INSERT ON statements
WHEN EXISTS (SELECT 1 FROM statements WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM statements WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

DROP TRIGGER events_no_replace;
CREATE TRIGGER events_no_replace BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM events WHERE article_id = NEW.article_id AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

DROP TRIGGER reports_no_replace;
CREATE TRIGGER reports_no_replace BEFORE INSERT ON reports
WHEN EXISTS (SELECT 1 FROM reports WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM reports WHERE rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'reports are append-only'); END;
