// A ZIP written a piece at a time, of which only what is packed already is held. The same pieces give the same bytes.
import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZipPart {
  write(piece: string | Uint8Array): void;
  close(): void;
}

export interface ZipFile {
  /** Several parts may be open; they follow one another in the order in which they were opened. */
  open(name: string, level?: 0 | 6): ZipPart;
  /** `comment` stands at its end, where it disturbs nobody: bundles and Word files carry their seal there. */
  finish(comment?: string): Uint8Array;
}

export function zipFile(): ZipFile {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    open(name, level = 6) {
      const file = new ZipDeflate(name, { level });
      // The earliest time a ZIP can hold; it is written as this machine's local time.
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      return {
        write: (piece) => file.push(typeof piece === 'string' ? strToU8(piece) : piece),
        close: () => file.push(new Uint8Array(), true),
      };
    },
    finish(comment) {
      zip.end();
      const bytes = Buffer.concat(chunks);
      return comment === undefined ? bytes : withComment(bytes, comment);
    },
  };
}

/** `zip` must end without a comment, as ours do. APPNOTE 4.3.16: the last two bytes are the comment's length. */
export function withComment(zip: Uint8Array, comment: string): Uint8Array {
  const text = new TextEncoder().encode(comment);
  const out = new Uint8Array(zip.length + text.length);
  out.set(zip);
  new DataView(out.buffer).setUint16(zip.length - 2, text.length, true);
  out.set(text, zip.length);
  return out;
}
