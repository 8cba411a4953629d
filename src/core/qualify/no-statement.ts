// Findings that are no statement: nobody would comment, a name or a slogan in quotation marks, a reporter's question,
// the reason why somebody is not named.
import { opensInStudio } from '../blocks/opening.js';
import { keepAttributions } from '../extract/nesting.js';
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import type { Turns } from '../extract/turns.js';
import { addressesReader, silenceIn } from '../narration/factual.js';
import { hasFiniteVerb } from '../narration/finite-verb.js';
import { exact, overlaps, type Span } from '../span.js';
import { firstEndingAfter, firstStartingFrom } from '../span-search.js';
import type { Attribution } from '../statement.js';
import {
  isImpersonal,
  isOwnVoice,
  isRenown,
  isWhoCites,
  saysNothing,
  takesUpSentence,
} from './no-content.js';
import { quotationsOver } from './quotations-over.js';
import { quotesName } from './quoted-name.js';

/** The attributions that say something. In the turns of a transcript "we" is the speaker, elsewhere the publisher. */
export function withoutTraps(
  reading: Reading,
  attributions: readonly Attribution[],
  turns: Turns,
): Attribution[] {
  const sources = attributions.flatMap(({ source }) => source).sort((a, b) => a.start - b.start);
  return keepAttributions(attributions, (attribution) => {
    const anchor = attribution.cue[0] ?? attribution.content[0];
    if (!anchor) return false;
    const sentence = reading.sentences[firstEndingAfter(reading.sentences, anchor.start)];
    if (!sentence) return true;
    if (turns.interviewer.has(sentence.block)) return false;
    return (
      !isStudio(reading, sentence, attribution) &&
      !reportsSilence(reading, sentence, attribution) &&
      !isReportersQuestion(reading, sentence, attribution) &&
      !quotesName(reading, attribution) &&
      !saysNothing(reading, attribution) &&
      !isWhoCites(reading, attribution) &&
      !isImpersonal(reading, attribution) &&
      !isRenown(reading, attribution) &&
      !takesUpSentence(reading, attribution) &&
      !(isOwnVoice(reading, attribution) && !turns.all.has(sentence.block)) &&
      !explainsAnonymity(reading, attribution, sources)
    );
  });
}

/** The label of the studio is no speaker: what is read out there is the publisher's own. */
function isStudio({ text, blocks }: Reading, sentence: Sentence, { source, cue }: Attribution): boolean {
  const { start } = blocks[sentence.block]!;
  const head = text.slice(start, start + 80);
  return opensInStudio(head) && [...source, ...cue].some((span) => span.start <= start + head.indexOf(':'));
}

/** "declined to comment on the report": cue or content lies in the words that report silence. */
function reportsSilence(
  { text, quotations }: Reading,
  sentence: Sentence,
  { cue, content }: Attribution,
): boolean {
  const silence = silenceIn(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2000)).replace(/\s/g, ' '),
  );
  if (!silence) return false;
  const span = { start: sentence.start + silence.start, end: sentence.start + silence.end };
  if (quotationsOver(quotations, span).some(({ start, end }) => start <= span.start && span.end <= end))
    return false;
  if (cue.some((part) => overlaps(part, span))) return true;
  const first = content[0]!;
  if (cue[0] && cue[0].end <= first.start && OF_OTHERS.test(text.slice(first.start, span.start)))
    return false;
  const silent = Math.min(first.end, span.end) - Math.max(first.start, span.start);
  return content.length === 1 && silent > (first.end - first.start) * 0.4;
}

/** "said the villages could not be reached": whoever was silent or out of reach is not who speaks. */
const OF_OTHERS = /^(?:only )?(?:that )?(?!(?:he|she|they|it|we|i|that|only)\b)\p{L}+ /iu;

/** "Asked about the dam, she laughed"; a question to the reader: nobody is quoted for either. */
function isReportersQuestion(
  { text, quotations }: Reading,
  sentence: Sentence,
  { cue, content }: Attribution,
): boolean {
  const opening = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 40));
  if (addressesReader(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 300)))) return true;
  const asked = /^(?:[^\p{L}]*)(?:(?:when|if) )?(?:asked|pressed|questioned|quizzed)\b/iu.exec(opening);
  if (asked && cue.some(({ start }) => start < sentence.start + asked[0].length)) return true;
  if (text[sentence.end - 1] !== '?' || cue.length === 0) return false;
  return content.every((span) => quotationsOver(quotations, span).length === 0);
}

const ANONYMITY =
  /\b(?:anonym\w*|not (?:to )?be (?:named|identified|quoted)|not to (?:quote|name|identify)|names? (?:was|were|is|are|be) (?:not (?:be )?)?(?:used|published|given|printed|kept)|not wish|not want(?:ed|ing)? (?:to (?:give|be (?:named|identified|quoted))|(?:his|her|their) (?:full |last |first |sur)?names?)|without permission|for reserve|reserve|off the record|on condition|not authori[sz]ed|withheld|pseudonym|calling (?:him|her)self|call (?:him|her)|confidential\w*|identif\w+)\b/i;

/** "who asked not to be named because …": an aside beside a source that tells why it has no name. */
function explainsAnonymity(
  { text }: Reading,
  { cue, content }: Attribution,
  sources: readonly Span[],
): boolean {
  const all = [...cue, ...content];
  const start = Math.min(...all.map((span) => span.start));
  const end = Math.max(...all.map((span) => span.end));
  if (end - start > 250 || !ANONYMITY.test(text.slice(start, end))) return false;
  if (content.every((span) => ANONYMITY.test(exact(text, span)) && !hasFiniteVerb(exact(text, span))))
    return true;
  const [first] = content;
  const said = exact(text, first!);
  const named = said.search(ANONYMITY);
  const follows = cue[0] !== undefined && first!.start > cue[0].start && !OF_NO_NAME.test(said);
  if (follows && hasFiniteVerb(named < 0 ? said : said.slice(0, named))) return false;
  const nearest = sources[firstStartingFrom(sources, start + 1) - 1];
  if (nearest === undefined || start > nearest.end + 8) return false;
  return (
    /^who$/i.test(exact(text, nearest)) ||
    /[,(–—]|\bwho\b/.test(text.slice(nearest.end, start)) ||
    OF_NO_NAME.test(text.slice(content[0]!.start, content[0]!.end))
  );
}

/** "told us on condition of anonymity because …": the words after the cue are of the speaker's own name. */
const OF_NO_NAME =
  /^(?:on (?:the )?condition|not to be (?:named|identified|quoted)|anonymously|to remain anonymous|that (?:his|her|their) names?|that (?:he|she|they) not be|because (?:he|she|they))\b/i;
