// A claim that changes voices: the headline, or a sentence further down, states in the publisher's own voice what the
// rest of the text has from one party alone.
import { exact } from '../span.js';
import type { ExtractedStatement } from '../statement.js';
import type { Hint } from './hint.js';

/** Share of a narrated sentence's telling words that one statement must hold. */
const LIKENESS = 0.7;
const FEWEST_WORDS = 4;
/** And no small part of that statement: a long speech holds many words. */
const PART = 0.4;

/** Longer articles would be compared sentence by sentence for too long. */
const MOST_STATEMENTS = 400;

export function compareVoices(text: string, statements: readonly ExtractedStatement[]): Hint[] {
  if (statements.length > MOST_STATEMENTS) return [];
  const words = statements.map((statement) => tellingWords(text, statement));
  const hints: Hint[] = [];
  for (const [at, statement] of statements.entries()) {
    const own = words[at]!;
    if (statement.kind !== 'narration' || own.size < FEWEST_WORDS) continue;
    const claims = statements
      .map((_, other) => other)
      .filter((other) => other !== at && sayTheSame(own, words[other]!));
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

/** Narrated elsewhere too, or from somebody whose word is the record. */
const standsByItself = ({ kind, speaker }: ExtractedStatement): boolean =>
  kind === 'narration' || speaker.type === 'document';

const COMMON = new Set(
  (
    'the a an and or but of in on at to from by for with as is are was were be been has have had that this these those ' +
    'it its he she they his her their who which after before over into near under between during says said not no ' +
    'more than about some also will would could may'
  ).split(' '),
);

function tellingWords(text: string, { content }: ExtractedStatement): Set<string> {
  const words = content.flatMap(
    (span) =>
      exact(text, span)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)).map(stem));
}

/** Enough of a stem to match "closes", "closed", "closing". */
const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/s$/, '');

function sayTheSame(own: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const both = shared(own, other);
  return both >= own.size * LIKENESS && both >= other.size * PART;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
