// The language somebody reads the interface in: chosen at the foot of any page, remembered in a cookie.
import type { Request } from 'express';
import { z } from 'zod';
import { directionOf } from '../core/report/direction.js';
import { readForm } from './form.js';
import type { Route, Visit } from './route.js';
import { localPath } from './visit.js';
import { LANGUAGES, type Language, type T, wordsIn } from './words/words.js';

const COOKIE = /(?:^|;\s*)language=([a-z]{2})(?:;|$)/;
const YEAR = 365 * 86_400_000;

export function languageOf(request: Request): Language {
  const chosen = COOKIE.exec(request.headers.cookie ?? '')?.[1] ?? '';
  return Object.hasOwn(LANGUAGES, chosen) ? (chosen as Language) : 'en';
}

/** The interface's words for whoever is here. */
export const wordsFor = (visit: Visit): T => wordsIn(languageOf(visit.request));

export const directionFor = (language: Language): 'ltr' | 'rtl' => directionOf(language);

export const languageRoutes: readonly Route[] = [
  { method: 'post', path: '/language', needs: 'anyone', handle: choose },
];

async function choose(visit: Visit): Promise<void> {
  const { language, back } = readForm(visit, {
    language: z.enum(Object.keys(LANGUAGES) as [Language, ...Language[]]),
    back: z.string().max(4000).optional(),
  });
  visit.response.cookie('language', language, { sameSite: 'lax', path: '/', maxAge: YEAR });
  visit.response.redirect(303, localPath(back));
}
