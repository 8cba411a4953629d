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
  type Statements,
  type WholeArticle,
  type WholeReport,
} from './report/model.js';
import { METHOD, SCALE, settingsInWords } from './report/scale.js';
import { isSelected, type Selection, selectionInWords } from './report/selection.js';
import { summariseSources } from './report/sources.js';
import { historyOf, type NameOf, reportNote, reportStatement } from './report/statement.js';
import { addWithheld, openEvents, openNotes, withheldOf } from './report/withheld.js';
import type { Review } from './review.js';
import { countCodePoints } from './selector/code-points.js';
import type { ArticleRecord, Settings, Statement, StatementRecord, StoredArticle } from './store.js';

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

export function buildReport(input: ReportInput): WholeReport {
  const builder = reportBuilder(input);
  const articles = input.articles.map((entry): WholeArticle => {
    const open = builder.open({
      ...entry,
      lastChangeAt: entry.events.at(-1)?.at ?? entry.article.importedAt,
    });
    const statements = recordsOf(entry).flatMap((record) => open.add(record) ?? []);
    return { ...open.close(statements), statements };
  });
  return { ...builder.finish(articles), articles };
}

/** Each statement with the events on it. */
function recordsOf({ statements, reviews, events }: ReportedArticle): readonly StatementRecord[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const own = byStatement(events);
  return reviews.flatMap((review): StatementRecord[] => {
    const statement = byId.get(review.statementId);
    return statement ? [{ statement, review, events: own.get(statement.id) ?? [] }] : [];
  });
}

function byStatement<T extends { readonly statementId: string | null }>(all: readonly T[]) {
  const groups = new Map<string | null, T[]>();
  for (const one of all) {
    const group = groups.get(one.statementId);
    if (group) group.push(one);
    else groups.set(one.statementId, [one]);
  }
  return groups;
}

export type ReportFrame = Omit<ReportInput, 'articles'>;

export interface ReportBuilder {
  /** Articles come one after another: each is closed before the next is opened. */
  open(record: ArticleRecord): OpenArticle;
  /** `articles` are those closed, in their order. */
  finish(articles: readonly ReportArticle[]): Report;
}

export interface OpenArticle {
  /** The statement as the report has it, in the article's order; null where the selection leaves it out. */
  add(record: StatementRecord): ReportStatement | null;
  /** `statements` are those added, in whatever way the caller keeps them. */
  close(statements: Statements): ReportArticle;
}

/** One statement after another: what the counts need of each is held, the rest is the caller's to keep. */
export function reportBuilder({ settings, selection = {}, editors }: ReportFrame): ReportBuilder {
  const nameOf: NameOf = (id) => editors.get(id) ?? 'an editor';
  const slim: WholeArticle[] = [];
  const hash = reportHash();
  let withheld = addWithheld([]);
  let total = 0;
  return {
    open(record) {
      const article = reportArticle(record, nameOf);
      const corrections = byStatement(record.articleReview.corrections);
      const codePoints = countCodePoints(record.article.text);
      const hashed = hash.open(article);
      const counted: ReportStatement[] = [];
      let number = 0;
      withheld = addWithheld([withheld, withheldOf(record.articleReview, onArticle(record.events))]);
      return {
        add(entry) {
          number += 1;
          total += 1;
          const own = (corrections.get(entry.statement.id) ?? []).map(
            ({ statementId: _, ...correction }) => ({ ...correction, by: nameOf(correction.by) }),
          );
          const whole = { ...entry, article: record.article, corrections: own, codePoints };
          const statement = reportStatement(whole, number, nameOf);
          if (!isSelected(statement, selection)) return null;
          hashed.statement(statement);
          counted.push(countable(statement));
          withheld = addWithheld([withheld, statement.withheld]);
          return statement;
        },
        close(statements) {
          hashed.close();
          slim.push({ ...article, notes: [], history: [], statements: counted });
          return { ...article, statements };
        },
      };
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

function reportArticle(
  { article, articleReview, events, head, lastChangeAt }: ArticleRecord,
  nameOf: NameOf,
): Omit<ReportArticle, 'statements'> {
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
    lastChangeAt,
    publishedAt: articleReview.published?.at ?? null,
    notes: openNotes(articleReview.notes).map((note) => reportNote(note, article.text, nameOf)),
    history: historyOf(openEvents(own, articleReview.notes), nameOf),
  };
}

const onArticle = (events: readonly Event[]): readonly Event[] =>
  events.filter((event) => event.statementId === null);
