// Whether a statement asserts its content or denies it. "Denied that C" has content C; so has "said it was not true
// that C", where the denying words stand between cue and content.
import type { Reading } from '../extract/reading.js';
import { exact, type Span } from '../span.js';
import type { Attribution, Polarity } from '../statement.js';

const DENIES =
  /\b(?:den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|rebuff(?:s|ed|ing)?|disput(?:e|es|ed|ing)|contest(?:s|ed|ing)|disavow(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|contradict(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)|debunk(?:s|ed|ing)?|rul(?:e|es|ed|ing) out|disown(?:s|ed)?|dissociat(?:e|es|ed|ing)|distanc(?:e|es|ed|ing) (?:it|him|her|them)sel(?:f|ves)|scotch(?:es|ed)|quash(?:es|ed)|pour(?:s|ed|ing) cold water)\b/i;
/** To reject a report is to deny it; to reject an offer is not. */
const REJECTS = /\b(?:reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?)\b/i;
const OFFERED =
  /^(?:(?:the|a|an|any|all|his|her|their|its|this|that|new|latest|calls?) ){0,3}(?:\p{L}+ ){0,2}(?:proposals?|offers?|calls? (?:for|to)|demands?|requests?|plans?|bids?|appeals?|invitations?|deals?|ultimatums?|terms|motions?|amendments?|bills?|ceasefire|truce)\b/iu;
const NOT_DENIED =
  /\b(?:not|n['’]t|never|neither|nor|cannot|refused to|declined to)(?: \w+)? (?:deny|denied|dispute|disputed|reject|rejected|rule out|ruled out|contest|contradict)\b/i;
const UNTRUE_THAT =
  /\b(?:(?:not|n['’]t|never) (?:true|the case|correct)|untrue|false|a lie|no truth in (?:\w+ ){1,4}) that\s*$/i;
const CALLED_FALSE =
  /^(?:\S+ ){0,6}?(?:reports?|claims?|allegations?|accusations?|rumou?rs?|charges?|story|stories|it|them|this|that) (?:as )?["“‘']?(?:an? )?(?:\w+ly )?(?:false|untrue|fake|baseless|unfounded|lies?|nonsense|fabricat\w+|groundless|misinformation|disinformation|hoax)\b/i;
const PLAIN_NO = /^["“‘']?not (?:so|true)[.,!]?["”’']?$/i;

export function polarityOf({ text }: Reading, { cue, content }: Attribution): Polarity {
  const [first] = cue;
  if (!first) return 'asserted';
  const cueWords = cue.map((span) => shortened(text, span, 160)).join(' ');
  const around = text.slice(Math.max(0, first.start - 24), Math.min(first.end, first.start + 160));
  if (NOT_DENIED.test(around)) return 'asserted';
  const words = content[0] ? shortened(text, content[0], 200) : '';
  if (DENIES.test(cueWords)) return 'denied';
  if (REJECTS.test(cueWords)) return OFFERED.test(words) ? 'asserted' : 'denied';
  if (PLAIN_NO.test(words) || (LABELS.test(cueWords) && CALLED_FALSE.test(words))) return 'denied';
  return UNTRUE_THAT.test(between(text, first, content)) ? 'denied' : 'asserted';
}

const LABELS = /\b(?:call|brand|label|describ|deem)/i;

const shortened = (text: string, { start, end }: Span, most: number): string =>
  exact(text, { start, end: Math.min(end, start + most) });

/** Words between the cue and a content that follows it closely. */
function between(text: string, cue: Span, content: readonly Span[]): string {
  const first = content[0];
  if (!first || first.start < cue.end || first.start - cue.end > 80) return '';
  return `${text.slice(cue.end, first.start)}${/^that\b/.test(text.slice(first.start, first.start + 5)) ? 'that ' : ''}`;
}
