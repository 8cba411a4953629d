// Review → report. Pure: the same heads, people and settings give the same report, whatever the day.
import type { ArticleReview } from './article-review.js';
import type { Event } from './event.js';
import type { Head } from './log.js';
import { countable, countStatements, tallyByParty, tallyBySpeaker } from './report/counts.js';
import { reportHash } from './report/digest.js';
import { directionOf } from './report/direction.js';
import { cautionsFor, findingInWords, openItems } from './report/finding.js';
import {
  REPORT_FORMAT,
  REPORT_VERSION,
  type Report,
  type ReportArticle,
  type ReportStatement,
} from './report/model.js';
import { METHOD, SCALE, settingsInWords } from './report/scale.js';
import { isSelected, type Selection, selectionInWords } from './report/selection.js';
import { summariseSources } from './report/sources.js';
import { historyOf, type NameOf, reportNote, reportStatement } from './report/statement.js';
import { addWithheld, openEvents, openNotes, withheldOf } from './report/withheld.js';
import type { Review } from './review.js';
import { countCodePoints } from './selector/code-points.js';
import type { Settings, Statement, StoredArticle } from './store.js';

/** One article as the desk has it. `statements` and `reviews` are in the article's order. */
export interface ReportedArticle {
  readonly article: StoredArticle;
  readonly statements: readonly Statement[];
  readonly reviews: readonly Review[];
  readonly articleReview: ArticleReview;
  readonly events: readonly Event[];
  readonly head: Head;
}

export interface ReportInput {
  readonly articles: readonly ReportedArticle[];
  /** Editor id → name. Somebody unknown is called "an editor". */
  readonly editors: ReadonlyMap<string, string>;
  readonly settings: Pick<Settings, 'deskName' | 'secondSignature'>;
  readonly selection?: Selection;
}

export function buildReport(input: ReportInput): Report {
  const builder = reportBuilder(input);
  return builder.finish(input.articles.map(builder.add));
}

export type ReportFrame = Omit<ReportInput, 'articles'>;

export interface ReportBuilder {
  /** The article as the report has it. What the counts need of it is kept; the rest is the caller's to keep. */
  add(entry: ReportedArticle): ReportArticle;
  /** `articles` are those added, in their order; who has too many for the memory gives ones that read themselves again. */
  finish(articles: readonly ReportArticle[]): Report;
}

/** One article after another: no more than one is held, however long the report. */
export function reportBuilder({ settings, selection = {}, editors }: ReportFrame): ReportBuilder {
  const nameOf: NameOf = (id) => editors.get(id) ?? 'an editor';
  const slim: ReportArticle[] = [];
  const hash = reportHash();
  let withheld = addWithheld([]);
  let total = 0;
  return {
    add(entry) {
      const whole = reportArticle(entry, nameOf);
      const statements = whole.statements.filter((statement) => isSelected(statement, selection));
      const article = { ...whole, statements };
      total += whole.statements.length;
      hash.add(article);
      slim.push({ ...article, notes: [], history: [], statements: statements.map(countable) });
      withheld = addWithheld([
        withheld,
        ...statements.map((statement) => statement.withheld),
        withheldOf(entry.articleReview, onArticle(entry.events)),
      ]);
      return article;
    },
    finish(articles) {
      const all = slim.flatMap(({ statements }) => statements);
      const chosen = selectionInWords(selection, all.length, total);
      const counts = countStatements(all);
      const head = {
        format: REPORT_FORMAT,
        version: REPORT_VERSION,
        title: titleOf(slim),
        desk: settings.deskName,
        finding: findingInWords(counts),
        cautions: cautionsFor(slim, settings.secondSignature, chosen),
        selection: chosen,
        lastChangeAt:
          slim
            .map(({ lastChangeAt }) => lastChangeAt)
            .sort()
            .at(-1) ?? '',
        counts,
        bySpeaker: tallyBySpeaker(all),
        byParty: tallyByParty(all),
        sources: summariseSources(all),
        open: openItems(slim),
        withheld,
        method: METHOD,
        scale: SCALE,
        settings: {
          secondSignature: settings.secondSignature,
          words: settingsInWords(settings.secondSignature),
        },
      } as const;
      return { ...head, articles, digest: hash.finish(head) };
    },
  };
}

const titleOf = (articles: readonly ReportArticle[]): string =>
  articles.length === 1 ? (articles[0]?.title ?? '') : `${articles.length} articles`;

function reportArticle(entry: ReportedArticle, nameOf: NameOf): ReportArticle {
  const { article, articleReview, events, head } = entry;
  const own = onArticle(events);
  const imported = own.find((event) => event.kind === 'imported');
  return {
    id: article.id,
    storyId: article.storyId,
    title: article.title,
    publisher: article.publisher,
    publishedOn: article.publishedOn,
    url: article.url,
    language: article.language,
    direction: directionOf(article.language),
    articleVersion: article.version,
    supersedes: article.supersedes,
    supersededBy: articleReview.supersededBy,
    textSha256: article.textSha256,
    sourceSha256: article.sourceSha256,
    sourceMediaType: article.sourceMediaType,
    sourceName: article.sourceName,
    importedAt: article.importedAt,
    importedBy: nameOf(article.importedBy),
    engine: imported?.kind === 'imported' ? imported.payload.engine : null,
    head,
    lastChangeAt: events.at(-1)?.at ?? article.importedAt,
    publishedAt: articleReview.published?.at ?? null,
    notes: openNotes(articleReview.notes).map((note) => reportNote(note, article.text, nameOf)),
    history: historyOf(openEvents(own, articleReview.notes), nameOf),
    statements: reportStatements(entry, nameOf),
  };
}

function reportStatements(entry: ReportedArticle, nameOf: NameOf): readonly ReportStatement[] {
  const { article, articleReview } = entry;
  const statements = new Map(entry.statements.map((statement) => [statement.id, statement]));
  const codePoints = countCodePoints(article.text);
  const events = new Map<string, Event[]>();
  for (const event of entry.events) {
    if (event.statementId === null) continue;
    const own = events.get(event.statementId);
    if (own) own.push(event);
    else events.set(event.statementId, [event]);
  }
  return entry.reviews.flatMap((review, index) => {
    const statement = statements.get(review.statementId);
    if (!statement) return [];
    const corrections = articleReview.corrections
      .filter((correction) => correction.statementId === review.statementId)
      .map(({ statementId: _, ...correction }) => ({ ...correction, by: nameOf(correction.by) }));
    const own = events.get(review.statementId) ?? [];
    const record = { article, statement, review, events: own, corrections, codePoints };
    return [reportStatement(record, index + 1, nameOf)];
  });
}

const onArticle = (events: readonly Event[]): readonly Event[] =>
  events.filter((event) => event.statementId === null);
