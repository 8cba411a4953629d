// A comment at the end of a ZIP, where it disturbs nobody: bundles and Word files carry their seal there.

/** `zip` must end without a comment, as ours do. APPNOTE 4.3.16: the last two bytes are the comment's length. */
export function withComment(zip: Uint8Array, comment: string): Uint8Array {
  const text = new TextEncoder().encode(comment);
  const out = new Uint8Array(zip.length + text.length);
  out.set(zip);
  new DataView(out.buffer).setUint16(zip.length - 2, text.length, true);
  out.set(text, zip.length);
  return out;
}
