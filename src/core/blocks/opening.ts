// What stands before the first word of a sentence without belonging to it: a clock time, a date with a colon,
// a kicker ("LIVE:", "Correction:"), a bullet, a dateline, a credit ("From Interpress:"), a pictogram.
import { findDateline } from './dateline.js';

const LONGEST = 160;

const MARKS = /^(?:[\s•▪●◦‣·*–—―>-]|\p{Extended_Pictographic}|\uFE0F)+/u;
const NUMBER = /^(?:\d{1,2}[.)]|\([a-z0-9]\)) /;
const CLOCK =
  /^\(?\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?\)?(?: (?:GMT|UTC|CET|CEST|EST|EDT|BST|IST))?(?: ?[:|–—―-])? /i;
const DATED =
  /^(?:(?:on )?(?:\d{1,2} )?(?:early |mid-|late )?(?:\p{Lu}[\p{L}.]{2,10} )?(?:\d{1,2}, )?\d{4}|\p{Lu}[\p{L}.]{2,10} \d{1,2}|\d{1,2} \p{Lu}[\p{L}.]{2,10}) ?(?::| [–—―-]) /u;
const KICKER =
  /^(?:(?:breaking(?: news)?|live(?: updates?| blog)?|as it happened|factbox|explainer|explained|timeline|update \d+|updated?|exclusive|analysis|opinion|comment|press review|fact[- ]?check|correction|clarification|editor['’]s note|watch|video|photos|in pictures|just in|recap|summary|profile|background|obituary|review|report|special report|news analysis|key points|what we know|q&a|q & a|interview|podcast|newsletter|editorial)(?: ?[:|–—―]| ?-) ?)/i;

/** "From the Interpress news agency: …": whose dispatch it is. */
const CREDIT = /^From (?:the )?\p{Lu}[^:,.;"“”?!]{1,50}: (?=["“‘«]?[\p{Lu}\p{N}])/u;

/** "PRESENTER: …": whoever reads out what the house itself says. */
const STUDIO =
  /^(?:presenter|host|anchor|newsreader|newscaster|narrator|announcer|voice[- ]?over|studio)(?: \([^)]{0,40}\))? ?: /i;

export const opensInStudio = (block: string): boolean => STUDIO.test(block);

/** Patterns over all letters of all scripts are dear to build: a plain look decides whether any is needed. */
const PLAIN_START = /^[A-Za-z“"‘'«]/;
const SEPARATED = /[:|–—―]| -/;

/** Offset in `sentence` of its first own word. `startsBlock` allows a dateline. */
export function skipOpening(sentence: string, startsBlock: boolean): number {
  const head = sentence.slice(0, LONGEST);
  let at = 0;
  const skip = (pattern: RegExp): void => {
    at += pattern.exec(head.slice(at))?.[0].length ?? 0;
  };
  const skipMarks = (): void => {
    if (!PLAIN_START.test(head.slice(at))) skip(MARKS);
  };
  skipMarks();
  if (startsBlock) {
    if (/^[\d(]/.test(head.slice(at))) {
      skip(NUMBER);
      skip(CLOCK);
      skipMarks();
    }
    at += findDateline(head.slice(at))?.end ?? 0;
    if (SEPARATED.test(head.slice(at, at + 40))) skip(DATED);
  }
  if (SEPARATED.test(head.slice(at, at + 40))) {
    skip(KICKER);
    if (startsBlock) skip(STUDIO);
  }
  if (head.startsWith('From ', at)) skip(CREDIT);
  skipMarks();
  return at < sentence.length ? at : 0;
}
