// "The army denied it": the content of such a denial is what the one before had said.
import { polarityOf } from '../qualify/polarity.js';
import { exact, type Span } from '../span.js';
import type { Attribution } from '../statement.js';
import type { Setting } from './setting.js';

const POINTS_BACK =
  /^(?:it|this|that|so|(?:the|these|those|this|that|his|her|their|all|any) (?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|assertions?|version|account))$/i;

/** How far back, in units of text, a denial reaches. */
const REACH = 600;

/** What a denial's "it" takes up: the content of the attribution before, or the clause before a semicolon. */
export function takenUp(setting: Setting, previous: Attribution | undefined): Span[] | null {
  const { reading, attribution, cue, begins } = setting;
  const [content] = attribution.content;
  if (attribution.content.length !== 1 || content!.end - content!.start > 40) return null;
  if (!POINTS_BACK.test(exact(reading.text, content!)) || polarityOf(reading, attribution) !== 'denied')
    return null;
  const before = reading.text.slice(begins, cue.start);
  const semicolon = before.lastIndexOf(';');
  if (semicolon > 0) return [{ start: begins, end: begins + semicolon }];
  const last = previous?.content.at(-1);
  if (!previous || !last || last.end > cue.start || cue.start - last.end > REACH) return null;
  return [...previous.content];
}
