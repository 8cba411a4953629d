// Who may have said it, for a question beside a statement that names nobody the registry is sure of: one button each.
import type { Provenance } from '../../core/event.js';
import type { SpeakerType } from '../../core/statement.js';
import { type Desk, speakersMeant } from '../../workflow.js';

export interface LikelySpeaker {
  /** Null for a reading of the article that the registry does not hold. */
  readonly id: string | null;
  readonly name: string;
  readonly type: SpeakerType;
  /** What the registry knows to tell them apart by: "harbour master, Quay; Lina Marsh". */
  readonly about: string;
}

const MOST_ABOUT = 3;

/** Empty where the speaker is settled on an entry, and for sources that are not named. */
export async function likelySpeakers(desk: Desk, { speaker }: Provenance): Promise<readonly LikelySpeaker[]> {
  if (speaker.speakerId || speaker.type === 'anonymous' || speaker.type === 'publisher') return [];
  const registered = await speakersMeant(desk, speaker);
  const known = new Set(registered.flatMap(({ name, aliases }) => [name, ...aliases]));
  const readings = (speaker.candidates ?? []).filter((name) => !known.has(name));
  return [
    ...registered.map(({ id, name, type, memberships, aliases }) => ({
      id,
      name,
      type,
      about: [...memberships.map(({ role, body }) => [role, body].filter(Boolean).join(', ')), ...aliases]
        .slice(0, MOST_ABOUT)
        .join('; '),
    })),
    ...readings.map((name) => ({ id: null, name, type: speaker.type, about: '' })),
  ];
}
