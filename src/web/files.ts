// Kept files, handed out as downloads only: whatever is in them, nothing of it runs here.
import { notFound } from '../core/errors.js';
import type { Route, Visit, Web } from './route.js';

export const fileRoutes: readonly Route[] = [
  { method: 'get', path: '/files/:sha256', needs: 'read_desk', handle: download },
];

async function download(visit: Visit, web: Web): Promise<void> {
  const sha256 = String(visit.request.params.sha256);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound('There is no such file.');
  const file = await web.desk.store.file(sha256);
  const { response } = visit;
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${sha256.slice(0, 16)}${extension(file.mediaType)}"`,
  );
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  response.send(Buffer.from(file.bytes));
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/html': '.html.txt',
  'application/pdf': '.pdf',
  'application/rtf': '.rtf',
  'application/xml': '.xml.txt',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/tiff': '.tif',
  'image/heic': '.heic',
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/wav': '.wav',
  'audio/ogg': '.ogg',
  'video/mp4': '.mp4',
  'video/quicktime': '.mov',
  'video/webm': '.webm',
  'application/zip': '.zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
  'message/rfc822': '.eml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

const extension = (mediaType: string): string => EXTENSIONS[mediaType.split(';')[0]?.trim() ?? ''] ?? '.bin';
