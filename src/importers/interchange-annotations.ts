// W3C Web Annotations from anywhere (https://www.w3.org/TR/annotation-model/): one, a page, a collection or a list. What an
// annotation says of a stretch of text becomes one statement; annotations on the same stretch are about the same one.
import { z } from 'zod';
import { invalid } from '../core/errors.js';
import { CHANNELS, KINDS, SPEAKER_TYPES } from '../core/statement.js';
import { asList, readJson, text } from './interchange-json.js';
import type { ForeignPlace, ForeignSpeaker, ForeignStatement } from './interchange-statement.js';

const loose = z.looseObject({});
type Loose = z.infer<typeof loose>;

const annotation = z.looseObject({
  id: z.string().optional(),
  motivation: z.union([z.string(), z.array(z.string())]).optional(),
  target: z.unknown(),
});
type Annotation = z.infer<typeof annotation>;

export function readWebAnnotations(json: string): readonly ForeignStatement[] {
  const value = readJson<unknown>(json, z.unknown(), 'Web Annotation');
  const found: Annotation[] = [];
  collect(value, found, 0);
  if (found.length === 0)
    throw invalid(
      'There is no Web Annotation in this. If its pages lie elsewhere, fetch them into one file first.',
    );
  const groups = new Map<string, Annotation[]>();
  for (const one of found) {
    const key = JSON.stringify(placesOf(one.target));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap(statementOf);
}

const DEEPEST = 8;

/** Collections hold pages, pages hold annotations; a list may hold any of them. */
function collect(value: unknown, found: Annotation[], depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, depth + 1);
    return;
  }
  const read = loose.safeParse(value);
  if (!read.success) return;
  const types = asList(read.data.type ?? read.data['@type']);
  if (types.includes('Annotation')) {
    const one = annotation.safeParse(value);
    if (one.success) found.push(one.data);
    return;
  }
  for (const name of ['first', 'items', '@graph']) collect(read.data[name], found, depth + 1);
}

function statementOf(group: readonly Annotation[]): readonly ForeignStatement[] {
  const [first] = group;
  if (!first) return [];
  const places = placesOf(first.target);
  const words = places
    .map(({ quote }) => quote?.exact ?? '')
    .filter(Boolean)
    .join(' … ');
  if (words === '') return [];
  const own = group.find((one) => typeof one['vocab:speaker'] === 'string');
  const bodies = group.flatMap((one) => bodiesOf(one));
  const verdict = bodies.filter(({ purpose }) => purpose === 'assessing' || purpose === 'reviewing');
  return [
    {
      id: first.id ?? null,
      words,
      places,
      speaker: own ? speakerOf(own) : identified(bodies),
      kind: oneOf(KINDS, own?.['vocab:kind']),
      via: viaOf(own?.['vocab:via']),
      channel: oneOf(CHANNELS, own?.['vocab:channel']),
      saidOn: text(own?.['vocab:saidOn']),
      polarity: own?.['vocab:polarity'] === 'denied' ? 'denied' : 'asserted',
      verdict: verdict[0]
        ? {
            words: verdict[0].value,
            reason: verdict[1]?.value ?? null,
            by: verdict[0].by,
            on: verdict[0].on,
            url: null,
          }
        : null,
      comments: bodies
        .filter(
          ({ purpose }) => purpose === 'commenting' || purpose === 'replying' || purpose === 'questioning',
        )
        .map(({ by, value }) => ({ by, body: value })),
      links: bodies
        .filter(({ purpose, url }) => purpose === 'linking' && url !== null)
        .map(({ url }) => ({ url: url ?? '', title: null })),
    },
  ];
}

function placesOf(target: unknown): readonly ForeignPlace[] {
  return asList(target).flatMap((one): ForeignPlace[] => {
    if (typeof one === 'string') return [{ source: one, quote: null, position: null }];
    const read = loose.safeParse(one);
    if (!read.success) return [];
    const selectors = asList(read.data.selector).flatMap(flattened);
    const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
    const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
    return [
      {
        source:
          text(read.data.source) ?? text((read.data.source as Loose | undefined)?.id) ?? text(read.data.id),
        quote: quote
          ? {
              type: 'TextQuoteSelector',
              exact: raw(quote.exact),
              ...(raw(quote.prefix) && { prefix: raw(quote.prefix) }),
              ...(raw(quote.suffix) && { suffix: raw(quote.suffix) }),
            }
          : null,
        position:
          position && isCount(position.start) && isCount(position.end)
            ? { type: 'TextPositionSelector', start: position.start, end: position.end }
            : null,
      },
    ];
  });
}

/** A selector and what refines it. */
function flattened(selector: unknown): readonly Loose[] {
  const read = loose.safeParse(selector);
  if (!read.success) return [];
  const refined = loose.safeParse(read.data.refinedBy);
  return refined.success ? [read.data, refined.data] : [read.data];
}

interface Body {
  readonly purpose: string;
  readonly value: string;
  readonly url: string | null;
  readonly by: string | null;
  readonly on: string | null;
}

function bodiesOf(one: Annotation): readonly Body[] {
  const purpose = asList(one.motivation).map(String)[0] ?? 'commenting';
  const by = creatorOf(one.creator);
  const on = text(one.created)?.slice(0, 10) ?? null;
  const short = text(one.bodyValue);
  if (short !== null) return [{ purpose, value: short, url: null, by, on }];
  return asList(one.body).flatMap((body): Body[] => {
    if (typeof body === 'string') return [{ purpose, value: body, url: body, by, on }];
    const read = loose.safeParse(body);
    if (!read.success) return [];
    const url = text(read.data.source) ?? text(read.data.id);
    const own = asList(read.data.purpose).map(String)[0] ?? purpose;
    return [{ purpose: own, value: text(read.data.value) ?? url ?? '', url, by, on }];
  });
}

function speakerOf(own: Annotation): ForeignSpeaker {
  return {
    name: text(own['vocab:speaker']) ?? '',
    type: oneOf(SPEAKER_TYPES, own['vocab:speakerType']) ?? 'person',
    role: text(own['vocab:role']),
    affiliation: text(own['vocab:affiliation']),
  };
}

/** Others say whom they identify only in words. */
function identified(bodies: readonly Body[]): ForeignSpeaker | null {
  const name = bodies.find(({ purpose }) => purpose === 'identifying')?.value;
  return name ? { name, type: 'person', role: null, affiliation: null } : null;
}

function creatorOf(creator: unknown): string | null {
  const [first] = asList(creator);
  return text(first) ?? text((first as Loose | undefined)?.name);
}

const viaOf = (via: unknown): readonly string[] =>
  asList((via as Loose | undefined)?.['@list'] ?? via).filter((one) => typeof one === 'string');

/** A quotation is exact, white space included. */
const raw = (value: unknown): string => (typeof value === 'string' ? value : '');

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null =>
  known.find((one) => one === value) ?? null;
