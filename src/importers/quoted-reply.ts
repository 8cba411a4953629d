// Which blocks of a message are quoted from an earlier one, or are its signature.
import type { Block } from '../core/article.js';
import type { Trace } from './document.js';

const ORIGINAL =
  /^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original)/i;
const WROTE = /^(?:on|am|le|el)\b.{5,200}\b(?:wrote|schrieb|écrit|escribió)\s?:$/i;
const OUTLOOK_HEADER = /^(?:from|von|de)\s*:.{1,200}$/i;
const SENT_LINE = /^(?:sent|date|gesendet|envoyé|enviado)\s*:/i;

/** Indexes of the quoted blocks. What follows an "Original message" line is quoted to the end. */
export function quotedSpans(
  text: string,
  blocks: readonly Block[],
  trace: readonly Trace[],
): ReadonlySet<number> {
  const quoted = new Set<number>();
  let allFromHere = false;
  let isIntroduced = false;
  for (const [at, block] of blocks.entries()) {
    const words = text.slice(block.start, Math.min(block.end, block.start + 400)).replace(/\s+/g, ' ');
    const next = blocks[at + 1];
    const nextWords = next === undefined ? '' : text.slice(next.start, Math.min(next.end, next.start + 100));
    allFromHere ||=
      ORIGINAL.test(words) ||
      (OUTLOOK_HEADER.test(words) && (SENT_LINE.test(nextWords) || /\b(?:sent|date) ?:/i.test(words)));
    isIntroduced ||= WROTE.test(words);
    const isQuoted =
      WROTE.test(words) || /^> ?/.test(words) || (isIntroduced && isQuoteElement(block, trace[at]));
    if (allFromHere || isQuoted) quoted.add(at);
  }
  return quoted;
}

/** Mail programs put the earlier message in a block quote; before the line that introduces it, one is the sender's own. */
const isQuoteElement = (block: Block, trace: Trace | undefined): boolean =>
  block.kind === 'block_quote' && /(?:^|> )(?:blockquote|#divRplyFwdMsg)/.test(trace?.from ?? '');
