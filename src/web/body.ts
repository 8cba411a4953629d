// Reads a request's body as its route says: a form, a form with files, or JSON. Limits hold while it streams in.
import busboy from 'busboy';
import express, { type Request, type Response } from 'express';
import { invalid, tooLarge } from '../core/errors.js';
import type { Route, Upload, Visit } from './route.js';

const FORM_LIMIT = 256 * 1024;
const MAX_FIELDS = 200;
const MAX_FILES = 10;

type Body = Pick<Visit, 'form' | 'uploads'>;

/** `keepFiles` is false for somebody unknown, whose files nobody will ever look at. */
export async function readBody(
  route: Route,
  request: Request,
  response: Response,
  keepFiles = true,
): Promise<Body> {
  if (route.method === 'get') return { form: {}, uploads: [] };
  const limit = route.bodyLimit ?? FORM_LIMIT;
  const fields = route.fieldLimit ?? MAX_FIELDS;
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) throw oversize(limit);
  const isMultipart = /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');
  if (route.body === 'files' && isMultipart)
    return readMultipart(request, keepFiles ? limit : FORM_LIMIT, fields, keepFiles);
  const parse =
    route.body === 'json'
      ? express.json({ limit, strict: true })
      : express.urlencoded({ extended: false, limit, parameterLimit: fields });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  return { form: ownFields(request.body), uploads: [] };
}

const ownFields = (body: unknown): Visit['form'] =>
  Object.assign(Object.create(null), typeof body === 'object' && body !== null ? body : {});

const NAME_REFUSED =
  'The name of the file holds characters that no name should, and nothing was read. Rename the file, then choose it again.';

const oversize = (limit: number) =>
  tooLarge(
    `That is more than ${Math.floor(limit / 1024).toLocaleString('en')} kB, the most this form takes. Split it.`,
  );

function readMultipart(request: Request, limit: number, fields: number, keepFiles: boolean): Promise<Body> {
  return new Promise((resolve, reject) => {
    const form: Record<string, string | string[]> = Object.create(null);
    const uploads: Upload[] = [];
    let size = 0;
    let refused: Error | null = null;
    const refuse = (error: Error): void => {
      refused ??= error;
      request.unpipe(parser);
      request.resume();
      reject(refused);
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: {
          fieldSize: limit,
          fileSize: limit,
          fields,
          files: MAX_FILES,
          parts: fields + MAX_FILES,
        },
      });
    } catch {
      reject(invalid('That form could not be read. Go back and try again.'));
      return;
    }
    const grow = (bytes: number): void => {
      size += bytes;
      if (size > limit) refuse(oversize(limit));
    };
    parser.on('field', (name, value) => {
      grow(Buffer.byteLength(value));
      const before = form[name];
      if (before === undefined) form[name] = value;
      else form[name] = Array.isArray(before) ? [...before, value] : [before, value];
    });
    parser.on('file', (field, stream, { filename }) => {
      if (!keepFiles) return stream.resume();
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        grow(chunk.length);
        chunks.push(chunk);
      });
      stream.on('limit', () => refuse(oversize(limit)));
      stream.on('close', () => {
        const bytes = Buffer.concat(chunks);
        if (filename || bytes.length > 0)
          uploads.push({ field, name: filename ?? '', bytes: new Uint8Array(bytes) });
      });
    });
    for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
      parser.on(event, () =>
        refuse(tooLarge(`A form holds ${fields} fields and ${MAX_FILES} files at most.`)),
      );
    parser.on('error', (error) => {
      const isName = error instanceof Error && error.message === 'Malformed part header';
      refuse(invalid(isName ? NAME_REFUSED : 'That form broke off on its way. Send it again.'));
    });
    parser.on('close', () => {
      if (!refused) resolve({ form, uploads });
    });
    request.on('aborted', () => refuse(invalid('The upload broke off. Send it again.')));
    request.pipe(parser);
  });
}
