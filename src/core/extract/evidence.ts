// What speaks for or against a finding, as numbers: what the chains thought, and how the pieces lie.
import { BELIEFS } from './beliefs.js';
import { type Finding, oddsOf } from './finding.js';
import { ADP, CCONJ, PRON, SCONJ, VERB } from './parts-of-speech.js';
import { sideOf } from './reading-keys.js';
import type { Window } from './window.js';
import { coarseCluster, TRAIT, traits } from './word-classes.js';
import { QUOTE, SHAPE, type Words } from './words.js';

export const EVIDENCE = 55;

/** Where the hunch stands among the numbers. */
export const HUNCH = EVIDENCE - 1;

/** Evidence for every finding; those of one cue stand together. `hunches` are what their words speak for them. */
export function weigh(
  words: Words,
  findings: readonly Finding[],
  hunches: readonly number[],
): Float64Array[] {
  const leaders = leadersOf(findings);
  let leader = 0;
  return findings.map((finding, at) => {
    if (leaders[leader]!.finding.cue !== finding.cue) leader++;
    const values = new Float64Array(EVIDENCE);
    const filled = ofItself(words, finding, values);
    amongOthers(words, finding, leaders, leader, values, filled);
    values.set(finding.beliefs, HUNCH - BELIEFS);
    values[HUNCH] = hunches[at]!;
    return values;
  });
}

/** The best finding of each cue, with its strength. */
interface Leader {
  readonly finding: Finding;
  readonly strength: number;
  readonly first: number;
  readonly last: number;
}

function leadersOf(findings: readonly Finding[]): Leader[] {
  const leaders: Leader[] = [];
  for (const finding of findings) {
    if (leaders.at(-1)?.finding.cue === finding.cue) continue;
    const strength = oddsOf(finding.cue.probability) + finding.margin;
    leaders.push({
      finding,
      strength,
      first: finding.content[0]!.first,
      last: finding.content.at(-1)!.last,
    });
  }
  return leaders;
}

function ofItself(words: Words, finding: Finding, values: Float64Array): number {
  const { cue, source, content, margin, behind, head } = finding;
  const { shape, part, value, quote } = words;
  const first = content[0]!;
  const last = content.at(-1)!;
  const length = content.reduce((sum, range) => sum + range.last - range.first, 0);
  const bits = value[head]!;
  const speaker = source[0];
  let i = 0;
  values[i++] = oddsOf(cue.probability);
  values[i++] = margin;
  values[i++] = margin / (1 + Math.sqrt(length));
  values[i++] = behind;
  values[i++] = Math.log(length);
  values[i++] = content.length;
  values[i++] = first.last <= cue.first ? cue.first - first.last : first.first - cue.last;
  values[i++] = sideOf(content, cue);
  values[i++] = speaker ? Math.min(speaker.last - speaker.first, 12) : 0;
  values[i++] = speaker ? sideOf(source, cue) : 3;
  values[i++] = speaker
    ? speaker.last <= cue.first
      ? cue.first - speaker.last
      : speaker.first - cue.last
    : -1;
  values[i++] = cue.last - cue.first;
  values[i++] = quotedShare(words, content, length);
  values[i++] = quote[cue.first] === QUOTE.outside ? 0 : 1;
  values[i++] = startKind(words, first);
  values[i++] = endKind(words, last);
  values[i++] = bits & TRAIT.saying ? 2 : bits & TRAIT.sayingToo ? 1 : 0;
  values[i++] = bits & TRAIT.thinking ? 2 : bits & TRAIT.feeling ? 1 : 0;
  values[i++] = traits(bits) & 3;
  values[i++] = coarseCluster(bits);
  values[i++] = part[head]!;
  values[i++] = speaker ? shape[speaker.first]! : -1;
  values[i++] = speaker ? part[speaker.first]! : -1;
  values[i++] = speaker ? part[speaker.last - 1]! : -1;
  values[i++] = speaker ? (traits(value[speaker.last - 1]!) >>> 8) & 7 : -1;
  values[i++] = shape[first.first]!;
  values[i++] = part[first.first]!;
  values[i++] = part[last.last - 1]!;
  values[i++] = spread(words, content);
  values[i++] = positionInSentence(words, cue.first);
  values[i++] = cue.last < words.count ? shape[cue.last]! : -1;
  values[i++] = cue.last < words.count ? part[cue.last]! : -1;
  values[i++] = cue.first > 0 ? shape[cue.first - 1]! : -1;
  values[i++] = count(content, (at) => part[at] === VERB);
  values[i++] = count(content, (at) => shape[at] === SHAPE.comma);
  values[i++] = restOfSentence(words, last.last);
  return i;
}

function count(ranges: readonly Window[], is: (at: number) => boolean): number {
  let found = 0;
  for (const { first, last } of ranges) {
    for (let at = first; at < Math.min(last, first + 60); at++) if (is(at)) found++;
  }
  return found;
}

function quotedShare(words: Words, ranges: readonly Window[], length: number): number {
  let quoted = 0;
  for (const { first, last } of ranges) {
    for (let at = first; at < last; at++) if (words.quote[at] !== QUOTE.outside) quoted++;
  }
  return quoted / length;
}

function startKind(words: Words, { first }: Window): number {
  if (first === 0 || words.sentence[first - 1] !== words.sentence[first]) return 0;
  if (words.quote[first - 1] === QUOTE.opening) return 1;
  const shape = words.shape[first - 1]!;
  if (shape === SHAPE.comma) return 2;
  return shape >= SHAPE.comma ? 3 : 4;
}

/** What follows the content: a break, a mark, a word that begins a clause, or any other. */
function endKind(words: Words, { last }: Window): number {
  if (last >= words.count || words.sentence[last] !== words.sentence[last - 1]) return 0;
  if (words.quote[last] === QUOTE.closing) return 1;
  const shape = words.shape[last]!;
  if (shape === SHAPE.stop) return 2;
  if (shape === SHAPE.comma) return 3 + clauseKind(words, last + 1);
  if (shape >= SHAPE.comma) return 9;
  return 10 + clauseKind(words, last);
}

function clauseKind({ part, count: length, quote }: Words, at: number): number {
  if (at >= length) return 0;
  if (quote[at] === QUOTE.opening) return 1;
  if (part[at] === CCONJ) return 2;
  if (part[at] === SCONJ || part[at] === PRON) return 3;
  if (part[at] === VERB) return 4;
  return part[at] === ADP ? 5 : 0;
}

function restOfSentence(words: Words, from: number): number {
  let at = from;
  while (at < words.count && at - from < 40 && words.sentence[at] === words.sentence[from - 1]) at++;
  return at - from;
}

const spread = (words: Words, ranges: readonly Window[]): number =>
  words.sentence[ranges.at(-1)!.last - 1]! - words.sentence[ranges[0]!.first]!;

function positionInSentence(words: Words, at: number): number {
  let back = at;
  while (back > 0 && at - back < 60 && words.sentence[back - 1] === words.sentence[at]) back--;
  return at - back;
}

const NEIGHBOURS = 16;

/** How the finding stands among other cues near it: one that overlaps its own, takes its content, or holds it inside. */
function amongOthers(
  words: Words,
  finding: Finding,
  leaders: readonly Leader[],
  own: number,
  values: Float64Array,
  from: number,
): void {
  const strength = oddsOf(finding.cue.probability) + finding.margin;
  const sentence = words.sentence[finding.cue.first];
  const first = finding.content[0]!.first;
  const last = finding.content.at(-1)!.last;
  let rivalCue = -20;
  let rivalContent = -20;
  let holder = -20;
  let held = -20;
  let inSentence = 0;
  let better = 0;
  let wider = -20;
  for (let at = Math.max(0, own - NEIGHBOURS); at < leaders.length && at <= own + NEIGHBOURS; at++) {
    if (at === own) continue;
    const { finding: other, strength: power, first: otherFirst, last: otherLast } = leaders[at]!;
    if (words.sentence[other.cue.first] === sentence) inSentence += other.cue.probability;
    if (overlapping(other.cue, finding.cue)) {
      rivalCue = Math.max(rivalCue, power);
      if (other.cue.last - other.cue.first > finding.cue.last - finding.cue.first)
        wider = Math.max(wider, power);
      continue;
    }
    if (otherFirst < last && first < otherLast && sharedShare(other.content, finding.content) > 0.5) {
      rivalContent = Math.max(rivalContent, power);
      if (power > strength) better++;
    }
    if (other.content.some((range) => overlapping(range, finding.cue))) holder = Math.max(holder, power);
    if (finding.content.some((range) => overlapping(range, other.cue))) held = Math.max(held, power);
  }
  let i = from;
  values[i++] = rivalCue;
  values[i++] = strength - rivalCue;
  values[i++] = rivalContent;
  values[i++] = strength - rivalContent;
  values[i++] = holder;
  values[i++] = held;
  values[i++] = inSentence;
  values[i++] = better;
  values[i++] = wider;
  values[i++] = strength;
}

export const overlapping = (a: Window, b: Window): boolean => a.first < b.last && b.first < a.last;

/** Tokens in both over tokens in either. */
export function sharedShare(a: readonly Window[], b: readonly Window[]): number {
  let shared = 0;
  let total = 0;
  for (const x of a) {
    total += x.last - x.first;
    for (const y of b) shared += Math.max(0, Math.min(x.last, y.last) - Math.max(x.first, y.first));
  }
  for (const y of b) total += y.last - y.first;
  return shared / (total - shared);
}
