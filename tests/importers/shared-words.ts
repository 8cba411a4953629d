// How far two readings of a page agree, counted in words; the order of blocks does not matter to it.
import { JSDOM } from 'jsdom';

/** Twice the words in common over all words of both: 1 when they are the same. `html` is what Readability returned. */
export function sharedWords(text: string, html: string): number {
  const parted = html.replace(
    /<\/?(?:p|div|h[1-6]|li|ul|ol|br|td|tr|th|table|section|article|time|blockquote|figure|figcaption)\b/g,
    ' $&',
  );
  const ours = text.match(/\S+/g) ?? [];
  const theirs = new JSDOM(parted).window.document.body.textContent?.match(/\S+/g) ?? [];
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of ours) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(word, count - 1);
  }
  return (2 * shared) / Math.max(1, ours.length + theirs.length);
}
