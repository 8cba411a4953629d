// The difference between two versions as a page shows it: what changed in its context, the rest folded away.
import type { ChangedParagraph } from '../../core/anchor/changed-paragraphs.js';
import { type Comparer, compareHere } from '../../core/compare-versions.js';
import type { Span } from '../../core/span.js';
import type { StoredArticle } from '../../core/store.js';
import type { ShownFate } from './shown-fates.js';

export type ShownParagraph =
  /** So many paragraphs that did not change. */
  | { readonly gap: number }
  | {
      readonly gap: 0;
      readonly pieces: ChangedParagraph['pieces'];
      readonly fates: readonly ShownFate[];
    };

type Changes = Promise<readonly ChangedParagraph[]>;

/** Texts never change, so neither does what lies between two of them. The one longest unused goes first. */
const KEPT = 30;
const kept = new Map<string, Changes>();

export function changesBetween(older: StoredArticle, newer: StoredArticle, comparer = compareHere): Changes {
  return remembered(`${older.textSha256} ${newer.textSha256}`, older.text, newer.text, comparer);
}

/** For readers: nothing of what was set aside, which may be the message an e-mail answers. */
export function openChangesBetween(
  older: StoredArticle,
  newer: StoredArticle,
  comparer = compareHere,
): Changes {
  return remembered(`open ${older.id} ${newer.id}`, openText(older), openText(newer), comparer);
}

/** However many ask at once, two texts are compared once; what failed is tried again. */
function remembered(key: string, older: string, newer: string, comparer: Comparer): Changes {
  const changes = kept.get(key) ?? comparer.differ(older, newer);
  kept.delete(key);
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, changes);
  changes.catch(() => {
    if (kept.get(key) === changes) kept.delete(key);
  });
  return changes;
}

const openText = ({ text, blocks }: StoredArticle): string =>
  blocks
    .filter((block) => !block.setAside)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');

/** What changed of the story, and how many changed paragraphs were no part of it: menus, comments, captions. */
export function changesOfStory(
  paragraphs: readonly ChangedParagraph[],
  older: StoredArticle,
  newer: StoredArticle,
): { readonly story: readonly ChangedParagraph[]; readonly aside: number } {
  const isAside = ({ blocks }: StoredArticle, span: Span): boolean =>
    blocks.some(({ setAside, start, end }) => setAside && start <= span.start && span.end <= end);
  const isStory = ({ changed, pieces, ...one }: ChangedParagraph): boolean =>
    !changed ||
    (one.older !== null && hasWords(pieces, OLDER) && !isAside(older, one.older)) ||
    (one.newer !== null && hasWords(pieces, NEWER) && !isAside(newer, one.newer));
  const story = paragraphs.filter(isStory);
  return { story, aside: paragraphs.length - story.length };
}

const OLDER: readonly string[] = ['kept', 'removed', 'moved_away'];
const NEWER: readonly string[] = ['kept', 'added', 'moved'];

/** A full stop that stayed is no word of either text. */
const hasWords = (pieces: ChangedParagraph['pieces'], kinds: readonly string[]): boolean =>
  pieces.some(({ kind, text }) => kinds.includes(kind) && /[\p{L}\p{N}]/u.test(text));

/** With its fates each paragraph, and, unless all are asked for, what did not change only beside what did. */
export function shownChanges(
  paragraphs: readonly ChangedParagraph[],
  fates: readonly ShownFate[],
  whole: boolean,
): readonly ShownParagraph[] {
  const byParagraph = fatesByParagraph(paragraphs, fates);
  const isTold = (at: number): boolean => paragraphs[at]?.changed === true || byParagraph.has(at);
  const shown: ShownParagraph[] = [];
  let gap = 0;
  for (const [at, { pieces }] of paragraphs.entries()) {
    if (!whole && ![at - 1, at, at + 1].some(isTold)) {
      gap++;
      continue;
    }
    if (gap > 0) shown.push({ gap });
    gap = 0;
    shown.push({ gap: 0, pieces, fates: byParagraph.get(at) ?? [] });
  }
  if (gap > 0) shown.push({ gap });
  return shown;
}

/** A statement stands with the paragraph its first word is in: of the newer text, or, where it was lost, of the older. */
function fatesByParagraph(
  paragraphs: readonly ChangedParagraph[],
  fates: readonly ShownFate[],
): ReadonlyMap<number, readonly ShownFate[]> {
  const found = new Map<number, ShownFate[]>();
  for (const fate of fates) {
    if (fate.status === 'kept') continue;
    const { start } = fate;
    const at = paragraphs.findIndex((paragraph) => {
      const span = fate.in === 'newer' ? paragraph.newer : paragraph.older;
      return span !== null && start !== null && start >= span.start && start < span.end;
    });
    if (at < 0) continue;
    const own = found.get(at);
    if (own) own.push(fate);
    else found.set(at, [fate]);
  }
  return found;
}
