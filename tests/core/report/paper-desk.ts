// A desk without a database: an article, its statements, and acts applied by the rule and chained as the store would.

import { applyEvent } from '../../../src/core/apply-event.ts';
import type { ArticleReview } from '../../../src/core/article-review.ts';
import { applyArticleEvent, untouchedArticle } from '../../../src/core/article-review.ts';
import { findBlocks } from '../../../src/core/blocks/find-blocks.ts';
import { sha256 } from '../../../src/core/digest.ts';
import type { Act, ArticleEvent, Event, StatementEvent } from '../../../src/core/event.ts';
import { chain, genesis, type Head } from '../../../src/core/log.ts';
import type { ReportedArticle } from '../../../src/core/report.ts';
import { type Review, untouched } from '../../../src/core/review.ts';
import { signOffDigest } from '../../../src/core/sign-off.ts';
import type { Span } from '../../../src/core/span.ts';
import type { Speaker } from '../../../src/core/statement.ts';
import type { Statement, StoredArticle } from '../../../src/core/store.ts';
import { articleDigest, statementsDigest } from '../../../src/core/verify-article.ts';
import { wordsOf } from '../../../src/core/words.ts';

export interface Said extends Partial<Omit<Statement, 'content' | 'cue' | 'source' | 'speaker'>> {
  /** Exact words of the text, where they first occur; source and cue where they occur nearest to them. */
  readonly content: string;
  readonly cue?: string;
  readonly source?: string;
  readonly speaker: Partial<Speaker> & { readonly name: string };
}

export interface PaperDesk {
  readonly article: StoredArticle;
  readonly statements: readonly Statement[];
  /** Does one act; each takes a minute. `on` is a statement's number, or null for the article. */
  act(by: string, on: number | null, act: Act, confidential?: boolean): void;
  /** Signs what stands there now. */
  sign(by: string, on: number): void;
  review(on: number): Review;
  reported(): ReportedArticle;
}

const START = Date.parse('2031-05-04T09:00:00.000Z');

export function paperDesk(text: string, said: readonly Said[], more: Partial<StoredArticle> = {}): PaperDesk {
  const id = more.id ?? 'article-1';
  const bytes = new TextEncoder().encode(text);
  const article: StoredArticle = {
    id,
    storyId: id,
    version: 1,
    supersedes: null,
    title: text.split('\n')[0] ?? '',
    publisher: 'The Marrow Bay Courier',
    publishedOn: '2031-05-03',
    url: 'https://courier.example/harbour',
    language: 'en',
    text,
    textSha256: sha256(text),
    blocks: findBlocks(text),
    sourceSha256: sha256(bytes),
    sourceMediaType: 'text/plain',
    sourceName: 'harbour.txt',
    importedAt: new Date(START).toISOString(),
    importedBy: 'amira',
    ...more,
  };
  const statements = said.map((one, index) => statementFrom(article, one, index + 1));
  const reviews = new Map(
    statements.map((one) => [one.id, untouched(one.id, id, one, wordsOf(text, one.content))]),
  );
  let articleReview: ArticleReview = untouchedArticle(id);
  let head: Head = genesis(id);
  const events: Event[] = [];

  function record(by: string, statementId: string | null, act: Act, confidential: boolean): void {
    const seq = head.seq + 1;
    const event = chain(head, {
      ...act,
      id: `${id}-event-${seq}`,
      articleId: id,
      statementId,
      at: new Date(START + seq * 60_000).toISOString(),
      by,
      confidential: confidential || act.kind === 'identity_recorded',
      salt: `salt-${id}-${seq}`,
    });
    if (statementId === null) articleReview = applyArticleEvent(articleReview, event as ArticleEvent);
    else reviews.set(statementId, applyEvent(reviews.get(statementId)!, event as StatementEvent));
    head = { seq: event.seq, hash: event.hash };
    events.push(event);
  }

  const idOf = (on: number): string => statements[on - 1]!.id;
  const desk: PaperDesk = {
    article,
    statements,
    act: (by, on, act, confidential = false) => record(by, on === null ? null : idOf(on), act, confidential),
    sign: (by, on) =>
      record(
        by,
        idOf(on),
        { kind: 'signed_off', payload: { digest: signOffDigest(desk.review(on)) } },
        false,
      ),
    review: (on) => reviews.get(idOf(on))!,
    reported: () => ({
      article,
      statements,
      reviews: statements.map((one) => reviews.get(one.id)!),
      articleReview,
      events: [...events],
      head,
    }),
  };
  desk.act('amira', null, {
    kind: 'imported',
    payload: {
      title: article.title,
      textSha256: article.textSha256,
      sourceSha256: article.sourceSha256,
      articleDigest: articleDigest(article),
      statementsDigest: statementsDigest(statements),
      statements: statements.length,
      engine: 'rules 1',
      supersedes: null,
    },
  });
  return desk;
}

function statementFrom(article: StoredArticle, said: Said, ordinal: number): Statement {
  const { speaker, content, cue, source, ...more } = said;
  const words = nearest(article.text, content, 0);
  const beside = (part: string | undefined): Span[] =>
    part === undefined ? [] : [nearest(article.text, part, words.start)];
  return {
    id: `${article.id}-s${ordinal}`,
    articleId: article.id,
    ordinal,
    origin: 'extracted',
    engine: 'rules 1',
    addedBy: null,
    withinId: null,
    kind: 'indirect',
    via: [],
    channel: null,
    saidOn: null,
    polarity: 'asserted',
    checkable: true,
    confidence: 0.9,
    ...more,
    content: [words],
    cue: beside(cue),
    source: beside(source),
    speaker: { type: 'person', role: null, affiliation: null, speakerId: null, ...speaker },
  };
}

/** Where `words` stand in the text: of several places the one nearest to `at`. */
function nearest(text: string, words: string, at: number): Span {
  let best = -1;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    if (best < 0 || Math.abs(start - at) < Math.abs(best - at)) best = start;
  if (best < 0) throw new Error(`“${words}” is not in the story.`);
  return { start: best, end: best + words.length };
}
