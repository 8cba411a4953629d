// "…, a charge the Taliban dismissed", "…, which the group denies": what comes after the comma is another's word on what stands before it.
import { type Draft, touches } from '../draft.js';
import { indexDrafts } from '../draft-index.js';
import { ADV, AUX } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes, isSomebody } from './saying.js';
import { trimmed } from './spoken.js';

const SURE = 0.5;
const LEAST = 4;
const ARTICLES = hashes('a an');
const CLAIMS = hashes(
  'charge claim allegation accusation assertion suggestion account version figure view description',
);
const THAT = hashes('that which');
const VERDICTS = hashes(
  'denied denies deny dismissed dismisses dismiss rejected rejects reject disputed disputes dispute contested contests ' +
    'contest challenged challenges questioned rebutted refuted confirmed confirms backed echoed repeated',
);
const CALLINGS = hashes('called calls call described describes labelled labels termed branded say says said');
const DENIALS = hashes('denied denies deny dispute disputes disputed reject rejects rejected');
const [WHICH, BY] = [...hashes('which by')];
const LONGEST_END = 8;

/** The drafts, without such verdicts at the end of what is said, and the verdicts. */
export function withVerdicts(reading: Reading, words: Words, drafts: readonly Draft[]): Draft[] {
  const settled = [...drafts];
  let index: ReturnType<typeof indexDrafts> | undefined;
  for (const { first, last } of reading.sentences) {
    const verdict = verdictIn(words, first, last);
    if (!verdict) continue;
    index ??= indexDrafts(drafts);
    const { comma, cue, source, addsNothing } = verdict;
    const near = index.near({ first, last });
    const known = near.find((key) => drafts[key]!.cue?.last === cue.last);
    const holder = near.find((key) => {
      const { content } = drafts[key]!;
      return (
        content.some((range) => range.first < comma && range.last >= comma) &&
        drafts[key]!.cue?.last !== cue.last
      );
    });
    if (holder !== undefined) {
      const { content } = settled[holder]!;
      const own = content
        .map((range) =>
          range.first < comma && range.last > comma ? { first: range.first, last: comma } : range,
        )
        .filter((range) => range.first < comma || range.last > last);
      settled[holder] = { ...settled[holder]!, content: own };
    }
    if (known !== undefined) settled[known] = withoutNoun(settled[known]!, comma, source.first);
    const said = holder === undefined ? [trimmed(words, { first, last: comma })] : settled[holder]!.content;
    // Whom "which the group denies" means is too often another, and what somebody calls it is found already: such an end adds nothing.
    if (addsNothing || length(said) < LEAST || touches(said, cue)) continue;
    if (known === undefined) settled.push({ cue, source: [source], content: said, confidence: SURE });
    else if (settled[known]!.content.every((range) => range.first > comma && range.last <= source.first))
      settled[known] = { ...settled[known]!, content: said };
  }
  return settled;
}

/** "a claim the director calls “a fantasy”": the claim itself is said by others. */
function withoutNoun(draft: Draft, comma: number, last: number): Draft {
  const content = draft.content.filter((range) => range.first <= comma || range.last > last);
  return content.length > 0 ? { ...draft, content } : draft;
}

const length = (ranges: readonly Window[]): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first, 0);

/** ", a figure disputed by doctors, who put it at 60". */
const isPassed = ({ word }: Words, comma: number): boolean =>
  ARTICLES.has(word[comma + 1]!) &&
  CLAIMS.has(word[comma + 2]!) &&
  VERDICTS.has(word[comma + 3]!) &&
  word[comma + 4] === BY;

function verdictIn(
  words: Words,
  first: number,
  last: number,
):
  | { readonly comma: number; readonly cue: Window; readonly source: Window; readonly addsNothing: boolean }
  | undefined {
  for (let comma = last - LEAST; comma > first + LEAST; comma--) {
    if (words.shape[comma] !== SHAPE.comma || words.quote[comma] !== QUOTE.outside) continue;
    const isWhich = words.word[comma + 1] === WHICH;
    if (isPassed(words, comma)) {
      const by = phraseFrom(words, comma + 5, last);
      return by && { comma, cue: { first: comma + 3, last: comma + 5 }, source: by, addsNothing: true };
    }
    if (!isWhich && !(ARTICLES.has(words.word[comma + 1]!) && CLAIMS.has(words.word[comma + 2]!))) continue;
    const from = comma + (isWhich ? 2 : THAT.has(words.word[comma + 3]!) ? 4 : 3);
    const source = phraseFrom(words, from, last);
    if (!source || !isSomebody(words, source)) return undefined;
    let verb = source.last;
    while (verb < last && (words.part[verb] === AUX || words.part[verb] === ADV)) verb++;
    const cue = { first: source.last, last: verb + 1 };
    if (!isWhich && CALLINGS.has(words.word[verb]!)) return { comma, cue, source, addsNothing: true };
    const answers = isWhich ? DENIALS : VERDICTS;
    if (!answers.has(words.word[verb]!) || last - verb > (isWhich ? 3 : LONGEST_END)) return undefined;
    return { comma, cue, source, addsNothing: isWhich };
  }
  return undefined;
}
