// The credit line: from whom a page took the story. It names the publisher whose voice the narration is.
import type { Block } from '../article.js';
import type { Stretch } from './stretch.js';

const LABEL = /^[([]?(?:sources?|credits?|courtesy(?: of)?|via|news source|original source) ?: ?/i;
const REPUBLISHED =
  /^(?:this (?:article|story|report|piece|text) (?:was |is )?(?:originally |first )?(?:published|appeared)|originally published|first published|republished|reprinted)(?: here)?(?: (?:with (?:the )?(?:kind )?permission|courtesy))? (?:by|in|on|at|from|of) (?:the website of )?/i;

export const isCredit = (line: Stretch): boolean => creditName(line.head) !== null;

/** The publisher a page credits ("Source: Some Agency" gives "Some Agency"), or null when it credits nobody. */
export function findCredit(text: string, blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.kind !== 'credit') continue;
    const name = creditName(text.slice(block.start, Math.min(block.end, block.start + 300)));
    if (name !== null) return name;
  }
  return null;
}

function creditName(line: string): string | null {
  const label = LABEL.exec(line) ?? REPUBLISHED.exec(line);
  if (!label) return null;
  const rest = line
    .slice(label[0].length)
    .replace(/https?:\/\/\S*/g, '')
    .replace(/ (?:on|in|at) (?:\p{Lu}\p{Ll}+ )?\d.*$/u, '')
    .split(/[|;([]| [–—―] |\. /)[0]!
    .replace(/[\s.,:)\]]+$/, '')
    .trim();
  const words = rest.split(/\s+/);
  return rest !== '' && words.length <= 8 && /^[\p{Lu}\p{N}]/u.test(rest) ? rest : null;
}
