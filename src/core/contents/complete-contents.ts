// Contents a tagger left in pieces, made whole by grammar. Each rule looks at one attribution in its sentence and
// answers with better spans, or with none where it does not apply.
import type { Reading } from '../extract/reading.js';
import type { Span } from '../span.js';
import type { Attribution } from '../statement.js';
import { afterWhat, clauseInsteadOfPhrase, wholeSentenceBefore } from './leading-clause.js';
import { type Setting, settingOf } from './setting.js';
import { takenUp } from './taken-up.js';
import { brokenOff, withoutNextCue } from './trailing-clause.js';

/** The same attributions, in the same order. */
export const completeContents = (reading: Reading, attributions: readonly Attribution[]): Attribution[] =>
  inSettings(reading, attributions, completed);

/** Gives "The army denied it" the content of what was said before. */
export const takeUpDenials = (reading: Reading, attributions: readonly Attribution[]): Attribution[] =>
  inSettings(reading, attributions, (setting, previous) => {
    const content = takenUp(setting, previous);
    return content ? { ...setting.attribution, content } : setting.attribution;
  });

function inSettings(
  reading: Reading,
  attributions: readonly Attribution[],
  change: (setting: Setting, previous: Attribution | undefined) => Attribution,
): Attribution[] {
  const cues = attributions.flatMap(({ cue }) => cue).sort((a, b) => a.start - b.start);
  const done: Attribution[] = [];
  for (const attribution of attributions) {
    const setting = settingOf(reading, attribution, cues);
    done.push(setting ? change(setting, done.at(-1)) : attribution);
  }
  return done;
}

function completed(setting: Setting): Attribution {
  const { attribution } = setting;
  const content =
    afterWhat(setting) ??
    wholeSentenceBefore(setting) ??
    clauseInsteadOfPhrase(setting) ??
    withoutNextCue(setting) ??
    brokenOff(setting);
  const whole = content ? { ...attribution, content } : attribution;
  return withoutOpening(setting, withoutArticle(setting, whole));
}

/** "reiterated the": an article at the end of a cue belongs to the content after it, with the words between. */
function withoutArticle({ reading: { text }, cue }: Setting, attribution: Attribution): Attribution {
  const [first, ...rest] = attribution.content;
  const ending = text.slice(Math.max(cue.start, cue.end - 8), cue.end);
  const article = /\s(?:the|an?|its|their|his|her)$/i.exec(ending);
  if (!article || first!.start < cue.end || first!.start - cue.end > 40) return attribution;
  if (!/^[\p{L}\s'’-]*$/u.test(text.slice(cue.end, first!.start))) return attribution;
  const start = cue.end - article[0].length + 1;
  return {
    ...attribution,
    cue: [{ start: cue.start, end: start - 1 }],
    content: [{ start, end: first!.end }, ...rest],
  };
}

/** No content begins with a dateline or the hour of a ticker. */
function withoutOpening({ sentence, begins }: Setting, attribution: Attribution): Attribution {
  const [first, ...rest] = attribution.content;
  if (!first || first.start < sentence.start || first.start >= begins || first.end <= begins)
    return attribution;
  return { ...attribution, content: [{ start: begins, end: first.end } satisfies Span, ...rest] };
}
