// Puts a Word file together a few pages at a time: the library takes some forty times the room of what it writes. It also
// writes the time of day and random link ids; here they are settled, so that the same pages are the same bytes every time.
import { type Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type ZipPart, zipFile } from '../zip.js';

/** `batches` are documents alike in all but their pages, which follow one another. `at` takes the place of both times. */
export async function assemble(
  batches: Iterable<Document>,
  at: string,
  comment: string | undefined,
): Promise<Uint8Array> {
  const zip = zipFile();
  const settled = settler(at);
  const growing = new Map<string, { readonly part: ZipPart; readonly tail: string }>();
  let isFirst = true;
  for (const batch of batches) {
    const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(batch)));
    for (const name of Object.keys(files).filter(isPart).sort()) {
      const xml = settled(name, strFromU8(files[name] ?? new Uint8Array()));
      const bounds = PAGES[name]?.(xml);
      if (!isFirst) {
        if (bounds) growing.get(name)?.part.write(xml.slice(...bounds));
        continue;
      }
      const part = zip.open(name);
      part.write(xml.slice(0, bounds?.[1]));
      if (bounds) growing.set(name, { part, tail: xml.slice(bounds[1]) });
      else part.close();
    }
    isFirst = false;
  }
  for (const { part, tail } of growing.values()) {
    part.write(tail);
    part.close();
  }
  return zip.finish(comment);
}

/** The archive has entries for folders too, which nobody needs. */
const isPart = (name: string): boolean => !name.endsWith('/');

/** The library's random ids have 21 characters; its numbered ones are short. */
const LINK_ID = /\b(r:id|Id)="(rId[A-Za-z0-9_-]{15,})"/g;
const LINK = /<Relationship Id="rIdLink\d+"[^>]*\/>/g;

/** Where in the parts that grow with the pages those begin and end. */
const PAGES: Readonly<Record<string, (xml: string) => readonly [start: number, end: number]>> = {
  'word/document.xml': (xml) => [xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr>')],
  'word/footnotes.xml': (xml) => {
    const end = xml.lastIndexOf('</w:footnotes>');
    // The lines between text and notes are footnotes too, with a type before their id.
    const start = xml.indexOf('<w:footnote w:id=');
    return [start < 0 ? end : start, end];
  },
  'word/_rels/document.xml.rels': (xml) => {
    const links = [...xml.matchAll(LINK)];
    const [first, last] = [links[0], links.at(-1)];
    const end = xml.lastIndexOf('</Relationships>');
    return first && last ? [first.index, last.index + last[0].length] : [end, end];
  },
};

/** Links keep their names from one batch to the next: none is used twice. */
function settler(at: string): (name: string, xml: string) => string {
  const ids = new Map<string, string>();
  let count = 0;
  return (name, xml) => {
    if (name === 'docProps/core.xml')
      return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.replace(/\.\d+Z$/, 'Z')}`);
    // A batch names its links in the first of its parts and uses them in the next.
    if (name === 'word/_rels/document.xml.rels') ids.clear();
    return xml.replace(LINK_ID, (_, attribute: string, id: string) => {
      const known = ids.get(id) ?? `rIdLink${++count}`;
      ids.set(id, known);
      return `${attribute}="${known}"`;
    });
  };
}
