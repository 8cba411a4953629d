// Counts and sentences in words: small numbers spelt out, a noun that agrees, a list read aloud, one full stop.

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export const inWords = (n: number): string => SMALL[n] ?? String(n);

export const counted = (n: number, noun: string, plural = `${noun}s`): string =>
  `${inWords(n)} ${n === 1 ? noun : plural}`;

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function listed(parts: readonly string[], between = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${between} ${parts.at(-1)}`;
}

/** With a full stop, unless the sentence ends in words that brought their own. */
export const stopped = (sentence: string): string =>
  /[.!?…][”’)]?$/.test(sentence) ? sentence : `${sentence}.`;
