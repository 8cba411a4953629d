// The entries of the navigation that this person may open.
import { may, type Permission, type Role } from '../core/editor.js';
import type { Shell } from './render.js';
import type { Key } from './words/words.js';

export interface NavigationEntry {
  readonly section: string;
  readonly href: string;
  readonly words: Key;
}

const ENTRIES: readonly (NavigationEntry & { readonly needs: Permission })[] = [
  { section: 'desk', href: '/', words: 'nav.desk', needs: 'read_desk' },
  { section: 'queue', href: '/queue', words: 'nav.queue', needs: 'read_desk' },
  { section: 'articles', href: '/articles', words: 'nav.articles', needs: 'read_desk' },
  { section: 'speakers', href: '/speakers', words: 'nav.speakers', needs: 'read_desk' },
  { section: 'read', href: '/read', words: 'nav.read', needs: 'read_published' },
  { section: 'search', href: '/search', words: 'nav.search', needs: 'read_desk' },
  { section: 'log', href: '/log', words: 'nav.log', needs: 'read_desk' },
  { section: 'people', href: '/people', words: 'nav.people', needs: 'manage_people' },
  { section: 'settings', href: '/settings', words: 'nav.settings', needs: 'change_settings' },
];

export function navigationFor(shell: Shell): readonly NavigationEntry[] {
  const who = shell.who && { role: shell.who.role as Role, disabled: false };
  return ENTRIES.filter((entry) => may(who, entry.needs));
}
