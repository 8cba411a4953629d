// Reads stories whose attributions are marked in the text: <s1>source</s1> <q1>cue</q1> <c1>content</c1>. A number ties
// the pieces of one attribution together, and each may stand in several; pieces may hold others. The first line, after
// "#", tells the kind of story and is not part of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldAttribution, type GoldDocument, readCorpus } from './corpus.js';
import { STORY_LOOKS } from './settings.js';

type Role = 's' | 'q' | 'c';
type Range = [number, number];

/** What the tagger learns from: a corpus of attributions, and stories spread evenly among its articles. */
export function readLessons(corpus: string, folder: string): GoldDocument[] {
  const articles = readCorpus(corpus);
  const stories = readStories(folder).map((story) => ({ ...story, looks: STORY_LOOKS }));
  const place = (at: number, count: number): number => (at + 0.5) / count;
  return [
    ...articles.map((document, at) => ({ document, place: place(at, articles.length) })),
    ...stories.map((document, at) => ({ document, place: place(at, stories.length) })),
  ]
    .sort((a, b) => a.place - b.place)
    .map(({ document }) => document);
}

/** Every `*.txt` in a folder and its folders, in the order of their names. */
export function readStories(folder: string): GoldDocument[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readStory(name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')));
}

/** Throws where a mark is not closed, closes nothing, or an attribution lacks its cue or content. */
export function readStory(id: string, marked: string): GoldDocument {
  const body = marked.replace(/^#.*\n/, '').trim();
  const attributions = new Map<string, Record<Role, Range[]>>();
  const open: { name: string; start: number }[] = [];
  let text = '';
  let read = 0;
  for (const mark of body.matchAll(/<(\/?)(([sqc])(\d+))>/g)) {
    text += body.slice(read, mark.index);
    read = mark.index + mark[0].length;
    const [, closes, name, role, number] = mark as unknown as [string, string, string, Role, string];
    if (!closes) {
      open.push({ name, start: text.length });
      continue;
    }
    const last = open.pop();
    if (last?.name !== name) throw new Error(`${id}: </${name}> closes nothing that is open.`);
    const pieces = attributions.get(number) ?? { s: [], q: [], c: [] };
    pieces[role].push([last.start, text.length]);
    attributions.set(number, pieces);
  }
  text += body.slice(read);
  if (open.length > 0) throw new Error(`${id}: <${open[0]!.name}> is never closed.`);
  return { id, text, attributions: [...attributions].map(([number, own]) => attributionOf(id, number, own)) };
}

function attributionOf(id: string, number: string, { s, q, c }: Record<Role, Range[]>): GoldAttribution {
  if (q.length === 0) throw new Error(`${id}: ${number} has no cue.`);
  if (c.length === 0) throw new Error(`${id}: ${number} has no content.`);
  return { source: s.length > 0 ? s : null, cue: q, content: c };
}
