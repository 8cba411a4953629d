// The sentence that sets the stage for a quotation: "He responded in a message aired by Channel X. 'Never,' he scoffed."
import type { Found } from './antecedents.js';
import type { Member } from './cast.js';
import type { Identified } from './identify.js';
import type { Mention } from './mentions.js';
import type { Range, Scope } from './scope.js';
import type { Wording } from './wording.js';

const SPEECH =
  /^(?:respond(?:s|ed)|repl(?:y|ies|ied)|address(?:es|ed|ing)?|speaks?|spoke|speaking|writes|wrote|posted|tweeted|testified|appeared|reacted|intervened|issued|released|published|broadcast|gave|rose|answered|recorded|announced)$/;

/** The scope of the sentence right before a statement, when its subject is the speaker and it is about speaking. */
export function stageOf(
  wording: Wording,
  mentionsBySentence: ReadonlyMap<number, readonly number[]>,
  mentions: readonly Mention[],
  identified: Identified,
  speaks: ReadonlyMap<number, ReadonlySet<Member | null>>,
  content: readonly Range[],
  scope: Scope,
  found: Found,
): Scope | null {
  const { words, sentences } = wording;
  const start = Math.min(scope.first, content[0]?.[0] ?? scope.first);
  const before = (words[start]?.sentence ?? 0) - 1;
  const sentence = sentences[before];
  if (!sentence || !found.member) return null;
  const speakers = speaks.get(before);
  if (speakers && (speakers.size > 1 || !speakers.has(found.member))) return null;
  const own = sentences[before + 1];
  if (!own || own.block - sentence.block > 1) return null;
  const subject = (mentionsBySentence.get(before) ?? []).find(
    (at) => identified.byMention[at]?.member === found.member,
  );
  if (subject === undefined) return null;
  for (let at = mentions[subject]!.phrase.last; at < sentence.last; at++) {
    if (!SPEECH.test(words[at]!.lower)) continue;
    if (speakers && !/^(?:respond|repl|react)/.test(words[at]!.lower)) return null;
    return {
      first: sentence.first,
      last: sentence.last,
      cue: { first: at, last: at + 1 },
      source: null,
      holds: () => true,
      foreign: () => false,
    };
  }
  return null;
}

/** Indexes of mentions by their sentence. */
export function bySentence(mentions: readonly Mention[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  mentions.forEach(({ sentence }, index) => {
    const known = found.get(sentence);
    if (known) known.push(index);
    else found.set(sentence, [index]);
  });
  return found;
}
