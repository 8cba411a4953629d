// A seeded writer of articles and a seeded editor of them that remembers every word, so that the truth is known.
// The texts are nonsense from syllables: no story, no names.
import type { CarriedStatement, Placement, Version } from '../../../src/core/anchor/version.ts';

export type Genre = 'news' | 'refrains' | 'templates' | 'casualties' | 'scores';
export const GENRES: readonly Genre[] = ['news', 'refrains', 'templates', 'casualties', 'scores'];

type Part = 'content' | 'cue' | 'source';

/** Numbers of words of the older version, [first, end). */
interface Range {
  readonly first: number;
  readonly end: number;
}

interface Word {
  text: string;
  /** Number of the word in the older version; -1 for a word put in. */
  readonly was: number;
  edited: boolean;
}

interface Sentence {
  words: Word[];
}

type Paragraph = Sentence[];

export interface Edits {
  readonly words: number;
  readonly moves: number;
  /** Sentences taken out, and as many put in, as a share of all. */
  readonly sentences: number;
  /** Paragraphs split, and as many joined. */
  readonly paragraphs: number;
}

export interface Case {
  readonly older: Version;
  readonly newer: Version;
  readonly judge: (placements: readonly Placement[]) => Verdict[];
}

export type Verdict = {
  readonly id: string;
  /** `right`: on its own words, or rightly on none. `wrong`: on words it was not made about. */
  readonly outcome: 'right' | 'orphaned' | 'partly' | 'wrong';
  readonly edited: boolean;
  readonly status: string;
  readonly note: string;
};

/** Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = 'b c d f g h k l m n p r s t v w br cl dr gr pl st tr sh th'.split(' ');
const NUCLEI = 'a e i o u ai ea ou io'.split(' ');
const CODAS = ' n r l s t nd rt m ck ing er ed'.split(' ');
const SMALL =
  'the the the of of in in to to and and a a on for with at by from as it its that after over'.split(' ');
const CUES = 'said,told reporters,added,claimed,insisted,announced,warned,admitted,confirmed,wrote'.split(
  ',',
);

interface Writer {
  readonly random: () => number;
  readonly below: (count: number) => number;
  readonly word: () => string;
  readonly name: () => string;
  readonly some: (count: number) => string;
}

function writer(seed: number, vocabulary: number): Writer {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = (from: readonly string[]): string => from[below(from.length)]!;
  const make = (): string =>
    pick(ONSETS) + pick(NUCLEI) + (random() < 0.6 ? pick(ONSETS) + pick(NUCLEI) : '') + pick(CODAS);
  const words = Array.from({ length: vocabulary }, make);
  const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);
  const names = Array.from({ length: 40 }, () => `${capital(make())} ${capital(make())}`);
  // Rank-frequency as in prose: a few words often, most of them seldom.
  const word = (): string => words[Math.floor(vocabulary ** random()) - 1] ?? words[0]!;
  const some = (count: number): string =>
    Array.from({ length: count }, () =>
      random() < 0.42 ? pick(SMALL) : random() < 0.05 ? `${1 + below(900)}` : word(),
    ).join(' ');
  return { random, below, word, name: () => pick(names), some };
}

/** A sentence as its parts, in order; text without a part is what stands between. */
type Sketch = readonly (readonly [Part | null, string])[];

function sketchSentence(genre: Genre, write: Writer): Sketch {
  const { below, random, name, some, word } = write;
  const cue = CUES[below(CUES.length)]!;
  switch (genre) {
    case 'casualties': {
      const town = ['Lower', 'Upper', 'Old', 'New'][below(4)]!;
      const line = `${name()}, ${18 + below(60)}, of ${town} ${['Market', 'Bridge', 'Mill'][below(3)]}, was killed on ${['Monday', 'Tuesday', 'Friday'][below(3)]}.`;
      return [['content', line]];
    }
    case 'templates':
      return fillTemplate(write, cue);
    case 'scores': {
      const [home, away] = [name().split(' ')[0]!, name().split(' ')[0]!];
      return [['content', `${home} beat ${away} by ${below(5)} to ${below(5)} at home.`]];
    }
    case 'news':
    case 'refrains': {
      const length = 6 + below(18);
      const kind = random();
      if (kind < 0.35)
        return [
          ['content', `“${some(length)},”`],
          ['cue', cue],
          ['source', `${name()}.`],
        ];
      if (kind < 0.6)
        return [
          ['source', name()],
          ['cue', cue],
          [null, 'that'],
          ['content', `${some(length)}.`],
        ];
      if (kind < 0.7)
        return [
          ['source', `The ${word()} of ${word()},`],
          [null, `${some(4)},`],
          ['cue', cue],
          ['content', `“${some(length)}.”`],
        ];
      return [['content', `${some(length + 5)}.`.replace(/^./, (letter) => letter.toUpperCase())]];
    }
  }
}

const list = (words: string): readonly string[] => words.split(' ');
const THINGS = list('bridge ferry mill school market tunnel harbour depot clinic library quarry dam');
const DID = list('closed reopened flooded burned collapsed moved shrank grew');
const WHEN = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
const TITLES = list('mayor engineer driver teacher inspector minister');

/** A few patterns filled from short lists: most sentences share most of their words with some other. */
function fillTemplate({ below, name, word }: Writer, cue: string): Sketch {
  const pick = (from: readonly string[]): string => from[below(from.length)]!;
  const place = (): string => name().split(' ')[0]!;
  const events = [
    () => `the ${pick(THINGS)} in ${place()} had ${pick(DID)} on ${pick(WHEN)} after ${1 + below(90)} days`,
    () =>
      `${1 + below(90)} people left the ${pick(THINGS)} near ${place()} before it ${pick(DID)} on ${pick(WHEN)}`,
    () =>
      `the ${pick(TITLES)} of ${place()} would visit the ${pick(THINGS)} and the ${pick(THINGS)} by ${pick(WHEN)}`,
    () => `nobody from ${place()} had seen the ${word()} report on the ${pick(THINGS)} when it ${pick(DID)}`,
  ];
  const event = pick(events.map((make) => make()));
  const who = below(2) === 0 ? name() : `The ${pick(TITLES)} of ${place()}`;
  switch (below(3)) {
    case 0:
      return [
        ['source', who],
        ['cue', cue],
        [null, 'that'],
        ['content', `${event}.`],
      ];
    case 1:
      return [
        ['content', `“${event[0]!.toUpperCase()}${event.slice(1)},”`],
        ['cue', cue],
        ['source', `${who}.`],
      ];
    case 2:
      return [['content', `${event[0]!.toUpperCase()}${event.slice(1)}.`]];
  }
  return [];
}

function writeArticle(genre: Genre, write: Writer, characters: number): Sketch[][] {
  const paragraphs: Sketch[][] = [];
  const used: Sketch[] = [];
  let length = 0;
  while (length < characters) {
    const paragraph: Sketch[] = [];
    const sentences = 1 + write.below(genre === 'casualties' || genre === 'scores' ? 10 : 4);
    for (let at = 0; at < sentences; at++) {
      const again = genre === 'refrains' && used.length > 5 && write.random() < 0.12;
      const sketch = again ? used[write.below(used.length)]! : sketchSentence(genre, write);
      used.push(sketch);
      paragraph.push(sketch);
      length += sketch.reduce((sum, [, text]) => sum + text.length + 1, 0);
    }
    paragraphs.push(paragraph);
    if (genre === 'refrains' && paragraphs.length > 4 && write.random() < 0.05) {
      const copy = paragraphs[write.below(paragraphs.length)]!;
      paragraphs.push(copy);
      length += 200;
    }
  }
  return paragraphs;
}

export function makeCase(
  genre: Genre,
  seed: number,
  edits: Edits,
  characters = 42_000,
  statements = 200,
): Case {
  const write = writer(seed, 1400);
  const sketches = writeArticle(genre, write, characters);
  const article: Paragraph[] = [];
  const parts = new Map<Sentence, { part: Part | null; first: number; end: number }[]>();
  let number = 0;
  for (const paragraph of sketches)
    article.push(
      paragraph.map((sketch) => {
        const sentence: Sentence = { words: [] };
        const ranges = sketch.map(([part, text]) => {
          const first = number;
          for (const word of text.split(' ').filter((each) => each !== ''))
            sentence.words.push({ text: word, was: number++, edited: false });
          return { part, first, end: number };
        });
        parts.set(sentence, ranges);
        return sentence;
      }),
    );
  const olderText = layOut(article);
  const all = article.flat();
  const every = Math.max(1, all.length / statements);
  const chosen: Sentence[] = [];
  for (let at = 0; at < all.length && chosen.length < statements; at += every)
    chosen.push(all[Math.floor(at)]!);
  const owned = chosen.map((sentence, index) => {
    const of = (part: Part): Range[] => parts.get(sentence)!.filter((range) => range.part === part);
    return { id: `s${index}`, content: of('content'), cue: of('cue'), source: of('source') };
  });
  const older: Version = {
    text: olderText.text,
    statements: owned.map(({ id, content, cue, source }): CarriedStatement => {
      const spans = (ranges: Range[]) =>
        ranges.map(({ first, end }) => ({
          start: olderText.at.get(first)!.start,
          end: olderText.at.get(end - 1)!.end,
        }));
      return { id, content: spans(content), cue: spans(cue), source: spans(source) };
    }),
  };
  const edited = editArticle(article, genre, write, edits);
  const newerText = layOut(edited);
  const newer: Version = { text: newerText.text, statements: [] };
  return { older, newer, judge: (placements) => judge(placements, owned, olderText, newerText) };
}

interface LaidOut {
  readonly text: string;
  readonly at: Map<number, { start: number; end: number }>;
  readonly words: { readonly word: Word; readonly start: number; readonly end: number }[];
}

function layOut(article: readonly Paragraph[]): LaidOut {
  const at = new Map<number, { start: number; end: number }>();
  const words: { word: Word; start: number; end: number }[] = [];
  const pieces: string[] = [];
  let offset = 0;
  for (const paragraph of article) {
    const line = paragraph.flatMap((sentence) => sentence.words);
    if (line.length === 0) continue;
    for (const word of line) {
      const place = { start: offset, end: offset + word.text.length };
      if (word.was >= 0) at.set(word.was, place);
      words.push({ word, ...place });
      pieces.push(word.text, word === line.at(-1) ? '\n\n' : ' ');
      offset = place.end + (word === line.at(-1) ? 2 : 1);
    }
  }
  return { text: pieces.join(''), at, words };
}

function editArticle(article: readonly Paragraph[], genre: Genre, write: Writer, edits: Edits): Paragraph[] {
  const { below } = write;
  let paragraphs = article.map((paragraph) =>
    paragraph.map((sentence) => ({ words: sentence.words.map((word) => ({ ...word })) })),
  );
  for (const paragraph of paragraphs)
    for (const sentence of paragraph) sentence.words = editWords(sentence.words, write, edits.words);
  const written = new Set(article.flat().map((sentence) => sentence.words.map(({ text }) => text).join(' ')));
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
  for (let times = Math.round(sentences * edits.sentences); times > 0; times--) {
    const from = paragraphs[below(paragraphs.length)]!;
    if (from.length > 0) from.splice(below(from.length), 1);
    const into = paragraphs[below(paragraphs.length)]!;
    let text = textOf(sketchSentence(genre, write));
    while (written.has(text)) text = textOf(sketchSentence(genre, write));
    const words = text.split(' ').map((word) => ({ text: word, was: -1, edited: true }));
    into.splice(below(into.length + 1), 0, { words });
  }
  paragraphs = paragraphs.filter((paragraph) => paragraph.length > 0);
  for (let times = 0; times < edits.moves; times++) {
    const [moved] = paragraphs.splice(below(paragraphs.length), 1);
    paragraphs.splice(below(paragraphs.length + 1), 0, moved!);
  }
  for (let times = 0; times < edits.paragraphs; times++) {
    const at = below(paragraphs.length);
    const whole = paragraphs[at]!;
    if (whole.length > 1) {
      const cut = 1 + below(whole.length - 1);
      paragraphs.splice(at, 1, whole.slice(0, cut), whole.slice(cut));
    }
    const joint = below(paragraphs.length - 1);
    paragraphs.splice(joint, 2, [...paragraphs[joint]!, ...paragraphs[joint + 1]!]);
  }
  return paragraphs;
}

const textOf = (sketch: Sketch): string => sketch.map(([, text]) => text).join(' ');

function editWords(words: readonly Word[], write: Writer, rate: number): Word[] {
  const { random, below, word: another } = write;
  const out: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (random() >= rate) {
      out.push(word);
      continue;
    }
    const kind = random();
    if (kind < 0.4) out.push({ ...word, text: substitute(word.text, another()), edited: true });
    else if (kind < 0.55) out.push({ ...word, text: misspell(word.text, below), edited: true });
    else if (kind < 0.7) out.push(word, { text: another(), was: -1, edited: true });
    else if (kind < 0.9) continue;
    else if (at + 1 < words.length && words[at + 1]!.text !== word.text) {
      out.push({ ...words[at + 1]!, edited: true }, { ...word, edited: true });
      at++;
    } else out.push(word);
  }
  return out;
}

const INNER = /[\p{L}\p{N}]+/u;
const substitute = (text: string, by: string): string =>
  INNER.test(text) ? text.replace(INNER, by === text ? `${by}s` : by) : by;

function misspell(text: string, below: (count: number) => number): string {
  const inner = INNER.exec(text);
  if (inner === null || inner[0].length < 2) return text.replace(INNER, (letter) => `${letter}x`);
  const at = below(inner[0].length - 1);
  const letters = [...inner[0]];
  const [first, second] = [letters[at]!, letters[at + 1]!];
  if (first === second) letters.splice(at, 1);
  else letters.splice(at, 2, second, first);
  return text.slice(0, inner.index) + letters.join('') + text.slice(inner.index + inner[0].length);
}

type Owned = { id: string } & Record<Part, Range[]>;

function judge(
  placements: readonly Placement[],
  owned: readonly Owned[],
  there: LaidOut,
  now: LaidOut,
): Verdict[] {
  return owned.map((statement) => {
    const placement = placements.find((each) => each.older === statement.id)!;
    const mine = wordsOf(statement.content, now);
    const edited = (['content', 'cue', 'source'] as const).some((part) =>
      wasEdited(statement[part], there, now),
    );
    const is = (outcome: Verdict['outcome'], note: string): Verdict => ({
      id: statement.id,
      outcome,
      edited,
      status: placement.status,
      note,
    });
    if (placement.content.length === 0) return mine.size === 0 ? is('right', 'gone') : is('orphaned', 'lost');
    const covered = new Set<number>();
    for (const span of placement.content)
      for (const [at, word] of now.words.entries())
        if (word.start < span.end && span.start < word.end) covered.add(at);
    const common = [...covered].filter((at) => mine.has(at)).length;
    const precision = common / covered.size;
    const recall = mine.size === 0 ? 0 : common / mine.size;
    if (precision < 0.8) return is('wrong', `precision ${precision.toFixed(2)}`);
    for (const part of ['cue', 'source'] as const)
      if (strays(placement[part], statement[part], now)) return is('wrong', `${part} on other words`);
    return recall >= 0.8 ? is('right', '') : is('partly', `recall ${recall.toFixed(2)}`);
  });
}

/** The newer words that are the part's own: those that came from it, and those put in between them. */
function wordsOf(ranges: readonly Range[], now: LaidOut): Set<number> {
  const own = new Set<number>();
  for (const { first, end } of ranges) {
    const places = now.words.flatMap(({ word }, at) => (word.was >= first && word.was < end ? [at] : []));
    for (const at of places) own.add(at);
    for (let at = places[0] ?? 0; at < (places.at(-1) ?? 0); at++)
      if (now.words[at]!.word.was === -1) own.add(at);
  }
  return own;
}

/** True unless the part's words stand in the newer text one after another as they were. */
function wasEdited(ranges: readonly Range[], there: LaidOut, now: LaidOut): boolean {
  return ranges.some(({ first, end }) => {
    const before = there.words.slice(first, end).map(({ word }) => word.text);
    const places = now.words.flatMap(({ word }, at) => (word.was >= first && word.was < end ? [at] : []));
    const after = now.words.slice(places[0] ?? 0, (places.at(-1) ?? -1) + 1).map(({ word }) => word.text);
    return before.join(' ') !== after.join(' ');
  });
}

/** True if a cue or a source was put on words that came from some other part of the text. */
function strays(
  spans: readonly { start: number; end: number }[],
  ranges: readonly Range[],
  now: LaidOut,
): boolean {
  for (const span of spans) {
    const covered = now.words.filter((word) => word.start < span.end && span.start < word.end);
    const foreign = covered.filter(
      ({ word }) => word.was >= 0 && !ranges.some(({ first, end }) => word.was >= first && word.was < end),
    );
    if (foreign.length > 0.5 * covered.length) return true;
  }
  return false;
}
