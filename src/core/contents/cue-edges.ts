// Where a cue ends: not in the day of the saying, nor in the first word of what was said.
import { exact, type Span } from '../span.js';
import type { Attribution } from '../statement.js';
import type { Setting } from './setting.js';

/** "confirmed on Friday", "said in": the day and the place stand beside the cue. */
const ASIDE =
  /\s(?:late |early )?(?:on|in|at)(?:\s(?:late |early )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d{1,2} \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ \d{1,2}|a statement|an interview|a tweet))?$/u;
const PHRASAL =
  /\b(?:let|goes|went|going|gone|insist\w*|carr\w+|call\w*|comment\w*|chim\w+|put|weigh\w*|bring\w*|report\w*) (?:on|in|at)$/i;
/** "claimed capturing", "denied owning": the second verb is said, not saying. */
const GERUND =
  /^(.*\b(?:claim|den|admit|report|suggest|recommend|mention|recall|describ|propos|acknowledg)\p{Ll}+) (\p{Ll}{3,}ing)$/u;
/** "reiterated the" */
const ARTICLE = /^(.*\S) (the|an?|its|their|his|her)$/;

/** The attribution with its cue cut back to the verb; what was cut belongs to the content where that comes next. */
export function cueCutBack({ reading: { text }, cue }: Setting, attribution: Attribution): Attribution {
  const words = exact(text, { start: cue.start, end: Math.min(cue.end, cue.start + 200) });
  const aside = ASIDE.exec(words);
  if (aside && !PHRASAL.test(words))
    return withCue(attribution, { start: cue.start, end: cue.start + aside.index });
  const split = GERUND.exec(words) ?? ARTICLE.exec(words);
  const [first, ...rest] = attribution.content;
  if (!split || !first || first.start < cue.end || !isNear(text, cue.end, first.start)) return attribution;
  const end = cue.start + split[1]!.length;
  return {
    ...withCue(attribution, { start: cue.start, end }),
    content: [{ start: end + 1, end: first.end }, ...rest],
  };
}

const withCue = (attribution: Attribution, cue: Span): Attribution => ({ ...attribution, cue: [cue] });

/** Only a few words, without a mark, stand between. */
const isNear = (text: string, from: number, to: number): boolean =>
  to - from <= 40 && /^[\p{L}\s'’-]*$/u.test(text.slice(from, to));
