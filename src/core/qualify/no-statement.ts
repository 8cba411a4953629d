// Findings that are no statement: nobody would comment, a name or a slogan in quotation marks, a reporter's question,
// the reason why somebody is not named.
import { keepAttributions } from '../extract/nesting.js';
import type { Reading } from '../extract/reading.js';
import type { Sentence } from '../extract/sentences.js';
import { addressesReader, silenceIn } from '../narration/factual.js';
import { hasFiniteVerb } from '../narration/finite-verb.js';
import { exact, overlaps, type Span } from '../span.js';
import { firstEndingAfter, firstStartingFrom } from '../span-search.js';
import type { Attribution } from '../statement.js';
import { quotationsOver } from './quotations-over.js';

/** The attributions that say something. `interviewer` holds the blocks in which a transcript's interviewer speaks. */
export function withoutTraps(
  reading: Reading,
  attributions: readonly Attribution[],
  interviewer: ReadonlySet<number>,
): Attribution[] {
  const sources = attributions.flatMap(({ source }) => source).sort((a, b) => a.start - b.start);
  return keepAttributions(attributions, (attribution) => {
    const anchor = attribution.cue[0] ?? attribution.content[0];
    if (!anchor) return false;
    const sentence = reading.sentences[firstEndingAfter(reading.sentences, anchor.start)];
    if (!sentence) return true;
    if (interviewer.has(sentence.block)) return false;
    return (
      !reportsSilence(reading, sentence, attribution) &&
      !isReportersQuestion(reading, sentence, attribution) &&
      !quotesName(reading, attribution) &&
      !saysNothing(reading, attribution) &&
      !explainsAnonymity(reading, attribution, sources)
    );
  });
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
  const silent = Math.min(first.end, span.end) - Math.max(first.start, span.start);
  return content.length === 1 && silent > (first.end - first.start) * 0.4;
}

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

const NAMES =
  /\b(?:so-called|known (?:locally |there )?as(?: the)?|called|named?s?|naming|dubbed|nicknamed|titled|entitled|codenamed|slogan|motto|banner|anthem|song|film|book|novel|memoir|album|play|poem|series|calendar|operation|term|words?|sign|signs|board|poster|placard|mural|caption|logo|t-shirt|labelled|marked|mark|still read|reads|says|adopts? an?)\b[^.!?]{0,60}$/i;

/** Content that is one quoted name, slogan or sign, with nothing to bring it in as speech. */
function quotesName({ text, quotations }: Reading, { content, source }: Attribution): boolean {
  const [span] = content;
  if (content.length !== 1 || span!.end - span!.start > 90) return false;
  const [quotation] = quotationsOver(quotations, span!);
  if (!quotation || !isJust(quotation, span!)) return false;
  const lead = text.slice(Math.max(0, quotation.start - 80), quotation.start);
  if (NAMED_THING.test(lead) && isTitle(text.slice(quotation.inner.start, quotation.inner.end))) return true;
  if (/[:,]\s$|\bthat\s$/.test(lead)) return false;
  if (source.some(({ start, end }) => isPronoun(text.slice(start, end)))) return false;
  return NAMES.test(lead.trimEnd());
}

/** "Her memoir, “Small Steps”"; "a song, “Who Moved It?”" */
const NAMED_THING =
  /\b(?:song|film|movie|book|novel|memoir|album|play|poem|series|show|program(?:me)?|calendar|anthem|slogan|painting|exhibition|ship|vessel|boat|operation|exercise|caption|column|podcast|app|bridge|sign|report|study|paper|documentary|magazine|newspaper)s?,? ?$/i;

/** Every longer word capitalised. */
const isTitle = (words: string): boolean =>
  /^\p{Lu}/u.test(words) && (words.match(/[\p{L}'’-]{4,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));

/** The span is the quotation, with or without its marks, perhaps with an article before it or a date after. */
const isJust = (quotation: Span, span: Span): boolean =>
  span.start >= quotation.start - 4 &&
  span.start <= quotation.start + 1 &&
  span.end >= quotation.end - 3 &&
  quotation.end - quotation.start > (span.end - span.start) * 0.6;

const isPronoun = (source: string): boolean => /^(?:he|she|they|i|we|who)$/i.test(source.trim());

/** "denied it", "pointed out": a pronoun or a particle is no content, and one bare word hardly ever. */
function saysNothing({ text, quotations }: Reading, { content, cue }: Attribution): boolean {
  const [span] = content;
  if (content.length !== 1 || cue.length === 0 || span!.end - span!.start > 40) return false;
  if (quotationsOver(quotations, span!).length > 0) return false;
  const words =
    text
      .slice(span!.start, span!.end)
      .toLowerCase()
      .match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  if (words.every((word) => EMPTY.has(word))) return true;
  return words.length === 1 && !/\d/.test(words[0]!) && !ANSWERS.test(words[0]!);
}

const EMPTY = new Set(
  'it this that these those so them him her us me you he she they we i who which what there here out up back down off on in to of from with by as at since again too also then now'.split(
    ' ',
  ),
);
const ANSWERS =
  /^(?:yes|no|none|nothing|never|nobody|innocent|guilty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens|hundreds|thousands|millions|half)$/;

const ANONYMITY =
  /\b(?:anonym\w*|not (?:to )?be (?:named|identified|quoted)|not wish|without permission|for reserve|reserve|off the record|on condition|not authori[sz]ed|withheld|pseudonym|calling (?:him|her)self|call (?:him|her)|confidential\w*|identif\w+)\b/i;

/** "who asked not to be named because …": stands with a source and tells why it has no name. */
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
  const nearest = sources[firstStartingFrom(sources, start + 1) - 1];
  return nearest !== undefined && start <= nearest.end + 8;
}
