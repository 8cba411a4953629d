// Who publishes an article and whose dispatch it runs, as far as the text itself says.
import type { ArticleText } from '../article.js';

const CREDIT = /^[ \t]*(?:source|via|credit|agency|agencies)[ \t]*:[ \t]*([^\n]{2,80})$/gim;
const DATELINE = /^[^\n]{0,80}?\((\p{Lu}[\p{L}\p{N} .&-]{1,40})\)[ \t]*(?:-{1,2}|–|—)[ \t]/mu;
const HEAD = 1500;

/** The agencies a credit line names: the page that runs it is another's, so that the agency is a relay. */
export function creditedAgencies(article: ArticleText): string[] {
  const agencies: string[] = [];
  for (const block of article.blocks)
    if (block.kind === 'credit') agencies.push(...namesIn(article.text.slice(block.start, block.end)));
  for (const line of [article.text.slice(0, HEAD), article.text.slice(-HEAD)])
    for (const found of line.matchAll(CREDIT)) agencies.push(...namesIn(found[1]!));
  return [...new Set(agencies)];
}

const namesIn = (line: string): string[] =>
  line
    .replace(/^[^:\n]{0,20}:/, '')
    .split(/[,;/|&]| and /)
    .map((name) => name.trim())
    .filter((name) => /^\p{Lu}/u.test(name));

/** Told, or read off a dateline: "(ODS) --". */
export const publisherOf = (article: ArticleText): string | null =>
  article.publisher ?? DATELINE.exec(article.text.slice(0, HEAD))?.[1] ?? null;
