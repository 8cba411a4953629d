// Which sentences in the publisher's own voice state something, and which only keep the page going: nobody would
// comment, a question, a word to the reader, a line that opens a quotation.
import type { Span } from '../span.js';

/** Rules read no more of a sentence than this. */
const READ = 700;

/** A rule is looked at only where one of its words is: patterns this long are dear to build. */
const SILENCES: readonly (readonly [words: readonly string[], rule: RegExp])[] = [
  [
    ['declin', 'refus', 'avoid', 'dodg', 'sidestep'],
    /\b(?:declin|refus|avoid|dodg|sidestep)(?:e|es|ed|ing)? (?:to )?(?:further )?(?:comment|answer|say|respond|elaborate|discuss|speak|talk|give|share|provide|disclose|release|reveal|confirm|identify|name|be (?:named|identified|interviewed|drawn)|specify|detail|questions?|all interview|interview|requests?|an? interview)/,
  ],
  [
    ['comment', 'response', 'reply'],
    /\b(?:no|without|any|further) (?:immediate )?(?:comments?|response|reply)\b(?! (?:to|from) the)/,
  ],
  [
    ['not '],
    /\b(?:could|can) ?not (?:immediately |be )?(?:immediately |independently )?(?:be )?(?:reached(?! by (?:road|land|sea|air|boat|foot|car|rail|rescue\w*|ambulances?|aid))|contacted|verified|checked|confirmed|located|found for comment)\b/,
  ],
  [
    ['not ', 'no way'],
    /\b(?:could|can) ?not (?:yet |immediately |independently )*(?:verify|confirm|authenticate|corroborate|ascertain)\b|\b(?:not (?:immediately )?possible to|no way (?:to|of)) (?:independently )?(?:verify|confirm|verifying|confirming)\b|\b(?:has|have|had) not (?:yet |immediately |independently )*(?:verified|authenticated|corroborated)\b/,
  ],
  [['unable to'], /\bunable to (?:independently |immediately )?(?:reach|contact|verify|confirm|check)\b/],
  [
    ['not been able'],
    /\bnot been able to (?:independently |immediately )?(?:reach|contact|verify|confirm|check)\b/,
  ],
  [
    ['not', "n't", 'n’t', 'never'],
    /\b(?:did|does|do|has|have|had|would|will) ?(?:not|n['’]t|never)(?: yet| immediately| so far| publicly| otherwise| ever)?(?: be)? (?:respond|responded|return|returned|reply|replied|answer|answered|comment|commented|react|reacted|speak|spoken|say|said|giv(?:e|en|ing) (?:interviews?|statements?|declarations?|details|a statement|an? answer|a reason|any details)|elaborate|discuss(?!ed)|go into|be drawn|make a statement|made a statement|admitted|promised to)\b/,
  ],
  [
    ['answered', 'returned'],
    /\b(?:calls?|e-?mails?|messages?|requests?|questions?|letters?|inquiries|enquiries|repeated)\b[^.;]*\b(?:went|were|was|remained|remain|gone) (?:un(?:answered|returned)|not (?:answered|returned))/,
  ],
  [
    ['neither', 'none', 'no one', 'nobody'],
    /\b(?:neither|none|no one|nobody)\b[^.;]*\b(?:has|have|had|would|could|was|were|is) (?:immediately |yet )?(?:commented|responded|answered|replied|promised|said|spoken|say|comment|available|reached|reachable|be (?:independently |immediately )?(?:reached|checked|verified|confirmed))\b/,
  ],
  [
    ['available', 'reachable'],
    /\b(?:was|were|is|are) (?:not |un)(?:immediately )?(?:available|reachable)(?: for (?:comment|interview)| to comment| for questions)?/,
  ],
  [
    ['mum', 'silent', 'tight-lipped'],
    /\b(?:kept|keeps|remained|stayed|remains|fell) (?:mum|silent|tight-lipped)\b/,
  ],
  [
    ['hung up', 'rang off', 'walked ', 'left without'],
    /\b(?:hung up|rang off|walked (?:off|away) without|left without (?:making|giving|taking|answering|speaking))\b/,
  ],
  [
    ['for '],
    /\b(?:has|have|had|was|were|is being|are being) (?:also )?(?:been )?(?:contacted|approached|asked) for (?:an? |further |any )?(?:comments?|response|reply|statement|reaction)\b/,
  ],
  [['nothing to'], /\bhad nothing to (?:say|add)\b/],
];

const TO_THE_READER = new RegExp(
  [
    '^(?:send|tell|email|e-mail|call|write(?: to)?|contact|join|follow|follow us|click|read|see|watch|listen|subscribe|sign up|stay tuned|share your|let us know|get in touch|scroll|tap|download)\\b(?!.*\\b(?:said|says)\\b)(?=[^.;]*\\b(?:us|our|your|here|more|below|this|now|newsletter|story|live)\\b)',
    "^(?:that['’]s all|thank(?:s| you)(?: very much)? for|good (?:morning|afternoon|evening)|welcome|hello|we(?:['’]re| are) (?:closing|ending|pausing|wrapping)|this is (?:our|the) live)",
    '^(?:some |the )?(?:statements|information|views|opinions|figures|quotes?|names?|interviews?|conversation|article|story|report|piece|post|page|material|version|transcript)(?: \\w+){0,2} (?:in|on|of) this (?:article|story|report|piece|page|interview|release)\\b',
    '^this (?:is a developing|article|story|report|piece|post|page|interview|conversation|transcript|live blog|version|headline|copy)\\b[^.;]*\\b(?:updated|edited|corrected|amended|published|translated|appeared|produced|condensed|first|originally|version|developing|will be)\\b',
    '^(?:to contact|for (?:more|further) information|additional reporting|reporting by|writing by|editing by)\\b',
    '^(?:photographs?|images?|videos?|recordings?) may be used\\b',
  ].join('|'),
);

const QUESTION = /\?["'”’»)\]]*$/;
const OPENS_A_QUOTATION = /[:,]$/;
/** Reporting on its own questions: "Asked about 2026, she laughed." */
const ASKED = /^(?:asked|pressed|questioned|when asked|reached)\b/i;

/** Whether a sentence that nobody else is quoted for states a fact in the publisher's voice. */
export function statesFact(sentence: string): boolean {
  const words = sentence.slice(0, READ).replace(/\s+/g, ' ').trim();
  if (QUESTION.test(words) || OPENS_A_QUOTATION.test(words)) return false;
  if (ASKED.test(words) || addressesReader(words) || refusesComment(words)) return false;
  return (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3;
}

/** Where a sentence reports silence ("declined to comment", "could not be reached"), in its first words; or null. */
export function silenceIn(sentence: string): Span | null {
  const words = lowered(sentence);
  for (const [telling, rule] of SILENCES) {
    if (!telling.some((word) => words.includes(word))) continue;
    const match = rule.exec(words);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** "Send us your pictures", "To contact the reporter", "This article has been updated". */
export const addressesReader = (sentence: string): boolean => TO_THE_READER.test(lowered(sentence));

/** In small letters, no unit longer or shorter: patterns that ignore case take many times as long to build. */
const lowered = (sentence: string): string => sentence.slice(0, READ).replaceAll('İ', 'I').toLowerCase();

export const refusesComment = (sentence: string): boolean => silenceIn(sentence) !== null;
