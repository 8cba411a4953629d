// Measures given twice: "90 kilometers (55 miles)". Each number stands for all that would be rounded to it.
import type { Span } from '../span.js';
import { NUMBER, readNumber } from './figure.js';
import type { Finding } from './hint.js';

type Quantity = 'length' | 'mass' | 'area' | 'volume';

/** Worth in metres, kilograms, square metres or litres. */
const UNITS: readonly (readonly [pattern: string, quantity: Quantity, worth: number])[] = [
  ['nautical miles?|nm', 'length', 1852],
  ['square (?:kilomet(?:er|re)s?|km)|sq\\.? km|km²|km2', 'area', 1e6],
  ['square miles?|sq\\.? (?:miles?|mi)', 'area', 2_589_988],
  ['square (?:met(?:er|re)s?|m)|sq\\.? m|m²', 'area', 1],
  ['square (?:feet|foot|ft)|sq\\.? (?:feet|ft)', 'area', 0.092903],
  ['kilomet(?:er|re)s?|kms?', 'length', 1000],
  ['miles?|mi', 'length', 1609.344],
  ['centimet(?:er|re)s?|cm', 'length', 0.01],
  ['millimet(?:er|re)s?|mm', 'length', 0.001],
  ['met(?:er|re)s?|m', 'length', 1],
  ['feet|foot|ft', 'length', 0.3048],
  ['yards?|yd', 'length', 0.9144],
  ['inches|inch|in', 'length', 0.0254],
  ['kilograms?|kilos?|kg', 'mass', 1],
  ['pounds?|lbs?', 'mass', 0.453592],
  ['ounces?|oz', 'mass', 0.0283495],
  ['hectares?|ha', 'area', 10_000],
  ['acres?', 'area', 4046.856],
  ['lit(?:er|re)s?', 'volume', 1],
  ['(?:us )?gallons?', 'volume', 3.78541],
];

const UNIT = UNITS.map(([pattern]) => pattern).join('|');
const TWICE = new RegExp(
  `(${NUMBER})[ -](${UNIT}) ?\\((?:about |around |some |roughly |approximately |nearly |or |ca\\. |~)?(${NUMBER})[ -](${UNIT})\\)`,
  'giu',
);

/** Offices round freely; a tolerance below two in a hundred would cry wolf. */
const TOLERANCE = 0.02;

export function checkConversions(text: string, span: Span): Finding[] {
  const found: Finding[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(TWICE)) {
    const [whole, first, firstUnit, second, secondUnit] = match;
    const a = measure(first!, firstUnit!);
    const b = measure(second!, secondUnit!);
    if (!a || !b || a.quantity !== b.quantity) continue;
    const apart = Math.abs(a.value - b.value);
    const agree = apart <= a.slack + b.slack || apart <= TOLERANCE * Math.max(a.value, b.value);
    const exactly = a.value / unitNamed(secondUnit!)![2];
    const start = span.start + match.index;
    found.push({
      kind: 'conversion',
      finding: agree ? 'consistent' : 'inconsistent',
      text: `${first} ${firstUnit} are ${rounded(exactly)} ${secondUnit}; ${second} are printed.`,
      spans: [{ start, end: start + whole.length }],
    });
  }
  return found;
}

function measure(printed: string, unit: string): { value: number; slack: number; quantity: Quantity } | null {
  const number = readNumber(printed);
  const known = unitNamed(unit);
  if (!number || !known) return null;
  const [, quantity, worth] = known;
  return { value: number.value * worth, slack: number.slack * worth, quantity };
}

const unitNamed = (unit: string): (typeof UNITS)[number] | undefined =>
  UNITS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(unit));

const rounded = (value: number): string => String(Number(value.toPrecision(3)));
