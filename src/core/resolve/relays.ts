// Who passed the words on between speaker and publisher: the outlet told, the outlet that reports or republishes.
// Nearest the speaker first. Reads only the words around the cue.
import { calling } from './callings.js';
import type { Member } from './cast.js';
import { messengers, ofMessage } from './messengers.js';
import { fold } from './name-forms.js';
import { MEDIA_ENDINGS, MEDIA_OPENINGS } from './nouns.js';
import type { Scope } from './scope.js';
import type { Word } from './wording.js';

/** Which member stands at a word: the mention that covers it. */
export type MemberAt = (
  at: number,
) => { readonly member: Member; readonly first: number; readonly last: number } | null;

export interface Relay {
  readonly member: Member;
  readonly at: number;
  /** Told it, cited it, carried it, or reported it in a clause of its own. */
  readonly how: 'told' | 'cited' | 'carried' | 'reported';
}

/** Well-known outlets whose names do not say that they are outlets. */
const OUTLETS = new Set(
  (
    'reuters afp ap upi bbc cnn nbc cbs abc npr pbs itv rte rai ard zdf nhk tass ria interfax xinhua bloomberg ' +
    'politico axios euronews aljazeera efe ansa dpa belga pti ani ians yonhap kyodo jiji kcna irna isna fars sana wafa ' +
    'mehr tasnim ukrinform unian mtv lbci lusa apa tanjug hina pap ctk mti agerpres bta ntb ritzau tt stt aa dw rfi rferl ' +
    'meduza tvn france24 skynews haaretz spiegel corriere repubblica'
  ).split(' '),
);
const ARTICLE_NAMES = /^(?:el|la|le|les|die|der|das|il|o|al|los|las|de|het|nrc|la7)$/;

/** Asked of one member for each statement and relay. */
const outlets = new WeakMap<
  Member,
  { readonly names: number; readonly medium: string | null; readonly is: boolean }
>();

export function isOutlet(member: Member): boolean {
  const known = outlets.get(member);
  if (known && known.names === member.names.length && known.medium === member.medium) return known.is;
  const is = looksLikeOutlet(member);
  outlets.set(member, { names: member.names.length, medium: member.medium, is });
  return is;
}

function looksLikeOutlet(member: Member): boolean {
  if (member.kind === 'person' || member.kind === 'document') return false;
  if (member.medium) return true;
  return member.names.some((name) => {
    const last = name[name.length - 1]!;
    const first = fold(name[0]!);
    if (OUTLETS.has(name.map(fold).join('')) || OUTLETS.has(first)) return true;
    if (name.length === 1 && PAPERS.has(first)) return true;
    if (name.length > 1 && (MEDIA_OPENINGS.has(first) || name.some(hasMediaWord))) return true;
    if (/[-–]/.test(last) && hasMediaWord(last)) return true;
    if (name.length > 1 && MEDIA_ENDINGS.has(fold(last).replace(/\.$/, ''))) return true;
    return name.length > 1 && ARTICLE_NAMES.test(first);
  });
}

const hasMediaWord = (word: string): boolean =>
  fold(word)
    .split(/[-–]/)
    .some((part) => MEDIA_INSIDE.test(part));

const MEDIA_INSIDE = /^(?:broadcasting|broadcaster|radio|television|tv|news|newspaper|press|media)$/;

const TELLING = new Set('tell tells told telling informed informs'.split(' '));
const REPORTING = new Set(
  'reported reports said says wrote writes claimed claims added noted quoted quotes cited cites reporting'.split(
    ' ',
  ),
);
export const CITING = new Set(
  'citing cited cites cite quoting quoted quotes quote relaying relayed relays'.split(' '),
);
export const CARRIED = new Set(
  'reported published quoted cited carried broadcast aired republished reprinted relayed shared seen obtained reviewed released picked posted run monitored interviewed'.split(
    ' ',
  ),
);

export function relaysOf(
  words: readonly Word[],
  scope: Scope,
  memberAt: MemberAt,
  speaker: Member | null,
): Relay[] {
  const relays: Relay[] = [];
  let how: Relay['how'] = 'told';
  const add = (at: number, anyBody: boolean): boolean => {
    const found = memberAt(at);
    if (!found || found.member === speaker || found.member.kind === 'person' || found.member.kind === 'place')
      return false;
    if (words[at]?.lower === 'this' || isOwnChannel(found.member)) return false;
    if (!anyBody && !isOutlet(found.member) && !bareAcronym(found.member)) return false;
    if (!relays.some((relay) => relay.member === found.member))
      relays.push({ member: found.member, at: found.first, how });
    return true;
  };
  told(words, scope, add);
  how = 'cited';
  citing(words, scope, memberAt, speaker, add);
  how = 'carried';
  carriedBy(words, scope, memberAt, speaker, add);
  carries(words, scope, add);
  messengers(words, scope, (at) => {
    const found = memberAt(at);
    if (found?.member.kind !== 'person' && found?.member.kind !== 'group') return;
    if (found.member === speaker || speaker?.kind === 'document' || scope.source?.first === found.first)
      return;
    if (!relays.some(({ member }) => member === found.member))
      relays.push({ member: found.member, at: found.first, how });
  });
  how = 'reported';
  reportedAround(words, scope, memberAt, speaker, add);
  return relays;
}

/** "its Telegram channel": whoever speaks there has not gone through anybody. */
const isOwnChannel = ({ labelOwner, names }: Member): boolean =>
  names.length === 0 && labelOwner !== null && labelOwner.kind !== 'place';

const bareAcronym = (member: Member): boolean =>
  member.names.some((name) => name.length === 1 && /^\p{Lu}{2,6}$/u.test(name[0]!)) &&
  member.calls.size === 0;

type Add = (at: number, anyBody: boolean) => boolean;

/** "said via the agency X", "told the broadcaster X", "in an interview with X", "in remarks to X", "on X". */
function told(words: readonly Word[], scope: Scope, add: Add): void {
  for (let at = scope.first; at < scope.last; at++) {
    if (!scope.holds(at)) continue;
    const { lower } = words[at]!;
    if (TELLING.has(lower) && (inCue(scope, at) || (lower === 'telling' && !scope.foreign(at)))) {
      if (!add(at + 1, namesPaper(words, at + 1))) colleaguesAt(words, scope, at + 1, add);
    } else if (/^(?:via|through)$/.test(lower) || (at === scope.first && creditedAt(words, scope))) {
      add(at + 1, false);
    } else if (
      /^(?:to|with|on|by|for)$/.test(lower) &&
      (spokenTo(words, scope, at) || toldBy(words, scope, at))
    )
      add(at + 1, false);
  }
}

const LONGEST_CREDIT = 8;

/** "From the Interpress news agency: …" */
function creditedAt(words: readonly Word[], { first, last }: Scope): boolean {
  if (words[first]!.lower !== 'from') return false;
  for (let at = first + 1; at < Math.min(last, first + LONGEST_CREDIT); at++)
    if (words[at]!.kind === 'mark') return words[at]!.text === ':';
  return false;
}

/** "told The Sunday Blast": only titles keep the capital of their article. */
const namesPaper = (words: readonly Word[], at: number): boolean =>
  (words[at]?.text === 'The' && words[at + 1]?.capital === true) ||
  (words[at]?.lower === 'the' &&
    words[at + 1]?.capital === true &&
    !words[at + 2]?.capital &&
    PAPERS.has(words[at + 1]!.lower));

/** "told the Guardian": one word, and the title of a paper more often than anything else. */
const PAPERS = new Set(
  (
    'post times herald tribune gazette chronicle telegraph journal mail echo examiner observer sentinel inquirer courier ' +
    'bulletin dispatch monitor globe star standard independent guardian mirror register express argus clarion advertiser'
  ).split(' '),
);

/** "radioed to the paper X": whatever the verb. */
const toldBy = (words: readonly Word[], scope: Scope, at: number): boolean =>
  words[at]!.lower === 'to' && scope.cue.last > scope.cue.first && at === scope.cue.last;

const inCue = ({ cue }: Scope, at: number): boolean => cue.first - 1 <= at && at < cue.last + 1;

/** "told our colleagues at X", "told reporters from X". */
function colleaguesAt(words: readonly Word[], scope: Scope, from: number, add: Add): void {
  for (let at = from; at < Math.min(from + 4, scope.last); at++)
    if (/^(?:at|from|of)$/.test(words[at]!.lower) && scope.holds(at))
      return void add(at + 1, words[at - 1]!.lower === 'colleagues');
}

const SPOKEN = new Set(
  'interview interviews remarks comments statement email e-mail call appearance speaking spoke said says remarked confirmed address given conversation message podcast explanation letter live television article column piece'.split(
    ' ',
  ),
);

function spokenTo(words: readonly Word[], scope: Scope, at: number): boolean {
  for (let back = at - 1; back >= Math.max(scope.first, at - 3); back--) {
    if (!scope.holds(back)) return false;
    if (words[back]!.kind === 'mark') return false;
    if (SPOKEN.has(words[back]!.lower))
      return words[at]!.lower !== 'by' && (words[at]!.lower !== 'for' || words[back]!.lower !== 'said');
  }
  return false;
}

/** "X reported, citing Y", "citing Y, X said", "X quoted Y as saying": X relays. */
function citing(
  words: readonly Word[],
  scope: Scope,
  memberAt: MemberAt,
  speaker: Member | null,
  add: Add,
): void {
  for (let at = scope.first; at < scope.last; at++) {
    if (!scope.holds(at) || !CITING.has(words[at]!.lower)) continue;
    if (
      words[at]!.lower === 'quoted' &&
      /^(?:by|in|as)$/.test(words[at + 1]?.lower ?? '') &&
      wasBefore(words, at)
    )
      continue;
    if (relayed(words, at, memberAt, scope, add)) continue;
    for (let back = at - 1; back >= scope.first; back--) {
      const found = scope.holds(back) ? memberAt(back) : null;
      if (
        found &&
        found.member !== speaker &&
        found.member.kind !== 'person' &&
        found.member.kind !== 'place'
      ) {
        // Of bodies in the source only the outlet that cites: "the daily X, citing Y, reported".
        if (add(back, !inSource(scope, back))) break;
      }
    }
    if (at === scope.first || !hasRelayBefore(words, scope, at))
      firstAfter(words, scope, memberAt, speaker, add, at);
  }
}

/** "X, relaying the channel Y, said": the words came through Y before X. */
function relayed(words: readonly Word[], at: number, memberAt: MemberAt, scope: Scope, add: Add): boolean {
  if (!/^relay/.test(words[at]!.lower)) return false;
  const next = memberAt(at + 1);
  if (next && !inSource(scope, at + 1)) add(at + 1, true);
  for (let back = at - 1; back >= scope.first; back--) if (memberAt(back)) return add(back, true);
  return true;
}

const wasBefore = (words: readonly Word[], at: number): boolean =>
  /^(?:was|is|were|been|being|as)$/.test(words[at - 1]?.lower ?? '');
const inSource = ({ source }: Scope, at: number): boolean =>
  source !== null && source.first <= at && at < source.last;

function hasRelayBefore(words: readonly Word[], scope: Scope, at: number): boolean {
  for (let back = scope.first; back < at; back++)
    if (words[back]!.kind === 'word' && words[back]!.capital) return true;
  return false;
}

function firstAfter(
  words: readonly Word[],
  scope: Scope,
  memberAt: MemberAt,
  speaker: Member | null,
  add: Add,
  from: number,
): void {
  for (let at = from + 1; at < scope.last; at++) {
    if (!REPORTING.has(words[at]!.lower)) continue;
    const found = memberAt(at - 1);
    if (found && found.member !== speaker && !inSource(scope, at - 1)) add(at - 1, true);
    return;
  }
}

/** Who rejects what X carried has not spoken through X. */
const REACTING = /^(?:reject|den[iy]|dismiss|refut|rebut|contest|disput|condemn|criticis|criticiz)/;

/** "the captain, released by the rebels, said": nobody's words have gone through the rebels. */
const DONE_TO_PEOPLE = /^(?:released|seen|picked|run|monitored|obtained)$/;

/** "aired by X", "as reported by X", "a report seen by X", "reprinted on Friday by X". */
function carriedBy(
  words: readonly Word[],
  scope: Scope,
  memberAt: MemberAt,
  speaker: Member | null,
  add: Add,
): void {
  for (let at = scope.cue.first; at < scope.cue.last; at++) if (REACTING.test(words[at]!.lower)) return;
  for (let at = scope.first; at < scope.last - 1; at++) {
    if (scope.foreign(at) || !CARRIED.has(words[at]!.lower) || !(scope.holds(at) || nearScope(scope, at)))
      continue;
    if (speaker?.kind === 'person' && DONE_TO_PEOPLE.test(words[at]!.lower) && !ofMessage(words, scope, at))
      continue;
    for (let by = at + 1; by <= at + 4 && by < scope.last - 1; by++) {
      if (words[by]!.lower === 'in' && isNamedOutlet(memberAt(by + 1)?.member)) add(by + 1, true);
      if (words[by]!.lower !== 'by') continue;
      add(by + 1, true);
      break;
    }
  }
}

const CARRIES = new Set(
  'reprints reprinted runs ran carries carried publishes published relays relayed broadcasts airs aired reproduces prints printed'.split(
    ' ',
  ),
);

/** "the daily X reprints a column by Roe, who warns …": X carries what Roe says. */
function carries(words: readonly Word[], scope: Scope, add: Add): void {
  const source = scope.source?.first ?? scope.cue.first;
  for (let at = scope.first + 1; at < source; at++)
    if (CARRIES.has(words[at]!.lower) && !scope.foreign(at) && scope.holds(at)) add(at - 1, false);
}

const isNamedOutlet = (member: Member | undefined): boolean => member !== undefined && isOutlet(member);
/** A participle right after the source belongs to the scope even where the tagger took it into the source. */
const nearScope = ({ source }: Scope, at: number): boolean =>
  source !== null && source.first <= at && at < source.last;

/** "A said so, the newspaper X reported": an outlet's own report around the statement. */
function reportedAround(
  words: readonly Word[],
  scope: Scope,
  memberAt: MemberAt,
  speaker: Member | null,
  add: Add,
): void {
  for (let at = scope.first; at < scope.last; at++) {
    if (!scope.holds(at) || inCue(scope, at) || !REPORTING.has(words[at]!.lower)) continue;
    const found = memberAt(at - 1) ?? memberAt(at - 2);
    if (!found || found.member === speaker || inSource(scope, at - 1) || !isOutlet(found.member)) continue;
    if (at >= scope.cue.last || found.last <= scope.cue.first) add(found.first, false);
  }
}

/** Whether a relay is the publisher itself, under any of its names: "the Sentinel", "ODS", "Nabra". */
export function isPublisher(name: string, publisher: string | null): boolean {
  if (!publisher) return false;
  const own = wordsOf(publisher);
  const other = wordsOf(name);
  if (other.length === 0 || own.length === 0) return false;
  const shared = other.filter((word) => own.includes(word)).length;
  if (shared === other.length || shared === own.length) return true;
  const initials = own.map((word) => word[0]).join('');
  return (
    other.length === 1 &&
    (other[0] === initials ||
      other[0] ===
        wordsOf(publisher, true)
          .map((word) => word[0])
          .join(''))
  );
}

const wordsOf = (name: string, all = false): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && (all || !/^(?:the|of|and|a)$/.test(word)));

export const relayName = (relay: Relay): string => calling(relay.member);
export const mediumOf = (member: Member): string =>
  `${member.medium ?? ''} ${member.names.map((name) => fold(name.join(' '))).join(' ')} ${member.label}`.toLowerCase();
