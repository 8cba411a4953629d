// Where members of the cast come into view, and how much; antecedents are sought among these.
import type { Member, Sighting } from './cast.js';
import type { Mention } from './mentions.js';
import { formOf } from './name-forms.js';
import { innerPhrases } from './phrase.js';
import { QUOTED, type Scene } from './scene.js';

const WEIGHT = { speaks: 1, leads: 0.9, other: 0.55, quoted: 0.3 } as const;

export function sight(scene: Scene, mention: Mention, member: Member): void {
  const { phrase } = mention;
  const speaks = mention.source >= 0;
  const inside = scene.quoted[phrase.first]!;
  const weight =
    inside === QUOTED
      ? speaks
        ? 0.45
        : WEIGHT.quoted
      : speaks
        ? speaking(scene, mention)
        : (mention.leads ? WEIGHT.leads : WEIGHT.other) * (inside ? 0.85 : 1);
  member.count++;
  insert(scene.cast.sightings, {
    member,
    at: phrase.first,
    sentence: mention.sentence,
    weight: mention.heading ? weight * 0.3 : weight,
    speaks,
  });
}

/** A second speaker of one sentence is less in view than the first. */
function speaking(scene: Scene, mention: Mention): number {
  const last = scene.cast.sightings[scene.cast.sightings.length - 1];
  return last?.speaks && last.sentence === mention.sentence && !mention.leads ? 0.8 : WEIGHT.speaks;
}

/** Owners and bodies named inside a phrase come into view too, less than who the phrase is about. */
export function sightInner(scene: Scene, mention: Mention, own: Member | null): void {
  for (const phrase of innerPhrases(mention.phrase)) {
    const member = phrase.name.length > 0 ? scene.cast.byForm.get(formOf(phrase.name).join(' ')) : undefined;
    if (!member || member === own) continue;
    const weight = scene.quoted[phrase.first] === 1 ? WEIGHT.quoted * 0.8 : 0.45;
    insert(scene.cast.sightings, {
      member,
      at: phrase.first,
      sentence: mention.sentence,
      weight,
      speaks: false,
    });
  }
}

/** Keeps sightings in text order; what is read late is never far from its place. */
export function insert(sightings: Sighting[], sighting: Sighting): void {
  let at = sightings.length;
  while (at > 0 && sightings[at - 1]!.at > sighting.at) at--;
  sightings.splice(at, 0, sighting);
}
