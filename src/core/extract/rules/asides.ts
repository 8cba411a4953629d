// Readings that only say why a source has no name: no statement, and no rival to one.
import type { Finding } from '../finding.js';
import type { Words } from '../words.js';
import { hashes } from './saying.js';

const [NOT, TO, BE] = [...hashes('not to be')];
const NAMED = hashes('named identified quoted');
const ANONYMITY = hashes('anonymity');

/** "asking not to be named", "on condition of anonymity". */
export function explainsNoName(words: Words, { content }: Finding): boolean {
  const { first, last } = content[0]!;
  const from = words.word[first] === NOT ? first + 1 : first;
  if (words.word[from] === TO && words.word[from + 1] === BE && NAMED.has(words.word[from + 2]!)) return true;
  return last - first <= 4 && ANONYMITY.has(words.word[last - 1]!);
}
