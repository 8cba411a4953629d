// Lists that say how long they are: "the 15th capital …, after A, B and C", "three villages: A, B and C".
import type { Span } from '../span.js';
import { readNumber } from './figure.js';
import type { Finding } from './hint.js';

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);
const RANKED = new RegExp(
  `\\bthe (\\d{1,3}(?:st|nd|rd|th)|${ORDINALS.join('|')})\\b([^.;:]{0,120}?),? (?:after|following|behind) (?=\\p{Lu})([^.;:]{3,600})\\.?$`,
  'u',
);
const COUNTED =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?:\p{Ll}[\p{L}-]* ){0,3}\p{Ll}{3,}s(?: ?:| ?[–—―]| --|, namely) (?=\p{Lu})([^.;:–—―]{3,400})/u;

export function checkLists(text: string, span: Span): Finding[] {
  const words = text.slice(span.start, span.end);
  return [ranked(words, span.start), counted(words, span.start)].filter((finding) => finding !== null);
}

function ranked(words: string, offset: number): Finding | null {
  const match = RANKED.exec(words);
  if (!match) return null;
  const names = namesIn(match[3]!);
  const rank = rankOf(match[1]!);
  if (names === null || names.length < 3) return null;
  const doubled = new Set(names).size < names.length;
  return {
    kind: 'list',
    finding: names.length === rank - 1 && !doubled ? 'consistent' : 'inconsistent',
    text: doubled
      ? `The list of what came before the ${match[1]} names one of them twice.`
      : `The list of what came before the ${match[1]} holds ${names.length}; it should hold ${rank - 1}.`,
    spans: [{ start: offset + match.index, end: offset + match.index + match[0].length }],
  };
}

const rankOf = (printed: string): number =>
  /^\d/.test(printed) ? Number.parseInt(printed, 10) : ORDINALS.indexOf(printed) + 1;

function counted(words: string, offset: number): Finding | null {
  const match = COUNTED.exec(words);
  if (!match) return null;
  const names = namesIn(match[2]!);
  const count = readNumber(match[1]!)!.value;
  if (names === null || names.length < 2) return null;
  return {
    kind: 'list',
    finding: names.length === count ? 'consistent' : 'inconsistent',
    text: `The list holds ${names.length}; ${match[1]} are announced.`,
    spans: [{ start: offset + match.index, end: offset + match.index + match[0].length }],
  };
}

/** The items of a list of bare names, or null when it holds anything else and cannot be counted with certainty. */
function namesIn(list: string): string[] | null {
  const items = list
    .trim()
    .replace(/[.,]$/, '')
    .split(/, and |, or | and |, /)
    .map((item) => item.trim());
  const bare = items.every((item) =>
    /^(?:the )?\p{Lu}[\p{L}\p{M}'’-]*(?: (?:\p{Lu}[\p{L}\p{M}'’-]*|of|the|de|al)){0,4}$/u.test(item),
  );
  return bare ? items : null;
}
