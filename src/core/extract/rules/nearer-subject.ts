// "The ministry condemned it, while Washington urged restraint and said it was seeking details": whoever stands in the
// clause of the cue speaks, not who stood in the clause before.
import type { Draft } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import { AUX, CCONJ, PROPN, SCONJ, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastAdverbs, phraseFrom } from './noun-phrase.js';
import { hashes, ING, isSomebody, subjectOf } from './saying.js';

export const withNearerSubjects = (words: Words, drafts: readonly Draft[]): Draft[] => {
  let index: DraftIndex | undefined;
  return drafts.map((given) => {
    let draft = withAntecedent(words, given);
    if (isAdding(words, draft)) {
      index ??= indexDrafts(drafts);
      const [name] = draft.source;
      const holder = index.near(name!).find((key) => holds(drafts[key]!, draft));
      if (holder !== undefined) draft = { ...draft, source: drafts[holder]!.source };
    }
    const source = nearerSubject(words, draft) ?? quotedSubject(words, draft) ?? beyondAside(words, draft);
    return source ? withoutAside({ ...draft, source: [source] }) : draft;
  });
};

/** "…, saying words": a participle after a comma and what was taken for its subject. */
const isAdding = (words: Words, { cue, source }: Draft): boolean =>
  cue !== null &&
  source.length === 1 &&
  words.suffix[cue.last - 1] === ING &&
  words.shape[cue.first - 1] === SHAPE.comma &&
  source[0]!.last === cue.first - 1;

/** "rejected claims of raids across the line, saying": the line stands in what was rejected. */
const holds = (outer: Draft, { cue, source: [name] }: Draft): boolean =>
  outer.cue !== null &&
  outer.cue !== cue &&
  outer.source.length > 0 &&
  outer.source[0]!.last <= outer.cue.first &&
  outer.content.some(
    ({ first, last }) => outer.cue!.last <= first && first < name!.first && name!.last <= last,
  );

/** "Washington, which says it was told": a name that opens the sentence and is told of, place or not, is who says it. */
function withAntecedent(words: Words, draft: Draft): Draft {
  const [given] = draft.source;
  if (
    draft.source.length !== 1 ||
    given!.last - given!.first !== 1 ||
    !TOLD_OF.has(words.word[given!.first]!)
  )
    return draft;
  const comma = given!.first - 1;
  if (words.shape[comma] !== SHAPE.comma) return draft;
  let first = comma;
  while (first > 0 && words.part[first - 1] === PROPN) first--;
  const opens = first < comma && words.sentence[first - 1] !== words.sentence[comma];
  return opens ? { ...draft, source: [{ first, last: given!.last }] } : draft;
}

const TOLD_OF = hashes('which who');

const FARTHEST = 40;
const RELATIVE = hashes('who which that');
const TURNS = hashes('while whereas but and though although');

/** Of a cue joined to another verb: the subject of that verb, where a clause of its own begins after the source. */
function nearerSubject(words: Words, { cue, source, content }: Draft): Window | undefined {
  const [given] = source;
  if (!cue || source.length !== 1 || given!.last > cue.first || words.part[cue.first - 1] !== CCONJ)
    return undefined;
  const start = Math.max(given!.last, cue.first - FARTHEST);
  for (let at = cue.first - 3; at > start; at--) {
    if (!TURNS.has(words.word[at]!) || words.quote[at] !== QUOTE.outside) continue;
    if (words.part[at] !== CCONJ && words.part[at] !== SCONJ) continue;
    if (words.shape[at - 1] !== SHAPE.comma) continue;
    const subject = phraseFrom(words, at + 1, cue.first - 1);
    if (!subject || !isSomebody(words, subject)) continue;
    const verb = pastAdverbs(words, subject.last, cue.first);
    if (!isFiniteVerb(words, verb) || content.some((range) => range.first <= at && at < range.last)) continue;
    return subject;
  }
  return undefined;
}

const ASIDES = hashes('when after while before once as which whom whose where');

/** "Lee, when the crew called back, said", "A report, which this paper has seen, says": who stands in an aside is not who speaks. */
function beyondAside(words: Words, { cue, source }: Draft): Window | undefined {
  const [given] = source;
  if (!cue || source.length !== 1 || words.shape[cue.first - 1] !== SHAPE.comma) return undefined;
  if (given!.last >= cue.first || cue.first - given!.last > FARTHEST) return undefined;
  let opening = given!.first;
  while (opening > 0 && given!.first - opening < LONGEST_OPENING && words.shape[opening]! < SHAPE.comma)
    opening--;
  if (words.shape[opening] !== SHAPE.comma || !ASIDES.has(words.word[opening + 1]!)) return undefined;
  const subject = subjectOf(words, cue.first, Math.max(0, cue.first - FARTHEST));
  return subject && subject.last === opening && words.sentence[subject.first] === words.sentence[cue.first]
    ? subject
    : undefined;
}

/** What stands between a source and its cue is no part of what is said, where more follows. */
function withoutAside(draft: Draft): Draft {
  const { cue, source, content } = draft;
  const after = content.filter(({ first }) => cue !== null && first >= cue.last);
  const isBetween = content.some(
    ({ first }) => first >= source[0]!.last && cue !== null && first < cue.first,
  );
  return isBetween && after.length > 0 ? { ...draft, content: after } : draft;
}

const LONGEST_OPENING = 6;

/** "“She used to say it would end,” Lee said": inside the marks "she" says it, and Lee says all of it. */
function quotedSubject(words: Words, { cue, source }: Draft): Window | undefined {
  if (!cue || source.length === 0) return undefined;
  const quotation = words.quotation[cue.first]!;
  if (quotation < 0 || source.some(({ first }) => words.quotation[first] === quotation)) return undefined;
  let first = cue.first;
  while (first > 0 && words.quotation[first - 1] === quotation && cue.first - first < FARTHEST) first--;
  const subject = subjectOf(words, cue.first, first);
  return subject && subject.last === cue.first && !RELATIVE.has(words.word[subject.first]!)
    ? subject
    : undefined;
}

const isFiniteVerb = (words: Words, at: number): boolean =>
  words.part[at] === AUX || (words.part[at] === VERB && words.suffix[at] !== ING);
