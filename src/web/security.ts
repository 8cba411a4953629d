// The headers every answer carries, and the refusal of posts that another site sent.
import type { NextFunction, Request, Response } from 'express';
import { forbidden } from '../core/errors.js';
import { isApi } from './api/problem.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
];

const OWN_POLICY = [...POLICY, "frame-ancestors 'none'"].join('; ');
const EMBED_POLICY = [...POLICY, 'frame-ancestors *'].join('; ');

/** Embeds are the one kind of page that others may frame; they carry no form and no session. */
export const isEmbed = (path: string): boolean => path.startsWith('/embed/');

export function securityHeaders(secure: boolean) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const embeds = isEmbed(request.path);
    response.setHeader('Content-Security-Policy', embeds ? EMBED_POLICY : OWN_POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', embeds ? 'cross-origin' : 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
    response.setHeader('Cache-Control', 'no-store');
    if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    next();
  };
}

/**
 * A change is taken only from our own pages: `Sec-Fetch-Site` where the browser sends it, else `Origin`. The API reads
 * no cookie, so another site's page has nothing there to borrow.
 */
export function refuseOtherSites(publicUrl: string | undefined) {
  return (request: Request, _response: Response, next: NextFunction): void =>
    next(isChange(request) && !isApi(request) && !isOwn(request, publicUrl) ? refused() : undefined);
}

const isChange = (request: Request): boolean => request.method !== 'GET' && request.method !== 'HEAD';

function isOwn(request: Request, publicUrl: string | undefined): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  // A proxy that keeps Host to itself leaves only the address it was told.
  if (publicUrl !== undefined && origin === publicUrl) return true;
  return origin === `${request.protocol}://${request.get('host') ?? ''}`;
}

const refused = () =>
  forbidden(
    'This form was sent from another site, so nothing was changed. Open the page here and send it again.',
  );
