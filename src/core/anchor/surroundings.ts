// Words around a statement's parts that change what it says without touching them: "Anna [never] said",
// "[an aide to] Anna said", "[almost] twelve died", "said on [Friday]".
import type { Span } from '../span.js';
import type { Alignment } from './alignment.js';
import { tokensOf } from './tokens.js';
import type { CarriedStatement, Part } from './version.js';

const TURNS_SENSE = new Set(
  (
    'not no never none nobody nothing neither nor without cannot hardly barely scarcely false falsely untrue wrong ' +
    'wrongly denied denies deny denying refused refuses declined failed alleged allegedly purported purportedly ' +
    'reportedly supposedly apparently unconfirmed if whether unless may might could would should former ex aide ' +
    'deputy spokesman spokeswoman spokesperson lawyer'
  ).split(' '),
);

/** When it was said is part of who said what: "on Friday" and "on Wednesday" are two occasions. */
const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
);
const TELLS_WHEN = new Set([
  ...'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow'.split(' '),
  ...MONTHS,
]);

/** The parts whose immediate surroundings in the same sentence changed. Assumes the parts themselves did not. */
export function changedAround(alignment: Alignment, statement: CarriedStatement): Part[] {
  const { older, newer, became } = alignment;
  const parts = partTokens(alignment, statement);
  const inside = new Set<number>();
  for (const part of parts) for (let at = part.first; at < part.end; at++) inside.add(at);

  const changed = new Set<Part>();
  for (const part of parts) {
    const { first, end } = part;
    if (became[first]! < 0 || became[end - 1]! < 0) continue;
    if (isTouched(alignment, first, became[first]!, -1, inside)) changed.add(part.name);
    if (isTouched(alignment, end - 1, became[end - 1]!, 1, inside)) changed.add(part.name);
  }

  const sentencesThere = new Set<number>();
  const sentencesNow = new Set<number>();
  for (const at of inside) {
    sentencesThere.add(older.sentences.of[at]!);
    if (became[at]! >= 0) sentencesNow.add(newer.sentences.of[became[at]!]!);
  }
  const turned =
    turnsSense(alignment, 'older', sentencesThere) || turnsSense(alignment, 'newer', sentencesNow);
  if (turned) changed.add(statement.cue.length > 0 ? 'cue' : 'content');
  return [...changed];
}

function partTokens(
  alignment: Alignment,
  statement: CarriedStatement,
): { name: Part; first: number; end: number }[] {
  const of = (name: Part, spans: readonly Span[]): { name: Part; first: number; end: number }[] =>
    spans.map((span) => {
      const [first, end] = tokensOf(alignment.older.tokens, span.start, span.end);
      return { name, first, end };
    });
  return [
    ...of('source', statement.source),
    ...of('cue', statement.cue),
    ...of('content', statement.content),
  ].filter((part) => part.end > part.first);
}

const QUOTE = new Set(['"', "'"]);
/** Words that come and go beside a statement without changing it. */
const NEUTRAL = new Set(['that', 'the', 'a', 'an', 'and', 'but', 'also', 'then']);

/** True if a word was joined on, or taken away, directly beside a part: no comma or full stop stands between. */
function isTouched(
  alignment: Alignment,
  from: number,
  to: number,
  step: -1 | 1,
  inside: ReadonlySet<number>,
): boolean {
  if (inside.has(from + step)) return alignment.became[from + step] !== to + step;
  const there = wordBeside(alignment, 'older', from, step);
  const now = wordBeside(alignment, 'newer', to, step);
  const added = now >= 0 && alignment.was[now] === -1;
  const removed = there >= 0 && alignment.became[there] === -1;
  return (added || removed) && !(added && removed);
}

/** The token beside another within its sentence, or -1 where a mark, a neutral word or the sentence's edge is. */
function wordBeside(alignment: Alignment, side: 'older' | 'newer', at: number, step: -1 | 1): number {
  const { tokens, sentences } = alignment[side];
  const { isWord, forms } = alignment.lexicon;
  let beside = at + step;
  while (beside >= 0 && beside < tokens.count && QUOTE.has(forms[tokens.ids[beside]!]!)) beside += step;
  if (beside < 0 || beside >= tokens.count || sentences.of[beside] !== sentences.of[at]) return -1;
  const id = tokens.ids[beside]!;
  return isWord[id] === 1 && !NEUTRAL.has(forms[id]!.toLowerCase()) ? beside : -1;
}

/** True if a word that turns the sense is in these sentences and has no like in the other version. */
function turnsSense(alignment: Alignment, side: 'older' | 'newer', sentences: ReadonlySet<number>): boolean {
  const here = alignment[side];
  const other = side === 'older' ? alignment.newer : alignment.older;
  const links = side === 'older' ? alignment.became : alignment.was;
  const formAt = (at: number): string =>
    alignment.lexicon.forms[here.tokens.ids[at] ?? -1]?.toLowerCase() ?? '';
  const isDayOfMonth = (at: number): boolean =>
    /^\d{1,2}$/.test(formAt(at)) && (MONTHS.has(formAt(at - 1)) || MONTHS.has(formAt(at + 1)));
  for (const sentence of sentences)
    for (let at = here.sentences.first[sentence]!; at < here.sentences.first[sentence + 1]!; at++) {
      const id = here.tokens.ids[at]!;
      const form = alignment.lexicon.forms[id]!.toLowerCase();
      if (!TURNS_SENSE.has(form) && !TELLS_WHEN.has(form) && !form.endsWith("n't") && !isDayOfMonth(at))
        continue;
      if (links[at]! < 0 || other.tokens.ids[links[at]!] !== id) return true;
    }
  return false;
}
