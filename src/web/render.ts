// Pages: a view's name and its model, checked together by the compiler. EJS escapes; `SafeHtml` is the one way around it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Response } from 'express';
import { day, moment } from './dates.js';
import { fileSize } from './file-size.js';
import { directionFor, languageOf } from './language.js';
import { navigationFor } from './navigation.js';
import type { Views } from './views.js';
import { inLanguage } from './words/sentences.js';
import { LANGUAGES, type Language, wordsIn } from './words/words.js';

const FOLDER = fileURLToPath(new URL('../../views/', import.meta.url));

/** HTML that a sanitiser or an escaping function of ours made. */
export type SafeHtml = string & { readonly safe: unique symbol };

/** HTML already encoded, in pieces that are only ever written: a long article is not copied for each of its readers. */
export type Encoded = readonly Uint8Array[];

/** Views print a slot's name; the encoded pieces are laid in where it stands. Escaped text never holds such a name. */
export const slotNamed = (name: string): SafeHtml => `<!--slot ${name}-->` as SafeHtml;

/** What every page shows around its own model. */
export interface Shell {
  readonly title: string;
  readonly who: { readonly name: string; readonly role: string } | null;
  /** The navigation entry this page belongs to. */
  readonly section: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** A sentence about what just happened, shown once. */
  readonly notice: string | null;
  readonly demo: boolean;
  /** The one address of a page for readers, where the desk knows its own. */
  readonly canonical?: string;
  /** This page's address, to come back to. Only on pages that were asked for, not sent to. */
  readonly path?: string;
}

type Template = (model: object) => string;
const compiled = new Map<string, Template>();

/** A view's HTML, inside the layout unless the view is an embed or a fragment. */
export function renderView<Name extends keyof Views & string>(
  name: Name,
  model: Views[Name],
  shell: Shell | null,
  language: Language = 'en',
): string {
  const words = {
    t: wordsIn(language),
    day: (iso: string) => day(iso, language),
    moment: (iso: string) => moment(iso, language),
    fileSize,
    say: (sentence: string) => inLanguage(sentence, language),
  };
  const around = { ...words, ...model, shell };
  const body = template(name)({ ...around, include: include(around) });
  if (!shell) return body;
  return template('_layout')({
    ...words,
    shell,
    body,
    navigation: navigationFor(shell),
    languages: LANGUAGES,
    sheet: SHEETS[name] ?? 'desk',
  });
}

/** What a page needs besides `look.css`: one sheet per area, so that none loads another's rules. */
const SHEETS: Readonly<Partial<Record<keyof Views, 'bench' | 'changes' | 'read'>>> = {
  bench: 'bench',
  changes: 'changes',
  'read-changes': 'changes',
  read: 'read',
  'read-list': 'read',
};

export async function render<Name extends keyof Views & string>(
  response: Response,
  name: Name,
  model: Views[Name],
  shell: Shell | null,
  status = 200,
  slots: Readonly<Record<string, Encoded>> = {},
): Promise<void> {
  const language = languageOf(response.req);
  const own = shell && {
    ...shell,
    language,
    direction: directionFor(language),
    path: response.req.method === 'GET' ? response.req.originalUrl : '/',
  };
  const html = renderView(name, model, own, language);
  const pieces = encode(html, slots);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  // Not `send`, which would hash every page for an ETag that nobody may store.
  response.status(status).type('html').setHeader('Content-Length', length);
  response.cork();
  for (const piece of pieces) response.write(piece);
  response.end();
}

function encode(html: string, slots: Readonly<Record<string, Encoded>>): Encoded {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const [name, inside] of Object.entries(slots)) {
    const slot = slotNamed(name);
    const at = html.indexOf(slot, from);
    if (at < 0) continue;
    pieces.push(Buffer.from(html.slice(from, at)), ...inside);
    from = at + slot.length;
  }
  return [...pieces, Buffer.from(html.slice(from))];
}

type Include = (name: string, more?: object) => string;

/** EJS's own `include` asks the disk for every partial, every time. */
const include =
  (around: object): Include =>
  (name, more) => {
    const inside = Object.assign(Object.create(around), more);
    inside.include = include(inside);
    return template(name)(inside);
  };

function template(name: string): Template {
  const found = compiled.get(name);
  if (found) return found;
  const fresh = compile(name);
  compiled.set(name, fresh);
  return fresh;
}

function compile(name: string): Template {
  const filename = `${FOLDER}${name}.ejs`;
  return ejs.compile(readFileSync(filename, 'utf8'), { filename, escape: escapeText }) as Template;
}

/** As EJS escapes, and a carriage return too: browsers would make it a line feed, and offsets into the text would slip. */
const escapeText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : String(value).replace(/[&<>"'\r]/g, (c) => `&#${c.charCodeAt(0)};`);
