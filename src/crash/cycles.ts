// kill -9 in the middle of writing, again and again: what was acknowledged is there once, and everything proves itself.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Event } from '../core/event.js';
import type { Store } from '../core/store.js';
import { verifyArticle } from '../core/verify-article.js';
import { openDatabase } from '../store/open.js';
import { sqliteStore } from '../store/sqlite-store.js';

/** The compiled writer, also when this file itself runs uncompiled. */
const WRITER = fileURLToPath(new URL('../../dist/crash/writer.js', import.meta.url));

export interface Figures {
  readonly cycles: number;
  readonly acknowledged: number;
  /** Posted, killed before the answer, posted again with the same key. */
  readonly retried: number;
  /** Of those, how many had been written before the kill. */
  readonly writtenUnheard: number;
}

/** Throws at the first thing lost, doubled or unprovable. `random` gives numbers in [0, 1). */
export async function crashCycles(
  folder: string,
  cycles: number,
  random: () => number,
  onCycle: (figures: Figures) => void = () => {},
): Promise<Figures> {
  const acknowledged = new Set<string>();
  const articles = new Set<string>();
  let unsettled: string[] = [];
  let figures: Figures = { cycles: 0, acknowledged: 0, retried: 0, writtenUnheard: 0 };
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const retried = unsettled.length;
    const lines = await writeAndKill(
      folder,
      [String(cycle), ...unsettled],
      10 + Math.floor(random() * 90),
      random() * 8,
    );
    const tried = wordsAfter('try', lines);
    const heard = lines.filter((line) => line.startsWith('ack ')).map((line) => line.split(' '));
    for (const [, , id] of heard) if (id) acknowledged.add(id);
    for (const id of wordsAfter('event', lines)) acknowledged.add(id);
    for (const id of wordsAfter('article', lines)) articles.add(id);
    const settled = new Set(heard.map(([, key]) => key));
    unsettled = [...new Set([...unsettled, ...tried])].filter((key) => !settled.has(key));
    const bodies = await proveWhole(folder, acknowledged, articles);
    figures = {
      cycles: cycle,
      acknowledged: acknowledged.size + articles.size,
      retried: figures.retried + retried,
      writtenUnheard: figures.writtenUnheard + unsettled.filter((key) => bodies.has(key)).length,
    };
    onCycle(figures);
  }
  return figures;
}

/** Starts a writer, kills it some milliseconds after `heard` lines; returns the whole lines it said. */
function writeAndKill(
  folder: string,
  args: readonly string[],
  heard: number,
  longer: number,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [WRITER, folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complaint = '';
    let killing = false;
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (killing || said.split('\n').length <= heard) return;
      killing = true;
      setTimeout(() => writer.kill('SIGKILL'), longer);
    });
    writer.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    writer.on('error', reject);
    writer.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(0, -1));
      else reject(new Error(`The writer ended by itself: ${complaint}`));
    });
  });
}

const wordsAfter = (word: string, lines: readonly string[]): string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

/** Opens what the kill left behind and proves it; returns the words of every note. */
async function proveWhole(
  folder: string,
  acknowledged: ReadonlySet<string>,
  articles: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const db = openDatabase(join(folder, 'desk.db'));
  const damage = db.pragma('integrity_check', { simple: true });
  if (damage !== 'ok') throw new Error(`The database file is damaged: ${damage}.`);
  const store = sqliteStore(db);
  try {
    const events = await provenEvents(store);
    const ids = new Set(events.map((event) => event.id));
    for (const id of acknowledged) if (!ids.has(id)) throw new Error(`Lost: event ${id} was acknowledged.`);
    const kept = new Set(await store.articleIds());
    for (const id of articles) if (!kept.has(id)) throw new Error(`Lost: article ${id} was acknowledged.`);
    const bodies = new Set<string>();
    for (const event of events) {
      if (event.kind !== 'noted') continue;
      if (bodies.has(event.payload.body)) throw new Error(`Written twice: ${event.payload.body}.`);
      bodies.add(event.payload.body);
    }
    const { mismatches } = await store.replay({ repair: false });
    if (mismatches.length > 0) throw new Error(`Replay differs: ${JSON.stringify(mismatches[0])}.`);
    return bodies;
  } finally {
    await store.close();
  }
}

async function provenEvents(store: Store): Promise<readonly Event[]> {
  const all: Event[] = [];
  for (const id of await store.articleIds()) {
    const [article, statements, events] = [
      await store.article(id),
      await store.statements(id),
      await store.events(id),
    ];
    const fault = verifyArticle({ article, statements, events, printed: [] });
    if (fault) throw new Error(`The log of article ${id} does not verify. ${fault}`);
    all.push(...events);
  }
  return all;
}
