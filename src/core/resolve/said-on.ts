// The day of saying: a day that stands with the cue, resolved backwards from publication. A day that dates what was
// spoken of, or a clause about the speaker, is left alone; where the text gives no single day there is none.
import type { Scope } from './scope.js';
import type { Word } from './wording.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAY =
  /^(?:(sun|mon|tues?|wed|thurs?|fri|sat)\.|(sunday|monday|tuesday|wednesday|thursday|friday|saturday))$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)$/;
const DAY_OF_MONTH = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:19|20)\d\d$/;
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Words before a day in its clause that make it the day of something else. */
const ELSEWHERE =
  /^(?:after|following|since|before|until|till|ahead|who|whom|which|whose|when|where|while|as|during|despite|from|by|due|scheduled|planned|expected|killed|held|starting|beginning|because|for|between|amid|if|whether|how|why|what)$/;
const DOCUMENT_BEFORE =
  /^(?:statement|letter|email|e-mail|message|memo|note|post|tweet|filing|report|interview|communique|communiqué|article|speech|address|briefing|conference|call|text|remarks|comments|broadcast|release)$/;
const OPENERS =
  /^(?:on|late|early|earlier|later|also|and|but|then|meanwhile|again|speaking|writing|in|a|an|the|at|separately|however|just|only|night|morning|afternoon|evening|midday|noon|,|to|with|his|her|its|their|news|press|local|told|separate|written|joint|television|radio|tv|interview|dated|given|issued|published|sent|posted|released|open|giving|evidence|testifying|appearing|addressing|announcing|answering|replying|responding|questioned|asked|parliament|court|reporters|journalists|council|supporters|lawmakers|state|national|public)$/;

export interface FoundDay {
  readonly day: string;
  /** Words [first, last) of the expression. */
  readonly first: number;
  readonly last: number;
}

/** All single days named in words [first, last), in text order. */
export function daysIn(
  words: readonly Word[],
  first: number,
  last: number,
  publishedOn: string | null,
): FoundDay[] {
  const days: FoundDay[] = [];
  for (let at = first; at < last; at++) {
    const found = dayAt(words, at, last, publishedOn);
    if (!found) continue;
    days.push(found);
    at = found.last - 1;
  }
  return days;
}

const STARTS_DAY = new Set(['today', 'tonight', 'yesterday', 'this', 'last']);

function dayAt(
  words: readonly Word[],
  at: number,
  last: number,
  publishedOn: string | null,
): FoundDay | null {
  const word = words[at]!;
  const { lower } = word;
  if (word.kind !== 'word' || !(word.capital || STARTS_DAY.has(lower) || words[at + 1]?.lower === 'days'))
    return null;
  const weekday = WEEKDAY.exec(lower);
  if (weekday && word.capital) return weekdayAt(words, at, weekday[1] ?? weekday[2]!, publishedOn);
  if (MONTH.test(lower) && word.capital) return dateAt(words, at, last, publishedOn);
  if (!publishedOn) return null;
  const next = words[at + 1]?.lower ?? '';
  if (lower === 'today' || lower === 'tonight') return { day: publishedOn, first: at, last: at + 1 };
  if (lower === 'yesterday') return { day: daysBefore(publishedOn, 1), first: at, last: at + 1 };
  if (lower === 'this' && /^(?:morning|afternoon|evening)$/.test(next))
    return { day: publishedOn, first: at, last: at + 2 };
  if (lower === 'last' && next === 'night')
    return { day: daysBefore(publishedOn, 1), first: at, last: at + 2 };
  if (next === 'days' && words[at + 2]?.lower === 'ago') {
    const count = NUMBERS.indexOf(lower) > 0 ? NUMBERS.indexOf(lower) : Number(lower);
    return count > 0 && count < 400 ? { day: daysBefore(publishedOn, count), first: at, last: at + 3 } : null;
  }
  return null;
}

function weekdayAt(
  words: readonly Word[],
  at: number,
  name: string,
  publishedOn: string | null,
): FoundDay | null {
  if (!publishedOn || words[at + 1]?.kind === 'owner') return null;
  if (/^(?:next|coming|every|each|following|previous)$/.test(words[at - 1]?.lower ?? '')) return null;
  const wanted = WEEKDAYS.findIndex((day) => day.startsWith(name));
  const today = new Date(`${publishedOn}T00:00:00Z`).getUTCDay();
  const back = (today - wanted + 7) % 7;
  return { day: daysBefore(publishedOn, back), first: at, last: at + 1 };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "30 April", "May 2, 2024", "9 June 2021"; a date without a year is the last one not in the future. */
function dateAt(
  words: readonly Word[],
  at: number,
  last: number,
  publishedOn: string | null,
): FoundDay | null {
  const before = words[at - 1];
  const first = before && DAY_OF_MONTH.test(before.lower) ? at - 1 : at;
  let end = at + 1;
  if (first === at) {
    if (at + 1 >= last || !DAY_OF_MONTH.test(words[at + 1]!.lower)) return null;
    end = at + 2;
  }
  const day = Number.parseInt(words[first === at ? at + 1 : first]!.lower, 10);
  const month = MONTHS.indexOf(words[at]!.lower.slice(0, 3));
  const comma = words[end]?.text === ',' ? 1 : 0;
  const year = YEAR.test(words[end + comma]?.lower ?? '') ? Number(words[end + comma]!.lower) : null;
  if (year !== null) end += comma + 1;
  const found = year === null ? lastBefore(publishedOn, month, day) : calendarDay(year, month, day);
  return found ? { day: found, first, last: end } : null;
}

function lastBefore(publishedOn: string | null, month: number, day: number): string | null {
  if (!publishedOn) return null;
  const year = Number(publishedOn.slice(0, 4));
  const found = calendarDay(year, month, day);
  return found && found <= publishedOn ? found : calendarDay(year - 1, month, day);
}

/** Null for 31 June. */
function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month ? date.toISOString().slice(0, 10) : null;
}

export function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}

/** The day of saying that stands in the scope of the cue, or null. */
export function dayOfSaying(
  words: readonly Word[],
  scope: Scope,
  publishedOn: string | null,
  earlier: () => string | null,
): string | null {
  const counted = daysLater(words, scope, earlier);
  if (counted) return counted;
  let best: { day: string; distance: number } | null = null;
  for (const found of daysIn(words, scope.first, scope.last, publishedOn)) {
    if (!scope.holds(found.first) || inSource(scope, found) || ofRelay(words, found)) continue;
    const distance = datesTheCue(words, scope, found);
    if (distance >= 0 && (!best || distance < best.distance)) best = { day: found.day, distance };
  }
  return best?.day ?? null;
}

const inSource = ({ source }: Scope, found: FoundDay): boolean =>
  source !== null && source.first <= found.first && found.last <= source.last;

/** "reprinted on Friday by …": the relay's day. */
function ofRelay(words: readonly Word[], found: FoundDay): boolean {
  const verb = words[found.first - 1]?.lower === 'on' ? words[found.first - 2] : words[found.first - 1];
  return words[found.last]?.lower === 'by' && /(?:ed|cast|run)$/.test(verb?.lower ?? '');
}

/** How many words away the day stands when it dates the cue, -1 when it dates something else. */
function datesTheCue(words: readonly Word[], scope: Scope, found: FoundDay): number {
  if (found.first >= scope.cue.last) return afterCue(words, scope, found);
  return beforeCue(words, scope, found);
}

function afterCue(words: readonly Word[], scope: Scope, found: FoundDay): number {
  let said = 0;
  for (let at = scope.cue.last; at < found.first; at++) {
    const word = words[at]!;
    if (!scope.holds(at)) {
      if (said++ === 0 && found.first - endOfGap(scope, at, found.first) > 2) return -1;
      continue;
    }
    if (/^[;:.?!]$/.test(word.text)) return -1;
    if (inRange(scope.source, at)) continue;
    if (ELSEWHERE.test(word.lower) && !/^(?:from|by)$/.test(word.lower)) return -1;
    if (/^(?:from|by)$/.test(word.lower) && at >= found.first - 2) return -1;
    if (word.lower === 'that' && at + 1 < found.first) return -1;
  }
  return found.first - scope.cue.last;
}

function endOfGap(scope: Scope, from: number, to: number): number {
  let end = from;
  for (let at = from; at < to; at++) if (!scope.holds(at)) end = at + 1;
  return end;
}

const inRange = (range: { first: number; last: number } | null, at: number): boolean =>
  range !== null && range.first <= at && at < range.last;

/** Before the cue a day counts at the head of the sentence, with the document said in, or right before the cue. */
function beforeCue(words: readonly Word[], scope: Scope, found: FoundDay): number {
  const clause = Math.max(
    clauseStart(words, scope, found.first),
    scope.source && scope.source.last <= found.first ? scope.source.last : 0,
  );
  const lead = words.slice(clause, found.first);
  if (lead.some((word) => ELSEWHERE.test(word.lower))) return -1;
  const distance = scope.cue.first - found.last;
  if (
    distance <= 2 &&
    !words.slice(found.last, scope.cue.first).some((word) => word.kind === 'word' && word.capital)
  )
    return distance;
  const near = words.slice(Math.max(clause, found.first - 8), found.first);
  const documented = near.some((word) => DOCUMENT_BEFORE.test(word.lower));
  if (documented && near.slice(-2).some((word) => /^(?:of|dated|on)$/.test(word.lower))) return distance;
  const opens = lead.every(
    (word) =>
      OPENERS.test(word.lower) ||
      word.capital ||
      DOCUMENT_BEFORE.test(word.lower) ||
      (documented && word.kind === 'word'),
  );
  if (!opens && !inAnotherMajorPhrase(lead)) return -1;
  return hasVerbBetween(words, scope, found) ? -1 : distance;
}

/** "Earlier, in another major development on Friday, …": a phrase that sets the time of what follows. */
function inAnotherMajorPhrase(lead: readonly Word[]): boolean {
  const start = lead.findIndex(
    (word) => word.kind === 'word' && !/^(?:earlier|later|meanwhile|also|separately)$/.test(word.lower),
  );
  return (
    start >= 0 &&
    lead[start]!.lower === 'in' &&
    lead.slice(start).every((word) => word.kind === 'word') &&
    !lead.some((word) => /(?:ed|ing)$/.test(word.lower))
  );
}

/** Between a day at the head and the cue, a comma and "and" or "but" closes another clause. */
function hasVerbBetween(words: readonly Word[], scope: Scope, found: FoundDay): boolean {
  for (let at = found.last; at < scope.cue.first; at++) {
    if (inRange(scope.source, at) || !scope.holds(at)) continue;
    if (/^(?:and|but|;)$/.test(words[at]!.lower) && scope.source && at < scope.source.first) return true;
  }
  return false;
}

function clauseStart(words: readonly Word[], scope: Scope, at: number): number {
  for (let back = at - 1; back >= scope.first; back--) {
    if (!scope.holds(back) || /^[;:(–—|]$/.test(words[back]!.text)) return back + 1;
    if (words[back]!.text === ',' && closesClause(words, scope, back)) return back + 1;
  }
  return scope.first;
}

/** A comma that ends a relative clause or an apposition lets what follows start anew. */
const closesClause = (words: readonly Word[], scope: Scope, comma: number): boolean => {
  for (let back = comma - 1; back >= scope.first; back--) {
    const word = words[back]!;
    if (word.text === ',') return /^(?:who|which|whose|where|when|a|an|the)$/.test(words[back + 1]!.lower);
  }
  return false;
};

/** "two days later", "the next day": counted from the last day the text named. */
function daysLater(words: readonly Word[], scope: Scope, earlier: () => string | null): string | null {
  for (let at = scope.first; at < scope.last; at++) {
    if (!scope.holds(at)) continue;
    const [one, two, three] = [words[at]!.lower, words[at + 1]?.lower, words[at + 2]?.lower];
    if (
      (one === 'the' && (two === 'next' || two === 'following') && three === 'day') ||
      (one === 'a' && two === 'day' && three === 'later')
    )
      return counted(earlier(), -1);
    if (two !== 'days' || (three !== 'later' && three !== 'earlier' && three !== 'before')) continue;
    if (three === 'before' && words[at + 3]?.kind === 'word') continue;
    const count = NUMBERS.indexOf(one!) > 0 ? NUMBERS.indexOf(one!) : Number(one);
    if (count > 0 && count < 100) return counted(earlier(), three === 'later' ? -count : count);
  }
  return null;
}

const counted = (from: string | null, back: number): string | null =>
  from === null ? null : daysBefore(from, back);
