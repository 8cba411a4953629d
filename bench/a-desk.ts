// A desk to measure on: every sentence a statement, the real clock, real ids.
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Editor } from '../src/core/editor.js';
import type { Store } from '../src/core/store.js';
import { type Desk, importArticle } from '../src/workflow.js';

export const EDITOR: Editor = { id: 'e', login: 'e', name: 'E', role: 'lead', disabled: false };

export async function benchDesk(store: Store): Promise<Desk> {
  const desk: Desk = {
    store,
    engine: 'sentences 1',
    extract: async ({ text }) =>
      [...text.matchAll(/[^.\s][^.]*\./g)].map((match) => ({
        kind: 'narration',
        content: [{ start: match.index, end: match.index + match[0].length }],
        cue: [],
        source: [],
        speaker: { name: 'Gazette', type: 'publisher', role: null, affiliation: null },
        via: [],
        channel: null,
        saidOn: null,
        polarity: 'asserted',
        checkable: true,
        confidence: 1,
      })),
    now: () => new Date().toISOString(),
    newId: uuidv7,
    newSalt: () => randomBytes(16).toString('base64url'),
  };
  await store.addEditor({ ...EDITOR, passwordHash: null, createdAt: desk.now() });
  return desk;
}

export interface Target {
  readonly articleId: string;
  readonly statementId: string;
}

/** Imports `articles` stories of `each` sentences; the statements that came out. */
export async function statementsOf(desk: Desk, articles: number, each: number): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (let article = 0; article < articles; article++) {
    const text = Array.from({ length: each }, (_, n) => `Story ${article} has sentence ${n}.`).join(' ');
    const { id } = await importArticle(desk, EDITOR, {
      text,
      blocks: [{ kind: 'paragraph', setAside: false, start: 0, end: text.length }],
      title: `Story ${article}`,
      publisher: 'Gazette',
      publishedOn: null,
      url: null,
      language: 'en',
      bytes: new TextEncoder().encode(text),
      mediaType: 'text/plain',
      name: null,
    });
    for (const statement of await desk.store.statements(id))
      targets.push({ articleId: id, statementId: statement.id });
  }
  return targets;
}

export const aNote = (n: number) => ({
  body: `Rang the harbour master; note ${n}.`,
  confidential: false,
  replyTo: null,
  span: null,
  mentions: [],
});
