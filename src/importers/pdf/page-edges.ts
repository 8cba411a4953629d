// Headers, footers and page numbers: lines at the edge of a page that come again on others.
import type { PdfLine } from './page-lines.js';

/** How many lines from the top or the foot of a page can be its header or footer. */
const EDGE = 3;

/** The lines that are not part of the running text. */
export function edgeLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const edges = pages.map(edgesOf);
  const onPages = new Map<string, number>();
  for (const lines of edges) {
    for (const pattern of new Set(lines.map(patternOf)))
      onPages.set(pattern, (onPages.get(pattern) ?? 0) + 1);
  }
  const aside = new Set<PdfLine>();
  const often = Math.max(2, Math.ceil(pages.length * 0.3));
  for (const lines of edges)
    for (const line of lines)
      if (isPageNumber(line.text) || (pages.length > 1 && (onPages.get(patternOf(line)) ?? 0) >= often))
        aside.add(line);
  for (const lines of pages) for (const line of lines) if (!line.isUpright) aside.add(line);
  return aside;
}

function edgesOf(lines: readonly PdfLine[]): readonly PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return byHeight.length <= EDGE * 2 ? byHeight : [...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)];
}

/** Numbers change from page to page: "Page 3 of 7" is one header. */
const patternOf = (line: PdfLine): string => `${line.text.replace(/\d+/g, '#')} ${Math.round(line.y / 4)}`;

const isPageNumber = (text: string): boolean =>
  /^(?:page |p\. ?|[-–—] ?)?\d{1,4}(?: ?[-–—]| ?(?:of|\/) ?\d{1,4})?$/i.test(text);
