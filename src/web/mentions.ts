// Notes that call on somebody by name, as their desk and their queue show them until they are read or settled.
import { type Editor, may } from '../core/editor.js';
import type { Mention } from '../core/mention.js';
import { hiddenNotes } from '../core/report/withheld.js';
import type { Note } from '../core/review.js';
import type { Store } from '../core/store.js';
import { readForm } from './form.js';
import type { Route, Visit, Web } from './route.js';
import { present } from './visit.js';
import type { T } from './words/words.js';

export interface MentionLine {
  readonly noteId: string;
  readonly by: string;
  readonly at: string;
  readonly words: string;
  readonly confidential: boolean;
  readonly article: string;
  readonly href: string;
}

export const mentionRoutes: readonly Route[] = [
  { method: 'post', path: '/mentions/:note', needs: 'annotate', handle: markRead },
];

async function markRead(visit: Visit, web: Web): Promise<void> {
  readForm(visit, {});
  const { store, now } = web.desk;
  await store.readMention(present(visit).editor.id, String(visit.request.params.note), now());
  visit.response.redirect(303, '/queue?pile=mentions');
}

const SHOWN = 100;

/** Newest first. What the reader may not see, or was withdrawn, is left out. */
export async function mentionLines(store: Store, editor: Editor, t: T): Promise<readonly MentionLine[]> {
  const [mentions, editors] = await Promise.all([store.mentions(editor.id, SHOWN), store.editors()]);
  const names = new Map(editors.map(({ id, name }) => [id, name]));
  const lines: MentionLine[] = [];
  for (const mention of mentions) {
    const notes = await notesAround(store, mention);
    const note = notes.find(({ id }) => id === mention.noteId);
    if (!note || note.withdrawn) continue;
    const confidential = hiddenNotes(notes).has(note.id);
    if (confidential && !may(editor, 'read_confidential')) continue;
    lines.push({
      noteId: note.id,
      by: names.get(mention.by) ?? t('someone'),
      at: mention.at,
      words: shorten(note.body),
      confidential,
      article: (await store.articleSummary(mention.articleId)).title,
      href: hrefOf(mention),
    });
  }
  return lines;
}

const notesAround = async (store: Store, { articleId, statementId }: Mention): Promise<readonly Note[]> =>
  (await (statementId ? store.review(statementId) : store.articleReview(articleId))).notes;

const hrefOf = ({ articleId, statementId, noteId }: Mention): string =>
  `/articles/${articleId}${statementId ? `?statement=${statementId}` : ''}#note-${noteId}`;

const shorten = (body: string): string => {
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length > 240 ? `${line.slice(0, 237).trimEnd()}…` : line;
};
