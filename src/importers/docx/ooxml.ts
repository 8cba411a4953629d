// The XML inside a Word file, read tag by tag. No entities but XML's own five: a document type is refused outright.
import { SaxesParser } from 'saxes';
import { invalid, Refusal } from '../../core/errors.js';
import { decodeText } from '../encoding.js';

export interface XmlElement {
  /** Local name, for elements of the word-processing vocabulary; `prefix:name` for the few others that matter. */
  readonly name: string;
  /** By local name: no element that is read here has two attributes that differ in namespace alone. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlReader {
  open(element: XmlElement): void;
  text?(text: string): void;
  close(name: string): void;
}

/** Word's vocabulary has two namespaces: the one everybody writes, and that of "strict" files. */
const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const MATH = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'http://purl.oclc.org/ooxml/officeDocument/math',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const MAX_DEPTH = 500;

export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw invalid(
      'This Word file declares a document type, which Word never does; it was not read. Open it in Word and save it again.',
    );
  });
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH)
      throw invalid('This Word file nests its elements too deep to be read. Copy its text and paste it.');
    reader.open({ name: qualified(tag.uri, tag.local), attributes: localAttributes(tag.attributes) });
  });
  parser.on('closetag', (tag) => {
    depth--;
    reader.close(qualified(tag.uri, tag.local));
  });
  if (reader.text) parser.on('text', (text) => reader.text!(text));
  try {
    parser.write(decodeText(bytes, ['utf-8']).text).close();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}

const damaged = (): Error =>
  invalid(
    'This Word file is damaged and could not be read. Open it in Word, save it again, and import that.',
  );

function qualified(uri: string, local: string): string {
  if (WORD.has(uri)) return local;
  if (MATH.has(uri)) return `math:${local}`;
  if (uri === COMPATIBILITY) return `mc:${local}`;
  return `other:${local}`;
}

function localAttributes(
  attributes: Readonly<Record<string, { local: string; value: string }>>,
): Record<string, string> {
  const byName: Record<string, string> = Object.create(null);
  for (const key in attributes) byName[attributes[key]!.local] = attributes[key]!.value;
  return byName;
}

/** A property that is there is on, unless it says otherwise. */
export const isOn = (attributes: Readonly<Record<string, string>>): boolean =>
  !/^(?:0|false|off|none)$/.test(attributes.val ?? '1');
