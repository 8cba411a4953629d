// Statements for people to read in a terminal: who, how it reached us, and the exact words.
import type { ArticleText } from '../core/article.js';
import { titleOf } from '../core/blocks/headline.js';
import { exact } from '../core/span.js';
import type { ExtractedStatement } from '../core/statement.js';

export function listing(article: ArticleText, statements: readonly ExtractedStatement[]): string {
  const quoted = statements.filter(({ kind }) => kind !== 'narration').length;
  const head = [
    titleOf(article.text, article.blocks),
    `${counted(statements.length, 'statement')}: ${quoted} attributed, ${statements.length - quoted} in the publisher's own voice.`,
    article.publishedOn === null
      ? 'Publication date unknown: no weekday is resolved.'
      : `Published on ${article.publishedOn}.`,
  ];
  const entries = statements.map((statement, at) => entry(article.text, statement, at + 1));
  return `${[...head, '', ...entries].map(printable).join('\n')}\n`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function entry(text: string, statement: ExtractedStatement, number: number): string {
  const words = statement.content.map((span) => exact(text, span).replace(/\s+/g, ' ')).join(' … ');
  return `${`${number}.`.padStart(4)} ${who(statement)}\n     ${how(statement)}\n     ${words}\n`;
}

function who({ speaker }: ExtractedStatement): string {
  const said = [speaker.name, speaker.role, speaker.affiliation].filter((part) => part !== null);
  return [...new Set(said)].join(', ');
}

function how(statement: ExtractedStatement): string {
  const parts: string[] = [statement.kind];
  if (statement.polarity === 'denied') parts.push('denied');
  if (!statement.checkable) parts.push('not checkable');
  if (statement.channel !== null) parts.push(statement.channel);
  if (statement.via.length > 0) parts.push(`via ${statement.via.join(' < ')}`);
  if (statement.saidOn !== null) parts.push(`said on ${statement.saidOn}`);
  parts.push(`confidence ${statement.confidence.toFixed(2)}`);
  return parts.join(' · ');
}

/** An article's text cannot move the cursor, colour the terminal or turn the writing round. */
const printable = (line: string): string => line.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, ' ');
