// "Three people died, police said, and wounded are still coming in": a sentence broken off by who says it goes on where the
// cue ends, as long as nothing shows that somebody else took over.
import type { Draft } from '../draft.js';
import { type DraftIndex, indexDrafts } from '../draft-index.js';
import { ADV, AUX, CCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { pastAdverbs, phraseFrom } from './noun-phrase.js';
import { ING, isSaying, semicolonIn } from './saying.js';
import { trimmed } from './spoken.js';

export function withContinuations(reading: Reading, words: Words, drafts: readonly Draft[]): Draft[] {
  let index: DraftIndex | undefined;
  return drafts.map((draft) => {
    const rest = continuation(reading, words, draft);
    if (!rest) return draft;
    index ??= indexDrafts(drafts);
    const isTaken = index.near(rest).some((key) => drafts[key] !== draft && meets(drafts[key]!, rest));
    return isTaken ? draft : { ...draft, content: [...draft.content, rest] };
  });
}

function continuation(reading: Reading, words: Words, { cue, source, content }: Draft): Window | undefined {
  const [name] = source;
  if (!cue || source.length !== 1 || content.length !== 1 || content[0]!.last > cue.first) return undefined;
  const from = Math.max(cue.last, name!.last);
  const { last } = reading.sentences[words.sentence[cue.first]!]!;
  if (words.shape[from] !== SHAPE.comma || words.part[from + 1] !== CCONJ) return undefined;
  if (words.sentence[content[0]!.first] !== words.sentence[cue.first] || name!.first < content[0]!.last)
    return undefined;
  if (words.quote[from] !== QUOTE.outside || words.quotation[content[0]!.first]! >= 0) return undefined;
  const end = semicolonIn(words, from, last);
  const rest = trimmed(words, { first: from + 1, last: end });
  const hasSubject = phraseFrom(words, from + 2, end) !== undefined;
  return (hasSubject ? isQuotedIn(words, rest) : goesOn(words, from + 2, end)) ? rest : undefined;
}

/** "and wounded ten": the verb has the subject that stood before; whoever "said and thanked" did both. */
function goesOn(words: Words, first: number, last: number): boolean {
  const verb = pastAdverbs(words, first, last);
  if (words.part[verb] !== VERB && words.part[verb] !== AUX) return false;
  let main = verb;
  while (main < last && (words.part[main] === AUX || words.part[main] === ADV)) main++;
  return words.suffix[verb] !== ING && !isSaying(words, main);
}

function isQuotedIn(words: Words, { first, last }: Window): boolean {
  for (let at = first; at < last; at++) if (words.quote[at] === QUOTE.opening) return true;
  return false;
}

const meets = ({ cue, content }: Draft, rest: Window): boolean =>
  [...content, ...(cue ? [cue] : [])].some(({ first, last }) => first < rest.last && rest.first < last);
