// Who wrote, edited, photographed or compiled a story: lines about the people who made it, none of them a speaker.
import type { Stretch } from './stretch.js';

const WRITERS =
  /^[([]?(?:additional |further |with )?(?:reporting|writing|editing|written|edited|compiled|translated|reported|research|production)(?: (?:and|&) (?:writing|editing|reporting))?(?: (?:by|from)|: | in )/i;
const OWN_REPORTERS =
  /^(?:(?:by )?(?:our |a |the )?(?:(?:special|staff|own|foreign|political|defence|senior|chief|web) )?(?:correspondents?|staff reporters?|news desk|web desk|newsroom|reporters?|staff writers?|agencies|staff and agencies|wire services)|(?:from )?(?:our )?(?:correspondents?|agencies|news services))(?: (?:and|in|at) [\p{L}' ]{2,40})?$/iu;
const CAPITALISED =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|and|&|de|der|van|von|den|bin|bint|al|el|la|da|dos|du|di|y|ibn|in|for|with|\/)$/u;

/** "By Jane Roe and John Doe in Somewhere", "Additional reporting: …", "Staff Reporter". */
export function isByline(line: Stretch): boolean {
  if (line.words > 25) return false;
  if (WRITERS.test(line.head) && (line.words <= 14 || line.head.includes(';'))) return true;
  if (/^[([]compiled by /i.test(line.head)) return true;
  if (line.endsSentence && !/\b[A-Z]\.$/.test(line.tail)) return false;
  if (OWN_REPORTERS.test(line.head)) return true;
  return /^by:? /i.test(line.head) && line.words <= 16 && mostlyNames(line.head.slice(3));
}

/** A name alone in capitals, as agencies print it between headline and text. */
export const isNameInCapitals = (line: Stretch): boolean =>
  line.words >= 2 && line.words <= 4 && /^[\p{Lu}\p{M}.'’ -]+$/u.test(line.head);

/** "in Harnisk", "at the border": where the reporter stood. */
export const isPlaceOfReporter = (line: Stretch): boolean =>
  line.words <= 6 && !line.endsSentence && /^(?:in|at|from|near) \p{Lu}/u.test(line.head);

function mostlyNames(rest: string): boolean {
  const words = rest
    .split(/ [|/] | with /)[0]!
    .split(/[\s,:]+/)
    .filter((word) => word !== '');
  return words.length > 0 && words.filter((word) => CAPITALISED.test(word)).length >= words.length * 0.7;
}
