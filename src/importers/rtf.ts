// RTF, as word processors and older desks still save it. Its tokens become paragraphs here.
import iconv from 'iconv-lite';
import type { BlockKind } from '../core/article.js';
import { invalid } from '../core/errors.js';
import { assembleDocument, type ImportedDocument, NO_METADATA, type Piece } from './document.js';
import { type RtfToken, rtfTokens } from './rtf-tokens.js';
import { CHARACTERS, CHARSETS, codepageName, HEADERS, READ_IF_OPTIONAL, SKIPPED } from './rtf-words.js';

interface Group {
  /** Nothing in here is text of the document. */
  readonly skipped: boolean;
  /** What the destination is, for the few that are read on their own. */
  readonly destination: 'body' | 'footnote' | 'header' | 'fonts';
  readonly deleted: boolean;
  readonly hidden: boolean;
  readonly codepage: string;
  /** Characters that stand in for a Unicode one in old readers. */
  readonly fallbackLength: number;
}

const MAX_DEPTH = 2_000;

export function readRtf(bytes: Uint8Array): ImportedDocument {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reader = new RtfReader(bytes);
  for (const token of rtfTokens(file)) reader.read(token);
  return reader.finish();
}

const BODY: Group = {
  skipped: false,
  destination: 'body',
  deleted: false,
  hidden: false,
  codepage: 'windows-1252',
  fallbackLength: 1,
};

/** A class because what a token means hangs on all before it: its state is one pass over one file. */
class RtfReader {
  readonly #file: Uint8Array;
  readonly #groups: Group[] = [BODY];
  readonly #pieces: Piece[] = [];
  readonly #aside: Piece[] = [];
  readonly #fonts = new Map<number, string>();
  /** Bytes of one code page, not decoded yet: a character may be split over tokens. */
  #bytes: number[] = [];
  #text = '';
  #noteText = '';
  #font = 0;
  #unread = 0;
  #paragraphs = 0;
  #kind: BlockKind = 'paragraph';
  #inTable = false;
  #deletions = 0;
  #starred = false;

  constructor(file: Uint8Array) {
    this.#file = file;
  }

  get #group(): Group {
    return this.#groups.at(-1)!;
  }

  #set(change: Partial<Group>): void {
    this.#flush();
    this.#groups[this.#groups.length - 1] = { ...this.#group, ...change };
  }

  read(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        this.#enter();
        break;
      case 'close':
        this.#leave();
        break;
      case 'control':
        this.#control(token.word, token.param);
        break;
      case 'byte':
        this.#byte(token.byte);
        break;
      case 'text':
        for (let at = token.start; at < token.end; at++) this.#byte(this.#file[at]!);
    }
  }

  #enter(): void {
    if (this.#groups.length > MAX_DEPTH)
      throw invalid('This RTF file nests its groups too deep to be read. Save it as DOCX and import that.');
    this.#flush();
    this.#groups.push(this.#group);
  }

  #leave(): void {
    this.#flush();
    const left = this.#groups.length > 1 ? this.#groups.pop()! : this.#group;
    if (left.destination === this.#group.destination) return;
    if (left.destination === 'footnote') this.#setAside(this.#noteText, 'comment', 'footnote');
    if (left.destination === 'header') this.#setAside(this.#noteText, 'furniture', 'page header or footer');
    this.#noteText = '';
  }

  #setAside(text: string, kind: BlockKind, from: string): void {
    if (text.trim() !== '') this.#aside.push({ text: text.trim(), kind, setAside: true, from });
  }

  #control(word: string, param: number | undefined): void {
    const isOptional = this.#starred;
    this.#starred = word === '*';
    if (word === 'u') this.#unicode(param ?? 0);
    else if (SKIPPED.has(word) || (isOptional && !READ_IF_OPTIONAL.has(word))) this.#set({ skipped: true });
    else if (HEADERS.has(word)) this.#set({ destination: 'header' });
    else if (CHARACTERS[word] !== undefined) this.#add(CHARACTERS[word]);
    else if (!this.#format(word, param)) this.#paragraphControl(word, param);
  }

  /** Controls that last to the end of their group. */
  #format(word: string, param: number | undefined): boolean {
    const isOn = param !== 0;
    if (word === 'deleted' && isOn) this.#deletions++;
    if (word === 'fonttbl') this.#set({ destination: 'fonts', skipped: true });
    else if (word === 'footnote') this.#set({ destination: 'footnote' });
    else if (word === 'ansicpg') this.#set({ codepage: codepageName(param) });
    else if (word === 'mac') this.#set({ codepage: 'macintosh' });
    else if (word === 'f') this.#useFont(param ?? 0);
    else if (word === 'fcharset') this.#nameFont(CHARSETS[param ?? 0]);
    else if (word === 'uc') this.#set({ fallbackLength: param ?? 1 });
    else if (word === 'deleted') this.#set({ deleted: isOn });
    else if (word === 'v') this.#set({ hidden: isOn });
    else if (word === 'plain') this.#set({ deleted: false, hidden: false });
    else return false;
    return true;
  }

  #paragraphControl(word: string, param: number | undefined): void {
    if (word === 'pard') {
      this.#kind = 'paragraph';
      this.#inTable = false;
    } else if (word === 'ls') this.#kind = 'list_item';
    else if (word === 'outlinelevel') this.#kind = (param ?? 0) < 9 ? 'subheading' : 'paragraph';
    else if (word === 'intbl') this.#inTable = true;
    else if (word === 'cell') this.#add('\t');
    else if (word === 'row') this.#endParagraph('table');
    else if (word === 'par' || word === '\n' || word === '\r' || word === 'sect' || word === 'page') {
      if (this.#inTable) this.#add(' ');
      else this.#endParagraph(this.#kind);
    }
  }

  #nameFont(codepage: string | undefined): void {
    if (codepage !== undefined) this.#fonts.set(this.#font, codepage);
  }

  #useFont(font: number): void {
    this.#font = font;
    if (this.#group.destination === 'fonts') return;
    const codepage = this.#fonts.get(font);
    if (codepage !== undefined && codepage !== this.#group.codepage) this.#set({ codepage });
  }

  #unicode(param: number): void {
    this.#flush();
    this.#add(String.fromCharCode(param & 0xffff));
    this.#unread = this.#group.fallbackLength;
  }

  #byte(byte: number): void {
    if (this.#unread > 0) {
      this.#unread--;
      return;
    }
    this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const words = iconv.decode(Buffer.from(this.#bytes), this.#group.codepage);
    this.#bytes = [];
    this.#put(words);
  }

  #add(text: string): void {
    this.#flush();
    this.#put(text);
  }

  #put(text: string): void {
    const { skipped, deleted, hidden, destination } = this.#group;
    if (skipped || deleted || hidden) return;
    if (destination === 'body') this.#text += text;
    else this.#noteText += text;
  }

  #endParagraph(kind: BlockKind): void {
    this.#flush();
    if (this.#group.destination !== 'body') {
      this.#put('\n');
      return;
    }
    this.#paragraphs++;
    const text = this.#text.trim();
    this.#text = '';
    if (text === '') return;
    const last = this.#pieces.at(-1);
    if (kind === 'table' && last?.kind === 'table')
      this.#pieces[this.#pieces.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else this.#pieces.push({ text, kind, setAside: kind === 'table', from: `paragraph ${this.#paragraphs}` });
  }

  finish(): ImportedDocument {
    this.#endParagraph(this.#kind);
    const warnings: string[] = [];
    if (this.#deletions > 0)
      warnings.push(
        `${this.#deletions === 1 ? 'One tracked deletion was' : `${this.#deletions} tracked deletions were`} left out of the text.`,
      );
    let controls = 0;
    const pieces = [...this.#pieces, ...this.#aside].map((piece) => ({
      ...piece,
      text: piece.text.replace(LONE_SURROGATE, '\uFFFD').replace(CONTROL_CODES, () => {
        controls++;
        return '';
      }),
    }));
    if (controls > 0)
      warnings.push(
        `${controls === 1 ? 'One control character was' : `${controls} control characters were`} left out of the text.`,
      );
    return assembleDocument({
      pieces,
      metadata: NO_METADATA,
      mediaType: 'application/rtf',
      encoding: null,
      warnings,
    });
  }
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const CONTROL_CODES = /[\u0000-\u0008\u000E-\u001F\u007F]/g;
