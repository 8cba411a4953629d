// The model file: a line of JSON that names its sections, then the sections, each on an 8-byte boundary,
// so that weights are read in place.
import { invalid } from '../errors.js';

const MAGIC = 'whosaid-model 1\n';

type Numbers = Int8Array | Uint8Array | Uint16Array | Int32Array | Float32Array;

export interface ModelFile {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, Numbers>>;
}

interface SectionHead {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

const TYPES = { Int8Array, Uint8Array, Uint16Array, Int32Array, Float32Array };

export function writeModelFile(file: ModelFile): Uint8Array {
  const heads: SectionHead[] = [];
  let offset = 0;
  for (const [name, numbers] of Object.entries(file.sections)) {
    heads.push({ name, type: numbers.constructor.name, offset, length: numbers.length });
    offset = aligned(offset + numbers.byteLength);
  }
  const head = `${MAGIC}${JSON.stringify({ name: file.name, facts: file.facts, sections: heads })}\n`;
  const body = aligned(new TextEncoder().encode(head).length);
  const bytes = new Uint8Array(body + offset);
  bytes.fill(32, 0, body);
  bytes.set(new TextEncoder().encode(head));
  bytes[body - 1] = 10;
  for (const section of heads) {
    const numbers = file.sections[section.name]!;
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), body + section.offset);
  }
  return bytes;
}

export function readModelFile(given: Uint8Array): ModelFile {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const start = bytes.indexOf(10) + 1;
  const end = bytes.indexOf(10, start);
  const decoder = new TextDecoder();
  if (start === 0 || end < 0 || decoder.decode(bytes.subarray(0, start)) !== MAGIC) {
    throw invalid('This is not a Whosaid model file of a version this program reads.');
  }
  const head = JSON.parse(decoder.decode(bytes.subarray(start, end))) as {
    name: string;
    facts: Record<string, unknown>;
    sections: SectionHead[];
  };
  const body = bodyAt(end);
  const sections: Record<string, Numbers> = {};
  for (const { name, type, offset, length } of head.sections) {
    const Section = TYPES[type as keyof typeof TYPES];
    sections[name] = new Section(bytes.buffer as ArrayBuffer, bytes.byteOffset + body + offset, length);
  }
  return { name: head.name, facts: head.facts, sections };
}

/** Blanks and one more line feed may pad the head. */
function bodyAt(headEnd: number): number {
  let at = headEnd + 1;
  while (at % 8 !== 0) at++;
  return at;
}

const aligned = (offset: number): number => (offset + 7) & ~7;
