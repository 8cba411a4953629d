// Every phrase of an article that can stand for a speaker: the sources the tagger found, taken to their full extent,
// and the names and descriptions around them that pronouns and short forms go back to.
import type { Span } from '../span.js';
import { isHonorific, isParticle } from './name-forms.js';
import { isNoun, isPersonNoun, isPersonPlural, MEDIA_NOUNS, singular } from './nouns.js';
import {
  CLAUSE_WORDS,
  DEFINITE,
  INDEFINITE,
  isNumber,
  joinsName,
  NUMBER,
  OWNER_PRONOUNS,
  type Phrase,
  PREPOSITIONS,
  PRONOUNS,
  parsePhrase,
} from './phrase.js';
import { type Word, type Wording, wordsIn } from './wording.js';

export interface Mention {
  readonly phrase: Phrase;
  readonly sentence: number;
  /** Index into the sources given, -1 for a phrase nobody is quoted by. */
  readonly source: number;
  /** First phrase of its sentence: most likely its subject. */
  readonly leads: boolean;
  /** In a heading, where nobody has been introduced yet. */
  readonly heading: boolean;
}

const MODIFIERS = 5;
/** Between a name and the noun it goes with: "the Elbonian news agency". */
const ATTRIBUTIVE = new Set(
  (
    'news state national public private foreign defence defense interior health finance trade labour labor police military security ' +
    'air border human rights aid relief oil gas energy media consumer financial central federal regional provincial local city ' +
    'student football rugby cricket sports music film science research medical legal law civil armed naval coast fire rescue ' +
    'peace election electoral intelligence opposition ruling communist socialist liberal conservative green workers farmers'
  ).split(' '),
);
const onlyParticles = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isParticle(words[at]!.text)) return false;
  return true;
};

const attributive = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++)
    if (!ATTRIBUTIVE.has(words[at]!.lower) && !isParticle(words[at]!.text)) return false;
  return true;
};

const NOT_A_NAME = new Set(
  (
    'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december am pm gmt utc est cet bst ist covid tv ends photo image video read'
  ).split(' '),
);
/** April, June and August are names too: before a capital, or after a role. */
const notName = (words: readonly Word[], at: number): boolean => {
  const word = words[at]!;
  if (!NOT_A_NAME.has(word.lower)) return false;
  if (!/^(?:april|may|june|august)$/.test(word.lower)) return true;
  const next = words[at + 1];
  const before = words[at - 1];
  const namedAfter = next?.capital === true && !NOT_A_NAME.has(next.lower) && !/^\d/.test(next.text);
  return !(
    namedAfter &&
    (word.opens || before?.capital || isPersonNoun(before?.lower ?? '') || before?.kind === 'mark')
  );
};

const FUNCTION_START = new Set(
  (
    'if it is was are were not so yet here there this that these those when while as why how what who where after before ' +
    'under over in on at by for from with without during since until through although though because and but or nor ' +
    'also still even only just then now later earlier meanwhile however moreover according asked citing quoting ' +
    'speaking following instead perhaps maybe yes no well one two three four five six seven eight nine ten many most ' +
    'some several few all both each every another other such nothing nobody everyone everything hours days weeks ' +
    'today yesterday tomorrow tonight last next more less about around between among despite against unlike like ' +
    'once soon again never always often sometimes nearly almost additional do does did will would can could should ' +
    'please thank thanks let we you he she they i his her its their our my your to of up out off into'
  ).split(' '),
);

/** All mentions in text order; those of `sources` carry their index. */
export function findMentions(
  wording: Wording,
  sources: readonly (Span | null)[],
  cues: readonly Span[],
  headingBlocks: ReadonlySet<number>,
): Mention[] {
  const { sentences } = wording;
  const words = withCues(wording.words, cues, sources);
  const known = knownNames(wording);
  const found: { first: number; last: number; source: number }[] = [];
  const wanted = sourceWords(words, sources);
  let next = 0;
  for (const { first, last, block } of sentences) {
    const open = headingBlocks.has(block) ? [] : openPhrases(words, first, last, known);
    let at = 0;
    for (; next < wanted.length && wanted[next]!.first < last; next++) {
      const source = wanted[next]!;
      while (at < open.length && open[at]!.last <= source.first) found.push({ ...open[at++]!, source: -1 });
      found.push(appositionsOf(words, widened(words, source, open, at), last));
      const end = found[found.length - 1]!.last;
      for (; at < open.length && open[at]!.first < end; at++)
        if (words[open[at]!.first - 1]?.lower === 'by' && open[at]!.first > source.first)
          found.push({ ...open[at]!, source: -1 });
    }
    for (; at < open.length; at++) found.push({ ...open[at]!, source: -1 });
  }
  let sentence = -1;
  return found.map(({ first, last, source }) => {
    const own = words[first]!.sentence;
    const leads = own !== sentence && !PREPOSITIONS.has(words[first - 1]?.lower ?? '');
    sentence = own;
    return {
      phrase: parsePhrase(words, first, last),
      sentence: own,
      source,
      leads,
      heading: headingBlocks.has(sentences[own]!.block),
    };
  });
}

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

interface Run {
  readonly first: number;
  readonly last: number;
}

const hasPersonNoun = (words: readonly Word[], first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (!words[at]!.capital && isPersonNoun(words[at]!.lower)) return true;
  return false;
};

/** "A pilot moored below the bridge, Emil T., swore": the name comes after a clause the tagger has left out. */
function nameAfterClause(words: readonly Word[], first: number, last: number, limit: number): number {
  const next = words[last];
  if (
    next?.kind !== 'word' ||
    last - first > 8 ||
    !(/(?:ed|ing)$/.test(next.lower) || GOES_ON.test(next.lower))
  )
    return last;
  if (!hasPersonNoun(words, first, last)) return last;
  const main = parsePhrase(words, first, last);
  if (main.name.length > 0 || main.plural || !isPersonNoun(main.roles[0]?.head ?? '')) return last;
  for (let at = last; at < Math.min(limit, last + 10); at++) {
    if (words[at]!.kind === 'mark' && words[at]!.text !== ',') return last;
    if (words[at]!.text !== ',' || !words[at + 1]?.capital) continue;
    let end = at + 1;
    while (end < limit && (words[end]!.capital || isParticle(words[end]!.text))) end++;
    const closed = words[end]?.text === ',' || (words[end] !== undefined && words[end]!.kind === 'mark');
    return closed && end - at > 2 ? end : last;
  }
  return last;
}

function sourceWords(
  words: readonly Word[],
  sources: readonly (Span | null)[],
): (Run & { source: number })[] {
  const wanted: (Run & { source: number })[] = [];
  sources.forEach((span, source) => {
    if (!span) return;
    let { first, last } = wordsIn(words, span);
    while (last > first && words[last - 1]!.kind !== 'word') last--;
    while (first < last - 1 && (words[first]!.kind !== 'word' || CLOCK.test(words[first]!.text))) first++;
    if (last > first) wanted.push({ first, last, source });
  });
  return wanted.sort((a, b) => a.first - b.first || b.last - a.last);
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
  source: Run & { source: number },
  open: readonly Run[],
  from: number,
): Run & { source: number } {
  if (source.last - source.first === 1 && PRONOUNS.has(words[source.first]!.lower)) return source;
  let { first, last } = source;
  for (let at = Math.max(0, from - 1); at < open.length && open[at]!.first < source.last + 1; at++) {
    const phrase = open[at]!;
    if (phrase.last <= source.first) continue;
    first = Math.min(first, phrase.first);
    last = Math.max(last, phrase.last);
  }
  return { first: holderBefore(words, open, first, from), last, source: source.source };
}

/** Words that stand capitalised where no sentence begins: a sentence may begin with them and still name somebody. */
function knownNames(wording: Wording): Set<string> {
  const known = new Set<string>();
  for (const word of wording.words)
    if (word.capital && !word.opens && !NOT_A_NAME.has(word.lower)) known.add(word.lower);
  return known;
}

function openPhrases(words: readonly Word[], first: number, last: number, known: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let at = first;
  while (at < last) {
    const end = phraseFrom(words, at, last, known);
    if (end > at) {
      const apposed = withAppositions(words, at, end, last);
      const whole = apposed > end ? apposed : nameAfterClause(words, at, end, last);
      runs.push({ first: at, last: whole });
      at = whole;
    } else at++;
  }
  return runs;
}

/** Where the phrase that starts at `at` ends, or `at` when none does. */
function phraseFrom(words: readonly Word[], at: number, last: number, known: ReadonlySet<string>): number {
  const word = words[at]!;
  if (word.kind !== 'word' || notName(words, at)) return at;
  if (OWNER_PRONOUNS.has(word.lower) && isDeterminer(words[at + 1]?.lower ?? '')) return at;
  if (
    OWNER_PRONOUNS.has(word.lower) ||
    DEFINITE.has(word.lower) ||
    INDEFINITE.has(word.lower) ||
    isNumber(word.lower)
  )
    return describedFrom(words, at, at + 1, last);
  if (word.capital && startsName(words, at, last, known)) return describedFrom(words, at, at, last);
  if (word.capital && word.opens && isNoun(word.lower) && !FUNCTION_START.has(word.lower))
    return describedFrom(words, at, at, last);
  if (!word.capital && isPersonNoun(word.lower) && words[at + 1]?.capital && at + 1 < last)
    return describedFrom(words, at, at, last);
  if (!word.capital && isPersonPlural(word.lower) && !FUNCTION_START.has(word.lower))
    return describedFrom(words, at, at, last);
  return at;
}

/** After "her" a determiner starts a phrase of its own: "handed her a note". */
const isDeterminer = (lower: string): boolean => DEFINITE.has(lower) || INDEFINITE.has(lower);

function startsName(words: readonly Word[], at: number, last: number, known: ReadonlySet<string>): boolean {
  const word = words[at]!;
  if (!word.opens) return true;
  if (FUNCTION_START.has(word.lower) || PRONOUNS.has(word.lower)) return false;
  const next = words[at + 1];
  if (next?.kind === 'owner') return true;
  return (
    known.has(word.lower) ||
    isHonorific(word.text) ||
    (at + 1 < last && next!.capital && !NOT_A_NAME.has(next!.lower)) ||
    (at + 2 < last && isParticle(next?.text ?? '') && words[at + 2]!.capital)
  );
}

/** Scans from `from` over modifiers to the last noun or name in reach; `at` is where the phrase itself begins. */
function describedFrom(words: readonly Word[], at: number, from: number, last: number): number {
  let end = at;
  let loose = 0;
  let owned = false;
  for (let here = from; here < last; here++) {
    const word = words[here]!;
    if (word.kind === 'owner') {
      loose = 0;
      owned = true;
      continue;
    }
    if (word.kind === 'mark') {
      if (
        word.text === '(' &&
        end === here &&
        words[here + 2]?.text === ')' &&
        /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(words[here + 1]!.text)
      ) {
        end = here + 3;
        here += 2;
        continue;
      }
      if (word.text === '&' && end === here && words[here + 1]?.capital) continue;
      break;
    }
    if (word.capital) {
      if (notName(words, here) || (end > at && end < here && !owned && !attributive(words, end, here))) break;
      end = here + 1;
      loose = 0;
      owned = false;
      continue;
    }
    if (
      isParticle(word.text) &&
      onlyParticles(words, end, here) &&
      here > at &&
      (words[here + 1]?.capital || (isParticle(words[here + 1]?.text ?? '') && words[here + 2]?.capital))
    )
      continue;
    if (PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower) || PRONOUNS.has(word.lower)) {
      if (end === here && joinsName(words, at, here, last)) continue;
      break;
    }
    if (
      here > from &&
      (DEFINITE.has(word.lower) || INDEFINITE.has(word.lower) || OWNER_PRONOUNS.has(word.lower))
    )
      break;
    if (isNoun(word.lower) || isNoun(singular(word.lower))) {
      if (end > at && end < here && !owned && !attributive(words, end, here)) break;
      end = here + 1;
      loose = 0;
      owned = false;
      continue;
    }
    if (isNumber(word.lower) && end === here && here > at && words[here - 1]!.capital) {
      end = here + 1;
      continue;
    }
    if ((end > at && !owned && !ATTRIBUTIVE.has(word.lower)) || ++loose > MODIFIERS) break;
  }
  return end > at ? withBelonging(words, end, last) : at;
}

/** "… of the Upton council", "… for the ministry": what a described bearer belongs to. */
function withBelonging(words: readonly Word[], end: number, last: number): number {
  const link = words[end];
  if (!link || end >= last - 1 || !/^(?:of|for|at|from|in|by|with|on)$/.test(link.lower)) return end;
  const role = words[end - 1]!;
  const described = !role.capital || isPersonNoun(role.lower) || isPersonPlural(role.lower);
  if (!described && !/^(?:of|from|at)$/.test(link.lower)) return end;
  if (/^(?:in|by|with|on)$/.test(link.lower) && !isNoun(role.lower)) return end;
  let from = end + 1;
  while (
    from < last &&
    (DEFINITE.has(words[from]!.lower) ||
      OWNER_PRONOUNS.has(words[from]!.lower) ||
      words[from]!.lower === 'a' ||
      words[from]!.lower === 'an')
  )
    from++;
  const inner = nounRun(words, from, last);
  return inner > from ? inner : end;
}

/** Capitalised words and nouns in a row, three loose modifiers before them at most. */
function nounRun(words: readonly Word[], from: number, last: number): number {
  let end = from;
  for (let here = from; here < last && here < from + 10; here++) {
    const word = words[here]!;
    if (word.kind === 'owner' || (isParticle(word.text) && end === here && words[here + 1]?.capital))
      continue;
    if (word.kind === 'mark' || NOT_A_NAME.has(word.lower)) break;
    if (word.capital || isNoun(word.lower)) {
      if (
        end > from &&
        end < here &&
        words[here - 1]!.kind !== 'owner' &&
        !isParticle(words[here - 1]!.text) &&
        !joinsName(words, from, here - 1, last)
      )
        break;
      end = here + 1;
    } else if (!(end === here && joinsName(words, from, here, last))) {
      if (end > from || here - from >= 3 || PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower))
        break;
    }
  }
  return end;
}

const APPOSED_START =
  /^(?:the|a|an|his|her|its|their|my|our|one|then|formerly|former|whose|current|acting|deputy|chief|vice)$/;

/** Takes in ", a tribal elder who mediated" after a name and ", Jane Roe" after a description. */
function withAppositions(words: readonly Word[], first: number, end: number, last: number): number {
  if (words[end]?.text !== ',' || end + 1 >= last) return end;
  const main = parsePhrase(words, first, end);
  let from = end + 1;
  if (main.name.length > 0 && NUMBER.test(words[from]!.lower) && words[from + 1]?.text === ',') from += 2;
  if (from >= last) return end;
  const opening = words[from]!;
  if (main.name.length > 0) {
    const clause = headingClause(words, from, last);
    if (clause > from) return clause;
    if (!describesAt(words, from, last)) return end;
    const start = opening.lower === 'then' || opening.lower === 'formerly' ? from + 1 : from;
    const stop = describedFrom(
      words,
      start,
      APPOSED_START.test(words[start]!.lower) ? start + 1 : start,
      last,
    );
    if (stop <= start) return end;
    const next = parsePhrase(words, start, stop);
    if (
      next.determiner === 'none' &&
      !next.owner &&
      !isPersonNoun(next.roles[0]?.words.at(-1) ?? '') &&
      !/ (?:of|at|for|from) /.test(` ${next.label} `)
    )
      return end;
    if (next.name.length > 0 || next.roles.length === 0 || !isNoun(next.roles[0]!.head) || next.plural)
      return end;
    return endsApposition(words, stop, last) ? stop : end;
  }
  if (main.roles.length === 0 || main.plural || !isNoun(main.roles[0]!.head) || !opening.capital) {
    if (
      !(main.roles.length > 0 && !main.plural && OWNER_PRONOUNS.has(opening.lower)) &&
      opening.lower !== 'the'
    )
      return end;
  }
  if (main.roles.length > 0 && !takesName(main.roles[0]!.head)) return end;
  const stop = describedFrom(words, from, opening.capital ? from : from + 1, last);
  if (stop <= from) return end;
  const next = parsePhrase(words, from, stop);
  if (next.name.length === 0 || (opening.lower === 'the' && next.honorifics.length === 0)) return end;
  const after = words[stop];
  if (after?.text === ',' && /^(?:and|or)$/.test(words[stop + 1]?.lower ?? '')) return end;
  if (after && /^(?:and|or)$/.test(after.lower)) return end;
  return stop;
}

/** What a name can follow after a comma: a person's role, an outlet, a body of a kind that bears names. */
const takesName = (head: string): boolean =>
  isPersonNoun(head) ||
  MEDIA_NOUNS.has(head) ||
  /^(?:charity|ngo|company|firm|group|party|union|club|startup|start-up|organisation|organization|association|bank|school|foundation)$/.test(
    head,
  );

function describesAt(words: readonly Word[], from: number, last: number): boolean {
  const opening = words[from]!;
  if (opening.kind !== 'word') return false;
  if (APPOSED_START.test(opening.lower) && opening.lower !== 'one') return true;
  if (isNoun(opening.lower)) return true;
  for (let at = from + 1; at < Math.min(from + 4, last); at++) {
    const word = words[at]!;
    if (word.kind === 'owner') return true;
    if (word.kind !== 'word' || PREPOSITIONS.has(word.lower) || CLAUSE_WORDS.has(word.lower)) return false;
    if (isPersonNoun(word.lower)) return true;
  }
  return false;
}

function headingClause(words: readonly Word[], from: number, last: number): number {
  if (
    words[from]!.lower !== 'who' ||
    !/^(?:heads|headed|leads|led|chairs|chaired|runs|ran|directs|directed|founded|edits)$/.test(
      words[from + 1]?.lower ?? '',
    )
  )
    return from;
  let start = from + 2;
  while (start < last && (DEFINITE.has(words[start]!.lower) || OWNER_PRONOUNS.has(words[start]!.lower)))
    start++;
  const stop = nounRun(words, start, last);
  return stop > start ? stop : from;
}

const GOES_ON = /^(?:who|which|whose|that|of|for|at|from|in|with|to|on|by|near|and|or|but|as|after|before)$/;

/** After an apposition comes a mark or a clause of its own; a verb would have the apposition for its subject. */
const endsApposition = (words: readonly Word[], at: number, last: number): boolean =>
  at >= last ||
  !/\p{L}/u.test(words[at]!.text) ||
  (words[at]!.kind === 'word' && GOES_ON.test(words[at]!.lower));
