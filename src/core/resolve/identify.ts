// Reads an article's mentions in order and says for each which member of the cast it is. What stands inside somebody's
// quoted words is read after who speaks them is known: only then does "my brother" mean anybody.
import { type Found, type Narrative, nobody, type Viewpoint } from './antecedents.js';
import { type Cast, emptyCast, type Member } from './cast.js';
import { introduceRoles, markMovements, withInner } from './introductions.js';
import { type Joint, joinMembers, nameJoint } from './joint-speakers.js';
import { namedLater } from './later-names.js';
import type { Mention } from './mentions.js';
import { byName } from './named-members.js';
import { introduceNames } from './namings.js';
import { homeCountry, placesIn } from './places.js';
import { byPronoun, pronounAt } from './pronouns.js';
import { byDescription } from './referents.js';
import type { Asking, Scene } from './scene.js';
import { sight, sightInner } from './sightings.js';
import type { Wording } from './wording.js';

export interface Identified {
  readonly cast: Cast;
  /** For each source given, who it is. */
  readonly bySource: ReadonlyMap<number, Found>;
  readonly byMention: readonly (Found | undefined)[];
  /** Whom a pronoun at a word goes back to that nobody is quoted by: "it said, citing …". */
  readonly pronounAt: (at: number) => Member | null;
  /** Who is mentioned at a word. */
  readonly foundAt: (at: number) => Found | null;
}

/** Who last asked something, and in which sentence. */
interface Asker {
  readonly member: Member;
  readonly sentence: number;
  /** Who had spoken before: most likely the one asked. */
  readonly asked: Member | null;
}

const ANSWERS_WITHIN = 2;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function identify(
  wording: Wording,
  mentions: readonly Mention[],
  asked: readonly Asking[],
  quoted: Uint8Array,
  narrative: Narrative,
): Identified {
  const cast = emptyCast();
  const namings = introduceNames(cast, withInner(mentions), placesIn(wording));
  const scene: Scene = {
    cast,
    wording,
    mentions,
    namings,
    narrative,
    asked,
    quoted,
    country: once(() => homeCountry(wording)),
  };
  introduceRoles(scene);
  markMovements(scene);
  const bySource = new Map<number, Found>();
  const joints: Joint[] = [];
  let asker: Asker | null = null;
  let speaker: Member | null = null;
  const byMention: (Found | undefined)[] = new Array(mentions.length);
  for (const at of readingOrder(mentions, asked)) {
    const mention = mentions[at]!;
    const asking = mention.source >= 0 ? asked[mention.source]! : undefined;
    const outer = asking && asking.within >= 0 ? (bySource.get(asking.within)?.member ?? null) : null;
    const found = findMember(scene, at, viewpointOf(mention, asking, outer, asker), mention.source >= 0);
    if (asking?.asks && found.member)
      asker = {
        member: found.member,
        sentence: mention.sentence,
        asked: speaker === found.member ? null : speaker,
      };
    else if (asking && asking.within < 0 && found.member) speaker = found.member;
    byMention[at] = found;
    if (mention.source >= 0) bySource.set(mention.source, found);
    if (found.member) sight(scene, mention, found.member);
    sightInner(scene, mention, found.member);
    const beside = mention.beside >= 0 ? bySource.get(mention.beside) : undefined;
    const joint = beside && joinMembers(cast, beside.member, found.member, mention.phrase.first);
    if (joint) {
      joints.push(joint);
      const confidence = Math.min(beside.confidence, found.confidence);
      bySource.set(mention.beside, { member: joint.group, confidence, others: [] });
      sight(scene, { ...mention, source: mention.beside }, joint.group);
    }
  }
  const covering = new Int32Array(wording.words.length).fill(-1);
  mentions.forEach(({ phrase }, index) => {
    covering.fill(index, phrase.first, phrase.last);
  });
  const foundAt = (word: number): Found | null => byMention[covering[word] ?? -1] ?? null;
  const named = namedLater(
    scene,
    (word) => foundAt(word)?.member ?? null,
    (word, pronoun) => byPronoun(scene, pronoun, plainView(wording, word)).member,
  );
  if (named.size > 0) {
    const renamed = (found: Found): Found => {
      const name = found.member && named.get(found.member);
      return name ? { ...found, member: name, confidence: Math.min(found.confidence, 0.9) } : found;
    };
    for (const [source, found] of bySource) bySource.set(source, renamed(found));
    byMention.forEach((found, at) => {
      if (found) byMention[at] = renamed(found);
    });
  }
  for (const joint of joints) nameJoint(joint);
  return { cast, bySource, byMention, pronounAt: (at) => pronounAt(scene, at), foundAt };
}

/** In text order, but a source inside a quotation after the source of that quotation. */
function readingOrder(mentions: readonly Mention[], asked: readonly Asking[]): number[] {
  const placeOf = new Map<number, number>();
  mentions.forEach((mention, at) => {
    if (mention.source >= 0 && !placeOf.has(mention.source)) placeOf.set(mention.source, at);
  });
  const key = (at: number): number => {
    let place = at;
    let source = Math.max(mentions[at]!.source, mentions[at]!.beside);
    for (let depth = 0; depth < 4 && source >= 0; depth++) {
      const outer = asked[source]!.within;
      if (outer < 0) break;
      place = Math.max(place, (placeOf.get(outer) ?? -1) + 0.5);
      source = outer;
    }
    return place;
  };
  return mentions
    .map((_, at) => ({ at, key: key(at) }))
    .sort((a, b) => a.key - b.key || a.at - b.at)
    .map(({ at }) => at);
}

const plainView = ({ words }: Wording, at: number): Viewpoint => ({
  at,
  sentence: words[at]!.sentence,
  enclosing: null,
  verbatim: false,
  own: [],
  continuing: false,
  written: false,
  asker: null,
  asked: null,
});

function viewpointOf(
  mention: Mention,
  asking: Asking | undefined,
  enclosing: Member | null,
  asker: Asker | null,
): Viewpoint {
  const answers =
    asking?.replies === true && asker !== null && mention.sentence - asker.sentence <= ANSWERS_WITHIN;
  return {
    at: mention.phrase.first,
    sentence: mention.sentence,
    enclosing,
    verbatim: asking?.verbatim ?? false,
    own: asking?.own ?? [],
    continuing: (asking?.continuing ?? false) || answers,
    written: asking?.written ?? false,
    asker: answers ? asker!.member : null,
    asked: answers ? asker!.asked : null,
  };
}

function findMember(scene: Scene, at: number, view: Viewpoint, speaks: boolean): Found {
  const { phrase } = scene.mentions[at]!;
  if (phrase.pronoun) return speaks ? byPronoun(scene, phrase.pronoun, view) : nobody;
  if (phrase.name.length > 0) return byName(scene, at, view);
  return byDescription(scene, phrase, view);
}
