// A file's name as it may be shown and stored: no folders, no control characters, nothing that turns text around.

/** Line breaks, control codes, and the marks that reverse how a name reads ("gpj.exe" shown as "exe.jpg"). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
const FORBIDDEN = /[<>:"|?*]/g;
const LONGEST = 120;

/** The last part of a path, safe to show; null when nothing is left of it. Never used to open a file. */
export function safeName(name: string | null | undefined): string | null {
  if (!name) return null;
  const last = name.slice(-4096).split(/[\\/]/).at(-1) ?? '';
  const clean = wellFormed(last).replace(UNSEEN, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ').trim();
  const base = clean.replace(/^\.+/, '').replace(/[. ]+$/, '');
  if (base === '') return null;
  return base.length <= LONGEST ? base : shortened(base);
}

/** Half of a character outside the basic plane stands as �, as it would once stored. */
const wellFormed = (name: string): string =>
  name.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

function shortened(base: string): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(base)?.[0] ?? '';
  return `${base.slice(0, LONGEST - extension.length - 1).replace(/\uFFFD$/, '')}…${extension}`;
}
