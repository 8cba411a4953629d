// "What changed since I rated this", in sentences: which words, which cue, which speaker.
import { compareTexts } from './anchor/compare-texts.js';
import type { CarriedStatement, Part, Placement, Version } from './anchor/version.js';
import { exact, type Span } from './span.js';
import { wordsOf } from './words.js';

const LONGEST_QUOTED = 120;
const MOST_EXCHANGES = 6;

/**
 * Full sentences, most telling first; none when the statement was kept. Both versions must be the ones the placement
 * was made from.
 */
export function changesSince(older: Version, newer: Version, placement: Placement): string[] {
  const was = older.statements.find(({ id }) => id === placement.older);
  switch (placement.status) {
    case 'kept':
      return [];
    case 'moved':
      return [MOVED];
    case 'dropped':
      return ['It is gone from the newer text.'];
    case 'orphaned':
      return ['Where it stands in the newer text, if it still does, cannot be told with certainty.'];
    case 'new':
      return ['It is new in this version.'];
    case 'reworded': {
      if (was === undefined) return [];
      const sentences = placement.changed.flatMap((part) =>
        describePart(part, { older, newer, was, placement }),
      );
      const told = sentences.filter(
        (one) => !one.startsWith(BESIDE) || !sentences.includes(one.slice(BESIDE.length)),
      );
      return [...new Set([...told, ...(placement.moved ? [MOVED] : [])])];
    }
  }
}

const MOVED = 'It moved to another place in the text.';
const BESIDE = 'Beside it: ';

interface Rewording {
  readonly older: Version;
  readonly newer: Version;
  readonly was: CarriedStatement;
  readonly placement: Placement;
}

function describePart(part: Part, rewording: Rewording): string[] {
  const { older, newer, was, placement } = rewording;
  if (part === 'speaker') return [describeSpeaker(rewording)];
  if (part === 'via') return [describeVia(rewording)];
  const before = wordsOf(older.text, was[part]);
  const after = wordsOf(newer.text, partNow(part, rewording));
  const exchanges = exchangedWords(before, after);
  if (exchanges.length === 0) return describeSurroundings(rewording);
  switch (part) {
    case 'content':
      return exchanges;
    case 'cue':
      return [before === '' || after === '' ? exchanges[0]! : `${quote(before)} became ${quote(after)}.`];
    case 'source':
      if (before === '') return [`It is now attributed to ${quote(after)}.`];
      if (after === '') return [`It is no longer attributed to ${quote(before)} in these words.`];
      return [`It was attributed to ${quote(before)}, and is now to ${quote(after)}.`];
  }

  function partNow(of: 'content' | 'cue' | 'source', { placement: now }: Rewording): readonly Span[] {
    const own = newer.statements.find(({ id }) => id === placement.newer);
    return now[of].length === 0 && own !== undefined ? own[of] : now[of];
  }
}

function describeSpeaker({ older, newer, was, placement }: Rewording): string {
  const own = newer.statements.find(({ id }) => id === placement.newer);
  const source = wordsOf(older.text, was.source);
  const named = source === '' ? 'It' : quote(source);
  return `${named} now names ${own?.speaker ?? 'somebody else'}, where it named ${was.speaker ?? 'another'}.`;
}

function describeVia({ newer, was, placement }: Rewording): string {
  const through = (via: readonly string[] | undefined): string => quote((via ?? []).join(', '));
  const own = newer.statements.find(({ id }) => id === placement.newer);
  if (!was.via?.length) return `It now comes through ${through(own?.via)}.`;
  if (!own?.via?.length) return `It no longer comes through ${through(was.via)}.`;
  return `It came through ${through(was.via)}, and now comes through ${through(own.via)}.`;
}

/** The words of the statement stayed; what was put in or taken out beside them is told instead. */
function describeSurroundings({ older, newer, was, placement }: Rewording): string[] {
  const before = paragraphAround(older.text, [...was.content, ...was.cue, ...was.source]);
  const after = paragraphAround(newer.text, [...placement.content, ...placement.cue, ...placement.source]);
  return exchangedWords(before, after).map((sentence) => `${BESIDE}${sentence}`);
}

function paragraphAround(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const lineEnd = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, lineEnd === -1 ? text.length : lineEnd);
}

/** One sentence for each place where words were exchanged, put in or taken out. */
function exchangedWords(before: string, after: string): string[] {
  const sentences: string[] = [];
  let gone = '';
  let come = '';
  const tell = (): void => {
    if (gone !== '' && come !== '') sentences.push(`${quote(gone)} became ${quote(come)}.`);
    else if (gone !== '') sentences.push(`${quote(gone)} was taken out.`);
    else if (come !== '') sentences.push(`${quote(come)} was put in.`);
    gone = '';
    come = '';
  };
  for (const { kind, older, newer } of compareTexts(before, after)) {
    switch (kind) {
      case 'kept':
        tell();
        break;
      case 'removed':
      case 'moved_away':
        gone += exact(before, older!);
        break;
      case 'added':
      case 'moved':
        come += exact(after, newer!);
        break;
    }
  }
  tell();
  if (sentences.length <= MOST_EXCHANGES) return sentences;
  return [`The words changed from ${quote(before)} to ${quote(after)}.`];
}

function quote(words: string): string {
  const trimmed = words.trim();
  if (trimmed.length <= LONGEST_QUOTED) return `“${trimmed}”`;
  return `“${trimmed.slice(0, LONGEST_QUOTED).replace(/\s\S*$/, '')} …”`;
}
