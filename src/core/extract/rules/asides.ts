// Readings that are no statements, and no rivals to one: they only say why a source has no name, or that nobody spoke.
import type { Finding } from '../finding.js';
import { SHAPE, type Words } from '../words.js';
import { hashes } from './saying.js';

const [NOT, TO, BE, ONE] = [...hashes('not to be one')];
const NAMED = hashes('named identified quoted');
const ANONYMITY = hashes('anonymity');

/** "asking not to be named", "spoke on condition of anonymity to discuss the talks". */
export function explainsNoName(words: Words, { content, cue }: Finding): boolean {
  for (let at = Math.max(0, cue.first - 1); at <= cue.last; at++)
    if (ANONYMITY.has(words.word[at]!)) return true;
  const { first, last } = content[0]!;
  const from = words.word[first] === NOT ? first + 1 : first;
  if (words.word[from] === TO && words.word[from + 1] === BE && NAMED.has(words.word[from + 2]!)) return true;
  return last - first <= 4 && ANONYMITY.has(words.word[last - 1]!);
}

const NO = hashes('no nobody none neither noone');

/** "No group has claimed …", "not one of them denied …": the publisher tells that nobody did. "No 10" is an address. */
export function isSaidByNobody({ word, shape }: Words, { source }: Pick<Finding, 'source'>): boolean {
  const [speaker] = source;
  if (!speaker) return false;
  const { first } = speaker;
  return NO.has(word[first]!)
    ? shape[first + 1] !== SHAPE.number
    : word[first] === NOT && word[first + 1] === ONE;
}
