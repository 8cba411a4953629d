// Contents a tagger left in pieces, made whole by grammar. Each rule looks at one attribution in its sentence and
// answers with better spans, or with none where it does not apply.
import { inTextOrder, nested } from '../extract/nesting.js';
import type { Reading } from '../extract/reading.js';
import type { Turns } from '../extract/turns.js';
import { quotationsOver } from '../qualify/quotations-over.js';
import { overlaps, type Span } from '../span.js';
import { firstEndingAfter } from '../span-search.js';
import type { Attribution } from '../statement.js';
import { cueCutBack } from './cue-edges.js';
import { afterWhat, clauseInsteadOfPhrase, wholeSentenceBefore } from './leading-clause.js';
import { isPlain, type Setting, settingOf } from './setting.js';
import { takenUp } from './taken-up.js';
import {
  beforeDoubt,
  beforeVerdict,
  brokenOff,
  withoutNextClause,
  withoutNextCue,
  withoutNextSource,
} from './trailing-clause.js';

/** The same attributions with whole contents, in text order, `within` counted anew. */
export const completeContents = (reading: Reading, attributions: readonly Attribution[]): Attribution[] =>
  nested(
    inSettings(reading, attributions, completed)
      .map(({ within: _, ...attribution }) => attribution)
      .sort(inTextOrder),
  );

/** Gives "The army denied it" the content of what was said before; not of what was only asked. */
export const takeUpDenials = (
  reading: Reading,
  attributions: readonly Attribution[],
  asked: Turns['interviewer'] = new Set(),
): Attribution[] =>
  inSettings(reading, attributions, (setting, before) => {
    const own = withoutOpening(setting, setting.attribution);
    const content = takenUp(setting, before);
    const isAsked =
      asked.size > 0 && content && asked.has(firstEndingAfter(reading.blocks, content[0]!.start));
    return content && !isAsked ? { ...own, content } : own;
  });

function inSettings(
  reading: Reading,
  attributions: readonly Attribution[],
  change: (setting: Setting, before: readonly Attribution[]) => Attribution,
): Attribution[] {
  const byStart = (a: Span, b: Span): number => a.start - b.start;
  const cues = attributions.flatMap(({ cue }) => cue).sort(byStart);
  const sources = attributions.flatMap(({ source }) => source).sort(byStart);
  const done: Attribution[] = [];
  for (const attribution of attributions) {
    const setting = settingOf(reading, attribution, cues, sources);
    done.push(setting ? change(setting, done) : attribution);
  }
  return done;
}

function completed(given: Setting): Attribution {
  const attribution = withoutCitation(given.reading, joined(given, cueCutBack(given, given.attribution)));
  const setting = { ...given, attribution, cue: attribution.cue[0]! };
  const content =
    afterWhat(setting) ??
    wholeSentenceBefore(setting) ??
    clauseInsteadOfPhrase(setting) ??
    withoutNextCue(setting) ??
    withoutNextSource(setting) ??
    withoutNextClause(setting) ??
    beforeVerdict(setting) ??
    beforeDoubt(setting) ??
    brokenOff(setting);
  const whole = content ? { ...attribution, content } : attribution;
  return withoutOpening(setting, whole);
}

const CITATION = /^(?:citing|quoting) [^,;:“"]{3,90}, /;

/** "According to the agency, quoting a source, the bridge is open": who is cited is no part of what is said. */
function withoutCitation({ text }: Reading, attribution: Attribution): Attribution {
  const [first, ...rest] = attribution.content;
  const cited =
    first && CITATION.exec(text.slice(first.start, Math.min(first.end, first.start + 110)))?.[0].length;
  return cited
    ? { ...attribution, content: [{ start: first.start + cited, end: first.end }, ...rest] }
    : attribution;
}

/** The end of a sentence, of a paragraph, or of a point of a list. */
const PARTS = /[.!?]\s|\n\s*\n|\n\s*(?:[-–—•*▪●]|\d{1,2}[.)])\s/;

/** Pieces after the cue with only plain words between them are one content. */
function joined(setting: Setting, attribution: Attribution): Attribution {
  const { text, quotations } = setting.reading;
  const content: Span[] = [];
  for (const span of attribution.content) {
    const last = content.at(-1);
    const gap = last && { start: last.end, end: span.start };
    if (
      gap &&
      last.start >= setting.cue.end &&
      gap.end - gap.start <= 120 &&
      isGap(setting, gap) &&
      quotationsOver(quotations, { start: last.start, end: span.end }).length === 0 &&
      !PARTS.test(text.slice(gap.start, gap.end))
    )
      content[content.length - 1] = { start: last.start, end: span.end };
    else content.push(span);
  }
  return content.length === attribution.content.length ? attribution : { ...attribution, content };
}

const isGap = (setting: Setting, gap: Span): boolean =>
  isPlain(setting, gap) && !setting.attribution.source.some((source) => overlaps(source, gap));

/** Neither source nor content begins with a dateline or the hour of a ticker; "LEE: …" in a transcript is neither. */
function withoutOpening({ sentence, begins, cue }: Setting, given: Attribution): Attribution {
  if (cue.end <= begins) return given;
  const within = given.source.filter(({ start, end }) => start < sentence.start || end > begins);
  const attribution = within.length < given.source.length ? { ...given, source: within } : given;
  const [first, ...rest] = attribution.content;
  if (!first || first.start < sentence.start || first.start >= begins || first.end <= begins)
    return attribution;
  return { ...attribution, content: [{ start: begins, end: first.end } satisfies Span, ...rest] };
}
