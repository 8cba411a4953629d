// Contents that hold nothing to check, and sources that are no other than the publisher.
import type { Reading } from '../extract/reading.js';
import { hasFiniteVerb } from '../narration/finite-verb.js';
import { exact } from '../span.js';
import type { Attribution } from '../statement.js';
import { quotationsOver } from './quotations-over.js';

/** "denied it", "pointed out": a pronoun or a particle is no content, and one bare word hardly ever. */
export function saysNothing({ text, quotations }: Reading, { content, cue }: Attribution): boolean {
  const [span] = content;
  if (content.length !== 1 || cue.length === 0 || span!.end - span!.start > 40) return false;
  if (quotationsOver(quotations, span!).length > 0) return false;
  const words =
    text
      .slice(span!.start, span!.end)
      .toLowerCase()
      .match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  if (words.every((word) => EMPTY.has(word)) || ADVERBIAL.test(words.join(' '))) return true;
  if (RELATIVE_END.test(words.join(' '))) return true;
  return words.length === 1 && !/\d/.test(words[0]!) && !ANSWERS.test(words[0]!);
}

const EMPTY = new Set(
  'it this that these those so them him her us me you he she they we i who which what there here out up back down off on in to of from with by as at since again too also then now'.split(
    ' ',
  ),
);
const ANSWERS =
  /^(?:yes|no|none|nothing|never|nobody|innocent|guilty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens|hundreds|thousands|millions|half)$/;
/** "a copy of which": what was shown, not what was said. */
const RELATIVE_END = /\b(?:of|in|from|to|by) (?:which|whom)$/;
/** When, where or how, and nothing said: "since July", "without naming a source". */
const ADVERBIAL = /^(?:since|within|during|around|without|behind|in public|from behind)\b/;

/** "The daily, citing two officials, reported": who cites is not what those cited said. */
export function isWhoCites({ text, quotations }: Reading, { content, cue }: Attribution): boolean {
  const [span] = content;
  if (content.length !== 1 || cue.length !== 1 || span!.end > cue[0]!.start) return false;
  return (
    /^(?:citing|quoting)\b/i.test(exact(text, cue[0]!)) &&
    /^,\s$/.test(text.slice(span!.end, cue[0]!.start)) &&
    quotationsOver(quotations, span!).length === 0 &&
    !hasFiniteVerb(exact(text, span!))
  );
}

const RENOWN =
  /^(?:(?:is|are|was|were|be|been|has|have|had|long|best|also|still|well|widely|mainly|chiefly) )*(?:known|noted|famed|famous|renowned) (?:for|as)$/i;

/** "a market noted for its walnuts": the publisher describes it. */
export const isRenown = ({ text }: Reading, { cue }: Attribution): boolean =>
  cue.length === 1 && RENOWN.test(exact(text, cue[0]!));

/** "It was known that", "which was clear", "it is pertinent to mention that": nobody says it. */
export function isImpersonal({ text }: Reading, { cue, source }: Attribution): boolean {
  if (cue.length !== 1 || source.some((span) => !/^(?:it|that|this)$/i.test(exact(text, span)))) return false;
  const words = exact(text, cue[0]!);
  if (/^(?:it )?(?:is|was) (?:pertinent|worth|important|noteworthy)\b/i.test(words)) return true;
  return /^(?:it )?(?:was|is|became|had become|has become|is not|was not)?\s?(?:well |widely |already |not )?(?:known|clear|unclear|apparent|evident|obvious|possible|impossible|likely|unlikely|true)$/i.test(
    words,
  );
}

/** "we gave his rank", "our reporter counts": outside quotations that is the publisher's own voice. */
export function isOwnVoice({ text, quotations }: Reading, { source, cue }: Attribution): boolean {
  const [span] = source;
  if (source.length !== 1 || cue.length === 0 || span!.end - span!.start > 40) return false;
  return OURSELVES.test(exact(text, span!)) && quotationsOver(quotations, span!).length === 0;
}

const OURSELVES = /^(?:i|we|our (?:own )?(?:\w+ )?(?:reporters?|correspondents?|photographers?))$/i;

/** "The dispatch was carried in full, which appended a question mark": a relative clause says nothing of what precedes. */
export function takesUpSentence({ text }: Reading, { source, cue, content }: Attribution): boolean {
  const [span] = source;
  const last = content.at(-1);
  if (source.length !== 1 || cue.length !== 1 || !last || last.end > cue[0]!.start) return false;
  return exact(text, span!).toLowerCase() === 'which' && hasFiniteVerb(exact(text, last));
}
