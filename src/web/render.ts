// Pages: a view's name and its model, checked together by the compiler. EJS escapes; `SafeHtml` is the one way around it.
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Response } from 'express';
import { day, moment } from './dates.js';
import { directionFor, languageOf } from './language.js';
import { navigationFor } from './navigation.js';
import type { Views } from './views.js';
import { LANGUAGES, type Language, wordsIn } from './words/words.js';

const FOLDER = fileURLToPath(new URL('../../views/', import.meta.url));

/** HTML that a sanitiser or an escaping function of ours made. */
export type SafeHtml = string & { readonly safe: unique symbol };

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
  /** This page's address, to come back to. Only on pages that were asked for, not sent to. */
  readonly path?: string;
}

type Template = (model: object) => string;
const compiled = new Map<string, Promise<Template>>();

/** A view's HTML, inside the layout unless the view is an embed or a fragment. */
export async function renderView<Name extends keyof Views & string>(
  name: Name,
  model: Views[Name],
  shell: Shell | null,
  language: Language = 'en',
): Promise<string> {
  const words = { t: wordsIn(language), day, moment };
  const body = (await template(name))({ ...words, ...model, shell });
  if (!shell) return body;
  return (await template('_layout'))({
    ...words,
    shell,
    body,
    navigation: navigationFor(shell),
    languages: LANGUAGES,
    sheet: SHEETS[name] ?? 'desk',
  });
}

/** What a page needs besides `look.css`: one sheet per area, so that none loads another's rules. */
const SHEETS: Readonly<Partial<Record<keyof Views, 'bench' | 'read'>>> = {
  bench: 'bench',
  read: 'read',
  'read-list': 'read',
};

export async function render<Name extends keyof Views & string>(
  response: Response,
  name: Name,
  model: Views[Name],
  shell: Shell | null,
  status = 200,
): Promise<void> {
  const language = languageOf(response.req);
  const own = shell && {
    ...shell,
    language,
    direction: directionFor(language),
    path: response.req.method === 'GET' ? response.req.originalUrl : '/',
  };
  const html = await renderView(name, model, own, language);
  const bytes = Buffer.from(html);
  // Not `send`, which would hash every page for an ETag that nobody may store.
  response.status(status).type('html').setHeader('Content-Length', bytes.length).end(bytes);
}

function template(name: string): Promise<Template> {
  const found = compiled.get(name);
  if (found) return found;
  const fresh = compile(name);
  compiled.set(name, fresh);
  return fresh;
}

async function compile(name: string): Promise<Template> {
  const { readFile } = await import('node:fs/promises');
  const filename = `${FOLDER}${name}.ejs`;
  return ejs.compile(await readFile(filename, 'utf8'), {
    filename,
    escape: escapeText,
    // Without it every include reads and compiles its file again.
    cache: true,
  }) as Template;
}

/** As EJS escapes, and a carriage return too: browsers would make it a line feed, and offsets into the text would slip. */
const escapeText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : String(value).replace(/[&<>"'\r]/g, (c) => `&#${c.charCodeAt(0)};`);
