// Lines of a byte stream, checked for UTF-8 one by one, so that one bad line does not spoil the rest.

/** A longer line is answered with an error and skipped; memory stays bounded. */
const LONGEST = 64 * 1024 * 1024;

export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** Null where the bytes are no UTF-8, or too many. */
  readonly text: string | null;
  readonly refusal: string | null;
}

/** The lines of a stream that are not blank, with their numbers. */
export async function* inputLines(stream: AsyncIterable<unknown>): AsyncGenerator<InputLine> {
  let pieces: Buffer[] = [];
  let size = 0;
  let number = 1;
  for await (const chunk of stream) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      size += end;
      if (size <= LONGEST) pieces.push(rest.subarray(0, end));
      const line = readLine(pieces, size, number++);
      if (line) yield line;
      pieces = [];
      size = 0;
      rest = rest.subarray(end + 1);
    }
    size += rest.length;
    if (size <= LONGEST) pieces.push(rest);
    else pieces = [];
  }
  const last = readLine(pieces, size, number);
  if (last) yield last;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readLine(pieces: readonly Buffer[], size: number, number: number): InputLine | null {
  if (size > LONGEST)
    return {
      number,
      text: null,
      refusal: 'This line is longer than 64 MB. Split the article, or leave it out.',
    };
  try {
    const text = utf8.decode(Buffer.concat(pieces));
    return text.trim() === '' ? null : { number, text, refusal: null };
  } catch {
    return { number, text: null, refusal: 'This line is not UTF-8. Convert the file to UTF-8 first.' };
  }
}
