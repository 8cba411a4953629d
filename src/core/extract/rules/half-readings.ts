// Readings that another shows to be half read: who speaks there is what is said here ("a nurse, speaking without permission"),
// or its verb is only part of a name ("the group that claimed the attack said").
import { type Draft, touches } from '../draft.js';
import { type DraftIndex, extentOf, indexDrafts } from '../draft-index.js';
import { CCONJ } from '../parts-of-speech.js';
import type { Window } from '../window.js';
import { QUOTE, type Words } from '../words.js';
import { hashes, hasVerb, isPassive, SEMICOLON } from './saying.js';

const WIDE = 3;
const RELATIVES = hashes('that who which');

export function withoutHalfReadings(words: Words, given: readonly Draft[]): Draft[] {
  const drafts = withWholeTellings(withoutOthersVerbs(words, given));
  let index: DraftIndex | undefined;
  return drafts.filter((draft) => {
    const { cue, source, content } = draft;
    if (!cue || content.length !== 1) return true;
    const [said] = content;
    const isBare = !hasVerb(words, said!);
    const isRelative = source.length === 1 && RELATIVES.has(words.word[source[0]!.first]!);
    const isWide = source.length === 1 && source[0]!.last - source[0]!.first >= WIDE;
    if (!isBare && !isRelative && !isWide) return true;
    index ??= indexDrafts(drafts);
    const others = index.near(extentOf(draft)).map((key) => drafts[key]!);
    return !others.some(
      (other) =>
        other !== draft &&
        other.cue !== null &&
        ((isBare && other.source.some((name) => holds(name, said!))) ||
          (isBare && isEndOf(words, draft, other)) ||
          (isWide && swallows(source[0]!, cue, other)) ||
          (isRelative && touches(content, other.cue) && other.source.some((name) => holds(name, cue)))),
    );
  });
}

/** "Two men were held, police said, and have denied the charges": they have, whatever the police said. */
function withoutOthersVerbs(words: Words, drafts: readonly Draft[]): Draft[] {
  let index: DraftIndex | undefined;
  return drafts.map((draft) => {
    const [told, rest] = draft.content;
    // "It is safe, she says; the rest is talk": whose talk that is nobody has said.
    if (draft.cue && rest && draft.content.length === 2 && isAfterSemicolon(words, draft.cue, told!, rest))
      return { ...draft, content: [told!] };
    if (!draft.cue || !rest || draft.content.length > 2 || words.part[rest.first] !== CCONJ) return draft;
    if (told!.last > draft.cue.first || words.quote[rest.first] !== QUOTE.outside) return draft;
    index ??= indexDrafts(drafts);
    const isOthers = index.near(rest).some((key) => {
      const { cue, source } = drafts[key]!;
      return cue?.first === rest.first + 1 && source.some((name) => touches([told!], name));
    });
    return isOthers ? { ...draft, content: [told!] } : draft;
  });
}

/** "Her mother tells us Daria said it was hot": that Daria said so is what her mother tells. */
function withWholeTellings(drafts: readonly Draft[]): Draft[] {
  let index: DraftIndex | undefined;
  return drafts.map((draft) => {
    const { cue, content } = draft;
    const [said] = content;
    if (!cue || content.length > 1 || said!.first < cue.last + 2) return draft;
    index ??= indexDrafts(drafts);
    const told = index
      .near({ first: cue.last, last: said!.first })
      .map((key) => drafts[key]!)
      .find(
        (other) =>
          other.cue?.last === said!.first &&
          other.content[0]!.first === said!.first &&
          other.source.length === 1 &&
          other.source[0]!.first >= cue.last &&
          other.source[0]!.last <= other.cue.first,
      );
    return told ? { ...draft, content: [{ first: told.source[0]!.first, last: said!.last }] } : draft;
  });
}

const isAfterSemicolon = ({ word, quote }: Words, cue: Window, told: Window, rest: Window): boolean =>
  told.last <= cue.first &&
  word[rest.first - 1] === SEMICOLON &&
  quote[rest.first] === QUOTE.outside &&
  rest.first - cue.last <= 2;

const holds = (outer: Window, inner: Window): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/** "Pentagon disputes Taliban claim of a downed plane": who disputes and what is no name. */
const swallows = (name: Window, cue: Window, other: Draft): boolean =>
  other.source[0]?.first === name.first &&
  other.source[0].last <= other.cue!.first &&
  holds(name, other.cue!) &&
  touches(other.content, cue);

/** "A claim that it had two helicopters is disputed": not two helicopters are. */
function isEndOf(words: Words, { cue, content: [said] }: Draft, other: Draft): boolean {
  const outer = other.content.at(-1)!;
  return (
    said!.last <= cue!.first &&
    isPassive(words, cue!) &&
    said!.last === outer.last &&
    said!.first > outer.first
  );
}
