// The victim of the crash test: writes to a desk as fast as it can and says, line by line on standard output, what it
// is about to post and what was acknowledged. It is killed at a moment it cannot know.
//
//   node dist/crash/writer.js FOLDER ROUND [KEY…]     KEYs were posted before the last kill and never acknowledged
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Editor } from '../core/editor.js';
import type { ExtractedStatement } from '../core/statement.js';
import { openDatabase } from '../store/open.js';
import { sqliteStore } from '../store/sqlite-store.js';
import { addNote, type Desk, importArticle, reclassify } from '../workflow.js';

const EDITOR: Editor = { id: 'editor', login: 'editor', name: 'Editor', role: 'lead', disabled: false };
const STATEMENTS = 12;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

async function write(folder: string, round: string, unsettled: readonly string[]): Promise<never> {
  const store = sqliteStore(openDatabase(join(folder, 'desk.db')));
  const desk: Desk = {
    store,
    extract: async ({ text }) => sentencesOf(text),
    engine: 'sentences 1',
    now: () => new Date().toISOString(),
    newId: uuidv7,
    newSalt: () => randomBytes(16).toString('base64url'),
  };
  if (!(await store.findAccount(EDITOR.login)))
    await store.addEditor({ ...EDITOR, passwordHash: null, createdAt: desk.now() });
  for (const key of unsettled) await post(desk, key);
  const articleId = await importRound(desk, round);
  const statements = (await store.statements(articleId)).map((statement) => statement.id);
  for (let n = 0; ; n++) {
    const statementId = statements[n % statements.length] ?? '';
    if (n % 3 === 2) await turn(desk, statementId);
    else await post(desk, `${articleId}/${statementId}/${n}`);
  }
}

async function importRound(desk: Desk, round: string): Promise<string> {
  const text = Array.from({ length: STATEMENTS }, (_, n) => `Round ${round} saw ferry ${n} sail.`).join(' ');
  const bytes = new TextEncoder().encode(text);
  const { id } = await importArticle(desk, EDITOR, {
    text,
    blocks: [{ kind: 'paragraph', setAside: false, start: 0, end: text.length }],
    title: `Round ${round}`,
    publisher: null,
    publishedOn: null,
    url: null,
    language: 'en',
    bytes,
    mediaType: 'text/plain',
    name: null,
  });
  say(`article ${id}`);
  return id;
}

/** A note whose words are its request's key, so that the other side can count it. */
async function post(desk: Desk, key: string): Promise<void> {
  const [articleId = '', statementId = ''] = key.split('/');
  say(`try ${key}`);
  const note = { body: key, confidential: false, replyTo: null, span: null, mentions: [] };
  const { events } = await addNote(desk, EDITOR, { articleId, statementId }, note, key);
  say(`ack ${key} ${events[0]?.id}`);
}

/** An act bound to the version that was seen, acknowledged by its event. */
async function turn(desk: Desk, statementId: string): Promise<void> {
  const { version, checkable } = await desk.store.review(statementId);
  const payload = { checkable: !checkable, polarity: 'asserted' } as const;
  const { events } = await reclassify(desk, EDITOR, statementId, { version }, payload);
  say(`event ${events[0]?.id}`);
}

const sentencesOf = (text: string): ExtractedStatement[] =>
  [...text.matchAll(/[^.\s][^.]*\./g)].map((match) => ({
    kind: 'narration',
    content: [{ start: match.index, end: match.index + match[0].length }],
    cue: [],
    source: [],
    speaker: { name: 'The publisher', type: 'publisher', role: null, affiliation: null },
    via: [],
    channel: null,
    saidOn: null,
    polarity: 'asserted',
    checkable: true,
    confidence: 1,
  }));

const [folder, round, ...unsettled] = process.argv.slice(2);
if (folder && round) await write(folder, round, unsettled);
else say('This is started by the crash test: node dist/crash/run.js');
