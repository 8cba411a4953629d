// Whom a pronoun goes back to: the member of the cast most in view that it agrees with. Speakers and subjects are more
// in view than others, and what is in view fades by the sentence. A close second lowers confidence and is offered.
import type { Cast, Member, Sighting } from './cast.js';
import type { Gender } from './nouns.js';

export interface Found {
  readonly member: Member | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** Other readings, best first. */
  readonly others: readonly Member[];
}

/** From where a pronoun or description looks back. */
export interface Viewpoint {
  /** Index of the word it starts at. */
  readonly at: number;
  readonly sentence: number;
  /** Who speaks the words it stands in, when it stands in quoted words. */
  readonly enclosing: Member | null;
  /** The words it stands in are given word for word, so that "he" is not who says them. */
  readonly verbatim: boolean;
  /** Words [first, last) not looked at: what the speaker sought is quoted with. */
  readonly own: readonly (readonly [number, number])[];
  /** "added", "went on": the last speaker is likelier than the last subject. */
  readonly continuing: boolean;
  /** "read", "stated": a document is likelier than a body. */
  readonly written: boolean;
  /** Who asked what is answered: not who answers. */
  readonly asker: Member | null;
  /** Who was asked, as far as is known. */
  readonly asked: Member | null;
}

/** How far back anyone looks, in sightings. */
const REACH = 90;
const FADING = 0.82;
const SPEAKING_ON = 1.35;

export const nobody: Found = { member: null, confidence: 0, others: [] };

/** Counts only sentences that are not wholly quoted: a long quotation does not take its speaker out of view. */
export type Narrative = Int32Array;

/** `among` is how much is left of what stands in the words that the speaker sought is quoted with. */
export function antecedent(
  cast: Cast,
  narrative: Narrative,
  view: Viewpoint,
  agrees: (member: Member) => number,
  among = 0,
): Found {
  const scores = new Map<Member, number>();
  const { sightings } = cast;
  let looked = 0;
  for (let back = sightings.length - 1; back >= 0 && looked < REACH; back--) {
    const sighting = sightings[back]!;
    if (sighting.at >= view.at) continue;
    looked++;
    const isOwn = view.own.some(([first, last]) => first <= sighting.at && sighting.at < last);
    if (isOwn && among === 0) continue;
    const agreement = agrees(sighting.member) * (isOwn ? among : 1);
    if (agreement <= 0) continue;
    const score = agreement * inView(sighting, narrative, view);
    if (score > (scores.get(sighting.member) ?? 0)) scores.set(sighting.member, score);
  }
  return best(scores);
}

function inView(sighting: Sighting, narrative: Narrative, view: Viewpoint): number {
  const distance = Math.max(0, narrative[view.sentence]! - narrative[sighting.sentence]!);
  return sighting.weight * FADING ** distance * (view.continuing && sighting.speaks ? SPEAKING_ON : 1);
}

function best(scores: ReadonlyMap<Member, number>): Found {
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const first = ranked[0];
  if (!first || first[1] < 0.02) return nobody;
  const second = ranked[1]?.[1] ?? 0;
  const ratio = second / first[1];
  const others = ranked
    .filter(([, score]) => score >= 0.8 * first[1])
    .slice(1, 4)
    .map(([member]) => member);
  return {
    member: first[0],
    confidence: ratio > 0.92 ? 0.7 : ratio > 0.8 ? 0.82 : ratio > 0.6 ? 0.92 : 0.97,
    others,
  };
}

/** The nearest after the viewpoint, for a speaker named only later. */
export function cataphor(later: readonly Sighting[], agrees: (member: Member) => number): Found {
  for (const sighting of later)
    if (agrees(sighting.member) > 0.4) return { member: sighting.member, confidence: 0.75, others: [] };
  return nobody;
}

const AS_PERSON: Record<Member['kind'], number> = {
  person: 1,
  unknown: 0.75,
  group: 0,
  body: 0,
  document: 0,
  place: 0,
};
const AS_THING: Record<Member['kind'], number> = {
  body: 1,
  group: 0.8,
  document: 0.75,
  unknown: 0.4,
  person: 0,
  place: 0.15,
};
const AS_MANY: Record<Member['kind'], number> = {
  group: 1,
  body: 0.7,
  unknown: 0.3,
  person: 0.25,
  document: 0.1,
  place: 0,
};

const sameGender =
  (gender: Gender) =>
  (member: Member): number => {
    if (member.plural || (member.gender !== null && member.gender !== gender)) return 0;
    return AS_PERSON[member.kind] * (member.gender === gender ? 1 : 0.92);
  };

/** How well a member agrees with a pronoun, 0 for not at all; null for pronouns that point elsewhere. */
export function agreementWith(pronoun: string, view: Viewpoint): ((member: Member) => number) | null {
  switch (pronoun) {
    case 'he':
    case 'him':
    case 'his':
    case 'himself':
      return sameGender('m');
    case 'she':
    case 'her':
    case 'hers':
    case 'herself':
      return sameGender('f');
    case 'it':
    case 'its':
    case 'itself':
      return (member) =>
        member.plural && member.kind !== 'body' && !member.movement
          ? 0
          : AS_THING[member.kind] * (view.written && member.kind === 'document' ? 3 : 1);
    case 'they':
    case 'them':
    case 'their':
    case 'theirs':
    case 'themselves':
    case 'these':
    case 'those':
    case 'both':
    case 'all':
      return (member) => AS_MANY[member.kind] * (member.plural || member.movement ? 1.2 : 1);
    case 'who':
    case 'whom':
    case 'whose':
      return (member) => (member.kind === 'document' || member.kind === 'place' ? 0 : 1);
    case 'this':
    case 'that':
      return (member) => (member.kind === 'document' ? 1 : AS_THING[member.kind] * 0.5);
    default:
      return null;
  }
}

export const FIRST_PERSON = new Set([
  'i',
  'me',
  'my',
  'mine',
  'myself',
  'we',
  'us',
  'our',
  'ours',
  'ourselves',
]);
