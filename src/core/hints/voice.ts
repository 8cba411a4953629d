// A claim that changes voices: the headline, or a sentence further down, states in the publisher's own voice what the
// rest of the text has from one party alone.
import { overlaps } from '../span.js';
import type { ExtractedStatement } from '../statement.js';
import type { Hint } from './hint.js';
import { shared, tellingWords } from './telling-words.js';

/** Share of a narrated sentence's telling words that one statement must hold. */
const LIKENESS = 0.7;
const FEWEST_WORDS = 4;
/** And no small part of that statement: a long speech holds many words. */
const PART = 0.4;

/** Longer articles would be compared sentence by sentence for too long. */
const MOST_STATEMENTS = 400;

export function compareVoices(text: string, statements: readonly ExtractedStatement[]): Hint[] {
  if (statements.length > MOST_STATEMENTS) return [];
  const words = statements.map(({ content }) => tellingWords(text, content));
  const hints: Hint[] = [];
  for (const [at, statement] of statements.entries()) {
    const own = words[at]!;
    if (statement.kind !== 'narration' || own.size < FEWEST_WORDS) continue;
    const claims = statements
      .map((_, other) => other)
      .filter(
        (other) => other !== at && isApart(statement, statements[other]!) && sayTheSame(own, words[other]!),
      );
    if (claims.length === 0 || claims.some((other) => standsByItself(statements[other]!))) continue;
    const speakers = new Set(claims.map((other) => statements[other]!.speaker.name));
    if (speakers.size > 1) continue;
    const [claim] = claims;
    hints.push({
      statement: at,
      kind: 'voice',
      finding: 'note',
      text: `The publisher says this in its own voice; elsewhere it is only ${[...speakers][0]}'s word.`,
      spans: [...statement.content, ...statements[claim!]!.content].sort((a, b) => a.start - b.start),
    });
  }
  return hints;
}

/** Not the same words found twice, nor a finding that may be none. */
const isApart = (a: ExtractedStatement, b: ExtractedStatement): boolean =>
  b.confidence >= SURE && !a.content.some((span) => b.content.some((other) => overlaps(span, other)));

const SURE = 0.5;

/** Narrated elsewhere too, or from somebody whose word is the record. */
const standsByItself = ({ kind, speaker }: ExtractedStatement): boolean =>
  kind === 'narration' || speaker.type === 'document';

function sayTheSame(own: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const both = shared(own, other);
  return both >= own.size * LIKENESS && both >= other.size * PART;
}
