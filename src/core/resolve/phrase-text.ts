// The words of a noun phrase put back together as printed: its name, its role, its label.
import { isNoun, isPersonNoun, singular } from './nouns.js';
import type { Phrase, Role } from './phrase.js';
import { CLAUSE_WORDS, isParticiple, joinsCapitals, PREPOSITIONS, quoteMark } from './phrase-words.js';
import type { Word } from './wording.js';

/** The words of a name, a possessive ending inside it kept with the word it ends: "Owners'". */
export function nameWords(words: readonly Word[], first: number, last: number): string[] {
  const name: string[] = [];
  for (let at = first; at < last; at++) {
    const word = words[at]!;
    if (word.kind === 'owner' && name.length > 0) name[name.length - 1] += word.text;
    else if (word.kind === 'owner' || !quoteMark(word)) name.push(word.text);
  }
  return name;
}

export function roleOf(titled: readonly Word[], owner: Phrase | null, body: Phrase | null): Role {
  const kept = titled.some(({ kind }) => kind === 'mark')
    ? titled.filter(({ kind }) => kind !== 'mark')
    : titled;
  const head = kept[kept.length - 1];
  const of = kept.length < 3 ? -1 : kept.findIndex((word) => word.lower === 'of' || word.lower === 'for');
  const noun = of > 0 && isPersonNoun(kept[of - 1]!.lower) ? kept[of - 1]! : head;
  return {
    text: textOf(kept),
    head: singular(noun?.lower.replace(/\.$/, '') ?? ''),
    words: kept.map((word) => word.lower),
    owner,
    body,
  };
}

function textOf(kept: readonly Word[]): string {
  let text = kept[0]?.text ?? '';
  for (let at = 1; at < kept.length; at++) {
    const word = kept[at]!;
    text += word.start > kept[at - 1]!.end ? ` ${word.text}` : word.text;
  }
  return text;
}

export function labelOf(words: readonly Word[], from: number, coreLast: number, last: number): string {
  let end = coreLast;
  for (let at = coreLast; at < last; at++) {
    const word = words[at]!;
    if (word.kind === 'mark' && word.text !== '&') break;
    if (CLAUSE_WORDS.has(word.lower) && !word.capital && !joinsCapitals(words, at, last)) break;
    if (at > coreLast && isParticiple(word.lower) && isNoun(words[at - 1]!.lower)) break;
    if (at === coreLast && !PREPOSITIONS.has(word.lower)) break;
    end = at + 1;
  }
  while (end > from && PREPOSITIONS.has(words[end - 1]!.lower)) end--;
  const kept: Word[] = [];
  for (let at = from; at < end; at++) {
    const word = words[at]!;
    if (word.kind === 'owner' || !quoteMark(word)) kept.push(word);
  }
  return textOf(kept);
}
