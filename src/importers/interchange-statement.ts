// Statements that come in from somebody else's review: what was said, by whom, what they made of it, and where it stood.
// Their rating is kept in their words. It is never taken for a rating of this desk: it may become evidence or a note.

import { countCodePoints } from '../core/selector/code-points.js';
import { locateSelector, type TextPositionSelector, type TextQuoteSelector } from '../core/selector.js';
import type { Span } from '../core/span.js';
import type { Channel, Kind, Polarity, SpeakerType } from '../core/statement.js';

export interface ForeignSpeaker {
  readonly name: string;
  readonly type: SpeakerType;
  readonly role: string | null;
  readonly affiliation: string | null;
}

export interface ForeignPlace {
  /** Web address or name of what it stood in, as given. */
  readonly source: string | null;
  readonly quote: TextQuoteSelector | null;
  readonly position: TextPositionSelector | null;
}

export interface ForeignStatement {
  /** Their name for it. */
  readonly id: string | null;
  readonly words: string;
  readonly places: readonly ForeignPlace[];
  /** Null where they name nobody. */
  readonly speaker: ForeignSpeaker | null;
  readonly kind: Kind | null;
  readonly via: readonly string[];
  readonly channel: Channel | null;
  readonly saidOn: string | null;
  readonly polarity: Polarity;
  /** What they made of it, in their words, and who they are. */
  readonly verdict: {
    readonly words: string;
    readonly reason: string | null;
    readonly by: string | null;
    readonly on: string | null;
    readonly url: string | null;
  } | null;
  readonly comments: readonly { readonly by: string | null; readonly body: string }[];
  readonly links: readonly { readonly url: string; readonly title: string | null }[];
}

export interface Placement {
  readonly placed: readonly { readonly statement: ForeignStatement; readonly content: readonly Span[] }[];
  /** Not found, or found more than once: shown, never guessed onto some other sentence. */
  readonly orphaned: readonly ForeignStatement[];
}

/** Finds the statements in a text of ours. Every piece of a statement must be found, or the whole is orphaned. */
export function placeStatements(text: string, statements: readonly ForeignStatement[]): Placement {
  const placed: { statement: ForeignStatement; content: readonly Span[] }[] = [];
  const orphaned: ForeignStatement[] = [];
  for (const statement of statements) {
    const content = spansOf(text, statement) ?? spansOfPieces(text, statement);
    if (content) placed.push({ statement, content });
    else orphaned.push(statement);
  }
  return { placed, orphaned };
}

const NOWHERE: ForeignPlace = { source: null, quote: null, position: null };

function spansOf(text: string, { places, words }: ForeignStatement): readonly Span[] | null {
  const content = (places.length > 0 ? places : [NOWHERE]).map((place) => spanOf(text, place, words));
  return content.every((span) => span !== undefined) ? content : null;
}

/** Words that stood in several pieces come as one line, cuts marked, from forms without places of their own. */
function spansOfPieces(text: string, { places, words }: ForeignStatement): readonly Span[] | null {
  const pieces = words.split(' … ');
  if (places.length > 0 || pieces.length < 2) return null;
  const content = pieces.map((piece) => spanOf(text, NOWHERE, piece));
  const isInOrder = content.every((span, index) => span && span.start >= (content[index - 1]?.end ?? 0));
  return isInOrder ? (content as Span[]) : null;
}

function spanOf(text: string, place: ForeignPlace, words: string): Span | undefined {
  const quote = place.quote ?? (place.position ? null : { type: 'TextQuoteSelector' as const, exact: words });
  if (quote && quote.exact !== '')
    return locateSelector(text, [
      quote,
      place.position ?? { type: 'TextPositionSelector', start: -1, end: -1 },
    ]);
  if (!place.position) return undefined;
  const { unitAt } = countCodePoints(text);
  const span = { start: unitAt(place.position.start), end: unitAt(place.position.end) };
  // A position alone holds only where it gives the very words.
  return text.slice(span.start, span.end) === words && words !== '' ? span : undefined;
}
