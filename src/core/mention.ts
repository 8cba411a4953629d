// A mention: a note that calls on somebody by name. It waits for them until they have read it or its thread is closed.
import { type Editor, may } from './editor.js';

export interface Mention {
  readonly noteId: string;
  readonly articleId: string;
  /** Null where the note stands on the article or on a stretch of its text. */
  readonly statementId: string | null;
  readonly by: string;
  readonly at: string;
}

export interface MentionStore {
  /** What waits for an editor, newest first. */
  mentions(editorId: string, limit: number): Promise<readonly Mention[]>;
  /** Whether there was such a mention, unread. */
  readMention(editorId: string, noteId: string, at: string): Promise<boolean>;
}

/** Whom a note calls on: `@` and the name they sign in with. Ids, each once; who cannot read the note is nobody. */
export function mentionsIn(body: string, editors: readonly Editor[]): readonly string[] {
  const called = new Set<string>();
  for (const [, login = ''] of body.matchAll(CALL)) {
    called.add(login.toLowerCase());
    called.add(login.toLowerCase().replace(/[._@+-]+$/, ''));
  }
  return editors.filter((editor) => may(editor, 'annotate') && called.has(editor.login)).map(({ id }) => id);
}

/** Not the `@` inside an address: `desk@quay.example` calls on nobody named quay. */
const CALL = /(?<![\p{L}\p{N}._+-])@([\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99})/gu;

/** How the others are called on, as far as a line holds them: `@amira, @jonas`. */
export const callsFor = (editors: readonly Editor[], own: string): string =>
  editors
    .filter((editor) => editor.id !== own && may(editor, 'annotate'))
    .slice(0, 12)
    .map(({ login }) => `@${login}`)
    .join(', ');
