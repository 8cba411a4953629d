// What follows a phrase and means the same bearer: ", a tribal elder", ", Jane Roe", ", who heads the union".
import { describedFrom, nounRun } from './description-extent.js';
import { isParticle } from './name-forms.js';
import { isNoun, isPersonNoun, MEDIA_NOUNS } from './nouns.js';
import { parsePhrase } from './phrase.js';
import { CLAUSE_WORDS, DEFINITE, NUMBER, OWNER_PRONOUNS, PREPOSITIONS } from './phrase-words.js';
import type { Word } from './wording.js';

const APPOSED_START =
  /^(?:the|a|an|his|her|its|their|my|our|one|then|formerly|former|current|acting|deputy|chief|vice)$/;

/** Takes in ", a tribal elder who mediated" after a name and ", Jane Roe" after a description. */
export function withAppositions(words: readonly Word[], first: number, end: number, last: number): number {
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
  const named = namingClause(words, from, last);
  if (named > from) return named;
  const isOwned = main.owner?.pronoun && main.roles.length > 0 && !main.plural && opening.capital;
  if (
    !isOwned &&
    (main.roles.length === 0 || main.plural || !isNoun(main.roles[0]!.head) || !opening.capital)
  ) {
    if (
      !(main.roles.length > 0 && !main.plural && OWNER_PRONOUNS.has(opening.lower)) &&
      opening.lower !== 'the'
    )
      return end;
  }
  if (main.roles.length > 0 && !takesName(main.roles[0]!.head) && !main.owner?.pronoun) return end;
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

/** "…, who goes by the name of Mina" */
function namingClause(words: readonly Word[], from: number, last: number): number {
  if (words[from]!.lower !== 'who' || !/^(?:goes|went|go)$/.test(words[from + 1]?.lower ?? '')) return from;
  let at = from + 2;
  while (at < last && /^(?:only|by|the|name|of|nickname|alias)$/.test(words[at]!.lower)) at++;
  const start = at;
  while (at < last && words[at]!.capital) at++;
  return at > start && start > from + 2 ? at : from;
}

const GOES_ON = /^(?:who|which|whose|that|of|for|at|from|in|with|to|on|by|near|and|or|but|as|after|before)$/;

/** After an apposition comes a mark or a clause of its own; a verb would have the apposition for its subject. */
const endsApposition = (words: readonly Word[], at: number, last: number): boolean =>
  at >= last ||
  !/\p{L}/u.test(words[at]!.text) ||
  (words[at]!.kind === 'word' && GOES_ON.test(words[at]!.lower));

const hasPersonNoun = (words: readonly Word[], first: number, last: number): boolean => {
  for (let at = first; at < last; at++)
    if (!words[at]!.capital && isPersonNoun(words[at]!.lower)) return true;
  return false;
};

/** "A pilot moored below the bridge, Emil T., swore": the name comes after a clause the tagger has left out. */
export function nameAfterClause(words: readonly Word[], first: number, last: number, limit: number): number {
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
