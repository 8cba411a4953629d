// What speaks for or against a finding, as numbers: what the chains thought, and how the pieces lie.
import { BELIEFS } from './beliefs.js';
import type { CueCandidate } from './cue-labels.js';
import { type Finding, oddsOf } from './finding.js';
import { ADP, CCONJ, PRON, SCONJ, VERB } from './parts-of-speech.js';
import { lengthOf, sideOf } from './reading-keys.js';
import { overlapping, type Window } from './window.js';
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
  const found: Float64Array[] = [];
  weighEach(words, findings, (values, at) => {
    values[HUNCH] = hunches[at]!;
    found.push(values.slice());
  });
  return found;
}

/** The same without hunches, one finding after the other; what is handed over is good until the next. */
export function weighEach(
  words: Words,
  findings: readonly Finding[],
  visit: (values: Float64Array, at: number) => void,
): void {
  const values = new Float64Array(EVIDENCE);
  const leaders = leadersOf(findings);
  let leader = -1;
  let near: readonly Leader[] = [];
  for (const [at, finding] of findings.entries()) {
    if (leaders[leader]?.finding.cue !== finding.cue) {
      leader++;
      ofCue(words, finding, values);
      near = cueAmongOthers(words, finding.cue, leaders, leader, values);
    }
    ofPieces(words, finding, values);
    contentAmongOthers(finding, near, values);
    values.set(finding.beliefs, HUNCH - BELIEFS);
    visit(values, at);
  }
}

/** The best finding of each cue, with its strength. */
interface Leader {
  readonly finding: Finding;
  readonly cue: CueCandidate;
  readonly strength: number;
  readonly first: number;
  readonly last: number;
}

function leadersOf(findings: readonly Finding[]): Leader[] {
  const leaders: Leader[] = [];
  for (const finding of findings) {
    if (leaders.at(-1)?.cue === finding.cue) continue;
    const strength = oddsOf(finding.cue.probability) + finding.margin;
    leaders.push({
      finding,
      cue: finding.cue,
      strength,
      first: finding.content[0]!.first,
      last: finding.content.at(-1)!.last,
    });
  }
  return leaders;
}

/** Numbers that hold for all readings of a cue; they keep their places among those of the pieces. */
function ofCue(words: Words, { cue, head }: Finding, values: Float64Array): void {
  const { shape, part, value, quote } = words;
  const bits = value[head]!;
  values[0] = oddsOf(cue.probability);
  values[11] = cue.last - cue.first;
  values[13] = quote[cue.first] === QUOTE.outside ? 0 : 1;
  values[16] = bits & TRAIT.saying ? 2 : bits & TRAIT.sayingToo ? 1 : 0;
  values[17] = bits & TRAIT.thinking ? 2 : bits & TRAIT.feeling ? 1 : 0;
  values[18] = traits(bits) & 3;
  values[19] = coarseCluster(bits);
  values[20] = part[head]!;
  values[29] = positionInSentence(words, cue.first);
  values[30] = cue.last < words.count ? shape[cue.last]! : -1;
  values[31] = cue.last < words.count ? part[cue.last]! : -1;
  values[32] = cue.first > 0 ? shape[cue.first - 1]! : -1;
}

function ofPieces(words: Words, finding: Finding, values: Float64Array): void {
  const { cue, source, content, margin, behind } = finding;
  const { shape, part, value } = words;
  const first = content[0]!;
  const last = content.at(-1)!;
  const length = lengthOf(content);
  const speaker = source[0];
  values[1] = margin;
  values[2] = margin / (1 + Math.sqrt(length));
  values[3] = behind;
  values[4] = Math.log(length);
  values[5] = content.length;
  values[6] = first.last <= cue.first ? cue.first - first.last : first.first - cue.last;
  values[7] = sideOf(content, cue);
  values[8] = speaker ? Math.min(speaker.last - speaker.first, 12) : 0;
  values[9] = speaker ? sideOf(source, cue) : 3;
  values[10] = speaker
    ? speaker.last <= cue.first
      ? cue.first - speaker.last
      : speaker.first - cue.last
    : -1;
  values[14] = startKind(words, first);
  values[15] = endKind(words, last);
  values[21] = speaker ? shape[speaker.first]! : -1;
  values[22] = speaker ? part[speaker.first]! : -1;
  values[23] = speaker ? part[speaker.last - 1]! : -1;
  values[24] = speaker ? (traits(value[speaker.last - 1]!) >>> 8) & 7 : -1;
  values[25] = shape[first.first]!;
  values[26] = part[first.first]!;
  values[27] = part[last.last - 1]!;
  values[28] = spread(words, content);
  values[35] = restOfSentence(words, last.last);
  countWithin(words, content, length, values);
}

/** Only so much of each range is searched for verbs and commas. */
const MOST_SEARCHED = 60;

/** The share of the content that is quoted, its verbs and its commas. */
function countWithin(
  { part, shape, quote }: Words,
  ranges: readonly Window[],
  length: number,
  values: Float64Array,
): void {
  let quoted = 0;
  let verbs = 0;
  let commas = 0;
  for (const { first, last } of ranges) {
    const searched = Math.min(last, first + MOST_SEARCHED);
    for (let at = first; at < searched; at++) {
      if (part[at] === VERB) verbs++;
      if (shape[at] === SHAPE.comma) commas++;
    }
    for (let at = first; at < last; at++) if (quote[at] !== QUOTE.outside) quoted++;
  }
  values[12] = quoted / length;
  values[33] = verbs;
  values[34] = commas;
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

const NEIGHBOURS = 8;
/** Stands for the strength of another where there is none. */
const NO_OTHER = -20;

/** How a cue stands among others near it: those that overlap it or hold it inside. The answer is those that do not overlap. */
function cueAmongOthers(
  words: Words,
  cue: CueCandidate,
  leaders: readonly Leader[],
  own: number,
  values: Float64Array,
): Leader[] {
  const sentence = words.sentence[cue.first];
  const near: Leader[] = [];
  let rivalCue = NO_OTHER;
  let holder = NO_OTHER;
  let inSentence = 0;
  let wider = NO_OTHER;
  for (let at = Math.max(0, own - NEIGHBOURS); at < leaders.length && at <= own + NEIGHBOURS; at++) {
    if (at === own) continue;
    const leader = leaders[at]!;
    const { finding, cue: other, strength, first, last } = leader;
    if (words.sentence[other.first] === sentence) inSentence += other.probability;
    if (overlapping(other, cue)) {
      rivalCue = Math.max(rivalCue, strength);
      if (other.last - other.first > cue.last - cue.first) wider = Math.max(wider, strength);
      continue;
    }
    near.push(leader);
    if (strength <= holder || first >= cue.last || cue.first >= last) continue;
    if (finding.content.some((range) => overlapping(range, cue))) holder = strength;
  }
  values[36] = rivalCue;
  values[40] = holder;
  values[42] = inSentence;
  values[44] = wider;
  return near;
}

/** How a content stands among other findings `near` it: one that takes it, or whose cue it holds inside. */
function contentAmongOthers(finding: Finding, near: readonly Leader[], values: Float64Array): void {
  const { content, margin } = finding;
  const strength = values[0]! + margin;
  const first = content[0]!.first;
  const last = content.at(-1)!.last;
  let rivalContent = NO_OTHER;
  let held = NO_OTHER;
  let better = 0;
  for (const { finding: other, cue, strength: power, first: otherFirst, last: otherLast } of near) {
    if (otherFirst < last && first < otherLast && sharedShare(other.content, content) > 0.5) {
      rivalContent = Math.max(rivalContent, power);
      if (power > strength) better++;
    }
    if (power <= held || cue.first >= last || first >= cue.last) continue;
    if (content.some((range) => overlapping(range, cue))) held = power;
  }
  values[37] = strength - values[36]!;
  values[38] = rivalContent;
  values[39] = strength - rivalContent;
  values[41] = held;
  values[43] = better;
  values[45] = strength;
}

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
