// The headline finding and the cautions, in words never more certain than the record.
import type { OpenItem, ReportCounts, ReportStatement, WholeArticle } from './model.js';
import { capitalised, counted, inWords, listed } from './numbers.js';

export function findingInWords(counts: ReportCounts): string {
  if (counts.statements === 0) return 'No statement is on record, so there is nothing to rate.';
  const whole = `${capitalised(counted(counts.statements, 'statement'))} by ${counted(counts.speakers, 'speaker')}`;
  if (counts.rated === 0) return `${whole}. Nobody has rated any of them yet.`;
  const sentences = [
    `${whole}.`,
    counts.final > 0 ? `${finalSentence(counts)}.` : 'None has a final rating.',
  ];
  if (counts.proposed > 0)
    sentences.push(
      `${capitalised(inWords(counts.proposed))} ${counts.proposed === 1 ? 'rating is' : 'ratings are'} proposed and not final.`,
    );
  const unrated = counts.statements - counts.rated;
  if (unrated > 0)
    sentences.push(`${capitalised(inWords(unrated))} ${unrated === 1 ? 'is' : 'are'} not rated.`);
  return sentences.join(' ');
}

function finalSentence(counts: ReportCounts): string {
  const parts = counts.byRating
    .filter(({ rating, final }) => rating !== 'unchecked' && final > 0)
    .map(({ word, final }) => `${inWords(final)} ${word}`);
  return `Final ${counts.final === 1 ? 'rating' : 'ratings'}: ${listed(parts)}`;
}

export function cautionsFor(
  articles: readonly WholeArticle[],
  secondSignature: boolean,
  selection: string | null,
): readonly string[] {
  const cautions: string[] = [];
  if (selection) cautions.push(`This report is a selection: ${selection} Counts are of the selection.`);
  for (const article of articles)
    if (article.supersededBy)
      cautions.push(
        `“${article.title}” has a newer version. This report is about version ${article.articleVersion}.`,
      );
  if (!secondSignature)
    cautions.push('This desk works without a second signature: one editor’s rating counts as final.');
  const single = articles
    .flatMap(({ statements }) => statements)
    .filter(({ rating }) => rating.final && rating.signedBy === null).length;
  if (secondSignature && single > 0)
    cautions.push(
      `${capitalised(counted(single, 'rating'))} ${single === 1 ? 'was' : 'were'} given when the desk asked for no second signature, and nobody has signed ${single === 1 ? 'it' : 'them'} off.`,
    );
  return cautions;
}

/** What is still to do, statement by statement, in the article's order. */
export const openItems = (articles: readonly WholeArticle[]): readonly OpenItem[] =>
  articles.flatMap((article) =>
    article.statements.flatMap((statement): OpenItem[] => {
      const lacks = lacking(statement);
      return lacks === null
        ? []
        : [
            {
              articleId: article.id,
              number: statement.number,
              id: statement.id,
              words: shortened(statement.words),
              speaker: statement.speaker.name,
              lacks,
            },
          ];
    }),
  );

function lacking({ phase, attribution, rating, evidence }: ReportStatement): string | null {
  switch (phase) {
    case 'struck_out':
    case 'done':
      return null;
    case 'untouched':
      return 'not reviewed: nobody has looked at who said it or whether it holds';
    case 'awaiting_second':
      return `rated “${rating.word}”; no second person has signed it off`;
    case 'fell_back':
      return `to be looked at again: ${rating.fellBack?.because ?? 'the rating fell back'}`;
    case 'under_way':
      switch (attribution.status) {
        case 'unchecked':
          return 'who said it is not confirmed, and it is not rated';
        case 'disputed':
          return 'who said it is disputed, so it is not rated';
        case 'confirmed':
          return evidence.some((item) => item.withdrawn === null)
            ? 'who said it is confirmed and evidence was gathered; it is not rated'
            : 'who said it is confirmed; whether it holds was not looked into';
      }
  }
}

const LONG = 160;

export const shortened = (words: string): string =>
  words.length > LONG
    ? `${words
        .slice(0, LONG - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
    : words;
