// RTF cut into tokens, in time and memory in proportion to the file. What they mean is for `rtf.ts`.

export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'control'; readonly word: string; readonly param?: number }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

/** `file` holds one byte per character; text tokens are stretches of it. Line breaks are no text and give no token. */
export function* rtfTokens(file: string): Generator<RtfToken> {
  // A control word with its number and the one space that ends it; a byte in hexadecimal; a control sign; a brace; text.
  const pattern = /\\([A-Za-z]+)(-?\d+)? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[^\\{}\r\n]+/g;
  for (let found = pattern.exec(file); found !== null; found = pattern.exec(file)) {
    const [, word, param, hex, sign, brace] = found;
    if (word === 'bin') pattern.lastIndex += Math.max(0, Number(param ?? 0));
    else if (word !== undefined)
      yield { kind: 'control', word, ...(param !== undefined && { param: Number(param) }) };
    else if (hex !== undefined) yield { kind: 'byte', byte: Number.parseInt(hex, 16) };
    else if (sign !== undefined) yield { kind: 'control', word: sign };
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else yield { kind: 'text', start: found.index, end: pattern.lastIndex };
  }
}
