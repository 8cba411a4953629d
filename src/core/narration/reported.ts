// Whether a sentence taken for narration sounds as if somebody had said it: a verb of saying nobody was found for.
import type { Span } from '../span.js';

const REPORTED =
  /\b(?:said|says|saying|told|tells|claim(?:s|ed)|alleg(?:es|ed|edly)|reportedly|announc(?:es|ed)|warn(?:s|ed)|insist(?:s|ed)|argu(?:es|ed)|according to|apparently|supposedly|rumou?red|is (?:believed|thought|said|understood) to|are (?:believed|thought|said|understood) to|accus(?:es|ed)|confirm(?:s|ed)|vow(?:s|ed)|pledg(?:es|ed)|reiterat(?:es|ed)|stress(?:es|ed)|add(?:s|ed|ing) that|den(?:ies|ied)|estimat(?:es|ed)|tweet(?:s|ed)|wrote|writes|report(?:s|ed)|reaffirm(?:s|ed)|rul(?:es|ed) out|reject(?:s|ed)|explain(?:s|ed)|acknowledg(?:es|ed)|not(?:es|ed)|describ(?:es|ed)|promis(?:es|ed)|blam(?:es|ed)|urg(?:es|ed)|demand(?:s|ed)|condemn(?:s|ed)|suggest(?:s|ed)|testif(?:ies|ied))\b/i;

/** A noun for a saying, with the one who said it or what: "an assurance by", "a warning that". */
const NAMED_SAYING =
  /\b(?:assurance|warning|claim|allegation|announcement|promise|denial|accusation|complaint|admission|suggestion|rumou?r)s? (?:by|from|that)\b|\bin the words of\b|\bpurport/i;
/** Words in marks that are no name: a fragment, or speech with its comma. */
const QUOTED = /["“„«‘]\p{Ll}|[\p{L}\p{N}],["”’»]/u;

/** Narration that may be somebody's word after all. */
export const mayBeReported = (text: string, span: Span): boolean => {
  const words = text.slice(span.start, Math.min(span.end, span.start + 1000));
  return REPORTED.test(words) || NAMED_SAYING.test(words) || QUOTED.test(words);
};

/** A cue that reports, whatever its object. */
export const soundsReported = (text: string, { start, end }: Span): boolean =>
  REPORTED.test(text.slice(start, Math.min(end, start + 1000)));
