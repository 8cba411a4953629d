// How a Word report looks. Everything hangs on named styles, so that a desk can restyle it in Word in one place.
import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';
import { INK, RULE, SOFT } from './parts.js';

const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: 'SimSun' };
const SANS = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'SimSun' };

const heading = (size: number, before: number, after: number) => ({
  run: { font: SERIF, size, bold: true, color: INK },
  paragraph: { spacing: { before, after }, keepNext: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SANS, size: 21, color: INK, language: { value: 'en-GB', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: {
      run: { font: SERIF, size: 44, bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 100, line: 264, lineRule: 'auto' } },
    },
    heading1: heading(30, 400, 120),
    heading2: heading(24, 280, 80),
    heading3: {
      run: { font: SANS, size: 23, bold: true, color: INK },
      paragraph: { spacing: { before: 320, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Kicker',
      name: 'Kicker',
      basedOn: 'Normal',
      run: { color: SOFT, size: 19 },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'Finding',
      name: 'Finding',
      basedOn: 'Normal',
      run: { font: SERIF, size: 25 },
      paragraph: { spacing: { before: 160, after: 160, line: 312 } },
    },
    {
      id: 'Words',
      name: 'Words',
      basedOn: 'Normal',
      run: { font: SERIF, size: 23 },
      paragraph: {
        spacing: { after: 100, line: 300 },
        indent: { left: 240 },
        border: { left: { style: 'single', size: 12, color: RULE, space: 10 } },
      },
    },
    {
      id: 'Fact',
      name: 'Fact',
      basedOn: 'Normal',
      paragraph: {
        spacing: { after: 40, line: 264 },
        indent: { left: 1_900, hanging: 1_900 },
        leftTabStop: 1_900,
      },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    {
      id: 'Print',
      name: 'Print',
      basedOn: 'Normal',
      run: { font: { ascii: 'Consolas', hAnsi: 'Consolas' }, size: 16, color: SOFT },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      basedOn: 'Normal',
      run: { size: 17, color: SOFT },
      paragraph: { spacing: { after: 20, line: 240 } },
    },
  ],
};

export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: 'dots',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 240 } } },
        },
      ],
    },
  ],
};
