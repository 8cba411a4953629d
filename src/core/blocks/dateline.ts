// Datelines: where and when a story was filed, on a line of its own or opening the first paragraph.
import type { Span } from '../span.js';
import type { Stretch } from './stretch.js';

/** The opening of a paragraph up to its first word of text. Offsets count in the paragraph. */
export interface Dateline extends Span {
  readonly place: string | null;
  /** The agency in brackets: "(ODS)". */
  readonly agency: string | null;
  /** The date as printed. */
  readonly date: string | null;
}

const MONTH =
  '(?:(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)|(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6})\\.?';
const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`;
const HAS_DATE = new RegExp(`\\b${DATE}(?!\\w)`);
const DATE_WORDS = new RegExp(
  `${DATE}|\\b${WEEKDAY}(?!\\w)|\\b\\d{1,2}[:.]\\d\\d(?: ?[apAP]\\.?[mM]\\.?)?|\\b(?:GMT|UTC|CET|EST|EDT|IST)\\b`,
  'g',
);

/** Place names: capitalised words, perhaps several parted by commas or a slash. */
const PLACE =
  "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|(?:al|el|de|la|del|of|the|am|an|der|sur|upon|and)[- ])(?:[ ,/-]{1,2}(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|al|el|de|la|del|of|the|am|an|der|sur|upon|and)){0,5}";
const DASH = '(?:--|[-–—―])';
const AGENCY = '\\((?<agency>\\p{Lu}[\\p{L}\\p{N} .&/-]{1,30})\\)';
const WHEN = `(?<date>(?:${WEEKDAY},? )?${DATE}(?:,? ${WEEKDAY})?)`;

const OPENINGS: readonly RegExp[] = [
  new RegExp(`^(?<place>${PLACE}),? ${WHEN},? ?(?:${AGENCY})? ?${DASH}\\s+`, 'u'),
  new RegExp(`^(?<place>${PLACE}) ${AGENCY} ?${DASH}\\s+`, 'u'),
  new RegExp(`^\\((?<place>${PLACE}),? ${WHEN}\\) ?${DASH}\\s+`, 'u'),
  /^(?<place>\p{Lu}[\p{Lu}'’ -]+) \((?!VIA|THROUGH|IN )(?<agency>\p{Lu}[\p{L}\p{N} .&/-]{1,30})\) ?:\s+/u,
  new RegExp(`^${WHEN} ?(?:${AGENCY})? ?${DASH}\\s+`, 'u'),
  new RegExp(`^${AGENCY} ?${DASH}\\s+`, 'u'),
  new RegExp(`^(?<place>${PLACE}),? ${WHEN}\\.? ?/(?<agency>\\p{Lu}[\\p{L}\\p{N} .&-]{1,30})/\\.?\\s+`, 'u'),
  // A place in capitals needs no more than a dash, a colon or a stop.
  /^(?<place>\p{Lu}[\p{Lu}\p{M}'’-]+(?:[ ,/-]{1,2}[\p{Lu}\p{M}'’-]+){0,4}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?)?) ?(?:--|[–—―]| -|\.|:)\s+(?=["'“‘«„(]?\p{Lu})/u,
];

/** A dash between spaces or after a bracket, or a word in capitals with a stop: without either there is no dateline. */
const COULD_OPEN = /[ )](?:--|[-–—―])\s|\/\.?\s|^[^\sa-z][^a-z]{2,60}[.:]\s|\) ?:\s/;

/** The dateline that opens this paragraph, or null. Only its first 120 units are read. */
export function findDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, 120);
  if (!COULD_OPEN.test(head)) return null;
  for (const opening of OPENINGS) {
    const match = opening.exec(head);
    if (!match) continue;
    const { place, agency, date } = match.groups ?? {};
    return {
      start: 0,
      end: match[0].length,
      place: place ?? null,
      agency: agency ?? null,
      date: date ?? null,
    };
  }
  return null;
}

/** A line that says only where, when and under what number: no sentence, mostly a date. */
export function isDatelineLine(line: Stretch): boolean {
  if (line.words > 18 || !HAS_DATE.test(line.head)) return false;
  if (line.endsSentence && !/\d\.?$|[ap]\.m\.$/i.test(line.tail)) return false;
  const rest = line.head.replace(DATE_WORDS, ' ');
  const pieces = rest.split(/[|·•–—―\n]| - | {2,}|,/).map((piece) => piece.trim());
  return pieces.every(isMetaPiece);
}

const META =
  /^(?:last )?(?:updated|published|posted|modified|release|no\.?|issue|vol\.?|all times|times|oldest first|newest first|views|date|on|at|time)\b/i;

function isMetaPiece(piece: string): boolean {
  const words = piece.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 || META.test(piece) || /\bviews?$/i.test(piece)) return true;
  return (
    words.length <= 4 &&
    words.every((word) => /^[\p{Lu}\p{N}(]/u.test(word) || /^(?:of|the|and|in|al|de)$/.test(word))
  );
}
