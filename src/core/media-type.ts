// What kind of file some bytes are, by how they begin. A label for people: nothing is ever run, shown or trusted for it.

const TEXT = 4096;
const UNKNOWN = 'application/octet-stream';

/** [where, what stands there, the type]. First come, first served. */
const MAGIC: readonly (readonly [number, string, string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF87a', 'image/gif'],
  [0, 'GIF89a', 'image/gif'],
  [0, 'II*\0', 'image/tiff'],
  [0, 'MM\0*', 'image/tiff'],
  [8, 'WEBP', 'image/webp'],
  [8, 'WAVE', 'audio/wav'],
  [8, 'AVI ', 'video/x-msvideo'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypmif1', 'image/heif'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftypqt', 'video/quicktime'],
  [4, 'ftyp3g', 'video/3gpp'],
  [4, 'ftyp', 'video/mp4'],
  [0, '\x1aE\xdf\xa3', 'video/webm'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'fLaC', 'audio/flac'],
  [0, '#!AMR', 'audio/amr'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '\xff\xfb', 'audio/mpeg'],
  [0, '\xff\xf3', 'audio/mpeg'],
  [0, '%PDF-', 'application/pdf'],
  [0, '{\\rtf', 'application/rtf'],
  [0, '\x1f\x8b', 'application/gzip'],
  [0, '7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  [0, 'Rar!', 'application/vnd.rar'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  [0, 'SQLite format 3\0', 'application/vnd.sqlite3'],
];

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Names of entries near the start of a zip that say what it holds. */
const IN_ZIP: readonly (readonly [string, string])[] = [
  ['word/', `${OFFICE}wordprocessingml.document`],
  ['xl/', `${OFFICE}spreadsheetml.sheet`],
  ['ppt/', `${OFFICE}presentationml.presentation`],
  ['mimetypeapplication/epub+zip', 'application/epub+zip'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  [
    'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.spreadsheet',
  ],
];

export function sniffMediaType(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, TEXT));
  if (head.startsWith('PK\x03\x04'))
    return IN_ZIP.find(([name]) => head.includes(name))?.[1] ?? 'application/zip';
  const known = MAGIC.find(([at, magic]) => head.startsWith(magic, at));
  return known?.[2] ?? (isText(bytes.subarray(0, TEXT)) ? textType(head) : UNKNOWN);
}

function textType(head: string): string {
  const start = head
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'text/html';
  if (start.startsWith('<?xml') || start.startsWith('<svg')) return 'application/xml';
  return 'text/plain';
}

/** UTF-8, cut off wherever the sample ends, without control characters that no text has. */
function isText(sample: Uint8Array): boolean {
  if (sample.length === 0 || sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    return false;
  for (let cut = 0; cut < 4; cut++)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(sample.subarray(0, sample.length - cut));
      return true;
    } catch {}
  return false;
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
