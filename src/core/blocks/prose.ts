// Forms of running text that are no plain paragraph: list items, and quotations set as blocks.
import type { Stretch } from './stretch.js';

const BULLET = /^(?:[•▪●◦‣·*✔✓➤►] ?|[-–—―] (?!.* [-–—―] ))(?=\S)/u;
const NUMBER = /^(?:\d{1,2}[.)]|\([a-z0-9]{1,2}\)|[a-z]\)) \S/;

export const isListItem = (line: Stretch): boolean =>
  (BULLET.test(line.head) && !/^\*[^*]+\*/.test(line.head)) || NUMBER.test(line.head);

/** A line quoted as in a mail ("> …"), or a quotation signed with a dash: “…” – Name. */
export const isQuoteBlock = (line: Stretch): boolean =>
  /^> ?\S/.test(line.head) ||
  (/^["“„«‘]/.test(line.head) && /["”“»’] ?[-–—―]{1,2} ?\p{Lu}[^.!?"”]{1,58}$/u.test(line.tail));
