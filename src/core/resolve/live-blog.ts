// Live blogs: where entries begin with the time of day, an entry's words were said on the day of the last date above it.
import type { ArticleText } from '../article.js';
import { daysIn } from './said-on.js';
import type { Wording } from './wording.js';

const CLOCK = /^[^\p{L}\p{N}]{0,6}\d{1,2}[:.h]\d{2}(?!\d)/u;
const DATE_LINE = 14;

/** The day of a sentence's entry, null outside live blogs. */
export function clockDays(article: ArticleText, wording: Wording): (sentence: number) => string | null {
  const isEntry = article.blocks.map((block) =>
    CLOCK.test(article.text.slice(block.start, block.start + 16)),
  );
  if (isEntry.filter(Boolean).length < 2) return () => null;
  const days = new Map<number, string | null>();
  let day = article.publishedOn;
  let entered = false;
  wording.sentences.forEach(({ first, last, block }, sentence) => {
    if (isEntry[block]) entered = true;
    else if (last - first <= DATE_LINE) {
      const [named] = daysIn(wording.words, first, last, article.publishedOn);
      if (named && /\d/.test(article.text.slice(wording.words[first]!.start, wording.words[last - 1]!.end))) {
        day = named.day;
        entered = false;
      }
    }
    days.set(sentence, entered ? day : null);
  });
  return (sentence) => days.get(sentence) ?? null;
}
