// Makes a Word file the same bytes every time: the library writes the time of day and random link ids into it.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { withComment } from '../zip.js';

// The earliest time a ZIP can hold; fflate writes it as this machine's local time.
const noTime = (): Date => new Date(1980, 0, 1);

/** `at` takes the place of both times; `comment` becomes the archive's. */
export function settle(docx: Uint8Array, at: string, comment: string | undefined): Uint8Array {
  const files = unzipSync(docx);
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const settled: Zippable = {};
  for (const name of Object.keys(files).sort()) {
    const bytes = files[name] ?? new Uint8Array();
    settled[name] = /\.(xml|rels)$/.test(name)
      ? strToU8(settleXml(name, strFromU8(bytes), at, named))
      : bytes;
  }
  const zip = zipSync(settled, { mtime: noTime(), level: 6 });
  return comment === undefined ? zip : withComment(zip, comment);
}

function settleXml(name: string, xml: string, at: string, named: (id: string) => string): string {
  if (name === 'docProps/core.xml')
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.replace(/\.\d+Z$/, 'Z')}`);
  // The library's random ids have 21 characters; its numbered ones are short.
  return xml.replace(
    /\b(r:id|Id)="(rId[A-Za-z0-9_-]{15,})"/g,
    (_, attribute: string, id: string) => `${attribute}="${named(id)}"`,
  );
}
