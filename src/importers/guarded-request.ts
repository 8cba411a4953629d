// One HTTP request to one address that was checked beforehand: no second look-up, no proxy, no cookies, no redirects.
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { tooLarge } from '../core/errors.js';

export interface GuardedRequest {
  /** The only address that is connected to. */
  readonly address: string;
  readonly signal: AbortSignal;
  /** Of the body, unpacked. */
  readonly maxBytes: number;
  readonly userAgent: string;
  /** Sent as a POST, with its headers, where there is one; of its answer the body is not read. */
  readonly post?: { readonly body: Uint8Array; readonly headers: Readonly<Record<string, string>> };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Where a redirect leads; the body is not read then. */
  readonly location: string | null;
  readonly bytes: Uint8Array;
}

export async function request(url: URL, guard: GuardedRequest): Promise<Answer> {
  const response = await send(url, guard);
  const status = response.statusCode ?? 0;
  const headers = headersOf(response);
  const location = status >= 300 && status < 400 && status !== 304 ? (headers.location ?? null) : null;
  const isRead = location === null && !guard.post;
  if (!isRead) response.destroy();
  const bytes = isRead ? await readBody(response, headers, guard.maxBytes) : new Uint8Array();
  // A body whose length was not announced ends where the deadline cut it, without an error: half a page is no page.
  guard.signal.throwIfAborted();
  return { status, headers, location, bytes };
}

function send(url: URL, { address, signal, userAgent, post }: GuardedRequest): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const options: RequestOptions = {
    method: post ? 'POST' : 'GET',
    signal,
    lookup: pinnedTo(address),
    maxHeaderSize: 32 * 1024,
    headers: {
      'user-agent': userAgent,
      accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      ...(post && { ...post.headers, accept: '*/*', 'content-length': String(post.body.length) }),
    },
  };
  return new Promise((resolve, reject) => {
    const sent = isSecure
      ? httpsRequest(url, { ...options, agent: new HttpsAgent({ keepAlive: false }) })
      : httpRequest(url, { ...options, agent: new HttpAgent({ keepAlive: false }) });
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.end(post?.body);
  });
}

/** Answers every look-up with the address that was checked, whatever the name leads to by now. */
const pinnedTo = (address: string): LookupFunction => {
  const family = isIP(address);
  return (_, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
};

function headersOf(response: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined && name !== 'set-cookie')
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return { ...headers };
}

async function readBody(
  response: IncomingMessage,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<Uint8Array> {
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw overLimit(response, maxBytes);
  const body = unpacked(response, headers['content-encoding']);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += (part as Buffer).length;
    if (length > maxBytes) throw overLimit(response, maxBytes);
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function unpacked(response: IncomingMessage, encoding: string | undefined): Readable {
  const unpack = encoding === undefined ? null : UNPACKERS[encoding.trim().toLowerCase()];
  if (!unpack) return response;
  const stream = unpack();
  response.once('error', (error) => stream.destroy(error));
  stream.once('error', () => response.destroy());
  return response.pipe(stream);
}

const UNPACKERS: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function overLimit(response: IncomingMessage, maxBytes: number): Error {
  response.destroy();
  return tooLarge(
    `The page is larger than ${Math.round(maxBytes / (1024 * 1024))} MB, which is the limit. Paste the text of the article instead.`,
  );
}
