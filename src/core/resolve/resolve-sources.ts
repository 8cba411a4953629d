// From spans to speakers: who each attribution's source is, through whom the words came, by what channel, on what day.
// Reads the whole article once; guesses nothing silently: what is unsure says so in `confidence` and `candidates`.
import type { ArticleText } from '../article.js';
import { readArticle } from '../extract/reading.js';
import type { Span } from '../span.js';
import type { Attribution, Channel, Speaker } from '../statement.js';
import { pseudonymIn } from './anonymity.js';
import { type Found, type Narrative, nobody } from './antecedents.js';
import { addName, type Member } from './cast.js';
import { channelOf } from './channels.js';
import { creditedAgencies, publisherOf } from './credits.js';
import { echoOf } from './headlines.js';
import { type Asking, type Identified, identify, QUOTED, REPORTED } from './identify.js';
import { impliedSource } from './implied.js';
import { findMentions, type Mention } from './mentions.js';
import { formOf } from './name-forms.js';
import { innerPhrases } from './phrase.js';
import { isOutlet, isPublisher, mediumOf, type Relay, relayName, relaysOf } from './relays.js';
import { dayOfSaying, daysIn } from './said-on.js';
import { contentRanges, type Range, type Scope, scopeOf, scopeText } from './scope.js';
import { speakerOf } from './speaker.js';
import { type Wording, wordsIn, wordsOf } from './wording.js';

export interface Resolved {
  readonly speaker: Speaker;
  /** Nearest the speaker first. */
  readonly via: readonly string[];
  readonly channel: Channel | null;
  /** `YYYY-MM-DD`. */
  readonly saidOn: string | null;
  /** To multiply the attribution's confidence with; 1 where nothing had to be inferred. */
  readonly confidence: number;
}

const CONTINUING =
  /\b(?:add|adds|added|adding|continued|went on|concluded|noted further|further|also|recalled|insisted|explained)\b/i;
const WRITTEN =
  /^(?:reads?|stated?|states|says|lists?|shows?|showed|demands?|listed|contains?|describes?|details?|notes|gives|puts)$/i;

/** One answer for each attribution, in the same order. */
export function resolveSources(article: ArticleText, attributions: readonly Attribution[]): Resolved[] {
  if (attributions.length === 0) return [];
  const reading = readArticle(article);
  const wording = wordsOf(reading);
  const contents = contentRanges(wording, attributions);
  const quotations = reading.quotations.filter((quotation) => quotation.depth === 0);
  const quoted = coverage(wording, contents, quotations);
  const asked = attributions.map((attribution, index) =>
    askingOf(article, wording, attribution, contents[index]!, quotations),
  );
  const headings = headingBlocks(article);
  const sources = attributions.map(sourceSpan);
  const mentions = findMentions(
    wording,
    sources,
    attributions.flatMap(({ cue }) => cue),
    headings,
  );
  const identified = identify(wording, mentions, asked, quoted, narrativeOf(wording, quoted));
  const found = settle(article, wording, attributions, contents, identified, headings);
  nameUnnamed(article, wording, attributions, identified, found);
  return answer(article, wording, attributions, contents, mentions, identified, found);
}

function coverage(
  wording: Wording,
  contents: readonly (readonly Range[])[],
  quotations: readonly Span[],
): Uint8Array {
  const quoted = new Uint8Array(wording.words.length);
  for (const ranges of contents)
    for (const [first, last] of ranges)
      for (let at = first; at < last; at++)
        quoted[at] = insideOne(quotations, wording.words[at]!.start) ? QUOTED : REPORTED;
  return quoted;
}

function narrativeOf(wording: Wording, quoted: Uint8Array): Narrative {
  const narrative = new Int32Array(wording.sentences.length);
  let count = 0;
  wording.sentences.forEach(({ first, last }, index) => {
    narrative[index] = count;
    for (let at = first; at < last; at++) {
      if (wording.words[at]!.kind !== 'word' || quoted[at]) continue;
      count++;
      break;
    }
  });
  return narrative;
}

function askingOf(
  article: ArticleText,
  wording: Wording,
  attribution: Attribution,
  own: readonly Range[],
  quotations: readonly Span[],
): Asking {
  const cue = attribution.cue.map((span) => article.text.slice(span.start, span.end)).join(' ');
  const at = attribution.source[0]?.start ?? attribution.content[0]?.start ?? 0;
  return {
    within: attribution.within ?? -1,
    verbatim: attribution.within !== undefined && insideOne(quotations, at),
    own,
    continuing: CONTINUING.test(cue),
    written: WRITTEN.test(cue) || wording.words.length === 0,
  };
}

/** Whether one of the spans, in text order, holds the offset. */
function insideOne(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start <= offset;
}

function headingBlocks(article: ArticleText): Set<number> {
  const headings = new Set<number>();
  article.blocks.forEach((block, index) => {
    if (block.kind === 'headline' || block.kind === 'subheading') headings.add(index);
  });
  return headings;
}

/** The longest of the source's spans: the rest is what a cue or comma has cut off. */
function sourceSpan({ source }: Attribution): Span | null {
  let best: Span | null = null;
  for (const span of source) if (!best || span.end - span.start > best.end - best.start) best = span;
  return best;
}

const ECHOES = 40;

/** Sources read off their phrases, then those a heading echoes, then those left unsaid. */
function settle(
  article: ArticleText,
  wording: Wording,
  attributions: readonly Attribution[],
  contents: readonly (readonly Range[])[],
  identified: Identified,
  headings: ReadonlySet<number>,
): Found[] {
  const found = attributions.map((_, index) => identified.bySource.get(index) ?? nobody);
  const inHeading = (index: number): boolean => {
    const sentence = wording.words[contents[index]?.[0]?.[0] ?? -1]?.sentence ?? -1;
    return sentence >= 0 && headings.has(wording.sentences[sentence]!.block);
  };
  const implied = attributions.map(({ source }, index) => source.length === 0 && !inHeading(index));
  implied.forEach((is, index) => {
    if (is)
      found[index] = impliedSource({ article, wording, attributions, contents, identified, found, index });
  });
  let looked = 0;
  attributions.forEach((_, index) => {
    if (!inHeading(index) || looked++ > ECHOES || (found[index]!.member && found[index]!.confidence === 1))
      return;
    const echo = echoOf(wording, attributions, contents, index, inHeading);
    const known = echo >= 0 ? found[echo]! : nobody;
    if (known.member && mayBe(found[index]!, known.member))
      found[index] = { ...known, confidence: Math.min(known.confidence, 0.9) };
  });
  return found;
}

/** A heading's own description may stand for whoever the body names, but not a name for another name. */
const mayBe = (heading: Found, body: Member): boolean =>
  !heading.member ||
  heading.member.names.length === 0 ||
  heading.others.includes(body) ||
  heading.confidence < 0.8;

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
    const pseudonym = pseudonymIn(sentenceText(article, wording, attribution));
    if (pseudonym) addName(identified.cast, member, pseudonym.split(' '));
  });
}

function sentenceText(article: ArticleText, wording: Wording, attribution: Attribution): string {
  const anchor = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0];
  if (!anchor) return '';
  const word = wording.words[wordsIn(wording.words, anchor).first];
  const sentence = word && wording.sentences[word.sentence];
  if (!sentence) return '';
  return article.text.slice(wording.words[sentence.first]!.start, wording.words[sentence.last - 1]!.end);
}

function answer(
  article: ArticleText,
  wording: Wording,
  attributions: readonly Attribution[],
  contents: readonly (readonly Range[])[],
  mentions: readonly Mention[],
  identified: Identified,
  found: readonly Found[],
): Resolved[] {
  const memberAt = membersByWord(wording, mentions, identified);
  const publisher = publisherOf(article);
  const credited = creditedAgencies(article);
  const resolved: Resolved[] = new Array(attributions.length);
  const dates = dateFinder(wording, article.publishedOn);
  for (const index of outerFirst(attributions)) {
    const attribution = attributions[index]!;
    const scope = scopeOf(wording, attributions, contents, index);
    const own = found[index]!;
    const relays = relaysOf(wording.words, scope, memberAt, own.member).filter(
      ({ member }) =>
        !member.names.some(
          (name) =>
            isPublisher(name.join(' '), publisher) &&
            !credited.some((agency) => isPublisher(name.join(' '), agency)),
        ),
    );
    const told = withoutReports(scope, relays);
    const saidOn =
      (relays.some(({ how }) => how === 'cited') ? null : dayOfSaying(wording.words, told, article.publishedOn, dates(scope.first))) ??
      documentDay(wording, own.member, article.publishedOn);
    resolved[index] = {
      speaker: namedSpeaker(article, wording, attribution, own),
      via: viaOf(relays, attribution, resolved, own.member, found),
      channel: channelOfStatement(wording, article, told, attribution, relays, own.member, memberAt),
      saidOn,
      confidence: own.member ? own.confidence : 0.5,
    };
  }
  return carriedOver(wording, attributions, contents, found, resolved);
}

const outerFirst = (attributions: readonly Attribution[]): number[] => {
  const depth = (index: number): number => {
    let levels = 0;
    for (let at = attributions[index]?.within; at !== undefined && levels < 8; at = attributions[at]?.within)
      levels++;
    return levels;
  };
  return attributions
    .map((_, index) => ({ index, depth: depth(index) }))
    .sort((a, b) => a.depth - b.depth || a.index - b.index)
    .map(({ index }) => index);
};

function namedSpeaker(
  article: ArticleText,
  wording: Wording,
  attribution: Attribution,
  found: Found,
): Speaker {
  const speaker = speakerOf(found, sentenceText(article, wording, attribution));
  const span = sourceSpan(attribution);
  if (found.member || !span) return speaker;
  const printed = article.text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/[\s,;:.]+$/, '');
  if (/^(?:i|we|us)$/i.test(printed))
    return { name: article.publisher ?? 'reporter', type: 'publisher', role: null, affiliation: null };
  return {
    ...speaker,
    name: printed || 'unnamed',
    type: /^\p{Lu}/u.test(printed) ? 'organization' : 'anonymous',
  };
}

/** Relays around the cue, then, for words inside somebody's words, that somebody and their own relays. */
function viaOf(
  relays: readonly Relay[],
  attribution: Attribution,
  resolved: readonly Resolved[],
  speaker: Member | null,
  found: readonly Found[],
): string[] {
  const via = relays.map(relayName);
  const outer = attribution.within === undefined ? undefined : resolved[attribution.within];
  if (!outer || found[attribution.within!]!.member === speaker) return via;
  const chain = outer.speaker.name === 'unnamed' ? outer.via : [outer.speaker.name, ...outer.via];
  return [...via, ...chain.filter((name) => !via.includes(name))];
}

function channelOfStatement(
  wording: Wording,
  article: ArticleText,
  scope: Scope,
  attribution: Attribution,
  relays: readonly Relay[],
  speaker: Member | null,
  memberAt: (at: number) => { readonly member: Member } | null,
): Channel | null {
  const cue = attribution.cue
    .map((span) => article.text.slice(span.start, span.end))
    .join(' ')
    .toLowerCase();
  const hearer = memberAt(scope.cue.last)?.member ?? null;
  const toPublisher =
    /\b(?:tell|tells|told|telling|to|with)\b/.test(`${cue} ${wording.words[scope.cue.last]?.lower ?? ''}`) &&
    hearer !== null &&
    hearer.kind !== 'person' &&
    hearer.names.some((name) => isPublisher(name.join(' '), article.publisher));
  return channelOf({
    around: scopeText(wording, scope),
    source: attribution.source
      .map((span) => article.text.slice(span.start, span.end))
      .join(' ')
      .toLowerCase(),
    medium: relays.map(({ member }) => mediumOf(member)).join(' '),
    heard:
      toPublisher ||
      (relays.length > 0 &&
        /\b(?:tell|tells|told|telling)\b/.test(cue) &&
        relays.some(({ member }) => isOutlet(member))),
    bySpeakerOfPaper: speaker?.kind === 'document',
  });
}

/** Leaves out the clause in which a relay reports: its day and channel are the relay's own. */
function withoutReports(scope: Scope, relays: readonly Relay[]): Scope {
  const after = relays.filter(({ how, at }) => how === 'reported' && at >= scope.cue.last);
  const before = relays.filter(({ how, at }) => how === 'reported' && at < scope.cue.first);
  if (after.length === 0 && before.length === 0) return scope;
  const from = Math.min(scope.last, ...after.map(({ at }) => at));
  const to = Math.max(scope.first, ...before.map(({ at }) => at + 4));
  return { ...scope, holds: (at) => scope.holds(at) && at < from && at >= to };
}

const DATED = /^(?:sent|dated|posted|written|published|issued|released|filed|signed)$/;

/** A document's day, where the sentence that brings it in gives one: "a letter dated 3 May". */
function documentDay(wording: Wording, member: Member | null, publishedOn: string | null): string | null {
  if (member?.kind !== 'document') return null;
  const { words, sentences } = wording;
  const sentence = sentences[words[member.firstAt]?.sentence ?? -1];
  if (!sentence) return null;
  for (const { day, first } of daysIn(words, member.firstAt, sentence.last, publishedOn)) {
    for (let at = first - 1; at > member.firstAt && at > first - 10; at--)
      if (DATED.test(words[at]!.lower)) return day;
  }
  return null;
}

/** The last day the text names before a word. */
function dateFinder(wording: Wording, publishedOn: string | null): (at: number) => string | null {
  const days = daysIn(wording.words, 0, wording.words.length, publishedOn);
  return (at) => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]!.first < at) low = middle + 1;
      else high = middle;
    }
    return days[low - 1]?.day ?? null;
  };
}

function membersByWord(
  wording: Wording,
  mentions: readonly Mention[],
  identified: Identified,
): (at: number) => { readonly member: Member; readonly first: number; readonly last: number } | null {
  const covering = new Int32Array(wording.words.length).fill(-1);
  const inner = new Map<number, { member: Member; first: number; last: number }>();
  mentions.forEach(({ phrase }, index) => {
    covering.fill(index, phrase.first, phrase.last);
    for (const part of innerPhrases(phrase)) {
      const member =
        part.name.length > 0 ? identified.cast.byForm.get(formOf(part.name).join(' ')) : undefined;
      if (member)
        for (let at = part.first; at < part.last; at++)
          inner.set(at, { member, first: part.first, last: part.last });
    }
  });
  return (at) => {
    const within = inner.get(at);
    if (within) return within;
    const index = covering[at] ?? -1;
    if (index < 0) {
      const pointed = identified.pronounAt(at);
      return pointed ? { member: pointed, first: at, last: at + 1 } : null;
    }
    const member = identified.byMention[index]?.member;
    const { phrase } = mentions[index]!;
    return member ? { member, first: phrase.first, last: phrase.last } : null;
  };
}

/** What goes on in the same breath keeps channel, day and relay: "he added", "adding". */
function carriedOver(
  wording: Wording,
  attributions: readonly Attribution[],
  contents: readonly (readonly Range[])[],
  found: readonly Found[],
  resolved: readonly Resolved[],
): Resolved[] {
  const carried = [...resolved];
  const blockOf = (index: number): number => {
    const word = wording.words[contents[index]?.[0]?.[0] ?? -1];
    return word ? wording.sentences[word.sentence]!.block : -9;
  };
  for (let index = 1; index < attributions.length; index++) {
    const before = carried[index - 1]!;
    const own = carried[index]!;
    const { member } = found[index]!;
    if (
      !member ||
      member !== found[index - 1]!.member ||
      attributions[index]!.within !== attributions[index - 1]!.within
    )
      continue;
    if (blockOf(index) - blockOf(index - 1) > 1 || (own.channel !== null && own.channel !== before.channel))
      continue;
    if (own.saidOn !== null && before.saidOn !== null && own.saidOn !== before.saidOn) continue;
    if (!goesOn(wording, attributions[index]!, blockOf(index) === blockOf(index - 1))) continue;
    carried[index] = {
      ...own,
      channel: own.channel ?? before.channel,
      saidOn: own.saidOn ?? before.saidOn,
      via: own.via.length === 0 && attributions[index]!.within === undefined ? before.via : own.via,
    };
  }
  return carried;
}

function goesOn(wording: Wording, attribution: Attribution, sameBlock: boolean): boolean {
  const [source] = attribution.source;
  if (!source) return true;
  const { first, last } = wordsIn(wording.words, source);
  if (last - first === 1 && /^(?:he|she|it|they|who|i|we)$/.test(wording.words[first]!.lower)) return true;
  return sameBlock;
}
