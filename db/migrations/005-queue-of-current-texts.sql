-- What stands on a superseded text waits for nobody: the queue and its counters hold the newest version of each story.
ALTER TABLE reviews ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1));
UPDATE reviews SET superseded = 1
WHERE article_id IN (SELECT article_id FROM article_reviews WHERE superseded = 1);

DROP INDEX reviews_by_change;
DROP INDEX reviews_by_phase;
DROP INDEX reviews_by_article;
DROP INDEX reviews_by_checkable;
DROP INDEX reviews_by_phase_and_checkable;
DROP INDEX reviews_by_assignee;
DROP INDEX reviews_of_assignee;
DROP INDEX reviews_by_speaker;
DROP INDEX reviews_by_speaker_and_phase;
CREATE INDEX reviews_by_change ON reviews (changed_at, statement_id) WHERE superseded = 0;
CREATE INDEX reviews_by_phase ON reviews (phase, changed_at, statement_id) WHERE superseded = 0;
CREATE INDEX reviews_by_article ON reviews (article_id, superseded, changed_at, statement_id);
CREATE INDEX reviews_by_checkable ON reviews (checkable, changed_at, statement_id) WHERE superseded = 0;
CREATE INDEX reviews_by_phase_and_checkable ON reviews (phase, checkable, changed_at, statement_id) WHERE superseded = 0;
CREATE INDEX reviews_by_assignee ON reviews (assigned_to, phase, changed_at, statement_id)
WHERE superseded = 0 AND assigned_to IS NOT NULL;
CREATE INDEX reviews_of_assignee ON reviews (assigned_to, changed_at, statement_id)
WHERE superseded = 0 AND assigned_to IS NOT NULL;
CREATE INDEX reviews_by_speaker ON reviews (speaker_id, changed_at, statement_id)
WHERE superseded = 0 AND speaker_id IS NOT NULL;
CREATE INDEX reviews_by_speaker_and_phase ON reviews (speaker_id, phase, changed_at, statement_id)
WHERE superseded = 0 AND speaker_id IS NOT NULL;

DELETE FROM queue_counts;
INSERT INTO queue_counts (phase, assigned_to, n)
SELECT phase, coalesce(assigned_to, ''), count(*) FROM reviews WHERE superseded = 0
GROUP BY phase, coalesce(assigned_to, '');
