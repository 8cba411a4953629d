// The session cookie: an opaque token, sent back to this host only, out of reach of scripts.
import type { Request, Response } from 'express';

const cookieName = (secure: boolean): string => (secure ? '__Host-whosaid' : 'whosaid');

export function readToken(request: Request, secure: boolean): string | null {
  const wanted = `${cookieName(secure)}=`;
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const pair = part.trim();
    if (pair.startsWith(wanted)) return pair.slice(wanted.length) || null;
  }
  return null;
}

export function setToken(response: Response, token: string, secure: boolean): void {
  response.cookie(cookieName(secure), token, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

export function clearToken(response: Response, secure: boolean): void {
  response.clearCookie(cookieName(secure), { httpOnly: true, sameSite: 'lax', secure, path: '/' });
  response.setHeader('Clear-Site-Data', '"cache", "storage"');
}
