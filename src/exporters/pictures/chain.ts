// One statement's way, read downwards: who said it, by what channel and when, through whom, to the publisher.
import { longDay } from '../../core/report/dates.js';
import type { ReportStatement } from '../../core/report/model.js';
import { speakerLine } from '../phrases.js';
import { clipped, opened } from './paint.js';

const WIDTH = 360;
const STEP = 26;

type Chained = Pick<ReportStatement, 'speaker' | 'channel' | 'saidOn' | 'via' | 'number'>;

export function provenanceChain(statement: Chained, publisher: string | null, id: string): string {
  const stops = chainStops(statement, publisher);
  const height = stops.length * STEP + 4;
  const marks = stops.map((stop, index) => {
    const y = 14 + index * STEP;
    const line =
      index < stops.length - 1
        ? `<line x1="8" x2="8" y1="${y + 5}" y2="${y + STEP - 5}" class="rule" stroke="#a8a092" stroke-width="1.5"/>`
        : '';
    return `${line}${chainDot(index, y)}<text x="24" y="${y + 4.5}" font-family="sans-serif" font-size="13" class="ink" fill="#1d1b18">${clipped(stop, 52)}</text>`;
  });
  return `${opened(id, WIDTH, height, `How statement ${statement.number} reached the reader`, stops.join(' → '))}${marks.join('')}</svg>`;
}

/** Where the words began is filled; where they passed through is open. */
export const chainDot = (index: number, y: number): string =>
  index === 0
    ? `<circle cx="8" cy="${y}" r="5" class="ink" fill="#1d1b18"/>`
    : `<circle cx="8" cy="${y}" r="4.25" class="stop" fill="none" stroke="#5f5a52" stroke-width="1.5"/>`;

/** The stops in words, nearest the speaker first. */
export function chainStops(statement: Chained, publisher: string | null): readonly string[] {
  const own = statement.speaker.type === 'publisher';
  const channel = [statement.channel, statement.saidOn && longDay(statement.saidOn)]
    .filter(Boolean)
    .join(' · ');
  return [
    speakerLine(statement),
    ...(channel ? [channel] : []),
    ...statement.via,
    ...(own ? [] : [publisher ?? 'the publisher']),
  ];
}
