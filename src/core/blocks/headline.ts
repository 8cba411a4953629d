// Which of the lines above a story is its headline.
import type { Article, Block } from '../article.js';
import type { Stretch } from './stretch.js';

/** Letterheads and section names, which stand above a headline. */
const LETTERHEAD =
  /^(?:(?:the )?(?:ministry|department|office|embassy|government|republic|kingdom|state|permanent mission|bureau|agency|directorate|press office|municipality) (?:of|for)\b|(?:release|ref|no)\.? )/i;

/** The index of the headline among the candidate lines, or -1. Menus above it are shorter than any headline. */
export function headlineAmong(lines: readonly Stretch[], candidates: readonly number[]): number {
  const fit = candidates.filter((at) => lines[at]!.words >= 3 && !LETTERHEAD.test(lines[at]!.head));
  if (fit[0] !== undefined && fit[0] === candidates[0] && standsAlone(lines, fit[0])) return fit[0];
  const long = fit.filter((at) => lines[at]!.words >= 5);
  return long[0] ?? fit[0] ?? candidates[0] ?? -1;
}

const standsAlone = (lines: readonly Stretch[], at: number): boolean =>
  lines[at]!.gapBefore && (lines[at + 1]?.gapBefore ?? true);

const LONGEST_TITLE = 200;

/** A title for an article that came without one: its headline, or the opening of its text. */
export function titleOf(text: string, blocks: readonly Block[]): Article['title'] {
  const block =
    blocks.find(({ kind }) => kind === 'headline') ?? blocks.find(({ setAside }) => !setAside) ?? blocks[0];
  if (!block) return '';
  const words = text
    .slice(block.start, Math.min(block.end, block.start + LONGEST_TITLE + 1))
    .replace(/\s+/g, ' ')
    .trim();
  if (block.end - block.start <= LONGEST_TITLE) return words;
  return `${words.slice(0, words.lastIndexOf(' ', LONGEST_TITLE - 1)).trimEnd()}…`;
}
