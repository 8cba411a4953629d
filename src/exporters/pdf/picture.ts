// The pictures of a report on paper: what was drawn for pages as SVG, drawn again with the PDF's own lines and letters. It knows
// the four shapes our pictures are made of, and is given no others.
import { SaxesParser } from 'saxes';
import { drawLines } from './draw-line.js';
import type { Faces } from './faces.js';
import { MEASURE, PAGE, type Sheet } from './sheet.js';
import { typeset } from './typeset.js';

type Attributes = Readonly<Record<string, string>>;

interface Shape {
  readonly name: string;
  readonly attributes: Attributes;
  text: string;
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Its title and what it shows, in words. */
  readonly alt: string;
  readonly shapes: readonly Shape[];
}

/** Draws an SVG of ours as wide as the page allows; nothing where there is none. */
export function picture(sheet: Sheet, faces: Faces, svg: string): void {
  if (svg === '') return;
  const { width, height, alt, shapes } = read(svg);
  const scale = Math.min(1, MEASURE / width);
  sheet.space(8);
  sheet.picture(alt, height * scale, (document, top) => {
    for (const shape of shapes) draw(document, faces, shape, scale, top);
  });
  sheet.space(6);
}

function read(svg: string): Drawing {
  const parser = new SaxesParser();
  const shapes: Shape[] = [];
  const open: Shape[] = [];
  const said: string[] = [];
  let box: Attributes = {};
  parser.on('opentag', ({ name, attributes }) => {
    const shape: Shape = { name, attributes: attributes as Attributes, text: '' };
    open.push(shape);
    if (name === 'svg') box = shape.attributes;
  });
  parser.on('text', (text) => {
    const shape = open.at(-1);
    if (shape) shape.text += text;
  });
  parser.on('closetag', () => {
    const shape = open.pop();
    if (!shape) return;
    // A label may have a title of its own, for whoever points at it; the picture's are directly inside it.
    const words = shape.name === 'title' || shape.name === 'desc';
    if (!words) shapes.push(shape);
    else if (open.length === 1) said.push(shape.text);
  });
  parser.write(svg).close();
  return { width: Number(box.width), height: Number(box.height), alt: said.join('. '), shapes };
}

function draw(document: PDFKit.PDFDocument, faces: Faces, shape: Shape, scale: number, top: number): void {
  const { name, attributes, text } = shape;
  const value = (key: string): number => Number(attributes[key] ?? 0) * scale;
  const across = (key: string): number => PAGE.left + value(key);
  const down = (key: string): number => top + value(key);
  const paint = (): void => {
    const { fill, stroke } = attributes;
    if (fill && fill !== 'none') document.fill(fill);
    else if (stroke) document.lineWidth(scale * Number(attributes['stroke-width'] ?? 1)).stroke(stroke);
  };
  switch (name) {
    case 'rect':
      document.roundedRect(across('x'), down('y'), value('width'), value('height'), value('rx'));
      paint();
      break;
    case 'circle':
      document.circle(across('cx'), down('cy'), value('r'));
      paint();
      break;
    case 'line':
      document.moveTo(across('x1'), down('y1')).lineTo(across('x2'), down('y2'));
      paint();
      break;
    case 'text': {
      const size = Number(attributes['font-size']) * scale;
      const run = { text, face: 'regular', size, colour: attributes.fill ?? '#000000' } as const;
      const [line = []] = typeset([run], Number.MAX_SAFE_INTEGER, faces);
      const width = line.reduce((sum, piece) => sum + piece.width, 0);
      const back = { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? 'start'] ?? 0;
      drawLines(document, [{ line, left: across('x') - back, baseline: down('y') }]);
    }
  }
}
