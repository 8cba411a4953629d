// The two questions, kept apart: did this source say this (attribution), and is what was said true (rating)?

export const ATTRIBUTIONS = ['unchecked', 'confirmed', 'disputed'] as const;
export type AttributionStatus = (typeof ATTRIBUTIONS)[number];

/** In the order of the keys 1 to 8. */
export const RATINGS = [
  'verified',
  'corroborated',
  'disputed',
  'misleading',
  'false',
  'unverifiable',
  'not_checkable',
  'unchecked',
] as const;
export type Rating = (typeof RATINGS)[number];

export const STANCES = ['supports', 'contradicts', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** Admiralty scale: how reliable the source has been, A (completely) to E (not at all), F (cannot be judged). */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Admiralty scale: how credible the item is, 1 (confirmed by others) to 5 (improbable), 6 (cannot be judged). */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

interface RatingWords {
  readonly glyph: string;
  readonly word: string;
  readonly meaning: string;
}

export const RATING_WORDS: Readonly<Record<Rating, RatingWords>> = {
  verified: { glyph: '●', word: 'verified', meaning: 'Evidence independent of the speaker establishes it.' },
  corroborated: {
    glyph: '◎',
    word: 'corroborated',
    meaning: 'Others say so independently of the speaker and of each other. It is not established.',
  },
  disputed: { glyph: '◐', word: 'disputed', meaning: 'Credible origins contradict each other.' },
  misleading: {
    glyph: '≈',
    word: 'misleading',
    meaning: 'Partly accurate, but it leaves a false impression.',
  },
  false: { glyph: '✕', word: 'false', meaning: 'Evidence establishes that it is not so.' },
  unverifiable: { glyph: '◇', word: 'unverifiable', meaning: 'We looked into it, and it cannot be settled.' },
  not_checkable: {
    glyph: '–',
    word: 'not checkable',
    meaning: 'An opinion, a promise, a prediction or a question: no evidence could settle it.',
  },
  unchecked: { glyph: '○', word: 'unchecked', meaning: 'Nobody has looked into it yet.' },
};

export const ATTRIBUTION_WORDS: Readonly<Record<AttributionStatus, string>> = {
  unchecked: 'found automatically, not confirmed',
  confirmed: 'confirmed',
  disputed: 'disputed',
};
