// HTML: a page from the web, a saved page, or rich text that was pasted. Everything a reader of the page could see stays
// in the text, in the page's order; what is not the article is set aside.
import { Parser } from 'htmlparser2';
import { invalid } from '../../core/errors.js';
import { assembleDocument, type ImportedDocument, type Piece } from '../document.js';
import type { DecodedText } from '../encoding.js';
import { bodyOfPage } from './body-of-page.js';
import type { PageFlow } from './flow.js';
import { readFlow } from './page-flow.js';
import { articleDescribed, pageMetadata } from './page-metadata.js';
import { piecesOfPage } from './pieces.js';

/** A whole page holds an article among other things; a fragment was selected by somebody and is all article. */
export type Extent = 'page' | 'fragment';

export function readHtml(decoded: DecodedText, url: string | null, extent?: Extent): ImportedDocument {
  const clipping = clippedPart(decoded.text);
  const html = clipping ?? decoded.text;
  const flow = readFlow(html);
  const isPage =
    (extent ??
      (clipping === null && /<(?:!doctype|html|head|body|title)[\s>]/i.test(html) ? 'page' : 'fragment')) ===
    'page';
  const kept = isPage ? unlessFurniture(flow, bodyOfPage(flow.slim)) : null;
  const metadata = pageMetadata(flow.head, url);
  const warnings = [...decoded.warnings];
  if (isPage && kept === null)
    warnings.push(
      'The article could not be told from the rest of this page; everything outside its menus was kept.',
    );
  if (isPage && articleDescribed(flow.head, url)?.isFree === false)
    warnings.push(
      'The page says that only subscribers may read all of it. Check that the article ends where it should.',
    );
  if (flow.hiddenBlocks > 0)
    warnings.push(
      `The page hides ${flow.hiddenBlocks === 1 ? 'one passage' : `${flow.hiddenBlocks} passages`} from its readers; they were left out.`,
    );
  warnings.push(...leftOut(flow));
  const pieces = piecesOfPage(flow, kept, metadata.title);
  if (flow.neverClosed) {
    const { what, characters } = flow.neverClosed;
    const sentence = `This page opens ${what} and never closes it: the ${characters} characters after it are shown by no browser and were left out. Close it in the file, or copy the article’s text from the page and paste it.`;
    if (pieces.length === 0) throw invalid(sentence);
    warnings.push(sentence);
  }
  return assembleDocument({
    pieces,
    metadata,
    mediaType: 'text/html',
    encoding: decoded.encoding,
    warnings,
  });
}

/** What Word marks in a text copied from it. */
function leftOut({ deletions, marginComments }: PageFlow): string[] {
  const said = (count: number, one: string, many: string): string[] =>
    count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];
  return [
    ...said(
      deletions,
      'One tracked deletion was left out of the text.',
      'tracked deletions were left out of the text.',
    ),
    ...said(marginComments, 'One margin comment was left out.', 'margin comments were left out.'),
  ];
}

/** Of a page without an article, Readability keeps a line or two at its foot. */
function unlessFurniture(flow: PageFlow, kept: ReadonlySet<number> | null): ReadonlySet<number> | null {
  if (kept === null) return null;
  let all = 0;
  let longest = 0;
  for (const { text, owners, place } of flow.blocks) {
    if (!place.furniture) all += text.length;
    if ([...owners.keys()].some((owner) => kept.has(owner))) longest = Math.max(longest, text.length);
  }
  return longest < LINE_OF_TEXT && all > 5 * LINE_OF_TEXT ? null : kept;
}

const LINE_OF_TEXT = 40;

/** The pieces of a fragment that some other format was turned into. */
export function piecesOfFragment(html: string): readonly Piece[] {
  return piecesOfPage(readFlow(html), null, null);
}

/** Clipboards mark which part of the HTML was selected. */
function clippedPart(html: string): string | null {
  const start = html.indexOf('<!--StartFragment-->');
  if (start < 0) return null;
  const end = html.indexOf('<!--EndFragment-->', start);
  return html.slice(start + '<!--StartFragment-->'.length, end < 0 ? undefined : end);
}

/** The charset a page's own `<meta>` names, looked for in the first kilobyte as browsers do. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w-]+)["']/i.exec(head)?.[1];
  let found: string | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== 'meta' || found !== null) return;
      const content = /^content-type$/i.test(attributes['http-equiv'] ?? '') ? attributes.content : undefined;
      found = attributes.charset ?? /charset\s*=\s*["']?([^\s"';]+)/i.exec(content ?? '')?.[1] ?? null;
    },
  });
  parser.write(head);
  const label = found ?? xml ?? null;
  // A page that says UTF-16 in one-byte letters is not in UTF-16.
  return label !== null && /^utf-?16/i.test(label) ? 'utf-8' : label;
}
