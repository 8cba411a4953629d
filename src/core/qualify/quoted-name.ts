// Quotation marks that quote nobody: names of ships and books, slogans, signs, terms held at arm's length.
import type { Quotation } from '../extract/quotations.js';
import type { Reading } from '../extract/reading.js';
import { hasFiniteVerb } from '../narration/finite-verb.js';
import { exact, type Span } from '../span.js';
import type { Attribution } from '../statement.js';
import { quotationsOver } from './quotations-over.js';

const NAMES =
  /\b(?:so-called|known (?:locally |there )?as(?: the)?|called|named?s?|naming|dubbed|nicknamed|titled|entitled|codenamed|slogan|motto|banner|anthem|song|film|book|novel|memoir|album|play|poem|series|calendar|operation|term|words?|sign|signs|poster|placard|mural|caption|logo|t-shirt|labelled|marked|mark|adopts? an?|an? (?:[\p{L}-]+ )?board (?:at|on|above|over|outside|by|in)\b[^.!?]{0,40}\b(?:reads?|says?)|(?:signs?|posters?|placards?|murals?|banners?|captions?|logos?|t-shirts?|plaques?|walls?) (?:still )?(?:reads?|says?))\b[^.!?]{0,60}$/iu;

/** Content that is one quoted name, slogan or sign, with nothing to bring it in as speech. */
export function quotesName({ text, quotations }: Reading, { content, source, cue }: Attribution): boolean {
  const [span] = content;
  if (content.length !== 1 || span!.end - span!.start > 90) return false;
  const [quotation] = quotationsOver(quotations, span!);
  if (!quotation || !isJust(text, quotation, span!)) return false;
  const lead = text.slice(Math.max(0, quotation.start - 80), quotation.start);
  if (NAMED_THING.test(lead) && isTitle(text.slice(quotation.inner.start, quotation.inner.end))) return true;
  if (SIGN.test(lead)) return true;
  if (/[:,]\s$|\bthat\s$/.test(lead)) return false;
  if (source.some(({ start, end }) => isPronoun(text.slice(start, end)))) return false;
  if (source.length > 0 && cue.some((own) => LABELS.test(exact(text, own))) && span!.start < quotation.start)
    return false;
  if (cue.some((own) => /\bwords of\b/i.test(exact(text, own)))) return false;
  return NAMES.test(lead.trimEnd());
}

/** "A hand-painted board at the barrier says: …": nobody's words of the day. */
const SIGN =
  /\b(?:an? (?:[\p{L}-]+ )?board(?= (?:at|on|above|over|outside|by|in|near) )|signs?|signboards?|billboards?|posters?|placards?|murals?|banners?|graffiti|t-shirts?|plaques?)(?: [\p{L}-]+){0,6} (?:still |now )?(?:reads?|says?),?:?\s$/iu;

/** "Her memoir, “Small Steps”"; "a song, “Who Moved It?”" */
const NAMED_THING =
  /\b(?:song|film|movie|book|novel|memoir|album|play|poem|series|show|program(?:me)?|calendar|anthem|slogan|painting|exhibition|ship|vessel|boat|operation|exercise|caption|column|podcast|app|bridge|sign|report|study|paper|documentary|magazine|newspaper)s?,? ?$/i;

/** Every longer word capitalised. */
const isTitle = (words: string): boolean =>
  /^\p{Lu}/u.test(words) && (words.match(/[\p{L}'’-]{4,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));

/** The span is the quotation, with or without its marks, perhaps with "the slogan" before it or a date after. */
function isJust(text: string, quotation: Quotation, span: Span): boolean {
  const lead = text.slice(span.start, Math.max(span.start, quotation.start));
  if (span.start > quotation.start + 1 || span.end < quotation.end - 3 || span.end > quotation.end + 20)
    return false;
  return lead.length <= 4 || (NAMED.test(lead) && !hasFiniteVerb(lead));
}

/** "called the report “speculation”": somebody's word for a thing, not the thing's name. */
const LABELS =
  /^(?:\p{L}+ )?(?:call|term|label|brand|dub|describ|dismiss|denounc|condemn)\p{L}*(?: \p{L}+)?$/iu;

const NAMED = /^(?:the|an?|its|his|her|their|this) (?:\p{Ll}+ ){1,3}$/u;

const isPronoun = (source: string): boolean => /^(?:he|she|they|i|we|who)$/i.test(source.trim());
