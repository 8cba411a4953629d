// Which blocks of a message are quoted from an earlier one, and what a message that was passed on says of itself.
import type { Block } from '../core/article.js';
import type { Trace } from './document.js';

const ORIGINAL =
  /^(?:-{2,}\s*(?:original message|(?:begin )?forwarded message|(?:ursprüngliche|weitergeleitete|original)\s?-?nachricht|message (?:d['’]origine|original|transféré)|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|mensagem (?:original|encaminhada))|begin forwarded message:|anfang der weitergeleiteten nachricht:)/i;
const WROTE =
  /^(?:on|am|le|el|il|op|em)\s.{5,300}\s(?:wrote|schrieb|écrit|escribió|scritto|schreef|escreveu)(?:\s.{1,120}?)?\s?:$/i;
const OUTLOOK_HEADER = /^(?:from|von|de|da|van)\s*:.{1,200}$/i;
const SENT_LINE = /^(?:sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|verzonden)\s*:/i;
const HEADER_LINE =
  /^(from|von|de|da|van|sent|date|gesendet|datum|envoyé|enviado|fecha|data|inviato|verzonden|to|an|à|para|a|aan|cc|bcc|kopie|subject|betreff|objet|asunto|oggetto|onderwerp|assunto|reply-to)\s*:\s*(.*)$/i;

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
    const words = wordsOf(text, block);
    allFromHere ||= beginsOther(text, blocks, at);
    isIntroduced ||= WROTE.test(words);
    const isQuoted =
      WROTE.test(words) || /^> ?/.test(words) || (isIntroduced && isQuoteElement(block, trace[at]));
    if (allFromHere || isQuoted) quoted.add(at);
  }
  return quoted;
}

export interface Forwarded {
  /** Indexes of the blocks that hold the lines "From:", "Date:" and so on, and of the line that announces them. */
  readonly head: ReadonlySet<number>;
  readonly from: string | null;
  readonly date: string | null;
}

/** Of a message passed on: the lines at its head, whose words are nobody's, and who wrote it when. */
export function forwardedHead(text: string, blocks: readonly Block[]): Forwarded {
  const head = new Set<number>();
  const said = new Map<string, string>();
  for (let at = 0; at < blocks.length; at++) {
    if (!beginsOther(text, blocks, at)) continue;
    if (ORIGINAL.test(wordsOf(text, blocks[at]!))) head.add(at++);
    for (; at < blocks.length; at++) {
      const lines = text.slice(blocks[at]!.start, blocks[at]!.end).split(/\s*[\n\u2028]\s*/);
      const fields = lines.map((line) => HEADER_LINE.exec(line.trim()));
      if (fields.includes(null)) break;
      head.add(at);
      for (const field of fields) {
        const [, name = '', value = ''] = field ?? [];
        const key = SENT_LINE.test(`${name}:`) ? 'date' : OUTLOOK_HEADER.test(`${name}: x`) ? 'from' : name;
        if (!said.has(key)) said.set(key, value);
      }
    }
  }
  const from = (said.get('from') ?? '').replace(/\s*[<[(][^>\])]*[>\])]\s*$/, '').replace(/^["']|["']$/g, '');
  return { head, from: from === '' || from.includes('@') ? null : from, date: said.get('date') ?? null };
}

function beginsOther(text: string, blocks: readonly Block[], at: number): boolean {
  const words = wordsOf(text, blocks[at]!);
  if (ORIGINAL.test(words)) return true;
  if (!OUTLOOK_HEADER.test(words)) return false;
  const next = blocks[at + 1];
  return (
    /\s(?:sent|date|gesendet|envoyé|enviado) ?:/i.test(words) ||
    (next !== undefined && SENT_LINE.test(wordsOf(text, next)))
  );
}

const wordsOf = (text: string, { start, end }: Block): string =>
  text.slice(start, Math.min(end, start + 400)).replace(/\s+/g, ' ');

/** Mail programs put the earlier message in a block quote; before the line that introduces it, one is the sender's own. */
const isQuoteElement = (block: Block, trace: Trace | undefined): boolean =>
  block.kind === 'block_quote' && /(?:^|> )(?:blockquote|#divRplyFwdMsg)/.test(trace?.from ?? '');
