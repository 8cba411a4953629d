// The demo: four stories and a desk at work on three of them. The day and its minutes are fixed, so every demo is alike.
import type { Editor, Role } from './core/editor.js';
import { performStory } from './seed/perform.js';
import { readStory, STORIES } from './seed/story.js';
import type { Desk } from './workflow.js';

/** Who works at the demo's desk, with the hash of the password they were given. */
export interface SeedAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string | null;
}

const DAY = '2026-03-03';
const LEAD = 'amira';

/** Hours and minutes at which each story comes in. */
const IMPORTED_AT: Readonly<Record<(typeof STORIES)[number], string>> = {
  'osterby-dam': '08:55',
  'marigold-ferry': '10:20',
  'hallin-quarry': '13:05',
  logar: '17:30',
};

/** Fills an empty store with the demo. Among `accounts` must be amira (a lead), jonas and ines. */
export async function seedDesk(desk: Desk, accounts: readonly SeedAccount[]): Promise<void> {
  if ((await desk.store.editors()).length > 0) return;
  const clock = clockOf(DAY);
  const seeding: Desk = { ...desk, now: clock.now };
  clock.set('08:30');
  const editors = new Map<string, Editor>();
  for (const { login, name, role, passwordHash } of accounts) {
    const editor: Editor = { id: desk.newId(), login, name, role, disabled: false };
    await desk.store.addEditor({ ...editor, passwordHash, createdAt: clock.now() });
    editors.set(login, editor);
  }
  const editorOf = (login: string): Editor => {
    const editor = editors.get(login);
    if (!editor) throw new Error(`The demo needs an account “${login}”.`);
    return editor;
  };
  for (const folder of STORIES)
    await performStory(
      seeding,
      readStory(folder),
      { editorOf, setClock: clock.set },
      LEAD,
      IMPORTED_AT[folder],
    );
}

/** A clock that is set by hand and moves on a second with each look. */
function clockOf(day: string): { now: () => string; set: (at: string) => void } {
  let time = 0;
  return {
    now: () => {
      time += 1000;
      return new Date(time).toISOString();
    },
    set: (at) => {
      time = Date.parse(`${day}T${at}:00.000Z`);
    },
  };
}
