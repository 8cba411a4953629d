// From spans to speakers: who each attribution's source is, through whom the words came, by what channel, on what day.
// Reads the whole article once; guesses nothing silently: what is unsure says so in `confidence` and `candidates`.
import type { ArticleText } from '../article.js';
import { type Reading, readArticle } from '../extract/reading.js';
import type { Span } from '../span.js';
import type { Attribution, Channel, Speaker } from '../statement.js';
import type { Found, Narrative } from './antecedents.js';
import type { Member } from './cast.js';
import { citedSpeakers } from './citations.js';
import { identify } from './identify.js';
import { membersByWord } from './members-at.js';
import { findMentions } from './mentions.js';
import { passagesOf, type Settled } from './passages.js';
import { PRONOUNS } from './phrase-words.js';
import { type Relay, relayName } from './relays.js';
import { type Asking, QUOTED, REPORTED } from './scene.js';
import { layoutOf, type Range } from './scope.js';
import { speakerOf } from './speaker.js';
import { clausesAround, sourceSpan, whoSpeaks } from './who-speaks.js';
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

/** An index that points nowhere, or round in a ring, is left out. */
function wellNested(attribution: Attribution, index: number, all: readonly Attribution[]): Attribution {
  let at = attribution.within;
  for (let steps = 0; at !== undefined; steps++) {
    if (at === index || !all[at] || steps > DEEPEST) return { ...attribution, within: undefined };
    at = all[at]!.within;
  }
  return attribution;
}

const DEEPEST = 8;

const ASKS = /\b(?:ask(?:s|ed)|press(?:es|ed)|question(?:s|ed)|wanted to know)\b/i;
const REPLIES = /\b(?:repl(?:y|ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?|retort(?:s|ed)?|shot back)\b/i;
const CONTINUING =
  /\b(?:add|adds|added|adding|continued|went on|concluded|noted further|further|also|recalled|insisted|explained)\b/i;
const WRITTEN =
  /^(?:reads?|stated?|states|says|lists?|shows?|showed|found|finds|demands?|listed|contains?|describes?|details?|notes|gives|puts)$/i;

/** One answer for each attribution, in the same order. Give `reading` where the article has been read already. */
export function resolveSources(
  article: ArticleText,
  given: readonly Attribution[],
  reading: Reading = readArticle(article),
): Resolved[] {
  if (given.length === 0) return [];
  const attributions = given.map((attribution, index) => wellNested(attribution, index, given));
  const wording = wordsOf(reading);
  const layout = layoutOf(wording, attributions);
  const { contents } = layout;
  const quotations = reading.quotations.filter((quotation) => quotation.depth === 0);
  const quoted = coverage(wording, contents, quotations);
  const asked = attributions.map((attribution, index) =>
    askingOf(article, attribution, attributions, contents[index]!, quotations),
  );
  const headings = headingBlocks(article);
  const sources = attributions.map(sourceSpan);
  const mentions = findMentions(
    wording,
    sources,
    attributions.map(({ content }) => content),
    attributions.flatMap(({ cue }) => cue),
    headings,
  );
  const identified = identify(wording, mentions, asked, quoted, narrativeOf(wording, quoted));
  const found = whoSpeaks(article, wording, attributions, layout, identified, headings);
  const memberAt = membersByWord(wording, mentions, identified);
  const cited = citedSpeakers(wording, attributions, layout, found, memberAt);
  const citing = new Set(cited.keys());
  const speaking = found.map((own, index) => cited.get(index) ?? own);
  return answer({
    article,
    wording,
    attributions,
    layout,
    mentions,
    identified,
    found: speaking,
    memberAt,
    citing,
  });
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
  attribution: Attribution,
  attributions: readonly Attribution[],
  own: readonly Range[],
  quotations: readonly Span[],
): Asking {
  const cue = attribution.cue.map((span) => article.text.slice(span.start, span.end)).join(' ');
  const at = attribution.source[0]?.start ?? attribution.content[0]?.start ?? 0;
  const outer = attribution.within === undefined ? undefined : attributions[attribution.within];
  return {
    within: attribution.within ?? -1,
    verbatim: outer !== undefined && (insideOne(quotations, at) || isLabelled(article, outer)),
    own,
    continuing: CONTINUING.test(cue),
    written: WRITTEN.test(cue),
    asks: ASKS.test(cue),
    replies: REPLIES.test(cue),
  };
}

/** "LEE: words": they are given as spoken. */
const isLabelled = ({ text }: ArticleText, { cue: [cue] }: Attribution): boolean =>
  cue !== undefined && text.slice(cue.start, cue.end) === ':';

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

function answer(settled: Settled): Resolved[] {
  const { article, wording, attributions, found } = settled;
  const passages = passagesOf(settled);
  const resolved: Resolved[] = new Array(attributions.length);
  for (const index of outerFirst(attributions)) {
    const attribution = attributions[index]!;
    const own = found[index]!;
    const { relays, channel, saidOn } = passages[index]!;
    resolved[index] = {
      speaker: namedSpeaker(article, wording, attribution, own),
      via: viaOf(relays, attribution, resolved, own.member, found),
      channel,
      saidOn,
      confidence: own.member ? own.confidence : 0.5,
    };
  }
  return carriedOver(settled, resolved);
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
  const speaker = speakerOf(found, () => clausesAround(article, wording, attribution));
  const span = sourceSpan(attribution);
  if (found.member || !span) return speaker;
  const printed = article.text
    .slice(span.start, span.end)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/, (?:who|whose|which|whom)\b.*$/, '')
    .replace(/[\s,;:.]+$/, '');
  if (/^(?:it|there|that|this|which|who|what)$/i.test(printed)) return speaker;
  if (/^(?:i|we|us)$/i.test(printed))
    return { name: article.publisher ?? 'reporter', type: 'publisher', role: null, affiliation: null };
  return {
    ...speaker,
    name: printed || 'unnamed',
    type: /^\p{Lu}/u.test(printed) && !PRONOUNS.has(printed.toLowerCase()) ? 'organization' : 'anonymous',
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

/** What goes on in the same breath keeps channel, day and relay: "he added", "adding". */
function carriedOver(settled: Settled, resolved: readonly Resolved[]): Resolved[] {
  const { wording, attributions, layout, found } = settled;
  const { contents } = layout;
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
