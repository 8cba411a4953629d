// What speaks for or against a finding, as numbers: what the chains thought, and how the pieces lie.
import type { Finding } from './finding.js';
import { QUOTE, SHAPE, type Words } from './words.js';
import { coarseCluster, TRAIT, traits } from './word-classes.js';
import type { Window } from './window.js';

export const EVIDENCE = 40;

const odds = (probability: number): number => {
  const safe = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(safe / (1 - safe));
};

/** Evidence for every finding; each is also seen among its rivals and neighbours. */
export function weigh(words: Words, findings: readonly Finding[]): Float64Array[] {
  return findings.map((finding, index) => evidenceOf(words, finding, findings, index));
}

const NEIGHBOURS = 24;

function evidenceOf(words: Words, finding: Finding, all: readonly Finding[], index: number): Float64Array {
  const { cue, source, content, margin } = finding;
  const values = new Float64Array(EVIDENCE);
  const first = content[0]!;
  const last = content.at(-1)!;
  const length = content.reduce((sum, range) => sum + range.last - range.first, 0);
  const head = finding.head;
  const bits = words.value[head]!;
  const speaker = source[0];
  let i = 0;
  values[i++] = odds(cue.probability);
  values[i++] = margin;
  values[i++] = margin / (1 + Math.sqrt(length));
  values[i++] = Math.log(length);
  values[i++] = content.length;
  values[i++] = first.last <= cue.first ? cue.first - first.last : first.first - cue.last;
  values[i++] = side(content, cue);
  values[i++] = speaker ? Math.min(speaker.last - speaker.first, 12) : 0;
  values[i++] = speaker ? side(source, cue) : 3;
  values[i++] = speaker ? (speaker.last <= cue.first ? cue.first - speaker.last : speaker.first - cue.last) : -1;
  values[i++] = cue.last - cue.first;
  values[i++] = quotedShare(words, content, length);
  values[i++] = words.quote[cue.first] === QUOTE.outside ? 0 : 1;
  values[i++] = startKind(words, first);
  values[i++] = endKind(words, last);
  values[i++] = bits & TRAIT.saying ? 2 : bits & TRAIT.sayingToo ? 1 : 0;
  values[i++] = bits & TRAIT.thinking ? 2 : bits & TRAIT.feeling ? 1 : 0;
  values[i++] = traits(bits) & 3;
  values[i++] = coarseCluster(bits);
  values[i++] = speaker ? words.shape[speaker.first]! : -1;
  values[i++] = speaker ? words.shape[speaker.last - 1]! : -1;
  values[i++] = speaker ? traits(words.value[speaker.last - 1]!) & (3 | (7 << 8)) : -1;
  values[i++] = words.shape[first.first]!;
  values[i++] = spread(words, content);
  values[i++] = positionInSentence(words, cue.first);
  values[i++] = cue.last < words.count ? words.shape[cue.last]! : -1;
  values[i++] = cue.first > 0 ? words.shape[cue.first - 1]! : -1;
  among(words, finding, all, index, values, i);
  return values;
}

/** 0 all before the cue, 1 all after, 2 on both sides. */
function side(ranges: readonly Window[], cue: Window): number {
  if (ranges.at(-1)!.last <= cue.first) return 0;
  return ranges[0]!.first >= cue.last ? 1 : 2;
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

function endKind(words: Words, { last }: Window): number {
  if (last >= words.count || words.sentence[last] !== words.sentence[last - 1]) return 0;
  if (words.quote[last] === QUOTE.closing) return 1;
  const shape = words.shape[last]!;
  if (shape === SHAPE.comma) return 2;
  if (shape === SHAPE.stop) return 3;
  return shape >= SHAPE.comma ? 4 : 5;
}

const spread = (words: Words, ranges: readonly Window[]): number =>
  words.sentence[ranges.at(-1)!.last - 1]! - words.sentence[ranges[0]!.first]!;

function positionInSentence(words: Words, at: number): number {
  let back = at;
  while (back > 0 && at - back < 60 && words.sentence[back - 1] === words.sentence[at]) back--;
  return at - back;
}

/** How the finding stands among those near it: the best that shares its cue, its content, or holds it inside. */
function among(
  words: Words,
  finding: Finding,
  all: readonly Finding[],
  index: number,
  values: Float64Array,
  from: number,
): void {
  const strength = odds(finding.cue.probability) + finding.margin;
  let rivalCue = -20;
  let rivalContent = -20;
  let holder = -20;
  let held = -20;
  let inSentence = 0;
  let better = 0;
  let wider = 0;
  const low = Math.max(0, index - NEIGHBOURS);
  const high = Math.min(all.length, index + NEIGHBOURS + 1);
  for (let at = low; at < high; at++) {
    const other = all[at]!;
    if (other === finding || other.cue === finding.cue) continue;
    const power = odds(other.cue.probability) + other.margin;
    const sameSentence = words.sentence[other.cue.first] === words.sentence[finding.cue.first];
    if (sameSentence) inSentence += other.cue.probability;
    if (overlapping(other.cue, finding.cue)) {
      rivalCue = Math.max(rivalCue, power);
      if (other.cue.last - other.cue.first > finding.cue.last - finding.cue.first) wider = Math.max(wider, power);
      continue;
    }
    if (sharedShare(other.content, finding.content) > 0.5) {
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
  values[i++] = finding.lead;
}

const overlapping = (a: Window, b: Window): boolean => a.first < b.last && b.first < a.last;

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
