// Where what follows a verb of saying ends before the sentence does: what somebody calls for, praises or condemns at a clause
// with a subject of its own; what anybody says where another is said to say something, or the same one something else.
import type { Draft } from '../draft.js';
import { indexDrafts } from '../draft-index.js';
import { ADV, AUX, CCONJ, VERB } from '../parts-of-speech.js';
import { overlapping, type Window } from '../window.js';
import { QUOTE, SHAPE, type Words } from '../words.js';
import { FORM, formOf } from './endings.js';
import { mainVerb } from './named-sayings.js';
import { phraseFrom } from './noun-phrase.js';
import { hashes, hasVerb, ING, isSayingNoun, SEMICOLON, THAT } from './saying.js';
import { trimmed } from './spoken.js';

const SUBJECTS = hashes('he she they it');
const [TO] = [...hashes('to')];
/** What follows these is no clause. */
const OF_THINGS = hashes(
  'for of about against on at praised praises condemned condemns thanked thanks welcomed welcomes hailed hails ' +
    'denounced denounces accused accuses blamed blames criticised criticized slammed slams blasted rejected rejects dismissed dismisses lauded deplored backed',
);

export function withoutSecondClauses(words: Words, drafts: readonly Draft[]): Draft[] {
  const index = indexDrafts(drafts);
  return drafts.map((own) => {
    const { cue } = own;
    if (!cue) return own;
    const draft = {
      ...own,
      source: toldOf(
        words,
        own,
        index.near(cue).map((key) => drafts[key]!),
      ),
    };
    const isOfThings = OF_THINGS.has(words.word[cue.last - 1]!);
    const content = draft.content.map((range) => {
      const near: Near = (ahead) => index.near(ahead).map((key) => drafts[key]!);
      if (range.first < cue.last) return range;
      const isQuoted = words.quotation[range.first]! >= 0;
      if (isQuoted && words.quotation[cue.first] === words.quotation[range.first])
        return upToClose(words, range);
      const short = isOfThings && !isQuoted ? cut(words, range) : range;
      const said = isQuoted
        ? upToAsking(words, short)
        : upToQuoted(words, upToTurn(words, upToAnother(words, short, near), draft, near), near);
      return upToVerdict(words, upToMainVerb(words, upToJoined(words, said, draft, near), draft), cue);
    });
    return content.some((range, at) => range !== draft.content[at]) ? { ...draft, content } : draft;
  });
}

/** "Police say he posed a threat and refused to go": whoever is spoken of refused. */
function toldOf(words: Words, { cue, source }: Draft, near: readonly Draft[]): Draft['source'] {
  const [name] = source;
  if (!cue || !name || words.part[cue.first - 1] !== CCONJ) return source;
  for (const outer of near) {
    const [said] = outer.content;
    if (!outer.cue || !outer.source.some((range) => overlapping(range, name))) continue;
    if (outer.cue.last !== said!.first || !within(cue, said!.first, said!.last)) continue;
    if (!isOfAnotherTime(words, outer.cue, cue)) continue;
    const subject = phraseFrom(words, said!.first, cue.first);
    if (subject?.first === said!.first) return [subject];
  }
  return source;
}

/** Drafts that may touch a range. */
type Near = (range: Window) => readonly Draft[];

/** "said nine had died; the union said twelve": up to a semicolon after which somebody else is said to say something. */
function upToAnother(words: Words, range: Window, draftsIn: Near): Window {
  for (let at = range.first + 1; at < range.last - 1; at++) {
    if (words.word[at] !== SEMICOLON || words.quote[at] !== QUOTE.outside) continue;
    const isAnothers = draftsIn({ first: at, last: range.last }).some(
      ({ cue: other, source: [name] }) =>
        other !== null && name !== undefined && other.first > at && within(name, at, range.last),
    );
    if (isAnothers) return { first: range.first, last: at };
  }
  return range;
}

const TURNS = hashes('but while whereas');

/** "said nine had died, while doctors put it at twelve": up to the comma before somebody else's clause. */
function upToTurn(words: Words, range: Window, { source }: Draft, draftsIn: Near): Window {
  for (let at = range.first + LEAST_LEFT; at < range.last - 1; at++) {
    if (
      words.shape[at] !== SHAPE.comma ||
      !TURNS.has(words.word[at + 1]!) ||
      words.quote[at] !== QUOTE.outside
    )
      continue;
    const turns = draftsIn({ first: at, last: range.last }).some(
      ({ cue: other, source: [name] }) =>
        other !== null && name?.first === at + 2 && other.first >= name.last && name !== source[0],
    );
    if (turns) return { first: range.first, last: at };
  }
  return range;
}

/** "said guards had opened fire. “Why?” asked Lee": up to a quotation in a later sentence that another verb follows. */
function upToQuoted(words: Words, range: Window, draftsIn: Near): Window {
  let end = range.last;
  for (const { cue: other, content } of draftsIn(range)) {
    const quoted = content[0]!.first;
    const isLater = quoted > range.first && quoted < end && words.quotation[quoted]! >= 0;
    if (!isLater || words.sentence[quoted] === words.sentence[range.first]) continue;
    if (other && other.first >= content[0]!.last && words.quotation[other.first]! < 0) end = quoted;
  }
  return end === range.last ? range : trimmed(words, { first: range.first, last: end });
}

/** "“We hope it ends,” she said, and left": whoever hopes does so between the marks. */
function upToClose(words: Words, range: Window): Window {
  for (let at = range.first + 1; at < range.last; at++)
    if (words.quotation[at] !== words.quotation[range.first])
      return at - range.first > LEAST_LEFT ? trimmed(words, { first: range.first, last: at }) : range;
  return range;
}

const [WHEN] = [...hashes('when')];
const ASKED = hashes('asked pressed told questioned reached contacted');

/** "said “nothing is sacred” when asked about it": what it was said to is no part of it. */
function upToAsking(words: Words, range: Window): Window {
  for (let at = range.first + 2; at < range.last - 1; at++)
    if (words.quote[at - 1] === QUOTE.closing && words.word[at] === WHEN && ASKED.has(words.word[at + 1]!))
      return { first: range.first, last: at };
  return range;
}

/** "warned that it would rain and urged them to leave": up to a verb that the same source is joined to. */
function upToJoined(words: Words, range: Window, { cue, source }: Draft, draftsIn: Near): Window {
  const [name] = source;
  if (!cue || !name || words.quotation[cue.first]! >= 0) return range;
  let end = range.last;
  for (const other of draftsIn(range)) {
    const [first] = other.source;
    if (!other.cue || !first || !overlapping(first, name)) continue;
    if (!within(other.cue, range.first, end) || name.first >= range.first) continue;
    let joint = other.cue.first - 1;
    while (joint > range.first && words.part[joint] === ADV) joint--;
    if (words.part[joint] !== CCONJ || words.quote[joint] !== QUOTE.outside) continue;
    if (isOfAnotherTime(words, cue, other.cue)) continue;
    end = words.shape[joint - 1] === SHAPE.comma ? joint - 1 : joint;
  }
  return end - range.first >= LEAST_LEFT ? { first: range.first, last: end } : range;
}

/** "Police say he posed a threat and refused to go": who says so now has not refused then. */
const isOfAnotherTime = (words: Words, { last }: Window, { first }: Window): boolean =>
  isPresent(formOf(words, last - 1)) && formOf(words, first) === FORM.past;

const isPresent = (form: number): boolean => form === FORM.base || form === FORM.third;

/** "A warning that the wells run dry has gone unheeded": up to what became of the warning. */
function upToVerdict(words: Words, range: Window, cue: Window): Window {
  if (words.word[range.first] !== THAT || range.first < cue.last) return range;
  let noun = cue.first;
  while (noun < range.first && !isSayingNoun(words, noun)) noun++;
  if (noun === range.first) return range;
  let first = noun;
  while (first > 0 && words.sentence[first - 1] === words.sentence[noun]) first--;
  if (hasVerb(words, { first, last: noun })) return range;
  const end = mainVerb(words, range.first + 1, range.last);
  return end - range.first > LEAST_LEFT ? { first: range.first, last: end } : range;
}

const RELATIVES = hashes('who which');
const ASIDES = hashes('where which whom');

/** "The agency, which says it has counted 119 attacks, put the toll at 43": up to the verb that goes on without it. */
function upToMainVerb(words: Words, range: Window, { source }: Draft): Window {
  const [name] = source;
  const isAside =
    name !== undefined && name.last <= range.first && ASIDES.has(words.word[name.first - 1] ?? 0);
  if (isAside && words.shape[name.first - 2] === SHAPE.comma) return upToComma(words, range);
  if (!name || !RELATIVES.has(words.word[name.last - 1]!)) return range;
  for (let at = range.first + LEAST_LEFT; at < range.last - 1; at++) {
    if (words.shape[at] !== SHAPE.comma || words.quote[at] !== QUOTE.outside) continue;
    const verb = words.part[at + 1] === ADV ? at + 2 : at + 1;
    if (isFiniteVerb(words, verb) && words.suffix[verb] !== ING) return { first: range.first, last: at };
  }
  return range;
}

/** ", where the audit says four were filled, Ann Lee pointed to one": the aside ends at its comma. */
function upToComma(words: Words, range: Window): Window {
  for (let at = range.first + LEAST_LEFT; at < range.last; at++)
    if (words.shape[at] === SHAPE.comma && words.quote[at] === QUOTE.outside)
      return { first: range.first, last: at };
  return range;
}

const LEAST_LEFT = 2;

const within = ({ first, last }: Window, from: number, to: number): boolean => first > from && last <= to;

/** Only what has no verb of its own that a second clause could be joined to. */
function cut(words: Words, range: Window): Window {
  let isQuoted = false;
  for (let at = range.first; at < range.last - 2; at++) {
    if (words.shape[at] === SHAPE.colon) return range;
    if (words.quote[at] !== QUOTE.outside) {
      if (words.quote[at] === QUOTE.opening) isQuoted = true;
      continue;
    }
    if (isFiniteVerb(words, at) && words.suffix[at] !== ING) return range;
    if (isQuoted && words.part[at] === CCONJ && opensNamedClause(words, at + 1, range.last))
      return { first: range.first, last: words.shape[at - 1] === SHAPE.comma ? at - 1 : at };
    if (at > range.first && words.part[at] === CCONJ && opensClause(words, at + 1))
      return { first: range.first, last: words.shape[at - 1] === SHAPE.comma ? at - 1 : at };
  }
  return range;
}

const isFiniteVerb = ({ part, word, shape }: Words, at: number): boolean =>
  part[at] === AUX || (part[at] === VERB && shape[at] === SHAPE.lower && word[at - 1] !== TO);

/** "and the union has booked a hall". */
function opensNamedClause(words: Words, at: number, last: number): boolean {
  const subject = phraseFrom(words, at, last);
  return subject !== undefined && (words.part[subject.last] === AUX || words.part[subject.last] === VERB);
}

function opensClause({ word, part }: Words, at: number): boolean {
  if (!SUBJECTS.has(word[at]!)) return false;
  const verb = part[at + 1] === ADV ? at + 2 : at + 1;
  return part[verb] === VERB || part[verb] === AUX;
}
