// What stands around every page: who is signed in, where one is, what just happened.
import type { Shell } from './render.js';
import type { Signed, Web } from './route.js';

export function shellFor(page: {
  readonly title: string;
  readonly signed: Signed | null;
  readonly web: Web;
  readonly section?: string;
  readonly notice?: string | null;
  /** The path by which readers know this page. */
  readonly address?: string;
}): Shell {
  return {
    title: page.title,
    who: page.signed && { name: page.signed.editor.name, role: page.signed.editor.role },
    section: page.section ?? '',
    language: 'en',
    direction: 'ltr',
    notice: page.notice ?? null,
    demo: page.web.config.demo,
    canonical: addressOf(page.web, page.address),
  };
}

/** Whole, where the desk knows its own address. */
export const addressOf = ({ desk }: Web, path: string | undefined): string | undefined =>
  path === undefined || desk.publicUrl === undefined ? undefined : `${desk.publicUrl}${path}`;
