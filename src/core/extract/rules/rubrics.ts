// "LORAKHEL: Five persons died", "North Road: The gates stay shut": a place before a colon says where, not who; "Q&A: …" says
// what sort of piece it is.
import type { Draft } from '../draft.js';
import type { Reading } from '../reading.js';
import { blockTokens } from '../sentences.js';
import { tokenText } from '../tokens.js';
import type { Window } from '../window.js';
import { SHAPE, type Words } from '../words.js';
import { hashes } from './saying.js';

const LONGEST = 3;
const WHERE = hashes('in near outside across');
/** From here on the tagger knows that a name speaks: "Moscow: no talks". */
const BELIEVED = 0.45;

/** Tells of a draft whether its source is such a label and its cue the colon. */
export function rubricReader(reading: Reading, words: Words): (draft: Draft) => boolean {
  const opening = reading.blocks.findIndex(({ setAside, kind }) => !setAside && kind === 'paragraph');
  let places: ReadonlySet<string> | undefined;
  return ({ cue, source, content, confidence }) => {
    const [label] = source;
    if (!label || source.length > 1 || label.last - label.first > LONGEST) return false;
    if (confidence >= BELIEVED) return false;
    if (words.shape[label.last] !== SHAPE.colon || (cue && cue.first !== label.last)) return false;
    if (words.quotation[content[0]!.first]! >= 0) return false;
    const { block } = reading.sentences[words.sentence[label.first]!]!;
    if (blockTokens(reading, block).first !== label.first) return false;
    if (block === opening && isCapitals(reading, label)) return true;
    places ??= placesIn(words);
    return places.has(keyOf(words, label.first, label.last - label.first));
  };
}

const KINDS =
  /^(?:q ?& ?a|explainer|analysis|opinion|comment|interview|live|watch|video|breaking|exclusive|update|factbox|timeline|editorial|podcast|newsletter|obituary|recap|photos|profile)$/i;

/** "Q&A: …": what sort of piece it is. */
export const isKindOfPiece = ({ tokens }: Reading, words: Words, { source: [label] }: Draft): boolean =>
  label !== undefined &&
  words.shape[label.last] === SHAPE.colon &&
  KINDS.test(tokens.text.slice(tokens.starts[label.first]!, tokens.ends[label.last - 1]!));

function isCapitals({ tokens }: Reading, { first, last }: Window): boolean {
  for (let at = first; at < last; at++)
    if (!/^\p{Lu}[\p{Lu}.'’-]+$/u.test(tokenText(tokens, at))) return false;
  return true;
}

/** Names after "in" and "near". */
function placesIn(words: Words): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 1; at < words.count; at++) {
    if (!WHERE.has(words.word[at - 1]!)) continue;
    for (let size = 1; size <= LONGEST && at + size <= words.count; size++) {
      if (words.shape[at + size - 1] !== SHAPE.capitalised) break;
      found.add(keyOf(words, at, size));
    }
  }
  return found;
}

const keyOf = ({ word }: Words, at: number, size: number): string => word.slice(at, at + size).join(' ');
