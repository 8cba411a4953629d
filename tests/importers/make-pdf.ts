// PDFs for tests, written by hand: lines of Helvetica at given places, and whatever oddity a test asks for.

export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

const streamOf = (lines: readonly PdfText[]): string =>
  lines
    .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
    .join('\n');

/** Lines of one column, from the top of the page down. */
export const column = (lines: readonly string[], top = 700, x = 72): PdfText[] =>
  lines.map((text, at) => ({ text, x, y: top - at * 12 }));

export interface PdfOddities {
  readonly info?: string;
  /** Added to the trailer. */
  readonly trailer?: string;
  /** Instead of the text of every page. */
  readonly stream?: string;
  readonly resources?: string;
  /** More objects, numbered from 900. */
  readonly objects?: readonly string[];
  readonly kids?: string;
}

export function makePdf(pages: readonly (readonly PdfText[])[], odd: PdfOddities = {}): Uint8Array {
  const objects: [number, string][] = [
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [
      2,
      `<</Type/Pages/Count ${pages.length}/Kids[${odd.kids ?? pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ')}]>>`,
    ],
    [3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'],
    [4, `<<${odd.info ?? ''}>>`],
  ];
  for (const [at, lines] of pages.entries()) {
    const stream = odd.stream ?? streamOf(lines);
    objects.push([
      10 + at * 2,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>${odd.resources ?? ''}>>/Contents ${11 + at * 2} 0 R>>`,
    ]);
    objects.push([
      11 + at * 2,
      `<</Length ${Buffer.byteLength(stream, 'latin1')}>>\nstream\n${stream}\nendstream`,
    ]);
  }
  for (const [at, object] of (odd.objects ?? []).entries()) objects.push([900 + at, object]);
  return written(objects, odd.trailer ?? '');
}

function written(objects: readonly (readonly [number, string])[], trailer: string): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map(([number, body]) => {
    const offset = Buffer.byteLength(file, 'latin1');
    file += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = Buffer.byteLength(file, 'latin1');
  file += `xref\n0 1\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 1000/Root 1 0 R/Info 4 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}
