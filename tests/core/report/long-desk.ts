// A desk with one very long article, a third of it rated, put into a real store some hundreds of acts at a time.
import { sha256 } from '../../../src/core/digest.ts';
import type { Act } from '../../../src/core/event.ts';
import type { Draft } from '../../../src/core/log.ts';
import { signOffDigest } from '../../../src/core/sign-off.ts';
import type { Entry, Statement } from '../../../src/core/store.ts';
import { articleDigest, statementsDigest } from '../../../src/core/verify-article.ts';
import { item, rated } from './harbour.ts';
import { type KeptDesk, keptDesk } from './kept-desk.ts';

const NAMES = ['Ilse Brandt', 'Pal Osei', 'Mara Quill', 'Tomas Reyl', 'Ana Dorn', 'Jo Fenner'];
const START = Date.parse('2031-05-04T09:00:00.000Z');

export async function longDesk(length: number): Promise<KeptDesk> {
  const desk = await keptDesk();
  const { text, statements } = story(length);
  const bytes = new TextEncoder().encode(text);
  const article = {
    id: 'article-1',
    storyId: 'article-1',
    version: 1,
    supersedes: null,
    title: 'The piers',
    publisher: 'The Marrow Bay Courier',
    publishedOn: '2031-05-03',
    url: 'https://courier.example/piers',
    language: 'en',
    text,
    textSha256: sha256(text),
    blocks: [{ kind: 'paragraph', setAside: false, start: 0, end: text.length }],
    sourceSha256: sha256(bytes),
    sourceMediaType: 'text/plain',
    sourceName: 'piers.txt',
    importedAt: new Date(START).toISOString(),
    importedBy: 'amira',
  } as const;
  const digests = { articleDigest: articleDigest(article), statementsDigest: statementsDigest(statements) };
  const { title, textSha256, sourceSha256, importedAt: addedAt } = article;
  const payload = { title, textSha256, sourceSha256, ...digests, statements: length };
  const original = { sha256: sourceSha256, size: bytes.length, mediaType: 'text/plain', bytes, addedAt };
  let count = 0;
  const entry = (statementId: string | null, by: string, act: Act): Entry => {
    count += 1;
    const at = new Date(START + count * 1_000).toISOString();
    const salt = `salt-${count}`;
    const draft = { ...act, id: `event-${count}`, articleId: article.id, statementId, by, at, salt };
    return { draft: { ...draft, confidential: false } as Draft, seen: null };
  };
  const imported = { ...payload, engine: 'rules 1', supersedes: null };
  const entries = [entry(null, 'amira', { kind: 'imported', payload: imported })];
  await desk.store.addArticle({ article, statements, original, entries });
  const third = statements.filter((_, index) => index % 3 === 0).map(({ id }) => id);
  await inBatches(third, async (ids) => {
    await desk.store.record(ids.flatMap((id) => looked(id).map((act) => entry(id, 'amira', act))));
  });
  await inBatches(third, async (ids) => {
    const signed = [];
    for (const id of ids) {
      const digest = signOffDigest(await desk.store.review(id));
      signed.push(entry(id, 'jonas', { kind: 'signed_off', payload: { digest } }));
    }
    await desk.store.record(signed);
  });
  return desk;
}

const looked = (id: string): readonly Act[] => [
  { kind: 'attribution_confirmed', payload: {} },
  item(`${id}-a`, 'supports', 'Coastguard'),
  item(`${id}-b`, 'supports', 'Land Survey'),
  rated('corroborated', 'Both lists have it.'),
];

async function inBatches(ids: readonly string[], work: (ids: readonly string[]) => Promise<void>) {
  for (let at = 0; at < ids.length; at += 100) await work(ids.slice(at, at + 100));
}

function story(length: number) {
  const statements: Statement[] = [];
  let text = 'The piers\n\n';
  for (let n = 1; n <= length; n++) {
    const name = NAMES[n % NAMES.length]!;
    const words = `Pier number ${n} of the harbour had been closed for repairs since the storm in January`;
    const start = text.length;
    const end = start + words.length;
    text += `${words}, ${name} said on Friday.\n\n`;
    statements.push({
      id: `article-1-s${n}`,
      articleId: 'article-1',
      ordinal: n,
      origin: 'extracted',
      engine: 'rules 1',
      addedBy: null,
      withinId: null,
      kind: 'indirect',
      content: [{ start, end }],
      source: [{ start: end + 2, end: end + 2 + name.length }],
      cue: [{ start: end + 3 + name.length, end: end + 7 + name.length }],
      speaker: {
        name,
        type: 'person',
        role: 'clerk',
        affiliation: n % 2 ? 'Harbour Authority' : 'City',
        speakerId: null,
      },
      via: [],
      channel: null,
      saidOn: '2031-05-02',
      polarity: 'asserted',
      checkable: true,
      confidence: 0.9,
    });
  }
  return { text, statements };
}
