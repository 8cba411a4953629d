// Searching the desk: what was typed becomes terms; what was found is ranked and cut to a passage with the hits marked.
import type { Rating } from './rating.js';

export const SEARCH_KINDS = ['statement', 'article', 'evidence', 'note'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchFilter {
  readonly kind?: SearchKind;
  readonly rating?: Rating;
  readonly speakerId?: string;
  /** Whether confidential notes are looked at: only for those who may read them. */
  readonly withConfidential: boolean;
}

/** A row the index found; `age` is 0 for the newest of those looked at, 1 for the oldest. */
export interface Found {
  readonly kind: SearchKind;
  readonly ref: string;
  readonly articleId: string;
  readonly statementId: string | null;
  readonly articleTitle: string;
  readonly words: string;
  readonly speaker: string | null;
  readonly rating: Rating | null;
  readonly age: number;
}

export interface Passage {
  readonly text: string;
  readonly hit: boolean;
}

export interface Hit extends Omit<Found, 'words' | 'age'> {
  readonly passage: readonly Passage[];
}

/** A quoted phrase, or a word; the last word typed may go on. */
export interface Term {
  readonly words: string;
  readonly open: boolean;
}

const MOST_TERMS = 12;
const MOST_LETTERS = 100;

/** What was typed, as terms: "…" is a phrase; everything that is not a letter or digit parts words. */
export function readTerms(typed: string): readonly Term[] {
  const terms: Term[] = [];
  typed
    .slice(0, 500)
    .split('"')
    .forEach((piece, index, pieces) => {
      const words = (piece.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => word.slice(0, MOST_LETTERS));
      if (index % 2 === 1 && words.length > 0) terms.push({ words: words.join(' '), open: false });
      else
        words.forEach((word, at) => {
          const last = index === pieces.length - 1 && at === words.length - 1;
          terms.push({ words: word, open: last && /[\p{L}\p{N}]$/u.test(piece) });
        });
    });
  return terms.slice(0, MOST_TERMS);
}

const WEIGHT: Readonly<Record<SearchKind, number>> = { statement: 1.3, evidence: 1.1, article: 1, note: 0.9 };

/** Best first: how often and how near the beginning the terms stand for the length, then what is newer. */
export function rank(found: readonly Found[], terms: readonly Term[], limit: number): readonly Hit[] {
  return found
    .map((row) => ({ row, score: scoreOf(row, terms) }))
    .sort((a, b) => b.score - a.score || a.row.age - b.row.age)
    .slice(0, limit)
    .map(({ row: { words, age: _age, ...row } }) => ({ ...row, passage: passageOf(words, terms) }));
}

function scoreOf(row: Found, terms: readonly Term[]): number {
  const hits = hitsOf(row.words, terms);
  const first = hits[0]?.start ?? row.words.length;
  const often = hits.length / (hits.length + 1.5 + row.words.length / 400);
  const early = 1 / (1 + first / 300);
  return WEIGHT[row.kind] * (often + 0.3 * early) * (1 - 0.25 * row.age);
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Range {
  readonly start: number;
  readonly end: number;
}

const MOST_HITS = 200;

/** Where the terms stand in `words`, in order, not overlapping. Case and marks count for nothing. */
function hitsOf(words: string, terms: readonly Term[]): readonly Range[] {
  const tokens = [...words.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }));
  const wanted = terms.map((term) => ({ parts: term.words.split(' ').map(fold), open: term.open }));
  const hits: Range[] = [];
  for (let at = 0; at < tokens.length && hits.length < MOST_HITS; at++) {
    for (const { parts, open } of wanted) {
      const fits = parts.every((part, offset) => {
        const token = tokens[at + offset]?.folded;
        if (token === undefined) return false;
        return token === part || (open && offset === parts.length - 1 && token.startsWith(part));
      });
      if (!fits) continue;
      const last = tokens[at + parts.length - 1];
      hits.push({ start: tokens[at]?.start ?? 0, end: last?.end ?? 0 });
      at += parts.length - 1;
      break;
    }
  }
  return hits;
}

const BEFORE = 80;
const LENGTH = 260;

/** The stretch of `words` around the first hit, cut at white space, with every hit in it marked. */
function passageOf(words: string, terms: readonly Term[]): readonly Passage[] {
  const hits = hitsOf(words, terms);
  const around = hits[0]?.start ?? 0;
  let from = Math.max(0, around - BEFORE);
  while (from > 0 && from < around && !/\s/.test(words[from - 1] ?? ' ')) from++;
  let to = Math.min(words.length, from + LENGTH);
  while (to < words.length && to > around + 1 && !/\s/.test(words[to] ?? ' ')) to--;
  if (to <= around) to = Math.min(words.length, from + LENGTH);
  const passage: Passage[] = [];
  let at = from;
  const plain = (end: number): void => {
    if (end > at) passage.push({ text: words.slice(at, end), hit: false });
  };
  for (const { start, end } of hits) {
    if (end > to) break;
    plain(start);
    passage.push({ text: words.slice(start, end), hit: true });
    at = end;
  }
  plain(to);
  if (from > 0) passage.unshift({ text: '… ', hit: false });
  if (to < words.length) passage.push({ text: ' …', hit: false });
  return passage;
}
