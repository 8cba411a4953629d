// A desk over any store, for tests: ids and times count up, the engine takes every sentence for a statement.
import type { Editor } from '../../src/core/editor.js';
import type { ExtractedStatement } from '../../src/core/statement.js';
import type { Store, StoredArticle } from '../../src/core/store.js';
import { type Desk, type Imported, importArticle, type Seen } from '../../src/workflow.js';

export const AMIRA: Editor = {
  id: 'editor-amira',
  login: 'amira',
  name: 'Amira Haddad',
  role: 'lead',
  disabled: false,
};
export const JONAS: Editor = {
  id: 'editor-jonas',
  login: 'jonas',
  name: 'Jonas Weber',
  role: 'editor',
  disabled: false,
};

export interface TestDesk extends Desk {
  readonly import: (text: string, more?: Partial<Imported>) => Promise<StoredArticle>;
  /** Ids of an article's statements, in its order. */
  readonly ids: (articleId: string) => Promise<string[]>;
  readonly seen: (statementId: string) => Promise<Seen>;
}

export async function testDesk(store: Store, editors: readonly Editor[] = [AMIRA, JONAS]): Promise<TestDesk> {
  let minted = 0;
  let ticks = 0;
  const desk: Desk = {
    store,
    extract: async ({ text }) => sentencesOf(text),
    engine: 'sentences 1',
    now: () => new Date(Date.UTC(2026, 2, 2, 9) + ticks++ * 1000).toISOString(),
    newId: () => `00000000-0000-7000-8000-${String(++minted).padStart(12, '0')}`,
    newSalt: () => `salt-${++minted}`,
  };
  for (const editor of editors)
    await store.addEditor({ ...editor, passwordHash: null, createdAt: '2026-03-02T08:00:00.000Z' });
  return {
    ...desk,
    import: (text, more = {}) => importArticle(desk, AMIRA, { ...importedFrom(text), ...more }),
    ids: async (articleId) => (await store.statements(articleId)).map((statement) => statement.id),
    seen: async (statementId) => ({ version: (await store.review(statementId)).version }),
  };
}

export const importedFrom = (text: string): Imported => ({
  text,
  blocks: [{ kind: 'paragraph', setAside: false, start: 0, end: text.length }],
  title: text.slice(0, 20),
  publisher: 'Harbour Gazette',
  publishedOn: '2026-03-01',
  url: null,
  language: 'en',
  bytes: new TextEncoder().encode(text),
  mediaType: 'text/plain',
  name: null,
});

/** One narrated statement a sentence; a sentence in brackets stands within the one before it. */
function sentencesOf(text: string): ExtractedStatement[] {
  return [...text.matchAll(/[^.\s][^.]*\./g)].map((match, index) => ({
    kind: 'narration',
    content: [{ start: match.index, end: match.index + match[0].length }],
    cue: [],
    source: [],
    speaker: { name: 'Harbour Gazette', type: 'publisher', role: null, affiliation: null },
    via: [],
    channel: null,
    saidOn: null,
    polarity: 'asserted',
    checkable: !match[0].includes('hopes'),
    confidence: 0.5,
    ...(match[0].startsWith('(') ? { within: index - 1 } : {}),
  }));
}

/** A text of `n` sentences. */
export const storyOf = (n: number, about = 'The ferry'): string =>
  Array.from({ length: n }, (_, index) => `${about} made trip number ${index + 1}.`).join(' ');
