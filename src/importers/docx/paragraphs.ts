// The paragraphs of one part of a Word file, in order: inserted text is read, deleted text is not.
import type { BlockKind } from '../../core/article.js';
import { isOn, readXml, type XmlElement } from './ooxml.js';
import type { StyleKinds } from './styles.js';

export interface DocxParagraph {
  readonly text: string;
  readonly kind: BlockKind;
  /** Counted from 0 over the tables of the part; null outside tables. */
  readonly table: number | null;
  readonly row: number;
  readonly cell: number;
  /** The id of the footnote or endnote it belongs to, in those parts. */
  readonly note: string | null;
}

export interface DocxPart {
  readonly paragraphs: readonly DocxParagraph[];
  readonly deletions: number;
  readonly insertions: number;
  readonly hiddenRuns: number;
  readonly comments: number;
}

export function readParagraphs(bytes: Uint8Array, styles: StyleKinds): DocxPart {
  const reader = new PartReader(styles);
  readXml(bytes, reader);
  return reader.part();
}

interface OpenParagraph {
  text: string;
  style: string | null;
  numbered: boolean;
  outlined: boolean;
  /** Its end was deleted, so the next paragraph goes on from here. */
  joinsNext: boolean;
}

interface OpenTable {
  readonly number: number;
  row: number;
  cell: number;
}

/** A class because a tag reader calls back: its state is one pass over one part. */
class PartReader {
  readonly #styles: StyleKinds;
  readonly #done: DocxParagraph[] = [];
  readonly #open: OpenParagraph[] = [];
  /** Of text boxes that hang on the paragraph still open: they are read after it. */
  readonly #boxed: DocxParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  /** One entry per field whose code or result we are in. */
  readonly #fields: ('code' | 'result')[] = [];
  #tableCount = 0;
  #note: string | null = null;
  #skipNote = false;
  #deleted = 0;
  #fallback = 0;
  #placeholder = false;
  #inRun = 0;
  #inRunProperties = 0;
  #inParagraphProperties = 0;
  #hiddenRun = false;
  #inText = false;
  #joined = '';
  #counts = { deletions: 0, insertions: 0, hiddenRuns: 0, comments: 0 };

  constructor(styles: StyleKinds) {
    this.#styles = styles;
  }

  part(): DocxPart {
    return { paragraphs: this.#done, ...this.#counts };
  }

  open({ name, attributes }: XmlElement): void {
    if (name === 'mc:Fallback') this.#fallback++;
    if (this.#fallback > 0) return;
    switch (name) {
      case 'p':
        this.#open.push({ text: '', style: null, numbered: false, outlined: false, joinsNext: false });
        break;
      case 'pPr':
        this.#inParagraphProperties++;
        break;
      case 'rPr':
        this.#inRunProperties++;
        break;
      case 'r':
        this.#inRun++;
        this.#hiddenRun = false;
        break;
      case 'del':
      case 'moveFrom':
        this.#openDeletion();
        break;
      case 'ins':
      case 'moveTo':
        if (this.#inRunProperties === 0) this.#counts.insertions++;
        break;
      case 'tbl':
        this.#tables.push({ number: this.#tableCount++, row: 0, cell: 0 });
        break;
      case 'footnote':
      case 'endnote':
        this.#note = attributes.id ?? null;
        this.#skipNote = attributes.type !== undefined && attributes.type !== 'normal';
        break;
      default:
        this.#property(name, attributes);
        this.#content(name, attributes);
    }
  }

  /** In the properties of a paragraph's mark a deletion is about the mark alone. */
  #openDeletion(): void {
    if (this.#inParagraphProperties > 0 && this.#inRunProperties > 0) {
      this.#counts.deletions++;
      this.#setParagraph({ joinsNext: true });
      return;
    }
    if (this.#deleted++ === 0) this.#counts.deletions++;
  }

  #setParagraph(change: Partial<OpenParagraph>): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) Object.assign(paragraph, change);
  }

  #property(name: string, attributes: Readonly<Record<string, string>>): void {
    const table = this.#tables.at(-1);
    if (name === 'tr' && table) {
      table.row++;
      table.cell = 0;
    } else if (name === 'tc' && table) table.cell++;
    else if (name === 'pStyle') this.#setParagraph({ style: attributes.val ?? null });
    else if (name === 'numPr') this.#setParagraph({ numbered: true });
    else if (name === 'outlineLvl') this.#setParagraph({ outlined: Number(attributes.val) < 9 });
    else if (name === 'vanish' && this.#inRun > 0 && this.#inParagraphProperties === 0 && isOn(attributes))
      this.#hiddenRun = true;
    else if (name === 'showingPlcHdr') this.#placeholder = true;
    else if (name === 'commentReference') this.#counts.comments++;
  }

  #content(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#inRun === 0 && !name.startsWith('math:')) return;
    switch (name) {
      case 't':
      case 'math:t':
        this.#inText = true;
        if (this.#hiddenRun) this.#counts.hiddenRuns++;
        break;
      case 'tab':
      case 'ptab':
        this.#add('\t');
        break;
      case 'br':
      case 'cr':
        this.#add('\n');
        break;
      case 'noBreakHyphen':
        this.#add('\u2011');
        break;
      case 'fldChar':
        this.#field(attributes.fldCharType);
        break;
    }
  }

  #field(step: string | undefined): void {
    if (step === 'begin') this.#fields.push('code');
    else if (step === 'separate' && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = 'result';
    else if (step === 'end') this.#fields.pop();
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    const unread = this.#deleted > 0 || this.#hiddenRun || this.#placeholder || this.#fields.includes('code');
    if (paragraph && !unread) paragraph.text += text;
  }

  close(name: string): void {
    if (name === 'mc:Fallback') this.#fallback--;
    if (this.#fallback > 0) return;
    if (name === 't' || name === 'math:t') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'pPr') this.#inParagraphProperties--;
    else if (name === 'rPr') this.#inRunProperties--;
    else if (name === 'r') this.#inRun--;
    else if (name === 'del' || name === 'moveFrom') this.#closeDeletion();
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'sdt') this.#placeholder = false;
    else if (name === 'footnote' || name === 'endnote') this.#note = null;
  }

  #closeDeletion(): void {
    if (this.#inParagraphProperties === 0 || this.#inRunProperties === 0) this.#deleted--;
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (!paragraph || this.#skipNote) return;
    if (paragraph.joinsNext && this.#open.length === 0) {
      this.#joined += paragraph.text;
      return;
    }
    const isBoxed = this.#open.length > 0;
    const text = isBoxed ? paragraph.text : this.#joined + paragraph.text;
    if (!isBoxed) this.#joined = '';
    const table = this.#tables.at(0);
    const read = {
      text: text.trim(),
      kind: this.#kind(paragraph),
      table: table?.number ?? null,
      row: table?.row ?? 0,
      cell: table?.cell ?? 0,
      note: this.#note,
    };
    if (isBoxed) this.#boxed.push(read);
    else this.#done.push(read, ...this.#boxed.splice(0));
  }

  #kind({ style, numbered, outlined }: OpenParagraph): BlockKind {
    const kind = this.#styles(style);
    if (kind !== 'paragraph') return kind;
    return outlined ? 'subheading' : numbered ? 'list_item' : 'paragraph';
  }
}
