// Acts on the registry of speakers: naming, dating, merging, splitting; and linking a new article's speakers to it.
import type { Editor } from '../core/editor.js';
import { conflict } from '../core/errors.js';
import { matchSpeaker } from '../core/registry/match-speaker.js';
import { nameKeys } from '../core/registry/name-keys.js';
import type { RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { Membership, SpeakerAct, SpeakerDraft, SpeakerEvent } from '../core/speakers/speaker-event.js';
import type { Speaker } from '../core/statement.js';
import type { Statement } from '../core/store.js';
import { type Desk, permit } from './desk.js';

/** One act on one speaker; `seen` is the version the editor saw. */
export async function changeSpeaker(
  desk: Desk,
  editor: Editor,
  speakerId: string,
  seen: number,
  act: Exclude<SpeakerAct, { kind: 'speaker_added' | 'membership_added' | 'merged_into' | 'merge_undone' }>,
): Promise<readonly SpeakerEvent[]> {
  permit(editor, 'manage_registry');
  return desk.store.recordSpeaker([{ draft: draftOf(desk, editor, speakerId, act), seen }]);
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
  return desk.store.recordSpeaker([{ draft: draftOf(desk, editor, speakerId, act), seen }]);
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
  await desk.store.recordSpeaker([{ draft: draftOf(desk, editor, id, act), seen: null }]);
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
  return desk.store.recordSpeaker([{ draft: draftOf(desk, editor, speakerId, act), seen }]);
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
  return desk.store.recordSpeaker([{ draft: draftOf(desk, editor, speakerId, act), seen }]);
}

/**
 * The statements with their speakers linked to the registry where the match is sure. Names nobody knows are added to
 * it, marked as found by an import; unsure ones are left open for an editor; anonymous sources are never linked.
 */
export async function linkSpeakers(
  desk: Desk,
  editor: Editor,
  statements: readonly Statement[],
): Promise<readonly Statement[]> {
  const linked = new Map<string, string | null>();
  for (const { speaker } of statements) {
    const key = sameness(speaker);
    if (linked.has(key)) continue;
    linked.set(key, await linkOf(desk, editor, speaker));
  }
  return statements.map((statement) => ({
    ...statement,
    speaker: { ...statement.speaker, speakerId: linked.get(sameness(statement.speaker)) ?? null },
  }));
}

const sameness = (speaker: Speaker): string =>
  JSON.stringify([speaker.type, speaker.name, speaker.role, speaker.affiliation, speaker.candidates ?? []]);

async function linkOf(desk: Desk, editor: Editor, speaker: Speaker): Promise<string | null> {
  if (speaker.type === 'anonymous' || (speaker.candidates?.length ?? 0) > 0) return null;
  const keys = nameKeys(speaker.name);
  if (keys.length === 0) return null;
  const match = matchSpeaker(speaker, (await desk.store.findSpeakers(keys)).map(asCandidate));
  if ('sure' in match) return match.sure.id;
  if ('unsure' in match) return null;
  return register(desk, editor, speaker, { aliases: [], found: true });
}

const asCandidate = (speaker: RegisteredSpeaker) => ({
  ...speaker,
  memberships: speaker.memberships.map((one) => ({ ...one, role: one.role ?? '', body: one.body ?? '' })),
});

/** A new entry, with the hat the article gives: the next import is matched against it. */
async function register(
  desk: Desk,
  editor: Editor,
  speaker: Speaker,
  entry: { aliases: readonly string[]; found: boolean },
): Promise<string> {
  const id = desk.newId();
  const { name, type, role, affiliation } = speaker;
  const acts: SpeakerAct[] = [{ kind: 'speaker_added', payload: { name, type, ...entry } }];
  if (role || affiliation) {
    const membership = { id: desk.newId(), role, body: affiliation, from: null, until: null };
    acts.push({ kind: 'membership_added', payload: membership });
  }
  await desk.store.recordSpeaker(acts.map((act) => ({ draft: draftOf(desk, editor, id, act), seen: null })));
  return id;
}

/** The registry's entries an editor may have meant by a name, for a question beside the statement. */
export async function speakersLike(desk: Desk, name: string): Promise<readonly RegisteredSpeaker[]> {
  return desk.store.findSpeakers(nameKeys(name));
}

/**
 * The registry entry for a speaker an editor named, made when there is none; what the article called them becomes an
 * alias, which the next import knows. Null for anonymous sources and where the name fits several entries.
 */
export async function registerNamed(
  desk: Desk,
  editor: Editor,
  speaker: Speaker,
  calledInText: string,
): Promise<string | null> {
  if (speaker.type === 'anonymous') return null;
  const known = await desk.store.findSpeakers(nameKeys(speaker.name));
  const match = matchSpeaker(speaker, known.map(asCandidate));
  if ('unsure' in match) return null;
  if ('sure' in match) {
    const { sure } = match;
    const full = known.find((one) => one.id === sure.id);
    const isNew = full && calledInText !== full.name && !full.aliases.includes(calledInText);
    if (isNew && isAlias(calledInText, speaker.name)) {
      const act: SpeakerAct = { kind: 'alias_added', payload: { alias: calledInText } };
      await desk.store.recordSpeaker([{ draft: draftOf(desk, editor, sure.id, act), seen: null }]);
    }
    return sure.id;
  }
  const aliases = isAlias(calledInText, speaker.name) ? [calledInText] : [];
  return register(desk, editor, speaker, { aliases, found: false });
}

/** Pronouns and bare descriptions are not what anybody is called: an alias has a capital letter and is not the name itself. */
const isAlias = (called: string, name: string): boolean =>
  called !== name &&
  called.length <= 100 &&
  /\p{Lu}|\p{Lo}/u.test(called) &&
  !/^(?:He|She|It|They|We|I|The|A|An)\b/.test(called);

const draftOf = (desk: Desk, editor: Editor, speakerId: string, act: SpeakerAct): SpeakerDraft => ({
  ...act,
  id: desk.newId(),
  speakerId,
  at: desk.now(),
  by: editor.id,
  confidential: act.kind === 'confidential_note_set',
  salt: desk.newSalt(),
});
