// How a statement reached us: the relays, the channel and the day that stand around its cue, or in the sentence that
// sets the stage for it.
import type { ArticleText } from '../article.js';
import type { Attribution, Channel } from '../statement.js';
import type { Found } from './antecedents.js';
import { calling } from './callings.js';
import type { Member } from './cast.js';
import { channelOf, channelSign } from './channels.js';
import { creditedAgencies, publisherOf } from './credits.js';
import type { Identified } from './identify.js';
import { clockDays } from './live-blog.js';
import type { Mention } from './mentions.js';
import { isOutlet, isPublisher, type MemberAt, mediumOf, type Relay, relaysOf } from './relays.js';
import { dayOfSaying, daysIn, type FoundDay } from './said-on.js';
import { type Layout, type Scope, scopeOf, scopeText } from './scope.js';
import { bySentence, stageOf } from './stages.js';
import { type Wording, wordsIn } from './wording.js';

export interface Passage {
  readonly relays: readonly Relay[];
  readonly channel: Channel | null;
  /** `YYYY-MM-DD`. */
  readonly saidOn: string | null;
}

export interface Settled {
  readonly article: ArticleText;
  readonly wording: Wording;
  readonly attributions: readonly Attribution[];
  readonly layout: Layout;
  readonly mentions: readonly Mention[];
  readonly identified: Identified;
  readonly found: readonly Found[];
  readonly memberAt: MemberAt;
  /** Statements whose printed source only passes on what it cites. */
  readonly citing: ReadonlySet<number>;
}

/** One passage for each attribution. */
export function passagesOf(settled: Settled): Passage[] {
  const { article, wording, attributions, layout, mentions, identified, found, memberAt } = settled;
  const publisher = publisherOf(article);
  const mayRelay = relayFilter(article, publisher);
  const dates = dateFinder(wording, article.publishedOn);
  const clock = clockDays(article, wording);
  const sentences = bySentence(mentions);
  const speaks = speakersBySentence(settled);
  const read = (scope: Scope, attribution: Attribution, own: Found): Passage => {
    const relays = relaysOf(wording.words, scope, memberAt, own.member).filter(mayRelay);
    const told = withoutReports(scope, relays);
    const cited = relays.some(({ how }) => how === 'cited');
    return {
      relays,
      channel: channelAround(settled, publisher, told, attribution, relays, own.member),
      saidOn: cited ? null : dayOfSaying(wording.words, told, article.publishedOn, () => dates(scope.first)),
    };
  };
  return attributions.map((attribution, index) => {
    const own = found[index]!;
    const around = scopeOf(wording, attributions, layout, index);
    const scope = settled.citing.has(index) ? { ...around, source: null } : around;
    const passage = read(scope, attribution, own);
    const stage = stageOf(
      wording,
      sentences,
      mentions,
      identified,
      speaks,
      layout.contents[index]!,
      scope,
      own,
    );
    const saidOn =
      passage.saidOn ??
      documentDay(wording, own.member, article.publishedOn) ??
      clock(wording.words[scope.cue.first]?.sentence ?? -1);
    if (!stage) return { ...passage, saidOn };
    const before = read(stage, attribution, own);
    return {
      relays: passage.relays.length > 0 ? passage.relays : before.relays,
      channel: passage.channel ?? before.channel,
      saidOn: saidOn ?? before.saidOn,
    };
  });
}

/** The publisher itself is no relay, unless a credit line says that the page runs another's dispatch. */
function relayFilter(article: ArticleText, publisher: string | null): (relay: Relay) => boolean {
  const credited = creditedAgencies(article);
  return ({ member }) =>
    !member.names.some((words) => {
      const name = words.join(' ');
      return isPublisher(name, publisher) && !credited.some((agency) => isPublisher(name, agency));
    });
}

function speakersBySentence({ wording, attributions, found }: Settled): Map<number, Set<Member | null>> {
  const speakers = new Map<number, Set<Member | null>>();
  attributions.forEach(({ cue, within }, index) => {
    const word = cue[0] && wording.words[wordsIn(wording.words, cue[0]).first];
    if (!word || within !== undefined) return;
    const known = speakers.get(word.sentence);
    if (known) known.add(found[index]!.member);
    else speakers.set(word.sentence, new Set([found[index]!.member]));
  });
  return speakers;
}

function signsIn({ words }: Wording, scope: Scope): number {
  let signs = 0;
  for (let at = scope.first; at < scope.last; at++) signs |= channelSign(words[at]!.lower);
  return signs;
}

function channelAround(
  { article, wording, memberAt }: Settled,
  publisher: string | null,
  scope: Scope,
  attribution: Attribution,
  relays: readonly Relay[],
  speaker: Member | null,
): Channel | null {
  const { words } = wording;
  let cue = '';
  for (let at = scope.cue.first; at <= scope.cue.last && at < words.length; at++)
    cue += ` ${words[at]!.lower}`;
  const signs = signsIn(wording, scope);
  const hearer = memberAt(scope.cue.last)?.member ?? memberAt(scope.cue.last + 1)?.member ?? null;
  const toPublisher =
    /\b(?:tell|tells|told|telling|to|with)\b/.test(cue) &&
    !/\bsent\b/.test(cue) &&
    hearer !== null &&
    [calling(hearer), ...hearer.names.map((name) => name.join(' '))].some((name) =>
      isPublisher(name, publisher),
    );
  return channelOf({
    around: signs === 0 ? '' : scopeText(wording, scope),
    signs,
    source: attribution.source
      .map((span) => article.text.slice(span.start, span.end))
      .join(' ')
      .toLowerCase(),
    medium: relays.map(({ member }) => mediumOf(member)).join(' '),
    heard:
      toPublisher ||
      (/\b(?:tell|tells|told|telling)\b/.test(cue) &&
        relays.some(({ member, how }) => how === 'told' && isOutlet(member))),
    byDocument: speaker?.kind === 'document',
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
  let days: readonly FoundDay[] | undefined;
  return (at) => {
    days ??= daysIn(wording.words, 0, wording.words.length, publishedOn);
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
