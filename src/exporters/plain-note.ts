// A note as people read it: editors write Markdown, and its signs are no words. Forms for machines keep the source.
import { marked, type Token, type Tokens } from 'marked';

/** Plain text; a line for each line, a blank one between paragraphs. What cannot be read as Markdown stays as it is. */
export function plainNote(markdown: string): string {
  // Most notes have no sign in them.
  if (!/[\\`*_{}[\]<>#|~&!+=-]|\d[.)]|https?:/.test(markdown)) return markdown;
  return blocks(marked.lexer(markdown, { gfm: true }), '').trim() || markdown;
}

const blocks = (tokens: readonly Token[], indent: string): string =>
  tokens
    .map((token) => block(token as Tokens.Generic, indent))
    .filter((text) => text !== '')
    .join('\n\n');

function block(token: Tokens.Generic, indent: string): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'hr':
      return '—';
    case 'code':
      return (token as Tokens.Code).text;
    case 'list':
      return list(token as Tokens.List, indent);
    case 'blockquote':
      return blocks(token.tokens ?? [], indent);
    case 'table':
      return table(token as Tokens.Table);
    default:
      return token.tokens ? inline(token.tokens) : token.raw.trimEnd();
  }
}

function list({ items, ordered, start }: Tokens.List, indent: string): string {
  return items
    .map((item, index) => {
      const sign = item.task ? (item.checked ? '☑' : '☐') : ordered ? `${Number(start || 1) + index}.` : '•';
      return `${indent}${sign} ${item.tokens.map((token) => block(token as Tokens.Generic, `${indent}  `)).join('\n')}`;
    })
    .join('\n');
}

const table = ({ header, rows }: Tokens.Table): string =>
  [header, ...rows].map((cells) => cells.map((cell) => inline(cell.tokens)).join(' | ')).join('\n');

const inline = (tokens: readonly Token[]): string =>
  tokens.map((token) => word(token as Tokens.Generic)).join('');

function word(token: Tokens.Generic): string {
  switch (token.type) {
    case 'br':
      return '\n';
    case 'link':
      return linked(token as Tokens.Link);
    case 'image':
      return linked({ ...(token as Tokens.Image), text: token.text || token.href });
    case 'escape':
    case 'codespan':
      return unescaped(token.text);
    case 'html':
      return token.raw;
    default:
      return token.tokens ? inline(token.tokens) : unescaped(token.text ?? token.raw);
  }
}

/** The address too: on paper nothing can be pressed. */
const linked = ({ text, href }: Pick<Tokens.Link, 'text' | 'href'>): string =>
  text === href || `mailto:${text}` === href ? text : `${text} (${href})`;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
