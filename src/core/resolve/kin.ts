// Kin: who is a relative of whom, by the noun.
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

export const KIN_NOUNS = new Set(
  words(
    'father mother brother sister son daughter husband wife uncle aunt nephew niece cousin grandfather grandmother ' +
      'grandson granddaughter stepfather stepmother widow widower fiance fiancee partner spouse sibling twin ' +
      'relative friend colleague neighbour neighbor boyfriend girlfriend teammate team-mate trainer coach lawyer ' +
      'boss aide deputy predecessor successor counterpart parents',
  ),
);

/** Who A is to B when B is `key` to A, one word for each possibility. */
export const INVERSE_KIN: Record<string, readonly string[]> = {
  brother: ['brother', 'sister'],
  sister: ['brother', 'sister'],
  son: ['father', 'mother'],
  daughter: ['father', 'mother'],
  father: ['son', 'daughter'],
  mother: ['son', 'daughter'],
  husband: ['wife'],
  wife: ['husband'],
  widow: ['husband'],
  uncle: ['nephew', 'niece'],
  aunt: ['nephew', 'niece'],
  nephew: ['uncle', 'aunt'],
  niece: ['uncle', 'aunt'],
  cousin: ['cousin'],
};

/** "sister-in-law", "ex-husband", "half-brother" too. */
export const isKin = (noun: string): boolean =>
  KIN_NOUNS.has(noun) ||
  (noun.includes('-') && KIN_NOUNS.has(noun.replace(/-in-law$|^(?:ex|half|step|great|co)-/, '')));
