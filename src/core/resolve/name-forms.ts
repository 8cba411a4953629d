// Names as they are compared: without diacritics, case, particles and honorifics. Shown names stay as printed.
import { HONORIFICS, PARTICLES, POST_NOMINALS } from './nouns.js';
import { remembered } from './remembered.js';

const MARKS = /\p{M}/gu;
const PLAIN: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  ŧ: 't',
  ə: 'e',
};
const SPECIAL = /[øłđðþßæœıŋħŧə]/g;
const QUOTES = /[’‘ʼʻ`´]/g;

/** Nothing to fold but capitals: most words. */
const PLAIN_TEXT = /^[\x20-\x26\x28-\x5f\x61-\x7e]*$/;

/** Lower case, no diacritics, straight apostrophes. */
export const fold = (text: string): string => (PLAIN_TEXT.test(text) ? text.toLowerCase() : foldAll(text));

const foldAll = remembered((text) =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .replace(QUOTES, "'"),
);

export const bareTitle = (word: string): string => word.toLowerCase().replace(/\.$/, '');
export const isHonorific = remembered((word) => HONORIFICS.has(bareTitle(word)));
export const isPostNominal = remembered((word) => POST_NOMINALS.has(bareTitle(word)) && word.length > 1);
export const isParticle = (word: string): boolean => word.length < 6 && PARTICLES.has(word.toLowerCase());
export const isInitial = (word: string): boolean =>
  /^\p{Lu}\.?$/u.test(word) || /^(?:\p{Lu}\.)+$/u.test(word);

/** "al-Rawhi" → "rawhi", "O'Neill" → "oneill", "S." → "s". */
const formOfWord = remembered((word) =>
  fold(word)
    .replace(/^(?:al|el|ul|ad|as|ash|at|ar|an|az|abd-al|abd)-(?=\p{L}{2})/u, '')
    .replace(/[.']/g, ''),
);

/** What a name is compared by, word by word: particles and post-nominals left out unless nothing else is there. */
export function formOf(name: readonly string[]): readonly string[] {
  let form = forms.get(name);
  if (!form) {
    const kept = name.filter((word) => !isParticle(word) && !isPostNominal(word));
    form = (kept.length > 0 ? kept : name).map(formOfWord).filter(Boolean);
    forms.set(name, form);
  }
  return form;
}

/** A phrase's name is compared often; its words never change. */
const forms = new WeakMap<readonly string[], readonly string[]>();

/** Whether every word of `shorter` is met in order in `longer`, an initial standing for a word it begins. */
export function isShortOf(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const word of shorter) {
    while (at < longer.length && !sameWord(word, longer[at]!)) at++;
    if (at++ >= longer.length) return false;
  }
  return true;
}

const sameWord = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
