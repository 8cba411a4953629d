// A speaker as the desk knows them: their acts replayed. Statements freeze what they need; this goes on changing.
import { conflict, invalid, notFound } from '../errors.js';
import type { SpeakerType } from '../statement.js';
import type { Membership, SpeakerEvent } from './speaker-event.js';

export interface RegisteredSpeaker {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly aliases: readonly string[];
  readonly memberships: readonly Membership[];
  readonly wikidata: string | null;
  readonly website: string | null;
  readonly publicNote: string;
  /** For the desk alone: leaves it in nothing. */
  readonly confidentialNote: string;
  readonly mergedInto: string | null;
  /** True while only an import has named them and no editor has. */
  readonly found: boolean;
  readonly version: number;
  readonly changedAt: string;
}

/** The speaker after `event`; `before` is undefined for the first one. Throws a Refusal where the act may not happen. */
export function applySpeakerEvent(
  before: RegisteredSpeaker | undefined,
  event: SpeakerEvent,
): RegisteredSpeaker {
  if (!before) {
    if (event.kind !== 'speaker_added')
      throw notFound('There is no such speaker. It may be a mistyped address.');
    return { ...begin(event), version: 1, changedAt: event.at };
  }
  const after = change(before, event);
  // The hat an import found comes right after the name it found; anything later is an editor's doing.
  const found = before.found && before.version === 1 && event.kind === 'membership_added';
  return { ...after, found, version: before.version + 1, changedAt: event.at };
}

function begin(event: Extract<SpeakerEvent, { kind: 'speaker_added' }>): RegisteredSpeaker {
  const { name, type, aliases, found } = event.payload;
  if (type === 'anonymous')
    throw invalid(
      'Anonymous sources are kept with their statement, never as one speaker across articles.',
      'type',
    );
  return {
    id: event.speakerId,
    name: named(name),
    type,
    aliases: [...new Set(aliases)],
    memberships: [],
    wikidata: null,
    website: null,
    publicNote: '',
    confidentialNote: '',
    mergedInto: null,
    found,
    version: 0,
    changedAt: event.at,
  };
}

function change(speaker: RegisteredSpeaker, event: SpeakerEvent): RegisteredSpeaker {
  if (speaker.mergedInto && event.kind !== 'merge_undone')
    throw conflict('This speaker was merged into another. Change that one, or undo the merge first.');
  switch (event.kind) {
    case 'speaker_added':
      throw conflict('This speaker is in the registry already.');
    case 'speaker_renamed': {
      const name = named(event.payload.name);
      const aliases = [...new Set([...speaker.aliases, speaker.name])].filter((alias) => alias !== name);
      return { ...speaker, name, aliases };
    }
    case 'speaker_type_changed':
      if (event.payload.type === 'anonymous') throw invalid('A speaker of the registry has a name.', 'type');
      return { ...speaker, type: event.payload.type };
    case 'alias_added':
      return { ...speaker, aliases: withAlias(speaker, named(event.payload.alias, 'alias')) };
    case 'alias_removed':
      if (!speaker.aliases.includes(event.payload.alias)) throw conflict('That name was taken away already.');
      return { ...speaker, aliases: speaker.aliases.filter((alias) => alias !== event.payload.alias) };
    case 'membership_added':
      if (!event.payload.role && !event.payload.body)
        throw invalid('Give the role, the body, or both.', 'role');
      checkDates(event.payload.from, event.payload.until);
      return { ...speaker, memberships: [...speaker.memberships, event.payload] };
    case 'membership_dated': {
      const { membershipId, from, until } = event.payload;
      checkDates(from, until);
      own(speaker, membershipId);
      const memberships = speaker.memberships.map((one) =>
        one.id === membershipId ? { ...one, from, until } : one,
      );
      return { ...speaker, memberships };
    }
    case 'membership_removed':
      own(speaker, event.payload.membershipId);
      return {
        ...speaker,
        memberships: speaker.memberships.filter((one) => one.id !== event.payload.membershipId),
      };
    case 'links_set': {
      const { wikidata, website } = event.payload;
      if (wikidata && !/^Q[1-9]\d{0,11}$/.test(wikidata))
        throw invalid('A Wikidata id is a Q and a number, such as Q42.', 'wikidata');
      if (website && !/^https?:\/\/[^\s]+$/.test(website))
        throw invalid('Give the whole address, beginning with https://.', 'website');
      return { ...speaker, wikidata, website };
    }
    case 'public_note_set':
      return { ...speaker, publicNote: event.payload.note.trim() };
    case 'confidential_note_set':
      return { ...speaker, confidentialNote: event.payload.note.trim() };
    case 'merged_into':
      if (event.payload.into === speaker.id)
        throw invalid('Choose another speaker to merge this one into.', 'into');
      return { ...speaker, mergedInto: event.payload.into };
    case 'merge_undone':
      if (!speaker.mergedInto) throw conflict('This speaker is not merged into another.');
      return { ...speaker, mergedInto: null };
  }
}

const withAlias = (speaker: RegisteredSpeaker, alias: string): readonly string[] =>
  alias === speaker.name || speaker.aliases.includes(alias) ? speaker.aliases : [...speaker.aliases, alias];

function own(speaker: RegisteredSpeaker, membershipId: string): void {
  if (!speaker.memberships.some((one) => one.id === membershipId))
    throw notFound('That role is not here, or was removed. Reload the page.');
}

function named(name: string, field = 'name'): string {
  const trimmed = name.trim();
  if (trimmed === '') throw invalid('Give a name.', field);
  if (trimmed.length > 300) throw invalid('That name is longer than 300 characters.', field);
  return trimmed;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

function checkDates(from: string | null, until: string | null): void {
  for (const [field, date] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (date !== null && !DATE.test(date))
      throw invalid('Write a day as 2026-03-02, a month as 2026-03, a year as 2026.', field);
  if (from !== null && until !== null && until < from.slice(0, until.length))
    throw invalid('The end lies before the beginning.', 'until');
}

/** The hats a speaker wore on a day, as far as the registry knows: those whose dates do not rule the day out. */
export const membershipsOn = (speaker: RegisteredSpeaker, day: string): readonly Membership[] =>
  speaker.memberships.filter(
    ({ from, until }) =>
      (from === null || from <= day) && (until === null || day.slice(0, until.length) <= until),
  );
