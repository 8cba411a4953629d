// Figures for the same thing that differ between two speakers. Both may be right; an editor should look.
import type { ExtractedStatement } from '../statement.js';
import { type Figure, findCounts } from './figure.js';
import type { Hint } from './hint.js';
import { shared, tellingWords } from './telling-words.js';

interface Counted {
  readonly figure: Figure;
  readonly statement: number;
}

/** Nouns that are counted of many different things in one article. */
const TOO_COMMON =
  /^(?:people|men|women|children|person|other|member|resident|case|mile|kilometer|kilometre|meter|metre|dollar|euro|pound|crown|part|side|hour|thing|place|way|point|percent|item|month|week|day|year|minute|second|time|house|area|round|person)$/;

/** The noun alone is not enough: two statements about one thing share another word. */
const COMMON_WORDS = 2;

/** Numbers this far apart count different things. */
const FARTHEST = 3;

export function compareFigures(text: string, statements: readonly ExtractedStatement[]): Hint[] {
  const byNoun = new Map<string, Counted[]>();
  for (const [at, statement] of statements.entries()) {
    for (const span of statement.content) {
      for (const figure of findCounts(text, span)) {
        if (figure.noun === null || TOO_COMMON.test(figure.noun) || figure.value < 2 || isPart(text, figure))
          continue;
        const known = byNoun.get(figure.noun) ?? [];
        known.push({ figure, statement: at });
        byNoun.set(figure.noun, known);
      }
    }
  }
  return [...byNoun.values()].flatMap((counted) => differing(text, statements, counted));
}

/** "two of the 18 trucks", "another 4 trucks", "more than", "4 new trucks": a part, or not the same count. */
const isPart = (text: string, { start, end }: Figure): boolean =>
  /\b(?:another|other|extra|further|additional|new|first|last|next|of the|each|per|every|about half)\s$/i.test(
    text.slice(Math.max(0, start - 14), start),
  ) ||
  /^ (?:more|other|new|of|additional|further)\b|^ \p{L}+(?: \p{L}+)? (?:an?|per|each|every) (?:hour|day|week|month|year|head|person|family|household|trip)\b/iu.test(
    text.slice(end, end + 50),
  );

function differing(
  text: string,
  statements: readonly ExtractedStatement[],
  counted: readonly Counted[],
): Hint[] {
  if (counted.length > MOST) return [];
  for (const [at, later] of counted.entries()) {
    const rival = counted.slice(0, at).find((earlier) => differ(text, statements, earlier, later));
    if (!rival) continue;
    const [first, second] = [statements[rival.statement]!, statements[later.statement]!];
    return [
      {
        statement: later.statement,
        kind: 'figures',
        finding: 'note',
        text: `${first.speaker.name} and ${second.speaker.name} give different figures: ${rival.figure.value} and ${later.figure.value}.`,
        spans: [rival.figure, later.figure]
          .map(({ start, end }) => ({ start, end }))
          .sort((a, b) => a.start - b.start),
      },
    ];
  }
  return [];
}

/** Something counted this often is counted of many things. */
const MOST = 6;

function differ(text: string, statements: readonly ExtractedStatement[], a: Counted, b: Counted): boolean {
  const [first, second] = [statements[a.statement]!, statements[b.statement]!];
  if (
    first.speaker.name === second.speaker.name ||
    first.within === b.statement ||
    second.within === a.statement
  )
    return false;
  const [less, more] = [Math.min(a.figure.value, b.figure.value), Math.max(a.figure.value, b.figure.value)];
  if (more - less <= a.figure.slack + b.figure.slack || more / less > FARTHEST) return false;
  return shared(tellingWords(text, first.content), tellingWords(text, second.content)) >= COMMON_WORDS;
}
