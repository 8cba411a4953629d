// Keys a name is looked up by in the registry: whatever two spellings of one name should share. A shared key proposes a
// candidate; whether it is the same speaker is for `matchSpeaker` to say.
import { formOf } from '../resolve/name-forms.js';
import { remembered } from '../resolve/remembered.js';

/** Longer names are cut: nobody is told apart by a thirteenth word. */
const LONGEST = 12;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
/** Names come from pages; a tag or an entity is no part of one. Linear: neither class holds its own end. */
const MARKUP = /<[^<>]{0,200}>|&[#\w]{1,10};/g;
/** Direction marks, zero-width joiners and the Arabic stretching mark say nothing. */
const INVISIBLE = /[\p{Cf}\u0640]/gu;

/** The words a name is compared by: no case, diacritics, particles, markup. */
export const nameWords = (name: string): readonly string[] => wordsOf(name.slice(0, 400));

const wordsOf = remembered((name: string): readonly string[] => {
  const bare = name.replace(MARKUP, ' ').replace(INVISIBLE, '');
  const words = (bare.match(WORD) ?? []).filter((word) => !/^(?:the|an|a)$/i.test(word) || bare.length < 4);
  return formOf(words)
    .flatMap((word) => word.split('-'))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, LONGEST);
});

/**
 * Up to five keys, none for a name without letters. `=` all words in any order; `~` surname and initial; `1` a word
 * alone; `@` initials of a longer name, so that an acronym finds it.
 */
export function nameKeys(name: string): string[] {
  const words = nameWords(name);
  if (words.length === 0) return [];
  const keys = [`=${[...words].sort().join(' ')}`];
  const first = words[0]!;
  const last = words[words.length - 1]!;
  if (words.length === 1) keys.push(`1${first}`, `@${first}`);
  else {
    keys.push(`~${last} ${first[0]}`, `1${last}`);
    if (words.length > 2) keys.push(`@${words.map((word) => word[0]).join('')}`);
  }
  return [...new Set(keys)];
}

/** Keys of a registered speaker: those of its name and of every alias. */
export const speakerKeys = (speaker: {
  readonly name: string;
  readonly aliases: readonly string[];
}): string[] => [...new Set([speaker.name, ...speaker.aliases].flatMap(nameKeys))];
