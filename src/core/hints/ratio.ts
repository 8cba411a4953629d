// Parts of wholes ("17 of 34 capitals") and changes ("rose 12% to 418 million from 373 million").
import type { Span } from '../span.js';
import { NUMBER, readNumber } from './figure.js';
import type { Finding } from './hint.js';

const PART = new RegExp(
  `(?<![\\p{L}\\p{N}.,$£€-])(${NUMBER}) (?:out )?of (?:the |its |their |our |all |some |(?:\\p{Lu}[\\p{L}]+['’]s? ))?(${NUMBER})((?: \\p{L}[\\p{L}-]*){1,3})`,
  'giu',
);
const PERCENT = /^[^.;]{0,40}?\(?(?:about |around |or |some )?(\d+(?:\.\d+)?) ?(?:%|percent|per cent)\)?/i;

export function checkRatios(text: string, span: Span): Finding[] {
  const words = text.slice(span.start, span.end);
  const found: Finding[] = [];
  for (const match of words.matchAll(PART)) {
    const part = readNumber(match[1]!);
    const whole = readNumber(match[2]!);
    if (!part || !whole || part.value < 2 || NO_WHOLE.test(match[3]!)) continue;
    const start = span.start + match.index;
    const spans = [{ start, end: start + match[0].length }];
    const after = words.slice(match.index + match[0].length);
    const percent = PERCENT.exec(after);
    if (part.value > whole.value) {
      found.push({
        kind: 'ratio',
        finding: 'inconsistent',
        spans,
        text: `The part, ${match[1]}, is more than the whole, ${match[2]}.`,
      });
    } else if (percent) {
      const share = (100 * part.value) / whole.value;
      const agrees = Math.abs(share - Number(percent[1])) <= 1;
      found.push({
        kind: 'ratio',
        finding: agrees ? 'consistent' : 'inconsistent',
        spans,
        text: `${match[1]} of ${match[2]} are ${share.toFixed(1)} percent; ${percent[1]} are printed.`,
      });
    } else {
      found.push({
        kind: 'ratio',
        finding: 'consistent',
        spans,
        text: `${match[1]} of ${match[2]}: the part does not exceed the whole.`,
      });
    }
  }
  return found;
}

/** "two of 15 May", "one of 3 p.m.": no whole. */
const NO_WHOLE =
  /^ (?:january|february|march|april|may|june|july|august|september|october|november|december|am|pm|percent)\b/i;

const CHANGE = new RegExp(
  `\\b(rose|rises|risen|climbed|climbs|grew|grows|increased|increases|gained|jumped|soared|up|fell|falls|fallen|dropped|drops|declined|declines|decreased|down|shrank|slid|lost)\\b(?: by)? (\\d+(?:\\.\\d+)?) ?(?:%|percent|per cent),? (?:to ([$£€]?)(${NUMBER})[^.;]{0,60}? from [$£€]?(${NUMBER})|from [$£€]?(${NUMBER})[^.;]{0,60}? to [$£€]?(${NUMBER}))`,
  'giu',
);
const DOWN = /^(?:fell|falls|fallen|dropped|drops|declined|declines|decreased|down|shrank|slid|lost)$/i;

export function checkChanges(text: string, span: Span): Finding[] {
  const found: Finding[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(CHANGE)) {
    const after = readNumber(match[4] ?? match[7]!);
    const before = readNumber(match[5] ?? match[6]!);
    if (!after || !before || before.value === 0) continue;
    const percent = (100 * Math.abs(after.value - before.value)) / before.value;
    const slack = (100 * (after.slack + before.slack * (1 + percent / 100))) / before.value + 0.6;
    const turned = DOWN.test(match[1]!) === after.value > before.value && percent > slack;
    const agrees = !turned && Math.abs(percent - Number(match[2])) <= slack;
    const start = span.start + match.index;
    found.push({
      kind: 'change',
      finding: agrees ? 'consistent' : 'inconsistent',
      text: turned
        ? 'The figures move the other way than the sentence says.'
        : `From the first figure to the second is a change of ${percent.toFixed(1)} percent; ${match[2]} are printed.`,
      spans: [{ start, end: start + match[0].length }],
    });
  }
  return found;
}
