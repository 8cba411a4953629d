// The words that tell what a statement is about, so that two can be compared.
import { exact, type Span } from '../span.js';

const COMMON = new Set(
  (
    'the a an and or but of in on at to from by for with as is are was were be been has have had that this these those ' +
    'it its he she they his her their who which after before over into near under between during says said not no ' +
    'more than about some also will would could may'
  ).split(' '),
);

/** The stems of a content's words that tell something. */
export function tellingWords(text: string, content: readonly Span[]): Set<string> {
  const words = content.flatMap(
    (span) =>
      exact(text, span)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)).map(stem));
}

/** Enough of a stem to match "closes", "closed", "closing". */
const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/s$/, '');

export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
