// Acts on the registry of speakers: naming, dating, merging, splitting.
import type { Editor } from '../core/editor.js';
import { conflict } from '../core/errors.js';
import { matchSpeaker } from '../core/registry/match-speaker.js';
import { nameKeys } from '../core/registry/name-keys.js';
import type { RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { Membership, SpeakerAct, SpeakerEvent } from '../core/speakers/speaker-event.js';
import type { SpeakerEntry } from '../core/speakers/speaker-store.js';
import type { Speaker } from '../core/statement.js';
import { type Desk, permit } from './desk.js';
import { asCandidate, draftEntry, draftSpeakerAct } from './link-speakers.js';

/** One act on one speaker; `seen` is the version the editor saw. */
export async function changeSpeaker(
  desk: Desk,
  editor: Editor,
  speakerId: string,
  seen: number,
  act: Exclude<SpeakerAct, { kind: 'speaker_added' | 'membership_added' | 'merged_into' | 'merge_undone' }>,
): Promise<readonly SpeakerEvent[]> {
  permit(editor, 'manage_registry');
  return desk.store.recordSpeaker([{ draft: draftSpeakerAct(desk, editor, speakerId, act), seen }]);
}

export async function addMembership(
  desk: Desk,
  editor: Editor,
  speakerId: string,
  seen: number,
  membership: Omit<Membership, 'id'>,
): Promise<readonly SpeakerEvent[]> {
  permit(editor, 'manage_registry');
  const act: SpeakerAct = { kind: 'membership_added', payload: { ...membership, id: desk.newId() } };
  return desk.store.recordSpeaker([{ draft: draftSpeakerAct(desk, editor, speakerId, act), seen }]);
}

/** Adds a speaker by hand; returns the id. */
export async function addSpeaker(
  desk: Desk,
  editor: Editor,
  speaker: { name: string; type: Speaker['type']; aliases: readonly string[] },
): Promise<string> {
  permit(editor, 'manage_registry');
  const id = desk.newId();
  const act: SpeakerAct = { kind: 'speaker_added', payload: { ...speaker, found: false } };
  await desk.store.recordSpeaker([{ draft: draftSpeakerAct(desk, editor, id, act), seen: null }]);
  return id;
}

/** Two entries, one speaker: `speakerId`'s statements are shown with those of `into` from now on. Can be undone. */
export async function mergeSpeakers(
  desk: Desk,
  editor: Editor,
  speakerId: string,
  seen: number,
  into: string,
  reason: string,
): Promise<readonly SpeakerEvent[]> {
  permit(editor, 'manage_registry');
  const target = await desk.store.speaker(into);
  if (target.mergedInto) throw conflict('That speaker was merged into another. Choose the other one.');
  const act: SpeakerAct = { kind: 'merged_into', payload: { into, reason } };
  return desk.store.recordSpeaker([{ draft: draftSpeakerAct(desk, editor, speakerId, act), seen }]);
}

export async function undoMerge(
  desk: Desk,
  editor: Editor,
  speakerId: string,
  seen: number,
  reason: string,
): Promise<readonly SpeakerEvent[]> {
  permit(editor, 'manage_registry');
  const { mergedInto } = await desk.store.speaker(speakerId);
  if (!mergedInto) throw conflict('This speaker is not merged into another.');
  const act: SpeakerAct = { kind: 'merge_undone', payload: { from: mergedInto, reason } };
  return desk.store.recordSpeaker([{ draft: draftSpeakerAct(desk, editor, speakerId, act), seen }]);
}

/** The registry's entries an editor may have meant by a name, for a question beside the statement. */
export async function speakersLike(desk: Desk, name: string): Promise<readonly RegisteredSpeaker[]> {
  return desk.store.findSpeakers(nameKeys(name));
}

const MOST_OFFERED = 8;

/** The entries a statement's speaker may be, by its name and by every other reading the article allows; likeliest first. */
export async function speakersMeant(desk: Desk, speaker: Speaker): Promise<readonly RegisteredSpeaker[]> {
  const meant = new Map<string, RegisteredSpeaker>();
  for (const name of new Set([speaker.name, ...(speaker.candidates ?? [])])) {
    const known = await speakersLike(desk, name);
    const match = matchSpeaker({ ...speaker, name }, known.map(asCandidate));
    const likely = 'sure' in match ? [match.sure] : 'unsure' in match ? match.unsure : [];
    for (const { id } of likely) {
      const one = known.find((entry) => entry.id === id);
      if (one) meant.set(id, one);
    }
  }
  return [...meant.values()].slice(0, MOST_OFFERED);
}

export interface NamedInRegistry {
  /** Null for anonymous sources, and where the name fits several entries. */
  readonly id: string | null;
  /** What the registry learns from it; to be kept in one transaction with the act, so that a refusal leaves nothing. */
  readonly entries: readonly SpeakerEntry[];
}

/**
 * The registry entry for a speaker an editor named, or a new one where there is none; what the article called them
 * becomes an alias, which the next import knows. Writes nothing.
 */
export async function namedInRegistry(
  desk: Desk,
  editor: Editor,
  speaker: Speaker,
  calledInText: string,
): Promise<NamedInRegistry> {
  if (speaker.type === 'anonymous') return NOBODY;
  const known = await desk.store.findSpeakers(nameKeys(speaker.name));
  const match = matchSpeaker(speaker, known.map(asCandidate));
  if ('unsure' in match) return NOBODY;
  if ('sure' in match) {
    const { id } = match.sure;
    const full = known.find((one) => one.id === id);
    return { id, entries: full ? aliasFor(desk, editor, full, calledInText) : [] };
  }
  const aliases = isAlias(calledInText, speaker.name) ? [calledInText] : [];
  const drafts = draftEntry(desk, editor, speaker, { aliases, found: false });
  return { id: drafts[0]?.speakerId ?? null, entries: drafts.map((draft) => ({ draft, seen: null })) };
}

/** The entry an editor chose from those offered; what the article called them becomes an alias there. */
export async function chosenFromRegistry(
  desk: Desk,
  editor: Editor,
  speakerId: string,
  calledInText: string,
): Promise<NamedInRegistry> {
  const chosen = await desk.store.speaker(speakerId);
  if (chosen.mergedInto)
    throw conflict('That speaker was merged into another. Reload the page and choose again.');
  return { id: chosen.id, entries: aliasFor(desk, editor, chosen, calledInText) };
}

function aliasFor(
  desk: Desk,
  editor: Editor,
  { id, name, aliases }: RegisteredSpeaker,
  alias: string,
): readonly SpeakerEntry[] {
  if (aliases.includes(alias) || !isAlias(alias, name)) return [];
  const act: SpeakerAct = { kind: 'alias_added', payload: { alias } };
  return [{ draft: draftSpeakerAct(desk, editor, id, act), seen: null }];
}

const NOBODY: NamedInRegistry = { id: null, entries: [] };

/** Pronouns and bare descriptions are not what anybody is called: an alias has a capital letter and is not the name itself. */
const isAlias = (called: string, name: string): boolean =>
  called !== name &&
  called.length <= 100 &&
  /\p{Lu}|\p{Lo}/u.test(called) &&
  !/^(?:He|She|It|They|We|I|The|A|An)\b/.test(called);
