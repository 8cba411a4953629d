// Who speaks: sources read off their phrases, then whom a heading echoes, then who is left unsaid.
import type { ArticleText } from '../article.js';
import { exact, type Span } from '../span.js';
import type { Attribution } from '../statement.js';
import { pseudonymIn } from './anonymity.js';
import { type Found, nobody } from './antecedents.js';
import { addName, type Member } from './cast.js';
import { echoOf } from './headlines.js';
import type { Identified } from './identify.js';
import { impliedSource } from './implied.js';
import type { Layout } from './scope.js';
import { type Wording, wordsIn } from './wording.js';

/** The longest of the source's spans: the rest is what a cue or comma has cut off. */
export function sourceSpan({ source }: Attribution): Span | null {
  let best: Span | null = null;
  for (const span of source) if (!best || span.end - span.start > best.end - best.start) best = span;
  return best;
}

const ECHOES = 40;

export function whoSpeaks(
  article: ArticleText,
  wording: Wording,
  attributions: readonly Attribution[],
  layout: Layout,
  identified: Identified,
  headings: ReadonlySet<number>,
): Found[] {
  const found = attributions.map((attribution, index) =>
    isImpersonal(article.text, attribution) ? nobody : (identified.bySource.get(index) ?? nobody),
  );
  const inHeading = (index: number): boolean => {
    const sentence = wording.words[layout.contents[index]?.[0]?.[0] ?? -1]?.sentence ?? -1;
    return sentence >= 0 && headings.has(wording.sentences[sentence]!.block);
  };
  const implied = attributions.map(({ source }, index) => source.length === 0 && !inHeading(index));
  implied.forEach((is, index) => {
    if (is)
      found[index] = impliedSource({ article, wording, attributions, layout, identified, found, index });
  });
  let looked = 0;
  attributions.forEach((_, index) => {
    if (!inHeading(index) || looked++ > ECHOES || (found[index]!.member && found[index]!.confidence === 1))
      return;
    const echo = echoOf(wording, attributions, layout.contents, index, inHeading);
    const known = echo >= 0 ? found[echo]! : nobody;
    if (known.member && mayBe(found[index]!, known.member))
      found[index] = { ...known, confidence: Math.min(known.confidence, 0.9) };
  });
  nameUnnamed(article, wording, attributions, identified, found);
  return found;
}

/** "It was reported", "there are claims", but not "it is calling for": nobody is meant. */
const isImpersonal = (text: string, { source, cue }: Attribution): boolean =>
  source.length === 1 &&
  /^(?:it|there)$/i.test(exact(text, source[0]!)) &&
  cue.some((span) => /^(?:is|was|has been|had been|are|were)\b(?! \p{L}+ing\b)/iu.test(exact(text, span)));

/** Less sure than this, a heading's capitals may be no name: "Orchard owner". */
const SURE_OF_NAME = 0.8;

/** A heading's own description may stand for a person, or whoever the body calls so; a name is a name, and survivors are no report. */
function mayBe({ member, others, confidence }: Found, body: Member): boolean {
  if (!member || others.includes(body)) return true;
  if (member.names.length > 0) return confidence < SURE_OF_NAME && member.kind === 'person';
  return (
    (member.kind === 'person' && body.kind !== 'document' && body.kind !== 'place') ||
    [...member.calls.keys()].some((noun) => body.calls.has(noun))
  );
}

/** An unnamed source the article gives a name to go by. */
function nameUnnamed(
  article: ArticleText,
  wording: Wording,
  attributions: readonly Attribution[],
  identified: Identified,
  found: readonly Found[],
): void {
  attributions.forEach((attribution, index) => {
    const { member } = found[index]!;
    if (!member?.unnamed || member.names.length > 0) return;
    const pseudonym = pseudonymIn(clausesAround(article, wording, attribution));
    if (pseudonym) addName(identified.cast, member, pseudonym.split(' '));
  });
}

/** The sentence without what is said and the cue: a stop stands for each. */
export function clausesAround(article: ArticleText, wording: Wording, attribution: Attribution): string {
  const anchor = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0];
  if (!anchor) return '';
  const sentence = wording.sentences[wording.words[wordsIn(wording.words, anchor).first]?.sentence ?? -1];
  if (!sentence) return '';
  const end = wording.words[sentence.last - 1]!.end;
  let at = wording.words[sentence.first]!.start;
  let text = '';
  for (const part of [...attribution.cue, ...attribution.content].sort((a, b) => a.start - b.start)) {
    if (part.end <= at || part.start >= end) continue;
    text += `${article.text.slice(at, Math.max(at, part.start))} ; `;
    at = Math.min(end, part.end);
  }
  return text + article.text.slice(at, end);
}

export function sentenceText(article: ArticleText, wording: Wording, attribution: Attribution): string {
  const anchor = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0];
  if (!anchor) return '';
  const word = wording.words[wordsIn(wording.words, anchor).first];
  const sentence = word && wording.sentences[word.sentence];
  if (!sentence) return '';
  return article.text.slice(wording.words[sentence.first]!.start, wording.words[sentence.last - 1]!.end);
}
