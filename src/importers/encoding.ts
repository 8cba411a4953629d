// Bytes to text. Says which encoding it read; converts only when sure, and says what would make it sure.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { invalid } from '../core/errors.js';
import { checkUtf8 } from './utf8.js';

export interface DecodedText {
  readonly text: string;
  /** WHATWG name, lower case. */
  readonly encoding: string;
  readonly warnings: readonly string[];
}

/**
 * Decodes in the order browsers do: byte order mark, then `declared` labels in turn (Content-Type, then `<meta>`), then
 * UTF-8 if the bytes are valid UTF-8, then UTF-16 without a mark, then a guess. A declared encoding is passed over when
 * the bytes are not valid in it and are valid UTF-8.
 *
 * A guess is *sure* when the likeliest encoding is at least 40 % confident, leaves no byte undecoded, and every rival
 * within two thirds of its confidence gives the same text. Otherwise the text is refused, with the guess named.
 */
export function decodeText(
  bytes: Uint8Array,
  declared: readonly (string | null | undefined)[] = [],
): DecodedText {
  const marked = byMark(bytes);
  if (marked) return withoutControls(marked);
  const utf8 = checkUtf8(bytes);
  for (const label of declared) {
    const encoding = canonicalLabel(label);
    if (encoding === null || (utf8.invalid === 0 && utf8.multibyte > 0)) continue;
    const text = decodeAs(bytes, encoding);
    if (!text.includes('\uFFFD')) return withoutControls({ text, encoding, warnings: [] });
  }
  const wide = byZeroBytes(bytes);
  if (wide) return withoutControls(wide);
  if (utf8.invalid === 0) return withoutControls(asUtf8OrEscaped(bytes, utf8.multibyte));
  if (utf8.looksDamaged) return withoutControls(damagedUtf8(bytes));
  refuseBinary(bytes);
  return withoutControls(byGuess(bytes));
}

/** What an editor may say a text is in: the encodings of old web pages and of old word processors. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;

/** The WHATWG name for a label, or null for one nobody knows. Latin-1 labels mean windows-1252, as on the web. */
export function canonicalLabel(label: string | null | undefined): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** iconv-lite where it can: Node 20's own windows-1252 decoder gives control characters for curly quotes. */
function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-') || !iconv.encodingExists(encoding))
    return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw utf32();
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) throw utf32();
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : null;
  if (encoding === null) return null;
  return replacing(decodeAs(bytes, encoding), encoding, []);
}

const utf32 = (): Error =>
  invalid('This text is in UTF-32, which is not read here. Save it as UTF-8 and import it again.');

/** UTF-16 without a mark: in Western text every other byte is zero, and in any script spaces and line ends are. */
function byZeroBytes(bytes: Uint8Array): DecodedText | null {
  if (bytes.length < 8 || bytes.length % 2 !== 0) return null;
  const sample = Math.min(bytes.length, 65_536);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  const pairs = sample / 2;
  const encoding =
    odd > pairs * 0.05 && even < odd * 0.02
      ? 'utf-16le'
      : even > pairs * 0.05 && odd < even * 0.02
        ? 'utf-16be'
        : null;
  if (encoding === null) return null;
  const text = decodeAs(bytes, encoding);
  if (text.includes('\uFFFD') || oddCharacters(text.slice(0, 32_768)) > 0.02) return null;
  return {
    text,
    encoding,
    warnings: [`The text has no byte order mark; it was read as ${encoding.toUpperCase()}.`],
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape code is how the alphabets are switched
const SWITCHES_ALPHABET = /\u001b[$(][@BJ]/;

/** Seven-bit text is UTF-8, unless it switches alphabets with escape codes as Japanese mail does. */
function asUtf8OrEscaped(bytes: Uint8Array, multibyte: number): DecodedText {
  const text = decodeAs(bytes, 'utf-8');
  if (multibyte > 0 || !SWITCHES_ALPHABET.test(text)) return { text, encoding: 'utf-8', warnings: [] };
  return { text: decodeAs(bytes, 'iso-2022-jp'), encoding: 'iso-2022-jp', warnings: [] };
}

const damagedUtf8 = (bytes: Uint8Array): DecodedText => replacing(decodeAs(bytes, 'utf-8'), 'utf-8', []);

function replacing(text: string, encoding: string, warnings: readonly string[]): DecodedText {
  const lost = count(text, /\uFFFD/g);
  if (lost === 0) return { text, encoding, warnings };
  const places = lost === 1 ? 'One place' : `${lost} places`;
  return {
    text,
    encoding,
    warnings: [
      ...warnings,
      `${places} could not be read as ${encoding.toUpperCase()} and stand as \uFFFD in the text.`,
    ],
  };
}

interface Guess {
  readonly encoding: string;
  readonly confidence: number;
}

function byGuess(bytes: Uint8Array): DecodedText {
  const guesses = byKana(bytes, guessEncodings(bytes));
  const best = guesses[0];
  if (best === undefined)
    throw invalid(
      'This file is not UTF-8, and its encoding could not be told. Save it as UTF-8, or choose its encoding.',
      'encoding',
    );
  const text = decodeAs(bytes, best.encoding);
  const rival = guesses
    .slice(1)
    .find(
      (guess) => guess.confidence > best.confidence * (2 / 3) && decodeAs(bytes, guess.encoding) !== text,
    );
  if (best.confidence < 40 || rival !== undefined || text.includes('\uFFFD')) {
    const or = rival === undefined ? '' : ` or ${rival.encoding}`;
    throw invalid(
      `This file is not UTF-8. It looks like ${best.encoding}${or}, but not surely enough to convert it. Save it as UTF-8, or choose its encoding.`,
      'encoding',
    );
  }
  return {
    text,
    encoding: best.encoding,
    warnings: [`The file is not UTF-8; it was read as ${best.encoding}.`],
  };
}

/**
 * EUC-JP and GB 18030 hold kana at the same places, and the detector cannot choose between them: Japanese is full of
 * hiragana, Chinese has none.
 */
function byKana(bytes: Uint8Array, guesses: readonly Guess[]): readonly Guess[] {
  if (!['euc-jp', 'gb18030'].every((name) => guesses.some(({ encoding }) => encoding === name)))
    return guesses;
  const text = decodeAs(bytes, 'euc-jp');
  const kana = count(text, /\p{Script=Hiragana}/gu);
  const ideographs = count(text, /\p{Script=Han}/gu);
  const wrong = kana * 3 > ideographs ? 'gb18030' : kana * 12 < ideographs ? 'euc-jp' : null;
  return guesses.filter(({ encoding }) => encoding !== wrong);
}

/** The detector looks at the stretch that tells most: around the first bytes that are not ASCII. */
function guessEncodings(bytes: Uint8Array): Guess[] {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 2_000);
  return analyse(bytes.subarray(from, from + 64_000))
    .filter((match) => match.confidence > 0 && !match.name.startsWith('UTF') && match.name !== 'ASCII')
    .map((match) => ({ encoding: canonicalLabel(match.name), confidence: match.confidence }))
    .filter((guess): guess is Guess => guess.encoding !== null);
}

/** No encoding of text has zero bytes or many control codes: such a file is not text at all. */
function refuseBinary(bytes: Uint8Array): void {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  if (controls > sample.length * 0.01) throw notText();
}

const notText = (): Error =>
  invalid(
    'This file is not text, and is in none of the formats that can be read. Import text, Markdown, HTML, DOCX, PDF, RTF or e-mail.',
  );

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F]/g;

const count = (text: string, pattern: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
};

const oddCharacters = (text: string): number =>
  (count(text, CONTROLS) + count(text, /[\uE000-\uF8FF]/g)) / Math.max(1, text.length);

/** Control characters mean nothing in an article, and NUL ends a string in many a reader; the original keeps them. */
function withoutControls(decoded: DecodedText): DecodedText {
  const controls = count(decoded.text, CONTROLS);
  if (controls === 0) return decoded;
  if (controls > Math.max(8, decoded.text.length * 0.01)) throw notText();
  const said = controls === 1 ? 'One control character was' : `${controls} control characters were`;
  return {
    ...decoded,
    text: decoded.text.replace(CONTROLS, ''),
    warnings: [...decoded.warnings, `${said} left out of the text.`],
  };
}
