// Puts an act on the registry into a sentence: the one place where that is done.
import type { SpeakerEvent } from './speaker-event.js';

/** `nameOf` turns an editor id into a name. */
export function describeSpeakerEvent(event: SpeakerEvent, nameOf: (editorId: string) => string): string {
  return `${nameOf(event.by)} ${deed(event)}`;
}

function deed(event: SpeakerEvent): string {
  switch (event.kind) {
    case 'speaker_added':
      return event.payload.found
        ? `imported an article that names ${event.payload.name}`
        : `added ${event.payload.name} to the registry`;
    case 'speaker_renamed':
      return `gave the name as ${event.payload.name}`;
    case 'speaker_type_changed':
      return `marked this as: ${event.payload.type}`;
    case 'alias_added':
      return `added the name “${event.payload.alias}”`;
    case 'alias_removed':
      return `took the name “${event.payload.alias}” away`;
    case 'membership_added': {
      const { role, body, from, until } = event.payload;
      return `added a role: ${[role, body].filter(Boolean).join(', ')}${between(from, until)}`;
    }
    case 'membership_dated':
      return `dated a role${between(event.payload.from, event.payload.until)}`;
    case 'membership_removed':
      return 'removed a role';
    case 'links_set':
      return 'set the links';
    case 'public_note_set':
      return 'wrote the public note';
    case 'confidential_note_set':
      return 'wrote the confidential note';
    case 'merged_into':
      return `merged this into another entry: ${event.payload.reason}`;
    case 'merge_undone':
      return `undid the merge: ${event.payload.reason}`;
  }
}

function between(from: string | null, until: string | null): string {
  if (from && until) return `, from ${from} until ${until}`;
  if (from) return `, from ${from}`;
  return until ? `, until ${until}` : '';
}
