// "Roe said her neighbour told her the men had fired": what Roe said is that the neighbour told her, and the neighbour,
// not Roe, told it. Where the tagger has given the neighbour to both, both are put right.
import type { Draft } from '../draft.js';
import { AUX, VERB } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import type { Words } from '../words.js';
import { isPlainlySaying } from './saying.js';

const FARTHEST = 24;

export function withRetold(words: Words, drafts: readonly Draft[]): Draft[] {
  const settled = [...drafts];
  drafts.forEach((outer, at) => {
    const teller = bareTeller(words, outer);
    if (!teller) return;
    const inner = drafts.findIndex((draft, key) => key !== at && retells(words, outer, teller, draft));
    if (inner < 0) return;
    const retold = drafts[inner]!;
    const [said] = retold.content;
    settled[at] = { ...outer, content: [{ first: teller.first, last: said!.last }] };
    if (retold.source[0]!.first !== teller.first) settled[inner] = { ...retold, source: [teller] };
  });
  return settled;
}

/** Content right after its cue that is somebody, and no clause. */
function bareTeller(words: Words, { cue, content }: Draft): Window | undefined {
  const [object] = content;
  if (!cue || content.length !== 1 || object!.first < cue.last || object!.first > cue.last + 1)
    return undefined;
  if (!isPlainlySaying(words, cue.last - 1)) return undefined;
  for (let at = object!.first; at < object!.last; at++)
    if (words.part[at] === VERB || words.part[at] === AUX || words.quotation[at]! >= 0) return undefined;
  return object;
}

/** A later cue of the same sentence whose source takes in the teller and whose content follows. */
function retells(words: Words, outer: Draft, teller: Window, { cue, source, content }: Draft): boolean {
  const [said] = content;
  if (!cue || cue.first < teller.last || cue.first - teller.last > FARTHEST || content.length !== 1)
    return false;
  if (words.sentence[cue.first] !== words.sentence[teller.first] || said!.first < cue.last) return false;
  const subject = outer.source[0]?.first;
  return source.some(
    ({ first, last }) => first === teller.first || (first === subject && teller.last <= last),
  );
}
