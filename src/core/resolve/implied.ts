// Statements that name no source of their own: "adding that …", a quotation that goes on, a court that "heard".
import type { ArticleText } from '../article.js';
import type { Attribution } from '../statement.js';
import { type Found, nobody } from './antecedents.js';
import type { Identified } from './identify.js';
import type { Layout } from './scope.js';
import { type Wording, wordsIn } from './wording.js';

export interface Unsaid {
  readonly article: ArticleText;
  readonly wording: Wording;
  readonly attributions: readonly Attribution[];
  readonly layout: Layout;
  readonly identified: Identified;
  readonly found: readonly Found[];
  readonly index: number;
}

const HEARD = /\b(?:court|courtroom|jury|jurors|inquest|tribunal|hearing|inquiry|trial)\b/i;
const PLEADER = /\b(?:prosecut\w+|crown|opening|opened|counsel|jury|kc|qc|barrister|attorney)\b/i;
/** Who asks the questions at an inquiry has told it nothing. */
const OF_INQUIRY = /\bcounsel (?:to|for) the inquiry\b|\basked\b/i;
const PASSIVE = /\b(?:is|are|was|were|been|being)\b|\b(?:reportedly|allegedly|purportedly|supposedly)\b/i;
const AHEAD = 6;

export function impliedSource(unsaid: Unsaid): Found {
  const { article, attributions, found, index } = unsaid;
  const attribution = attributions[index]!;
  const cue = attribution.cue.map((span) => article.text.slice(span.start, span.end)).join(' ');
  const isOneself = attribution.cue.length === 0 && ONESELF.test(textOf(unsaid));
  const before = previous(unsaid, isOneself);
  if (attribution.cue.length === 0)
    return labelled(unsaid) ?? (before >= 0 ? weaker(found[before]!, 0.65) : ahead(unsaid, () => true, 0.6));
  const sentence = sentenceOf(unsaid);
  if (/^(?:heard|hears|told|was told|were told|heard that)$/i.test(cue.trim()) && HEARD.test(sentence)) {
    const pleader = ahead(unsaid, (text) => PLEADER.test(text) && !OF_INQUIRY.test(text), 0.7);
    return pleader.member ? pleader : nobody;
  }
  if (PASSIVE.test(cue) || /^it\b/i.test(cue)) return nobody;
  const subject = subjectOf(unsaid);
  if (subject) return subject;
  return before >= 0 && sameSentence(unsaid, before)
    ? weaker(found[before]!, 0.93)
    : before >= 0
      ? weaker(found[before]!, 0.75)
      : nobody;
}

const weaker = (found: Found, factor: number): Found => ({ ...found, confidence: found.confidence * factor });

/** "I was there": a person speaks. */
const ONESELF = /\b(?:I|[Mm]y|myself)\b(?!\.)/;

const textOf = ({ article, attributions, index }: Unsaid): string =>
  attributions[index]!.content.map(({ start, end }) =>
    article.text.slice(start, Math.min(end, start + 400)),
  ).join(' ');

/** The statement before it at the same level; by a person, where only a person can go on. */
function previous({ attributions, found, index }: Unsaid, byPerson: boolean): number {
  for (let before = index - 1; before >= 0 && before > index - 8; before--) {
    const { member } = found[before]!;
    const isOne = member !== null && (!byPerson || member.kind === 'person');
    if (isOne && attributions[before]!.within === attributions[index]!.within) return before;
  }
  return -1;
}

function ahead(
  { article, wording, attributions, found, index }: Unsaid,
  fits: (sentence: string) => boolean,
  confidence: number,
): Found {
  for (let next = index + 1; next < Math.min(attributions.length, index + AHEAD); next++) {
    const known = found[next]!;
    if (known.member?.kind === 'person' && fits(textAround(article, wording, attributions[next]!)))
      return { ...known, confidence: Math.min(known.confidence, confidence) };
  }
  return nobody;
}

/** A phrase right before the cue, or right after it, that the tagger has left out. */
function subjectOf({ wording, attributions, layout, index, identified }: Unsaid): Found | null {
  const { words } = wording;
  const attribution = attributions[index]!;
  const first = wordsIn(words, attribution.cue[0]!).first;
  const last = wordsIn(words, attribution.cue[attribution.cue.length - 1]!).last;
  const quoted = (at: number): boolean => layout.contents[index]!.some(([from, to]) => from <= at && at < to);
  const sentence = words[first]?.sentence;
  for (let at = first - 1; at >= first - 3 && at >= 0; at--) {
    const word = words[at]!;
    if (word.sentence !== sentence || quoted(at) || (word.kind === 'mark' && word.text !== ',')) break;
    const found = identified.foundAt(at);
    if (found?.member) return { ...found, confidence: Math.min(found.confidence, 0.85) };
    if (
      word.kind === 'word' &&
      !/^(?:also|then|later|now|has|have|had|who|which|again)$/.test(word.lower) &&
      !word.lower.endsWith('ly')
    )
      break;
  }
  const after = words[last];
  if (!after || after.sentence !== sentence || quoted(last) || (!quoted(first - 1) && !quoted(first - 2)))
    return null;
  const found = identified.foundAt(last);
  return found?.member ? { ...found, confidence: Math.min(found.confidence, 0.8) } : null;
}

/** `Jane Roe: "…"` before the words, `"…" – Jane Roe` after them. */
function labelled({ wording, layout, index, identified }: Unsaid): Found | null {
  const { words } = wording;
  const ranges = layout.contents[index]!;
  const first = ranges[0]?.[0] ?? 0;
  const last = ranges[ranges.length - 1]?.[1] ?? 0;
  for (let at = first - 1; at >= 0 && at > first - 4; at--)
    if (words[at]!.text === ':') return identified.foundAt(at - 1);
  for (let at = last; at < Math.min(words.length, last + 3); at++)
    if (/^[–—-]+$/.test(words[at]!.text)) return identified.foundAt(at + 1);
  return null;
}

function textAround(article: ArticleText, wording: Wording, attribution: Attribution): string {
  const anchor = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0]!;
  const word = wording.words[wordsIn(wording.words, anchor).first];
  const sentence = word && wording.sentences[word.sentence];
  return sentence
    ? article.text.slice(wording.words[sentence.first]!.start, wording.words[sentence.last - 1]!.end)
    : '';
}

const sentenceOf = ({ article, wording, attributions, index }: Unsaid): string =>
  textAround(article, wording, attributions[index]!);

function sameSentence({ wording, attributions, index }: Unsaid, before: number): boolean {
  const [cue] = attributions[index]!.cue;
  const [other] = attributions[before]!.cue;
  if (!cue || !other) return false;
  const { words } = wording;
  return words[wordsIn(words, cue).first]?.sentence === words[wordsIn(words, other).first]?.sentence;
}
