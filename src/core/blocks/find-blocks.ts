// Plain text → blocks. Reads each line for what it is by its wording, then by where it stands: before the first
// sentences of the story, among them, or after the last.
import type { Block, BlockKind } from '../article.js';
import { isByline, isNameInCapitals, isPlaceOfReporter } from './byline.js';
import { isCaption } from './caption.js';
import { isCredit } from './credit.js';
import { isDatelineLine } from './dateline.js';
import { isAdvertisementMark, isFurniture, opensOtherStories } from './furniture.js';
import { headlineAmong } from './headline.js';
import { isListItem, isQuoteBlock } from './prose.js';
import { isCommentHeader, looksSigned } from './reader-comment.js';
import { type Stretch, splitStretches } from './stretch.js';
import { tableRows } from './table.js';

/** Kinds that are kept and shown, but never read for statements. */
const SET_ASIDE: ReadonlySet<BlockKind> = new Set([
  'furniture',
  'credit',
  'byline',
  'caption',
  'table',
  'comment',
]);

/**
 * The blocks of a plain text, in text order; between them stands only white space, so nothing is dropped.
 * Lines may be paragraphs, or wrapped by hand; blank lines may part them or not.
 */
export function findBlocks(text: string): Block[] {
  const lines = splitStretches(text);
  const kinds = kindsByWording(lines);
  const { first, last } = bodyOf(lines, kinds);
  setTop(lines, kinds, first);
  setBody(lines, kinds, first, last);
  setBottom(lines, kinds, last);
  return lines.map(({ start, end }, at) => {
    const kind = kinds[at] ?? 'paragraph';
    return { start, end, kind, setAside: SET_ASIDE.has(kind) };
  });
}

type Kinds = (BlockKind | null)[];

/** What a line is by its own words, whatever stands around it; null when they do not tell. */
function kindsByWording(lines: readonly Stretch[]): Kinds {
  const inTable = tableRows(lines);
  const kinds: Kinds = lines.map((line, at) => (inTable.has(at) ? 'table' : kindByWording(line)));
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (
      isAdvertisementMark(line) &&
      next &&
      kinds[at + 1] === null &&
      !next.endsSentence &&
      !next.gapBefore
    ) {
      kinds[at + 1] = 'furniture';
    }
    if (kinds[at] === 'byline' && next && kinds[at + 1] === null && isPlaceOfReporter(next))
      kinds[at + 1] = 'byline';
  }
  return kinds;
}

function kindByWording(line: Stretch): BlockKind | null {
  if (line.words > 70) return null;
  if (isCredit(line)) return 'credit';
  if (isDatelineLine(line)) return 'dateline';
  if (isFurniture(line) || isCommentHeader(line)) return 'furniture';
  if (isCaption(line)) return 'caption';
  if (isByline(line)) return 'byline';
  return null;
}

/** The first and last line of running text: [first, last]. Without any, every line counts. */
function bodyOf(lines: readonly Stretch[], kinds: Kinds): { first: number; last: number } {
  const isText = (at: number): boolean => {
    const line = lines[at]!;
    const closed = line.endsSentence ? 6 : line.tail.endsWith(':') ? 12 : 25;
    return kinds[at] === null && line.words >= closed;
  };
  const found = lines.map((_, at) => at).filter(isText);
  if (found.length === 0) return { first: 0, last: lines.length - 1 };
  const asksFirst =
    found.length > 1 && found[0] === kinds.indexOf(null) && isQuestionHeadline(lines[found[0]!]!);
  return { first: asksFirst ? found[1]! : found[0]!, last: lastOfBody(lines, kinds, found) };
}

const isQuestionHeadline = (line: Stretch): boolean =>
  line.words <= 16 && /[?!]$/.test(line.tail) && !/[.?!] \p{Lu}/u.test(line.head);

/** Text under a heading for readers' comments is no longer the story. */
function lastOfBody(lines: readonly Stretch[], kinds: Kinds, found: readonly number[]): number {
  const header = lines.findIndex(
    (line, at) => at > found[0]! && isCommentHeader(line) && lines.slice(at + 1, at + 6).some(looksSigned),
  );
  if (header < 0) return found.at(-1)!;
  for (let at = header + 1; at < lines.length; at++) if (kinds[at] === null) kinds[at] = 'comment';
  return found.filter((at) => at < header).at(-1)!;
}

/** Above the story: menus, the headline, a standfirst, names and dates. */
function setTop(lines: readonly Stretch[], kinds: Kinds, first: number): void {
  const candidates: number[] = [];
  for (let at = 0; at < first; at++) if (kinds[at] === null) candidates.push(at);
  const headline = headlineAmong(lines, candidates);
  for (const at of candidates) {
    const line = lines[at]!;
    if (at === headline) kinds[at] = 'headline';
    else if (at < headline) kinds[at] = 'furniture';
    else if (isListItem(line)) kinds[at] = 'list_item';
    else if (isQuoteBlock(line)) kinds[at] = 'block_quote';
    else if (isNameInCapitals(line)) kinds[at] = 'byline';
    else if (isPlaceOfReporter(line) && kinds[at - 1] === 'byline') kinds[at] = 'byline';
    else kinds[at] = line.words <= 3 && !line.endsSentence ? 'furniture' : 'subheading';
  }
}

function setBody(lines: readonly Stretch[], kinds: Kinds, first: number, last: number): void {
  for (let at = first; at <= last; at++) {
    if (kinds[at] !== null) continue;
    const line = lines[at]!;
    if (isListItem(line)) kinds[at] = 'list_item';
    else if (isQuoteBlock(line)) kinds[at] = 'block_quote';
    else kinds[at] = isCrosshead(line, lines[at + 1]) ? 'subheading' : 'paragraph';
  }
}

/** A short line without a stop among paragraphs. A question may head a passage too, if it stands alone. */
function isCrosshead(line: Stretch, next: Stretch | undefined): boolean {
  if (line.words > 12 || !next) return false;
  if (/[:;,]["'”’]?$|^["“„«‘]/.test(line.tail) || /^["“„«‘]|^\d{1,2}[:.]\d\d\b/.test(line.head)) return false;
  if (/^[\p{Lu}][\p{L}\p{M}.'’ -]{0,40}: /u.test(line.head)) return false;
  if (!line.endsSentence) return /^[\p{Lu}\p{N}]/u.test(line.head);
  return (
    line.words <= 6 &&
    line.gapBefore &&
    next.gapBefore &&
    /^(?:what|why|how|who|where|when|is|are)\b[^.?!]*\?$/i.test(line.head)
  );
}

/** Below the story: other stories, menus, comments. A last list or quotation still belongs to it. */
function setBottom(lines: readonly Stretch[], kinds: Kinds, last: number): void {
  let others = false;
  for (let at = last + 1; at < lines.length; at++) {
    const line = lines[at]!;
    others ||= opensOtherStories(line);
    if (kinds[at] !== null) continue;
    if (others) kinds[at] = 'furniture';
    else if (isListItem(line)) kinds[at] = 'list_item';
    else if (isQuoteBlock(line)) kinds[at] = 'block_quote';
    else kinds[at] = line.endsSentence ? 'paragraph' : 'furniture';
  }
}
