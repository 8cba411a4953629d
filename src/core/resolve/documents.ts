// Documents that speak: which one is meant, and who wrote it or gave it.
import { antecedent, type Found, type Viewpoint } from './antecedents.js';
import type { Member, Sighting } from './cast.js';
import { singular } from './nouns.js';
import type { Role } from './phrase.js';
import type { Scene } from './scene.js';

/** Whose a document is: its owner's, or, in "X said in a statement that …", X's. */
export function writtenBy(scene: Scene, document: Member): Found | null {
  if (document.kind !== 'document') return null;
  if (document.labelOwner) return { member: document.labelOwner, confidence: 0.92, others: [] };
  const { words } = scene.wording;
  let at = document.firstAt - 1;
  if (/^(?:a|an|the)$/.test(words[at]?.lower ?? '')) at--;
  if (!/^(?:in|by|via|through)$/.test(words[at]?.lower ?? '')) return null;
  const sentence = words[document.firstAt]!.sentence;
  let author: Sighting | null = null;
  const { sightings } = scene.cast;
  for (let back = sightings.length - 1; back >= 0 && back > sightings.length - 400; back--) {
    const sighting = sightings[back]!;
    if (sighting.sentence < sentence) break;
    if (
      sighting.sentence > sentence ||
      sighting.member.kind === 'document' ||
      sighting.member.kind === 'place'
    )
      continue;
    if (!author || sighting.speaks || !author.speaks) author = sighting;
  }
  return author ? { member: author.member, confidence: 0.9, others: [] } : null;
}

/** "The statement said": of whoever spoke last. */
export function lastSpeaker(scene: Scene, view: Viewpoint): Found | null {
  const found = antecedent(scene.cast, scene.narrative, { ...view, continuing: true }, (member) => {
    if (member.kind === 'document' || member.kind === 'place' || member.count === 0) return 0;
    return member.kind === 'person' ? 0.8 : 1;
  });
  return found.member && spokeLately(scene, found.member, view)
    ? { ...found, confidence: found.confidence * 0.85 }
    : null;
}

function spokeLately(scene: Scene, member: Member, view: Viewpoint): boolean {
  const { sightings } = scene.cast;
  for (let back = sightings.length - 1; back >= 0 && back > sightings.length - 30; back--) {
    const sighting = sightings[back]!;
    if (
      sighting.member === member &&
      sighting.speaks &&
      sighting.at < view.at &&
      view.sentence - sighting.sentence <= 4
    )
      return true;
  }
  return false;
}

export function knownDocument(scene: Scene, role: Role, owner: Member | null, view: Viewpoint): Found | null {
  const nouns = new Set([role.head, singular(role.head)]);
  const found = antecedent(scene.cast, scene.narrative, view, (member) => {
    if (![...nouns].some((noun) => member.calls.has(noun))) return 0;
    if (owner && member.labelOwner && member.labelOwner !== owner) return 0;
    return member.kind === 'document' ? 1 : 0.7;
  });
  return found.member ? found : null;
}
