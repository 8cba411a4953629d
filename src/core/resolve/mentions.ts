// Every phrase of an article that can stand for a speaker: the sources the tagger found, taken to their full extent,
// and the names and descriptions around them that pronouns and short forms go back to.
import { findDateline } from '../blocks/dateline.js';
import type { Span } from '../span.js';
import { nameAfterClause, withAppositions } from './appositions.js';
import { jointRuns } from './joint-speakers.js';
import { HANDING, isMessenger, THROUGH } from './messengers.js';
import { knownNames } from './non-names.js';
import { isNoun, isPersonNoun, isPersonPlural } from './nouns.js';
import { openPhrases, type Run } from './open-phrases.js';
import { type Phrase, parsePhrase } from './phrase.js';
import { DEFINITE, PREPOSITIONS, PRONOUNS } from './phrase-words.js';
import { CARRIED, CITING } from './relays.js';
import { type Word, type Wording, wordsIn } from './wording.js';

export interface Mention {
  readonly phrase: Phrase;
  readonly sentence: number;
  /** Index into the sources given, -1 for a phrase nobody is quoted by. */
  readonly source: number;
  /** The source that names this one beside another, as in "Roe and Doe said"; -1 for none. */
  readonly beside: number;
  /** First phrase of its sentence: most likely its subject. */
  readonly leads: boolean;
  /** In a heading, where nobody has been introduced yet. */
  readonly heading: boolean;
}

/** All mentions in text order; those of `sources` carry their index. */
export function findMentions(
  wording: Wording,
  sources: readonly (Span | null)[],
  contents: readonly (readonly Span[])[],
  cues: readonly Span[],
  headingBlocks: ReadonlySet<number>,
): Mention[] {
  const { sentences } = wording;
  const words = openingAnew(wording, withCues(wording.words, cues, sources), sources);
  const known = knownNames(wording);
  const found: (Run & { source: number; beside?: number })[] = [];
  const wanted = sourceWords(words, sources, contents);
  let next = 0;
  for (const { first: start, last, block } of sentences) {
    let first = start;
    while (first < last && words[first]!.kind === 'mark') first++;
    const open = headingBlocks.has(block)
      ? []
      : withCited(words, openPhrases(words, first, last, known), first, last);
    let at = 0;
    for (; next < wanted.length && wanted[next]!.first < last; next++) {
      const source = wanted[next]!;
      while (at < open.length && open[at]!.last <= source.first) found.push({ ...open[at++]!, source: -1 });
      const joint = jointRuns(words, open, at, source);
      if (joint) {
        found.push({ ...joint.one, source: source.source });
        found.push({ ...joint.other, source: -1, beside: source.source });
        while (at < open.length && open[at]!.first < joint.other.last) at++;
        continue;
      }
      found.push(appositionsOf(words, widened(words, source, open, at), last));
      const end = found[found.length - 1]!.last;
      for (; at < open.length && open[at]!.first < end; at++)
        if (words[open[at]!.first - 1]?.lower === 'by' && open[at]!.first > source.first)
          found.push({ ...open[at]!, source: -1 });
    }
    for (; at < open.length; at++) found.push({ ...open[at]!, source: -1 });
  }
  let sentence = -1;
  return found.map(({ first, last, source, beside = -1 }) => {
    const own = words[first]!.sentence;
    const leads = own !== sentence && !PREPOSITIONS.has(words[first - 1]?.lower ?? '');
    sentence = own;
    return {
      phrase: parsePhrase(words, first, last),
      sentence: own,
      source,
      beside,
      leads,
      heading: headingBlocks.has(sentences[own]!.block),
    };
  });
}

/** Who is cited can speak, and who cites or carries, whatever the phrase: "quoting the civil defence", "seen by local media". */
function withCited(
  words: readonly Word[],
  given: readonly Run[],
  first: number,
  last: number,
): readonly Run[] {
  let open = given;
  const added: Run[] = [];
  const clashes =
    (run: Run) =>
    (other: Run): boolean =>
      other.first < run.last && run.first < other.last;
  const add = (run: Run): void => {
    if (run.last > run.first && !open.some(clashes(run)) && !added.some(clashes(run))) added.push(run);
  };
  for (let at = first; at < last - 1; at++) {
    const { lower } = words[at]!;
    if (CITING.has(lower)) {
      if (at === first + 1 && words[first]!.capital && words[first]!.text.length > 2)
        add({ first, last: at });
      if (DEFINITE.has(words[at + 1]!.lower)) add({ first: at + 1, last: endOfCited(words, at + 1, last) });
    }
    if (THROUGH.has(lower) && words[at]!.kind === 'word') {
      const end = endOfCited(words, at + 1, last);
      if (isMessenger(words, at + 1, end)) add({ first: at + 1, last: end });
    }
    if (lower === 'by' && handed(words, at, first)) {
      // "handed to reporters by his daughter": the reporters are not by anybody.
      open = open.map((run) => (run.first < at && at < run.last ? { ...run, last: at } : run));
      add({ first: at + 1, last: endOfCited(words, at + 1, last) });
    }
  }
  return added.length === 0 ? open : [...open, ...added].sort((a, b) => a.first - b.first);
}

/** "read by", "read out by", "passed to this paper by". */
function handed(words: readonly Word[], by: number, first: number): boolean {
  const before = words[by - 1]?.lower ?? '';
  if (CARRIED.has(before)) return true;
  for (let at = by - 1; at >= first && by - at <= 5 && words[at]!.kind === 'word'; at--)
    if (HANDING.has(words[at]!.lower)) return isMessenger(words, by + 1, Math.min(words.length, by + 6));
  return false;
}

function endOfCited(words: readonly Word[], first: number, last: number): number {
  let end = first;
  while (
    end < last &&
    end < first + LONGEST_CITED &&
    words[end]!.kind === 'word' &&
    !AFTER_CITED.has(words[end]!.lower)
  )
    end++;
  return end;
}

const LONGEST_CITED = 6;
const AFTER_CITED = new Set(
  'as that who which said says saying reported in on at of from for and'.split(' '),
);

/**
 * A place and an agency before the story begins are nobody in it, and the first word after them opens a sentence; "LEE:"
 * before what Lee says is no place.
 */
function openingAnew(
  { text, sentences }: Wording,
  given: readonly Word[],
  sources: readonly (Span | null)[],
): readonly Word[] {
  const begun = new Set(sources.map((source) => source?.start));
  const words = [...given];
  sentences.forEach(({ first, last, block }, at) => {
    if (block === sentences[at - 1]?.block || first >= last) return;
    const { start } = words[first]!;
    if (begun.has(start)) return;
    const dateline = findDateline(text.slice(start, start + LONGEST_DATELINE));
    let next = first;
    for (; dateline && next < last && words[next]!.start < start + dateline.end; next++)
      words[next] = { ...words[next]!, kind: 'mark' };
    if (next > first && next < last) words[next] = { ...words[next]!, opens: true };
  });
  return words;
}

const LONGEST_DATELINE = 120;

/** A cue ends any phrase: "the note lists" names a note. Nouns a cue has taken from the source go back to it. */
function withCues(
  words: readonly Word[],
  cues: readonly Span[],
  sources: readonly (Span | null)[],
): readonly Word[] {
  const marked = [...words];
  const inSource = new Set<number>();
  for (const source of sources) {
    if (!source) continue;
    const { first, last } = wordsIn(words, source);
    for (let at = first; at < last; at++) inSource.add(at);
  }
  for (const cue of cues) {
    const { first, last } = wordsIn(words, cue);
    for (let at = inSource.has(first - 1) ? afterNouns(words, first, last) : first; at < last; at++)
      if (words[at]!.kind === 'word' && !words[at]!.capital && !inSource.has(at))
        marked[at] = { ...words[at]!, kind: 'mark' };
  }
  return marked;
}

function afterNouns(words: readonly Word[], first: number, last: number): number {
  for (let at = last - 2; at >= first; at--) if (isNoun(words[at]!.lower)) return at + 1;
  return first;
}

/** Goes on over an apposition the tagger has left out, and over the name after "alias". */
function appositionsOf(
  words: readonly Word[],
  source: Run & { source: number },
  limit: number,
): Run & { source: number } {
  let { last } = source;
  if (/^(?:alias|aka|named|called|nicknamed)$/.test(words[last - 1]!.lower)) {
    let at = last;
    while (at < limit && words[at]!.kind === 'mark' && at < last + 2) at++;
    while (at < limit && words[at]!.capital) last = ++at;
  }
  if (source.last - source.first > 12) return source;
  const whole = withAppositions(words, source.first, last, limit);
  return { ...source, last: whole > last ? whole : nameAfterClause(words, source.first, last, limit) };
}

interface Source extends Run {
  readonly source: number;
  /** Where what it said before ends in the text, or -1. */
  readonly after: number;
}

function sourceWords(
  words: readonly Word[],
  sources: readonly (Span | null)[],
  contents: readonly (readonly Span[])[],
): Source[] {
  const wanted: Source[] = [];
  sources.forEach((span, source) => {
    if (!span) return;
    let { first, last } = wordsIn(words, span);
    last = beforeCitation(words, first, last);
    while (last > first && words[last - 1]!.kind !== 'word') last--;
    if (last - first > 1 && /^(?:by|from)$/.test(words[first]!.lower)) first++;
    while (first < last - 1 && (words[first]!.kind !== 'word' || CLOCK.test(words[first]!.text))) first++;
    if (last <= first) return;
    const after = contents[source]!.reduce((end, own) => (own.end <= span.start ? own.end : end), -1);
    wanted.push({ first, last, source, after });
  });
  return wanted.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** "the daily X, citing two officials": who cites is one, who is cited another. */
function beforeCitation(words: readonly Word[], first: number, last: number): number {
  for (let at = first + 1; at < last - 1; at++)
    if (words[at]!.kind === 'mark' && CITING.has(words[at + 1]!.lower)) return at;
  return last;
}

/** "the know" of "sources in the know": a source that begins inside what somebody is described by. */
function holderBefore(words: readonly Word[], open: readonly Run[], first: number, from: number): number {
  const link = words[first - 1];
  if (!link || !/^(?:of|in|at|on|with|for|from)$/.test(link.lower)) return first;
  for (let at = Math.max(0, from - 2); at < open.length && open[at]!.last < first; at++) {
    const phrase = open[at]!;
    const head = words[phrase.last - 1]!.lower;
    if (phrase.last === first - 1 && (isPersonNoun(head) || isPersonPlural(head))) return phrase.first;
  }
  return first;
}

const CLOCK = /^\d{1,2}[:.h]\d{2}$/;

/** A source as far as its phrase reaches: the tagger may have left out a title before it or an apposition after it. */
function widened(
  words: readonly Word[],
  source: Source,
  open: readonly Run[],
  from: number,
): Run & { source: number } {
  if (source.last - source.first === 1 && PRONOUNS.has(words[source.first]!.lower)) return source;
  let { first, last } = source;
  for (let at = Math.max(0, from - 1); at < open.length && open[at]!.first < source.last + 1; at++) {
    const phrase = open[at]!;
    // "The nurse came back for a fourth, Jane Roe said": who is spoken of is not who speaks.
    if (phrase.last <= source.first || words[phrase.first]!.start < source.after) continue;
    first = Math.min(first, phrase.first);
    last = Math.max(last, phrase.last);
  }
  return { first: holderBefore(words, open, first, from), last, source: source.source };
}
