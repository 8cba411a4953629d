// Links a new article's speakers to the registry: the sure ones, and those nobody knows yet as new entries.
import type { Editor } from '../core/editor.js';
import { matchSpeaker, type RegistrySpeaker } from '../core/registry/match-speaker.js';
import { nameKeys, speakerKeys } from '../core/registry/name-keys.js';
import type { RegisteredSpeaker } from '../core/speakers/registered-speaker.js';
import type { SpeakerAct, SpeakerDraft } from '../core/speakers/speaker-event.js';
import type { Speaker } from '../core/statement.js';
import type { Statement } from '../core/store.js';
import type { Desk } from './desk.js';
import { mapInSlices } from './slices.js';

/** The registry as it will stand once what was prepared is kept: the store's entries and those not written yet. */
export interface Registry {
  readonly find: (keys: readonly string[]) => Promise<readonly RegistrySpeaker[]>;
  readonly add: (speaker: RegistrySpeaker) => void;
  /** Before a batch: forgets what may no longer be so. */
  readonly refresh: () => Promise<void>;
  /** After a batch: it is in the store, with so many acts on speakers. */
  readonly kept: (acts: number) => void;
}

/** As many as the store proposes for a key. */
const MOST_OF_KEY = 50;
/** Keys remembered before all is forgotten, so that memory stays flat however long the import. */
const MOST_KEYS = 40_000;

export function registryOf(desk: Desk): Registry {
  const pending = new Map<string, RegistrySpeaker[]>();
  let before = 0;
  /** How many acts on speakers the store has if nobody else wrote any; none while a batch is not known to be kept. */
  let expected: number | undefined;
  // Articles name the same people again and again.
  const asked = new Map<string, readonly RegistrySpeaker[]>();
  const kept = async (key: string): Promise<readonly RegistrySpeaker[]> => {
    const known = asked.get(key) ?? (await desk.store.findSpeakers([key])).map(asCandidate);
    asked.set(key, known);
    return known;
  };
  return {
    async find(keys) {
      const found = new Map<string, RegistrySpeaker>();
      for (const key of keys) for (const one of await kept(key)) found.set(one.id, one);
      for (const key of keys) for (const one of pending.get(key) ?? []) found.set(one.id, one);
      return [...found.values()];
    },
    add(speaker) {
      for (const key of speakerKeys(speaker)) {
        const own = pending.get(key);
        if (own === undefined) pending.set(key, [speaker]);
        else if (own.length < MOST_OF_KEY) own.push(speaker);
      }
    },
    async refresh() {
      const acts = await desk.store.speakerActs();
      if (acts !== expected || asked.size > MOST_KEYS) {
        asked.clear();
        pending.clear();
      }
      before = acts;
      expected = undefined;
    },
    kept(acts) {
      expected = before + acts;
    },
  };
}

export const asCandidate = (speaker: RegisteredSpeaker): RegistrySpeaker => ({
  ...speaker,
  memberships: speaker.memberships.map((one) => ({ ...one, role: one.role ?? '', body: one.body ?? '' })),
});

export interface Linked {
  readonly statements: readonly Statement[];
  /** The new entries, to be kept in one transaction with the article. */
  readonly speakers: readonly { readonly draft: SpeakerDraft; readonly seen: number | null }[];
}

/**
 * The statements with their speakers linked where the match is sure. Names nobody knows become entries marked as found by an
 * import; unsure ones are left open for an editor; anonymous sources are never linked. Writes nothing.
 */
export async function linkSpeakers(
  desk: Desk,
  editor: Editor,
  statements: readonly Statement[],
  registry: Registry,
): Promise<Linked> {
  const linked = new Map<string, string | null>();
  const speakers: Linked['speakers'][number][] = [];
  const keys = await mapInSlices(statements, ({ speaker }) => sameness(speaker));
  for (const [index, { speaker }] of statements.entries()) {
    const key = keys[index] ?? '';
    if (linked.has(key)) continue;
    const found = await linkOf(desk, editor, speaker, registry);
    linked.set(key, found.id);
    for (const draft of found.drafts) speakers.push({ draft, seen: null });
  }
  return {
    statements: await mapInSlices(statements, (statement, index) => ({
      ...statement,
      speaker: { ...statement.speaker, speakerId: linked.get(keys[index] ?? '') ?? null },
    })),
    speakers,
  };
}

const sameness = (speaker: Speaker): string =>
  JSON.stringify([speaker.type, speaker.name, speaker.role, speaker.affiliation, speaker.candidates ?? []]);

interface Link {
  readonly id: string | null;
  readonly drafts: readonly SpeakerDraft[];
}

async function linkOf(desk: Desk, editor: Editor, speaker: Speaker, registry: Registry): Promise<Link> {
  const open: Link = { id: null, drafts: [] };
  if (speaker.type === 'anonymous' || (speaker.candidates?.length ?? 0) > 0) return open;
  const keys = nameKeys(speaker.name);
  if (keys.length === 0) return open;
  // Whoever has all words of the name is under its first key; the others can only propose whom to ask about.
  const named = matchSpeaker(speaker, await registry.find(keys.slice(0, 1)));
  const match = 'sure' in named ? named : matchSpeaker(speaker, await registry.find(keys));
  if ('sure' in match) return { id: match.sure.id, drafts: [] };
  if ('unsure' in match || speaker.type === 'group' || speaker.type === 'document') return open;
  const drafts = draftEntry(desk, editor, speaker, { aliases: [], found: true });
  const id = drafts[0]?.speakerId ?? '';
  const { name, type, role, affiliation } = speaker;
  const memberships =
    role || affiliation ? [{ role: role ?? '', body: affiliation ?? '', from: null, until: null }] : [];
  registry.add({ id, name, type, aliases: [], memberships });
  return { id, drafts };
}

/** A new entry, with the hat the article gives: the next import is matched against it. */
export function draftEntry(
  desk: Desk,
  editor: Editor,
  speaker: Speaker,
  entry: { aliases: readonly string[]; found: boolean },
): readonly SpeakerDraft[] {
  const id = desk.newId();
  const { name, type, role, affiliation } = speaker;
  const acts: SpeakerAct[] = [{ kind: 'speaker_added', payload: { name, type, ...entry } }];
  if (role || affiliation) {
    const membership = { id: desk.newId(), role, body: affiliation, from: null, until: null };
    acts.push({ kind: 'membership_added', payload: membership });
  }
  return acts.map((act) => draftSpeakerAct(desk, editor, id, act));
}

export const draftSpeakerAct = (
  desk: Desk,
  editor: Editor,
  speakerId: string,
  act: SpeakerAct,
): SpeakerDraft => ({
  ...act,
  id: desk.newId(),
  speakerId,
  at: desk.now(),
  by: editor.id,
  confidential: act.kind === 'confidential_note_set',
  salt: desk.newSalt(),
});
