// Clauses whose shape alone says that somebody says them: a clause, a comma, and only a name and a verb of saying; a verb
// of saying and "that"; a verb of telling, whom it was told to, and a clause.
import type { Draft } from '../draft.js';
import { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PRON, PROPN, SCONJ, VERB } from '../parts-of-speech.js';
import type { Reading } from '../reading.js';
import type { Window } from '../window.js';
import { TRAIT } from '../word-classes.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { isPlural } from './endings.js';
import { startsClause } from './insertions.js';
import { nounClause } from './named-sayings.js';
import { pastAdverbs, phraseBefore, phraseFrom } from './noun-phrase.js';
import { type Speech, speechFrom } from './quoted-speech.js';
import {
  actIn,
  FARTHEST,
  hashes,
  hasVerb,
  ING,
  isHeard,
  isPlainlyFinite,
  isPlainlySaying,
  isReckoning,
  isSaying,
  isSayingAfterName,
  isSayingNoun,
  isSomebody,
  isVerbLike,
  mayBeVerb,
  SEMICOLON,
  subjectOf,
  THAT,
  TO_HEARERS,
  verbGroup,
} from './saying.js';
import { trimmed } from './spoken.js';

const LONGEST_TAIL = 22;
const LEAST_CLAUSE = 3;

/** "Words, name verb." and "Words, verb name.": content is what stands before that comma. */
export function afterClause(
  words: Words,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  for (let comma = last - 2; comma > first + LEAST_CLAUSE && last - comma < LONGEST_TAIL; comma--) {
    if (words.shape[comma] !== SHAPE.comma || words.quote[comma] !== QUOTE.outside) continue;
    const speech = plainSpeech(words, comma + 1, last) ?? heardFrom(words, comma + 1, last);
    if (!speech || saysMore(words, speech, last)) continue;
    const content = trimmed(words, { first: pastSemicolon(words, first, comma), last: comma });
    if (words.quote[content.first] !== QUOTE.outside || startsClause(words, first)) return undefined;
    return { ...speech, content: [content], confidence };
  }
  return undefined;
}

/** "Rain is due; roads are shut, police say": only what follows the semicolon is surely said. */
export function pastSemicolon(words: Words, first: number, last: number): number {
  for (let at = last - LEAST_CLAUSE; at > first; at--)
    if (words.word[at] === SEMICOLON && words.quote[at] === QUOTE.outside) return at + 1;
  return first;
}

/** A verb whose first sense is saying, or that of one who reckons, and somebody beside it. */
function plainSpeech(words: Words, first: number, last: number): Speech | undefined {
  const speech = speechFrom(words, first, last, false) ?? closingSpeech(words, first, last);
  if (!speech) return undefined;
  const verb = speech.cue.last - 1;
  const speaks = isPlainlySaying(words, verb) || isSayingAfterName(words, verb, first - 1);
  if (!speaks && !isReckoning(words, verb) && !isClosing(words, verb)) return undefined;
  return speech.source.every((range) => isSomebody(words, range)) ? speech : undefined;
}

/** At the end of a clause these say it, whatever they do elsewhere: "…, records show", "…, the poll found". */
const CLOSING = hashes(
  'maintained maintains maintain revealed reveals reveal found finds find showed shows show confirmed confirms confirm ' +
    'concluded concludes conclude added adds add writes wrote write indicated indicates indicate suggested suggests suggest ' +
    'noted notes note conceded concedes concede learned learnt learns disclosed discloses disclose estimate estimates reckon ' +
    'reckons believe believes fear fears think thinks claim claims calculate calculates predict predicts ruled rules',
);

const isClosing = (words: Words, verb: number): boolean =>
  CLOSING.has(words.word[verb]!) && words.shape[verb] === SHAPE.lower;

const SPEAKING = hashes('sources source records documents figures data statistics filings police people');
const SPEAKS = TRAIT.person | TRAIT.group | TRAIT.message;

/** Taken for a noun, it is a verb where it agrees with those who may speak: "sources claim", "the programme estimates". */
function mayClose(words: Words, head: number, verb: number): boolean {
  if (words.part[verb] === VERB) return true;
  if (words.part[verb] !== NOUN || words.part[verb - 1] === ADJ || words.part[verb - 1] === DET) return false;
  if (words.part[head] === PROPN) return true;
  const speaks = (words.value[head]! & SPEAKS) !== 0 || SPEAKING.has(words.word[head]!);
  return speaks && isPlural(words, head) !== isPlural(words, verb);
}

/** "…, sources close to the talks claim.": a phrase, and one of those as the last word. */
function closingSpeech(words: Words, first: number, last: number): Speech | undefined {
  let end = first;
  while (end < last && words.shape[end]! < SHAPE.comma) end++;
  const verb = end - 1;
  if (verb <= first || (end < last && !closesClause(words, end, last))) return undefined;
  if (!isClosing(words, verb) || !mayBeVerb(words, verb) || hasVerb(words, { first, last: verb }))
    return undefined;
  const name = phraseFrom(words, first, verb);
  if (!name || !mayClose(words, name.last - 1, verb)) return undefined;
  for (let at = name.last; at < verb; at++) if (words.part[at] === CCONJ) return undefined;
  return { cue: { first: verb, last: end }, source: [{ first, last: verb }] };
}

const GOING_WITH = hashes('as after while amid even although though despite adding citing');

/** At the end, or before a clause that only goes with it: ", even as", ", after". */
const closesClause = ({ shape, word }: Words, at: number, last: number): boolean =>
  shape[at] === SHAPE.stop ? at + 1 >= last : shape[at] === SHAPE.comma && GOING_WITH.has(word[at + 1]!);

/** "a court heard", "the jury was told": nobody is named. */
function heardFrom(words: Words, first: number, last: number): Speech | undefined {
  const subject = phraseFrom(words, first, last);
  if (!subject) return undefined;
  let verb = subject.last;
  while (verb < last && words.part[verb] === AUX) verb++;
  return verb < last && isHeard(words, verb, subject)
    ? { cue: { first: subject.last, last: verb + 1 }, source: [] }
    : undefined;
}

/** Whether anything is said after the verb and the name: a clause, a quotation, or a colon. */
function saysMore(words: Words, { cue, source }: Speech, last: number): boolean {
  const end = Math.max(cue.last, source.at(-1)?.last ?? 0);
  const isAside = words.shape[end] === SHAPE.comma;
  if (isAside && words.part[end + 1] === VERB && words.suffix[end + 1] === ING) return false;
  for (let at = end; at < last; at++) {
    if (words.quote[at] !== QUOTE.outside || words.shape[at] === SHAPE.colon || words.word[at] === THAT)
      return true;
    const isFree = words.part[at - 1] !== SCONJ && !afterPreposition(words, at) && !isAboutNoun(words, at);
    if (!isAside && words.part[at] === VERB && isFree) return true;
  }
  return false;
}

/** "a statement carried by the agency": the participle belongs to its noun. */
const isAboutNoun = (words: Words, at: number): boolean =>
  isSayingNoun(words, at - 1) && words.part[at + 1] === ADP;

const afterPreposition = (words: Words, at: number): boolean => words.part[at - 1] === ADP;

const HEARER = 7;

/** "name verb (hearer) that words"; "noun of saying by name that words". */
export function thatClause(
  reading: Reading,
  words: Words,
  that: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (words.quote[that] !== QUOTE.outside && words.quote[first] === QUOTE.outside) return undefined;
  if (!hasVerb(words, { first: that + 2, last: Math.min(last, that + 16) })) return undefined;
  const from = beforeCitation(words, that, first);
  for (let at = from - 1; at >= first && from - at <= HEARER; at--) {
    if (words.shape[at]! >= SHAPE.comma || words.part[at] === CCONJ) return undefined;
    const isMisread = at === from - 1 && isSayingAfterName(words, at, first) && !isVerbal(words, that + 1);
    if (!isMisread && isSayingNoun(words, at)) {
      if (!TO_HEARERS.has(words.word[tellingBefore(words, at, first)]!))
        return nounClause(reading, words, at, that, first, last, confidence);
      continue;
    }
    if (!isMisread && !isVerbLike(words, at)) continue;
    if (!isMisread && !isSaying(words, at) && (at !== from - 1 || !mayBring(words, at))) return undefined;
    if (words.word[at + 1] === IT && from - at > 2) return undefined;
    const cue = verbGroup(words, at, first);
    const passive = words.word[at + 1] === BY ? phraseFrom(words, at + 2, that) : undefined;
    const source = passive ?? subjectOf(words, cue.first, first);
    if (!source || !isSomebody(words, source)) return undefined;
    if (words.quote[at] !== QUOTE.outside && !isMisread && !isPlainlySaying(words, at)) return undefined;
    const content = trimmed(words, { first: that, last: nextSaying(words, that, last) });
    return { cue, source: [source], content: [content], confidence };
  }
  return undefined;
}

const CITING = hashes('citing quoting');
const LONGEST_CITATION = 16;

/** "reported, citing a doctor, that": where the verb leaves off. */
function beforeCitation(words: Words, that: number, first: number): number {
  if (words.shape[that - 1] !== SHAPE.comma) return that;
  for (let at = that - 2; at > first && that - at < LONGEST_CITATION; at--)
    if (words.shape[at] === SHAPE.comma) return CITING.has(words.word[at + 1]!) ? at : that;
  return that;
}

/** "told this newspaper that": what a paper or a news agency is told is no word of its own. */
function tellingBefore(words: Words, noun: number, first: number): number {
  const phrase = phraseBefore(words, noun + 1, first);
  return phrase && phrase.first > first ? phrase.first - 1 : noun;
}

/** "states that have signed" are countries. */
const isVerbal = ({ part }: Words, at: number): boolean => part[at] === VERB || part[at] === AUX;

const LEARNING = hashes('gathered learnt learned');

/** Thinking is reported as saying is; so is what no list of words knows. */
const mayBring = (words: Words, at: number): boolean =>
  words.value[at] === 0 || LEARNING.has(words.word[at]!) || (words.value[at]! & TRAIT.thinking) !== 0;

const [BY, OF, IT] = [...hashes('by of it')];

/** Where "and verb that" begins another statement by the same speaker. */
function nextSaying(words: Words, that: number, last: number): number {
  for (let at = that + 4; at < Math.min(last - 3, that + FARTHEST); at++) {
    if (words.part[at] !== CCONJ) continue;
    const verb = pastAdverbs(words, at + 1, last);
    const speaks = isVerbLike(words, verb) && words.part[verb] === VERB;
    if (speaks && (words.word[verb + 1] === THAT || (isSaying(words, verb) && words.word[verb + 2] === THAT)))
      return at;
  }
  return last;
}

const TELLING = hashes(
  'told tells tell informed informs inform assured assures assure warned warns warn reminded reminds remind notified ' +
    'notifies notify promised promises promise convinced convinces',
);

/** "name told hearer words", with nothing between hearer and clause. */
export function toldClause(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!TELLING.has(words.word[verb]!) || !isVerbLike(words, verb)) return undefined;
  if (!isPlainlyFinite(words, verb)) return undefined;
  const phrase = phraseFrom(words, verb + 1, Math.min(last, verb + 9));
  const whole = withPlaces(words, phrase, last);
  const hearer = whole && isClause(words, whole.last, last) ? whole : shorterHearer(words, phrase, last);
  if (!hearer || hearer.last >= last) return undefined;
  const act = actIn(words, verb, first);
  if (!act) return undefined;
  const content = trimmed(words, { first: hearer.last, last: closeOfClause(words, hearer.last, last) });
  return { ...act, content: [content], confidence };
}

/** "told the court Lee had left", "told the Courier money had gone": a name begins, or ends, where capitals do. */
function shorterHearer(words: Words, phrase: Window | undefined, last: number): Window | undefined {
  if (!phrase) return undefined;
  for (let at = phrase.first + 1; at < phrase.last; at++) {
    const isHead = words.part[at - 1] === NOUN || words.part[at - 1] === PROPN;
    const turns = (words.shape[at] === SHAPE.lower) !== (words.shape[at - 1] === SHAPE.lower);
    if (isHead && turns && isClause(words, at, last)) return { first: phrase.first, last: at };
  }
  return undefined;
}

/** "reporters outside the court": with up to two phrases that prepositions tie to it. */
function withPlaces(words: Words, phrase: Window | undefined, last: number): Window | undefined {
  let whole = phrase;
  for (let tied = 0; whole && tied < 2; tied++) {
    if (whole.last + 1 >= last || words.part[whole.last] !== ADP) break;
    const place = phraseFrom(words, whole.last + 1, Math.min(last, whole.last + 9));
    if (!place) break;
    whole = { first: whole.first, last: place.last };
  }
  return whole;
}

const OPENS_CLAUSE: readonly number[] = [DET, PRON, PROPN, NUM, NOUN];
const WITHIN = 9;

/** A noun phrase with a verb after it begins at `first`. */
function isClause(words: Words, first: number, last: number): boolean {
  if (!OPENS_CLAUSE.includes(words.part[first]!)) return false;
  for (let at = first + 1; at < Math.min(last, first + WITHIN); at++) {
    if (words.quote[at] === QUOTE.opening) continue;
    if (words.shape[at]! >= SHAPE.comma) return false;
    if (words.part[at] === AUX) return true;
    if (words.part[at] === VERB) return words.part[at - 1] !== ADP && words.part[at - 1] !== DET;
  }
  return false;
}

/** Up to the end of the quotation it stands in, or of the sentence; not over a comma and another speaker. */
function closeOfClause(words: Words, first: number, last: number): number {
  for (let at = first + 3; at < Math.min(last, first + FARTHEST); at++) {
    if (words.quotation[at] !== words.quotation[first] && words.quotation[first]! >= 0) return at;
    if (words.shape[at] === SHAPE.colon) return at;
    if (words.shape[at] === SHAPE.comma && speechFrom(words, at + 1, last, false)) return at;
  }
  return last;
}

const SAYING = hashes(
  'said says say added adds claimed claims insisted insists argued argues alleged alleges stated states',
);

/** "name said words", with no "that". */
export function plainClause(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!SAYING.has(words.word[verb]!) || words.quote[verb] !== QUOTE.outside) return undefined;
  if (words.word[verb + 1] === THAT) return undefined;
  const isSome = words.word[verb + 2] === OF && words.part[verb + 1] === ADJ;
  if (!isPlainlyFinite(words, verb) || !isClause(words, verb + (isSome ? 3 : 1), last)) return undefined;
  const act = actIn(words, verb, first);
  if (!act || RELATIVES.has(words.word[act.source[0].first]!)) return undefined;
  const content = trimmed(words, { first: verb + 1, last: closeOfClause(words, verb + 1, last) });
  return { ...act, content: [content], confidence };
}

const RELATIVES = hashes('who which that what');

const OWNING = hashes(
  'denied denies deny denying admitted admits admit acknowledged acknowledges recalled recalls described describes reported ' +
    'reports remembered confirmed confirms disputed disputes',
);

/** "name denied taking it". */
export function gerund(
  words: Words,
  verb: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (!OWNING.has(words.word[verb]!) || !isVerbLike(words, verb)) return undefined;
  const next = words.part[verb + 1] === ADV ? verb + 2 : verb + 1;
  if (words.part[next] !== VERB || words.suffix[next] !== ING || next + 1 >= last) return undefined;
  const act = actIn(words, verb, first);
  if (!act) return undefined;
  const content = trimmed(words, { first: verb + 1, last: closeOfClause(words, verb + 1, last) });
  return { ...act, content: [content], confidence };
}

/** "name was adamant (that) words". */
export function certainty(
  words: Words,
  at: number,
  first: number,
  last: number,
  confidence: number,
): Draft | undefined {
  if (words.part[at - 1] !== AUX && words.part[at - 1] !== VERB) return undefined;
  const cue = { first: at - 1, last: at + 1 };
  const source = subjectOf(words, cue.first, first);
  const content = trimmed(words, { first: at + 1, last });
  if (!source || content.last - content.first < LEAST_CLAUSE || !hasVerb(words, content)) return undefined;
  return { cue, source: [source], content: [content], confidence };
}
