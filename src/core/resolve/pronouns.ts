// Whom a pronoun means: who speaks, who stands right before it, who is most in view, or who is named soon after.
import {
  agreementWith,
  antecedent,
  cataphor,
  FIRST_PERSON,
  type Found,
  nobody,
  type Viewpoint,
} from './antecedents.js';
import type { Member, Sighting } from './cast.js';
import type { Scene } from './scene.js';

export function byPronoun(scene: Scene, pronoun: string, view: Viewpoint): Found {
  const { cast, narrative } = scene;
  if (FIRST_PERSON.has(pronoun))
    return view.enclosing ? { member: view.enclosing, confidence: 0.95, others: [] } : nobody;
  if (pronoun === 'who' || pronoun === 'which' || pronoun === 'whom' || pronoun === 'whose')
    return justBefore(scene, view);
  const agrees = agreementWith(pronoun, view);
  if (!agrees) return nobody;
  const other = doer(scene, view, pronoun);
  const fitness = (member: Member): number =>
    member === other || member === view.asker || (view.enclosing === member && view.verbatim)
      ? 0
      : agrees(member) * (view.enclosing === member ? 1.5 : 1);
  if (view.asked && fitness(view.asked) > 0) return { member: view.asked, confidence: 0.8, others: [] };
  const found = antecedent(cast, narrative, view, fitness);
  if (found.member) {
    learnGender(found, pronoun);
    return found;
  }
  const wide = view.own.length > 0 ? antecedent(cast, narrative, { ...view, own: [] }, fitness) : nobody;
  if (wide.member) return { ...wide, confidence: Math.min(wide.confidence, 0.7) };
  return cataphor(laterSightings(scene, view), fitness);
}

const BESIDE = 5;

/** "his brother quoted him": whoever does it to "him" is somebody else. */
function doer(scene: Scene, { at, sentence }: Viewpoint, pronoun: string): Member | null {
  if (pronoun !== 'him' && pronoun !== 'them') return null;
  const { sightings } = scene.cast;
  let subject: Sighting | null = null;
  for (let back = sightings.length - 1; back >= 0 && sightings[back]!.at >= at - BESIDE; back--) {
    const sighting = sightings[back]!;
    if (sighting.at >= at || sighting.sentence !== sentence) continue;
    if (!subject || sighting.weight > subject.weight) subject = sighting;
  }
  return subject?.member ?? null;
}

export function pronounAt(scene: Scene, at: number): Member | null {
  const word = scene.wording.words[at];
  if (!word || !/^(?:it|he|she|they|him|them)$/.test(word.lower)) return null;
  const view: Viewpoint = {
    at,
    sentence: word.sentence,
    enclosing: null,
    verbatim: false,
    own: [],
    continuing: false,
    written: false,
    asker: null,
    asked: null,
  };
  return byPronoun(scene, word.lower, view).member;
}

function learnGender(found: Found, pronoun: string): void {
  const { member } = found;
  if (member?.kind !== 'person' || member.gender !== null || found.confidence < 0.9) return;
  if (pronoun === 'he' || pronoun === 'his' || pronoun === 'him') member.gender = 'm';
  if (pronoun === 'she' || pronoun === 'her') member.gender = 'f';
}

/** "…, who put the bill at 90 million": the phrase right before. */
function justBefore(scene: Scene, view: Viewpoint): Found {
  const { sightings } = scene.cast;
  for (let back = sightings.length - 1; back >= 0; back--) {
    const sighting = sightings[back]!;
    if (sighting.at >= view.at) continue;
    if (view.at - sighting.at > 25 || sighting.sentence !== view.sentence) break;
    return { member: sighting.member, confidence: 0.95, others: [] };
  }
  return nobody;
}

/** Named members first met after the viewpoint, within the next few sentences. */
function laterSightings(scene: Scene, view: Viewpoint): Sighting[] {
  const later: Sighting[] = [];
  for (const [index, naming] of scene.namings) {
    const mention = scene.mentions[index];
    if (
      !mention ||
      !naming.member ||
      mention.phrase.first <= view.at ||
      scene.narrative[mention.sentence]! > scene.narrative[view.sentence]! + 3
    )
      continue;
    later.push({
      member: naming.member,
      at: mention.phrase.first,
      sentence: mention.sentence,
      weight: 1,
      speaks: false,
    });
  }
  return later.sort((a, b) => a.at - b.at);
}
