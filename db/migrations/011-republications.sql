-- Articles that are one text under several mastheads, and which article an address belongs to.

-- The story whose text this article is; the log says which version it was found in.
ALTER TABLE article_reviews ADD COLUMN republishes TEXT;
CREATE INDEX article_reviews_by_republication ON article_reviews (republishes) WHERE republishes IS NOT NULL;

CREATE INDEX articles_by_url ON articles (url, imported_at) WHERE url IS NOT NULL;
