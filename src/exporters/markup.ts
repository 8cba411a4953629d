// Text into HTML, SVG and XML: escaped, and without the characters none of them can hold.

const LONE_SURROGATE = /\p{Surrogate}/gu;

// XML 1.0 allows no other control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and inside a quoted attribute. */
export const escaped = (text: string): string =>
  printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

export const printable = (text: string): string =>
  text.replace(LONE_SURROGATE, '\uFFFD').replace(UNPRINTABLE, '\uFFFD');

/** JSON that may stand inside a `<script>` element: no `</script>`, no `<!--`. */
export const scriptSafe = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A web address as it may be linked to, or null: no `javascript:`, no `data:`. */
export function linkable(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? url : null;
}
