// Whether some words hold a finite verb, told by closed-class forms and endings. Good enough to tell a clause from
// a phrase; it knows no present tense of ordinary verbs.

const AUXILIARIES = new Set(
  (
    'is are was were am be been has have had do does did will would can could may might must shall should ' +
    "isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't don't won't wouldn't can't couldn't"
  ).split(' '),
);

const PAST = new Set(
  (
    'was were had did became began bought brought broke built came caught chose cut drew drove fell fed felt fought found fled flew ' +
    'forgot gave got grew held heard hid hit hurt kept knew laid led left lent let lost made meant met paid put ran ' +
    'rang read rode rose said sang sank sat saw sent set shook shot shut slept sold sought spent split spoke stood ' +
    'stole stuck struck swept swore threw took told tore understood went woke won wore wound wrote'
  ).split(' '),
);

const NOT_AFTER = /^(?:the|a|an|his|her|their|its|our|my|of|newly|so-called|self-styled|most|more|and|very)$/;

/** Looks at the words of a clause in order; an -ed form right after a determiner is read as an adjective. */
export function hasFiniteVerb(clause: string): boolean {
  let previous = '';
  for (const match of clause.slice(0, 1000).matchAll(/[\p{L}'’-]+/gu)) {
    const word = match[0].toLowerCase().replace(/’/g, "'");
    if (AUXILIARIES.has(word) || isPast(word, previous)) return true;
    if (/(?:'s|'re|'ve|'d|'ll)$/.test(word) && /^(?:it|he|she|they|we|i|you|that|there)'/.test(word))
      return true;
    previous = word;
  }
  return false;
}

/** Whether some words tell something as past. */
export function tellsPast(clause: string): boolean {
  let previous = '';
  for (const match of clause.slice(0, 1000).matchAll(/[\p{L}'’-]+/gu)) {
    const word = match[0].toLowerCase();
    if (isPast(word, previous)) return true;
    previous = word;
  }
  return false;
}

export const isIrregularPast = (word: string): boolean => PAST.has(word);

const isPast = (word: string, previous: string): boolean =>
  PAST.has(word) ||
  (word.length > 3 && word.endsWith('ed') && !NOT_AFTER.test(previous) && !NO_PAST.test(word));

/** "a town called Lenno", "the so-called pact", "need": -ed without a finite verb. */
const NO_PAST = /^(?:need|indeed|named|called|titled|entitled|dubbed|based|aged|armed|united|.*-\p{L}+ed)$/u;
