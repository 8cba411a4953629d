// The last page of every report: how the desk works, what each rating means and what it asks for.
import { RATING_WORDS, RATINGS, type Rating } from '../rating.js';
import type { ScaleEntry } from './model.js';

const GATES: Readonly<Record<Rating, string>> = {
  verified: 'At least one supporting item whose origin is not the speaker.',
  corroborated: 'Supporting items from at least two different origins, none of them the speaker.',
  disputed: 'At least one supporting item, whose origin may be the speaker, and one contradicting item.',
  misleading: 'At least one item of evidence, and the reason in words.',
  false: 'At least one contradicting item whose origin is not the speaker.',
  unverifiable: 'What was tried, in words.',
  not_checkable: 'The reason in words.',
  unchecked: 'Nothing: this is where every statement begins.',
};

export const SCALE: readonly ScaleEntry[] = RATINGS.map((code) => ({
  code,
  ...RATING_WORDS[code],
  gate: GATES[code],
}));

export const METHOD: readonly string[] = [
  'The article was kept as it came in, byte for byte, and divided into statements: the words, the source they are ascribed to, and the cue that ascribes them. Sentences in the publisher’s own voice are statements too.',
  'Two questions are kept apart. Did this source say this? is answered by the attribution: found automatically, confirmed or disputed by an editor. Is what was said true? is answered by the rating, and only after the attribution is confirmed.',
  'An article’s own verb, such as “confirmed” or “claimed”, is never a rating.',
  'Evidence counts by its origin: the person or body whose knowledge it finally rests on. Several outlets that carried one report are one origin. The body a speaker speaks for is not independent of the speaker.',
  'The same demands hold for every party. They are listed below beside each rating.',
  'Evidence is graded on the Admiralty scale: A (completely reliable) to E (unreliable), F (cannot be judged) for the source; 1 (confirmed by others) to 5 (improbable), 6 (cannot be judged) for the item.',
  'A sign-off is the act of a second person on a rating somebody else proposed. It is bound to the statement’s words, attribution, rating, reason and evidence, and falls when any of them changes.',
  'Every act is kept in an append-only log, each entry carrying the hash of the one before it. This report was made from the log as it stood at the heads printed in it; the log and this report can be checked against each other without trusting the desk.',
];

export const settingsInWords = (secondSignature: boolean): string =>
  secondSignature
    ? 'This desk asks for a second signature: a rating is final once another editor has signed it off.'
    : 'This desk works without a second signature: a rating is final when one editor has given it. Nobody else need have looked at it.';
