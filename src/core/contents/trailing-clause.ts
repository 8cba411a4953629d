// Where a content after its cue ends: not inside a phrase, nor past the next cue.
import { hasFiniteVerb } from '../narration/finite-verb.js';
import { quotationsOver } from '../qualify/quotations-over.js';
import { overlaps, type Span } from '../span.js';
import { isPlain, type Setting } from './setting.js';

/** "said A, adding that B": A ends before the comma. */
export function withoutNextCue({
  reading: { text },
  attribution: { content },
  cue,
  others,
}: Setting): Span[] | null {
  const last = content.at(-1)!;
  const next = others.find(({ start }) => start > last.start && start < last.end && start > cue.end);
  if (!next) return null;
  const lead = text.slice(last.start, next.start);
  const but = BUT_BEFORE.exec(lead);
  if (but) return [...content.slice(0, -1), { start: last.start, end: last.start + but.index }];
  if (!/^(?:and |while |also )?\p{L}+ing\b/iu.test(text.slice(next.start, next.end))) return null;
  const comma = COMMA_BEFORE.exec(lead);
  if (!comma) return null;
  const end = last.start + comma.index + (comma[1] === '' ? 0 : 2);
  return [...content.slice(0, -1), { start: last.start, end }];
}

/** "posted a profit but warned that": the second verb is the same speaker's next cue. */
const BUT_BEFORE = /,?\sbut\s(?:also |later |then )?$/;
/** A comma inside a closing mark ("“conquered,” adding") stays with the quotation. */
const COMMA_BEFORE = /,(["”’»]?)\s+(?:and |while |also )?$/;

/** "A said S, the newspaper B reported": S ends before the comma, not in B's name. */
export function withoutNextSource({
  reading: { text },
  attribution: { content },
  sources,
  others,
}: Setting): Span[] | null {
  const last = content.at(-1)!;
  const next = sources.find(({ start, end }) => start > last.start && start < last.end && end >= last.end);
  if (!next || !others.some(({ start }) => start >= next.end && start <= next.end + 12)) return null;
  const comma = /,\s$/.exec(text.slice(last.start, next.start));
  return comma && [...content.slice(0, -1), { start: last.start, end: last.start + comma.index }];
}

/** "said A; B put it at C": A ends where somebody else's clause begins. */
export function withoutNextClause({
  reading: { text, quotations },
  attribution: { content },
  cue,
  sources,
  others,
}: Setting): Span[] | null {
  const last = content.at(-1)!;
  if (last.start < cue.end) return null;
  const next = sources.find(
    ({ start, end }) =>
      start > last.start &&
      start < last.end &&
      others.some((other) => other.start >= end && other.start <= end + 12) &&
      SEMICOLON_BEFORE.test(text.slice(Math.max(last.start, start - 16), start)),
  );
  if (!next || quotationsOver(quotations, next).length > 0) return null;
  return [...content.slice(0, -1), { start: last.start, end: text.lastIndexOf(';', next.start) }];
}

const SEMICOLON_BEFORE = /;\s(?:(?:but|and|while|the)\s){0,2}$/i;

/** "The claim that A is disputed by B": what becomes of the claim is not claimed. */
export function beforeVerdict({
  reading: { text, quotations },
  attribution: { content },
  cue,
}: Setting): Span[] | null {
  const last = content.at(-1)!;
  if (last.start < cue.end || !NOUN_CUE.test(text.slice(cue.start, cue.end))) return null;
  const clause = text.slice(last.start, Math.min(last.end, last.start + LONGEST_CLAIM));
  const verdict = VERDICT.exec(clause);
  if (!verdict || !hasFiniteVerb(clause.slice(0, verdict.index))) return null;
  const end = last.start + verdict.index;
  return quotationsOver(quotations, { start: end, end: end + 1 }).length > 0
    ? null
    : [...content.slice(0, -1), { start: last.start, end }];
}

const LONGEST_CLAIM = 400;
const NOUN_CUE =
  /\b(?:claims?|reports?|allegations?|assertions?|accusations?|suggestions?|rumou?rs?|statements?|charges?)$/i;
/** A comma clause about the claim may stand before it: ", which the government disputes, was made by". */
const VERDICT =
  /(?:,? which [^,.;]{3,60},)? (?:is|was|are|were|has been|had been|have been|could not be) (?:also |later |since |strongly |flatly |hotly |widely |swiftly |independently )?(?:disputed|denied|rejected|contradicted|dismissed|contested|challenged|refuted|rebutted|unverified|unconfirmed|unproven|unfounded|untrue|made|repeated|backed|supported|confirmed|verified|doubted)\b/;

/** "said 40 had died, a figure disputed by doctors": others' doubt is no part of it. */
export function beforeDoubt({
  reading: { text, quotations },
  attribution: { content },
  cue,
}: Setting): Span[] | null {
  const last = content.at(-1)!;
  if (last.start < cue.end) return null;
  const doubt = DOUBT.exec(text.slice(last.start, Math.min(last.end, last.start + LONGEST_CLAIM)));
  if (!doubt || doubt.index === 0) return null;
  const end = last.start + doubt.index;
  return quotationsOver(quotations, { start: end, end: end + 1 }).length > 0
    ? null
    : [...content.slice(0, -1), { start: last.start, end }];
}

const DOUBT =
  /, an? (?:claim|figure|charge|allegation|accusation|account|number|toll|version|assertion) (?:(?:that |which )?(?:[\p{L}’'-]+ ){1,5}(?:disputes?|disputed|den(?:y|ies|ied)|rejects?|rejected|contests?|contested)(?! by)|(?:\p{L}+ly )?(?:disputed|denied|rejected|contested|challenged) by)\b/u;

/** Content that ends inside a phrase runs on to where the clause does. */
export function brokenOff(setting: Setting): Span[] | null {
  const { reading, sentence, attribution, cue } = setting;
  const { text } = reading;
  const last = attribution.content.at(-1)!;
  if (last.start < cue.end || last.end >= sentence.end || last.end <= sentence.start) return null;
  const rest = text.slice(last.end, Math.min(sentence.end, last.end + 1000));
  const behind = text.slice(Math.max(last.start, last.end - 24), last.end);
  if (!ENDS_OPEN.test(behind) && !GOES_ON.some((form) => form.test(rest))) return null;
  const taken = { start: last.end, end: last.end + clauseLength(rest) };
  if (!isPlain(setting, taken) || attribution.source.some((span) => overlaps(span, taken))) return null;
  return [...attribution.content.slice(0, -1), { start: last.start, end: taken.end }];
}

const ENDS_OPEN = /(?:['’]s|s['’]|\b(?:the|an?|of|in|to|for|from|by|with|at|on|and|or|its|their|his|her))$/i;
const APPOSITION = /^, (?:the|an?) (?:\p{L}[\p{L}'’-]* ){1,5}(?:of|in|for|from)\b/u;
/** "…, and eventually surrendered": a verb without a subject of its own. */
const SECOND_VERB = /^, (?:and|but|or) (?:\p{Ll}+ly |then |later |also )?\p{Ll}{2,}ed\b/u;
/** "…, Deputy Minister Ana Roe, and others": a list of names that is not over. */
const LIST = /^, \p{Lu}[^,;:."“]{2,70},? (?:and|or) /u;
/** A short phrase of time or place is all that is left of the sentence. Words about the saying belong to the cue. */
const LAST_PHRASE =
  /^ (?:on|in|at|by|near|before|after|until|during|within|next|last|this)(?! (?:an? |the |his |her |its |their )?(?:\w+ )?(?:statement|interview|post|tweet|letter|call|phone|email|e-mail|telephone|television|tv|radio|video|message|speech|briefing|conference|court|report|remarks|testimony|press|twitter|telegram|facebook))(?: [\p{L}\p{N}'’-]+){1,4}\.?$/iu;
const GOES_ON = [APPOSITION, SECOND_VERB, LIST, LAST_PHRASE];

const CLAUSE_END =
  /;| [–—―-] |--|, (?:adding|saying|noting|but|while|although|though|which|who|prompting|according|as)\b|[.!?]["”’»)]*$/i;

function clauseLength(rest: string): number {
  const end = CLAUSE_END.exec(rest);
  return end ? end.index : rest.length;
}
