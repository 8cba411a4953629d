// "The army denied it": the content of such a denial is what the one before had said.
import type { Reading } from '../extract/reading.js';
import { polarityOf } from '../qualify/polarity.js';
import { exact, type Span } from '../span.js';
import type { Attribution } from '../statement.js';
import type { Setting } from './setting.js';

const POINTS_BACK =
  /^(?:it|this|that|so|(?:the|these|those|this|that|his|her|their|all|any) (?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|assertions?|version|account))$/i;

/** How far back, in units of text, a denial reaches. */
const REACH = 600;

/** What a denial's "it" takes up: what was said before and is not itself a denial, or the clause before a semicolon. */
export function takenUp(setting: Setting, before: readonly Attribution[]): Span[] | null {
  const { reading, attribution, cue, begins } = setting;
  const [content] = attribution.content;
  if (attribution.content.length !== 1 || content!.end - content!.start > 40) return null;
  if (!POINTS_BACK.test(exact(reading.text, content!)) || polarityOf(reading, attribution) !== 'denied')
    return null;
  const semicolon = reading.text.slice(begins, cue.start).lastIndexOf(';');
  if (semicolon > 0) return [{ start: begins, end: begins + semicolon }];
  const near = before.slice(-FARTHEST).filter((other) => {
    const last = other.content.at(-1)!;
    return last.end <= cue.start && cue.start - last.end <= REACH;
  });
  const asserted = near.filter((other) => polarityOf(reading, other) !== 'denied');
  const meant = asserted.filter((other) => bringsUp(reading, other, exact(reading.text, content!)));
  const taken = meant.at(-1) ?? asserted.at(-1) ?? near.at(-1);
  return taken ? [...taken.content] : null;
}

/** No more attributions back. */
const FARTHEST = 8;

/** "alleged … the allegation", "accused … the charge": the verb that the noun is made of. */
const MADE_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/claim/i, /\bclaim/i],
  [/allegation|accusation|charge/i, /\b(?:alleg|accus|charg|blam)/i],
  [/report/i, /\breport/i],
  [/suggestion/i, /\bsuggest/i],
];

const bringsUp = ({ text }: Reading, { cue }: Attribution, noun: string): boolean =>
  MADE_OF.some(([said, verb]) => said.test(noun) && cue.some((span) => verb.test(exact(text, span))));
