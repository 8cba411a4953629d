// Whether evidence could settle a statement. Questions, orders, wishes, promises, predictions and opinions cannot be
// checked; a statement that holds a fact beside them can. It says nothing about truth.
import type { Reading } from '../extract/reading.js';
import { tellsPast } from '../narration/finite-verb.js';
import { exact, type Span } from '../span.js';
import type { Attribution } from '../statement.js';

/** Rules read no more of a content than this. */
const READ = 1500;

export function isCheckable({ text }: Reading, { cue, content }: Attribution): boolean {
  const clauses = content.flatMap((span) => clausesOf(shortened(text, span, READ)));
  const cueWords = cue.map((span) => shortened(text, span, 120)).join(' ');
  const words = clauses.join(' ');
  if (/^to have \w+/i.test(words)) return true;
  if (ASKS.test(cueWords) || /^(?:whether|if) /i.test(words)) return false;
  if (CALLS_ON.test(cueWords) && /^(?:against|for|on|upon|not to|to) /i.test(words)) return false;
  if (PROMISES.test(cueWords)) return clauses.some(tellsDoneFirst);
  if (LABELS.test(cueWords)) return /\d/.test(words);
  return clauses.some(settles) || (ACCUSES.test(cueWords) && !FUTURE.test(words));
}

/** The publisher's own sentence is a fact unless it asks, foresees or judges from end to end. */
export const isCheckableNarration = (text: string, span: Span): boolean =>
  clausesOf(shortened(text, span, READ)).some((clause) => {
    if (clause.endsWith('?')) return false;
    return settles(clause) || !(FUTURE.test(clause) || OPINION.test(clause) || SHOULD.test(clause));
  });

/** Sentences, and the parts of one that "and that" or a dash join. */
const clausesOf = (words: string): string[] =>
  words
    .replace(/\s+/g, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/’/g, "'")
    .split(/(?<=[.!?;]["']?) |,? and that | – |; /)
    .map((clause) => clause.replace(/^["' ]+|["' ,]+$/g, ''))
    .filter((clause) => clause !== '');

const shortened = (text: string, { start, end }: Span, most: number): string =>
  exact(text, { start, end: Math.min(end, start + most) });

/** Cues that ask, order, feel or joke, whatever they say. */
const ASKS =
  /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|questioned|inquired|urg(?:e|es|ed|ing)|advis(?:e|es|ed|ing)|direct(?:s|ed|ing)|order(?:s|ed|ing)?|exhort(?:s|ed|ing)?|implor(?:e|es|ed|ing)|beg(?:s|ged|ging)|demand(?:s|ed|ing)?|appeal(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for|upon)|encourag(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|instruct(?:s|ed|ing)?|invit(?:e|es|ed|ing)|request(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|thank(?:s|ed|ing)?|congratulat(?:e|es|ed|ing)|apologi[sz](?:e|es|ed|ing)|condemn(?:s|ed|ing)?|deplor+(?:e|es|ed|ing)|hail(?:s|ed|ing)?|prais(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|wish(?:es|ed)?|jok(?:e|es|ed|ing)|quip(?:s|ped|ping)?)\b/i;
/** Cues that order when "to" or "against" follows: "warned mariners to keep clear", "cautioned against". */
const CALLS_ON = /\b(?:warn|caution|tell|told|call|push|press|lobb|want)/i;
const PROMISES =
  /\b(?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|threaten(?:s|ed|ing)?|(?:gave|gives|giving) (?:his|her|its|their) word|assurances?|undertook|guarantee(?:s|d|ing)?|predict(?:s|ed|ing|ion)?|forecast(?:s|ed|ing)?|expect(?:s|ed|ing)?|anticipat(?:e|es|ed|ing)|guid(?:es|ed) for|intend(?:s|ed|ing)?|offer(?:s|ed|ing)?|reaffirm(?:s|ed|ing)?)\b/i;
const LABELS =
  /\b(?:call(?:s|ed|ing)|describ(?:e|es|ed|ing)|label(?:s|led|ed)|brand(?:s|ed)|dub(?:s|bed)|rail(?:s|ed)? against|lash(?:es|ed) out|slam(?:s|med)?|blast(?:s|ed)?|criticis(?:e|es|ed)|criticiz(?:e|es|ed)|liken(?:s|ed)?|deem(?:s|ed)?)\b/i;

/** Cues whose object is a thing done, however it is worded: "accused her of", "blamed". */
const ACCUSES = /\b(?:accus|blam|alleg|charg|suspect|list|show|report)/i;

/** "may" only in small letters: the month is no maybe. */
const FUTURE =
  /\b(?:[Ww]ill|[Ww]on't|[Ss]hall|[Ww]ould|'ll|going to|about to|may|[Mm]ight|[Cc]ould|expects?|hopes?|wants?|wanted|intends?|plans? to)\b/;
/** Estimates put with "would" or "will" and a figure: a model or a budget can be looked at. */
const ESTIMATES =
  /\bwould (?:\w+ )?(?:cost|need|take|require|save|affect|mean|raise|cut|reduce|total|amount)\w*\b|\bwould be (?:needed|required|affected|enough)\b/i;
const DONE =
  /\b(?:ha(?:s|ve|d)|'ve) (?:\w+ly |never |not |n't |already )?(?:been )?\w+(?:ed|en|wn|ne|ght|lt|nt|pt|de|ld|rn|ung|ut|et)\b/i;
const SHOULD = /\b(?:should|ought to|must|let's|let us|please|needs? to|ha(?:s|ve) to)\b/i;
const OPINION =
  /\b(?:I (?:think|believe|feel|hope|wish|want|love|hate|doubt|suppose|guess|thank|mean|stand by|don't (?:think|believe|know))|we (?:hope|believe|want|wish|thank|think|feel|love|deserve|stand)|in (?:my|our) (?:view|opinion)|proud|sorry|grateful|hopeful|optimistic|confident|worried|shame(?:ful)?|disgrace(?:ful)?|outrag\w+|unacceptable|wonderful|terrible|horrible|heroic|cowardly|barbaric|heinous|best|worst|better|worse|great|tragic|important|crucial|vital|unfair|fair|wrong|ridiculous|absurd|nonsense|irresponsible|historic|amazing|incredible|the right thing|(?:good|bad) news)\b/i;
const IMPERATIVE =
  /^(?:do not|don't|never|stop|go|come|look|listen|count|wait|stay|keep|leave|let|give|take|tell|ask|remember|imagine|stand|help|vote|join|be)\b(?! (?:was|is|are|were|has))/i;
const FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|dozens?|hundreds?|thousands?|millions?)\b/i;

/** One clause: what it tells as done, or as a state of a thing one could go and look at. */
function settles(clause: string): boolean {
  if (clause.endsWith('?') || IMPERATIVE.test(clause)) return false;
  if (FUTURE.test(clause)) return (ESTIMATES.test(clause) && FIGURE.test(clause)) || tellsDoneFirst(clause);
  if (OPINION.test(clause)) return FIGURE.test(clause);
  if (tellsPast(clause) || DONE.test(clause)) return true;
  if (SHOULD.test(clause)) return false;
  return (
    FIGURE.test(clause) ||
    STATE.test(clause) ||
    /\b(?:is|are) (?:under ?way|\w+ing)\b/.test(clause) ||
    !PRESENT.test(clause)
  );
}

/** "Nobody has been arrested and nobody will be." */
function tellsDoneFirst(clause: string): boolean {
  const done = DONE.exec(clause);
  return done !== null && done.index < (FUTURE.exec(clause)?.index ?? clause.length);
}

/** A thing pointed at or named, in a state or doing something now. */
const STATE =
  /(?:\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose|[Oo]ur|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts?|[Tt]hey|[Hh]e|[Ss]he|[Ww]e|[Aa]ll|[Bb]oth|[Ee]very|[Ss]everal)\b|(?<=[\p{Ll}] )\p{Lu}\p{L}+).{0,80}(?:'s|'re|\b(?:is|are|am|has|have|can|comes?|goes?|lies?|owns?|holds?|runs?|works?|lives?|knows?|costs?|makes?|charges?|remains?|stands?|controls?|contains?|includes?|needs?))\b/u;
/** Anything that reads as a statement in the present; what does not is a bare thing: "bandages and paracetamol". */
const PRESENT = /\b(?:is|are|am|'s|'re|has|have|do|does|can|\p{Ll}{3,}s)\b/u;
