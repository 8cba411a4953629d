// Figures in a text: what number is printed, how finely, and what it counts.
import type { Span } from '../span.js';

export interface Figure extends Span {
  readonly value: number;
  /** Half of the last telling digit's worth: 55 may stand for 54.5 to 55.5. Bounded for very round numbers. */
  readonly slack: number;
  /** The noun counted, singular and in small letters; null where none follows. */
  readonly noun: string | null;
}

const SMALL: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  mn: 1e6,
  m: 1e6,
  k: 1e3,
};

const WORDS = Object.keys(SMALL).join('|');
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?:${WORDS})(?:-(?:${WORDS}))?)(?:[ -](?:hundred|thousand|million|billion|trillion)|(?:bn|mn)\\b)?`;

/** The value a printed number stands for, or null when it is none. */
export function readNumber(printed: string): { value: number; slack: number } | null {
  const match = /^(.*?)(?:[ -]?(hundred|thousand|million|billion|trillion|bn|mn))?$/i.exec(
    printed.trim().toLowerCase(),
  );
  if (!match) return null;
  const scale = match[2] === undefined ? 1 : SCALE[match[2]]!;
  const bare = match[1]!.replaceAll(',', '');
  if (/^\d+(?:\.\d+)?$/.test(bare)) {
    const decimals = bare.includes('.') ? bare.length - bare.indexOf('.') - 1 : -zeros(bare);
    const value = Number(bare);
    return { value: value * scale, slack: Math.min(0.5 * 10 ** -decimals, LOOSEST * value) * scale };
  }
  const parts = bare.split('-').map((word) => SMALL[word]);
  if (parts.some((part) => part === undefined)) return null;
  const value = parts.reduce<number>((sum, part) => sum + part!, 0);
  return { value: value * scale, slack: 0.5 * scale };
}

/** 300 may stand for 285, but hardly for 250. */
const LOOSEST = 0.075;

const zeros = (digits: string): number => (/[1-9](0*)$/.exec(digits)?.[1] ?? '').length;

const FIGURE = new RegExp(
  `(?<![\\p{L}\\p{N}.,$£€#@/:-])(${NUMBER})(?![\\p{L}\\p{N}%:/]|[.,]\\d|-\\p{L})((?: \\p{L}[\\p{L}'’-]*){0,3})`,
  'giu',
);

/** Counts of things ("18 trucks", "sixteen more trucks"): figures followed by a plural noun. Years and dates are none. */
export function findCounts(text: string, span: Span): Figure[] {
  const words = text.slice(span.start, Math.min(span.end, span.start + READ));
  const found: Figure[] = [];
  for (const match of words.matchAll(FIGURE)) {
    const number = readNumber(match[1]!);
    const noun = countedNoun(match[2]!);
    if (!number || noun === null || isYear(match[1]!)) continue;
    const start = span.start + match.index;
    found.push({ start, end: start + match[1]!.length, ...number, noun });
  }
  return found;
}

/** No more of a statement is read for figures. */
const READ = 4000;

const isYear = (printed: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(printed);

const NO_NOUN =
  /^(?:of|in|on|at|to|and|or|for|from|by|with|was|were|is|are|has|have|had|as|than|per|a|an|the|s|us|hours?|years?|days?|months?|weeks?|minutes?|percent|points?|times?|others)$/i;

/** The first plural among the next words, when only adjectives stand before it. */
function countedNoun(words: string): string | null {
  for (const word of words.trim().split(' ')) {
    if (word === '' || NO_NOUN.test(word)) return null;
    if (/^(?:people|men|women|children|police)$/i.test(word)) return word.toLowerCase();
    if (/^\p{Ll}{3,}s$/u.test(word) && !/ss$/.test(word)) return singular(word);
  }
  return null;
}

function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
