// Reads a page as a browser without scripts would: its forms, what is in them, and sends them as they stand.
import { parseHTML } from 'linkedom';
import type { Role } from '../../src/core/editor.ts';
import type { TestServer } from './a-server.ts';

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: Document;
  /** The words of the first element a selector finds, white space as a reader sees it. */
  words(selector: string): string;
}

export const pageOf = async (response: Response): Promise<Page> => {
  const html = await response.text();
  const { document } = parseHTML(html);
  const words = (selector: string): string =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    status: response.status,
    headers: response.headers,
    html,
    document: document as unknown as Document,
    words,
  };
};

export const open = async (server: TestServer, path: string, as: Role = 'editor'): Promise<Page> =>
  pageOf(await server.knock(path, { as }));

/** What a browser would send for a form: hidden fields, typed ones, what is chosen. */
export function fieldsOf(page: Page, selector: string): { action: string; fields: Record<string, string> } {
  const form = page.document.querySelector(selector);
  if (!form) throw new Error(`There is no form ${selector} on this page.`);
  const fields: Record<string, string> = {};
  for (const input of form.querySelectorAll('input, textarea, select')) {
    const name = input.getAttribute('name');
    const type = input.getAttribute('type');
    if (!name || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked')) continue;
    if (input.tagName === 'SELECT') {
      const option = input.querySelector('option[selected]') ?? input.querySelector('option');
      fields[name] = option?.getAttribute('value') ?? '';
    } else
      fields[name] =
        input.tagName === 'TEXTAREA' ? (input.textContent ?? '') : (input.getAttribute('value') ?? '');
  }
  return { action: form.getAttribute('action') ?? '', fields };
}

/** Fills in a form found on `page`, sends it, and follows the answer where it leads. */
export async function send(
  server: TestServer,
  page: Page,
  selector: string,
  typed: Readonly<Record<string, string>> = {},
  as: Role = 'editor',
): Promise<Page & { readonly address: string }> {
  const { action, fields } = fieldsOf(page, selector);
  const response = await server.knock(action, { as, form: { ...fields, ...typed } });
  const location = response.headers.get('location');
  const answer = location ? await open(server, location, as) : await pageOf(response);
  return { ...answer, address: location ?? '' };
}
