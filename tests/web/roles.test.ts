// Who may open what: every route for every role, knocked at from outside. A route that is not in the table fails.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, ROLES, type Role } from '../../src/core/editor.ts';
import { ROUTES } from '../../src/web/routes.ts';
import { aServer, type TestServer } from './a-server.ts';
import { aToken } from './a-token.ts';

/** The least role each address is meant for, written down apart from the code that enforces it. */
const MEANT_FOR: Readonly<Record<string, Role | 'anyone'>> = {
  'get /sign-in': 'anyone',
  'post /sign-in': 'anyone',
  'get /sign-in/code': 'anyone',
  'post /sign-in/code': 'anyone',
  'get /welcome': 'anyone',
  'post /welcome': 'anyone',
  'post /sign-out': 'anyone',
  'post /language': 'anyone',
  'post /tour': 'reader',
  'get /account': 'reader',
  'post /account/password': 'reader',
  'post /account/second-factor': 'reader',
  'post /account/second-factor/confirm': 'reader',
  'post /account/second-factor/remove': 'reader',
  'post /account/sessions/end': 'reader',
  'post /account/tokens': 'reader',
  'post /account/tokens/revoke': 'reader',
  'get /api/v1/openapi.json': 'anyone',
  'get /api/v1/articles': 'editor',
  'post /api/v1/articles': 'editor',
  'get /api/v1/articles/:id': 'editor',
  'get /api/v1/articles/:id/report.json': 'editor',
  'get /api/v1/articles/:id/statements': 'editor',
  'get /api/v1/statements/:id': 'editor',
  'post /api/v1/statements/:id/events': 'editor',
  'get /api/v1/speakers': 'editor',
  'get /api/v1/speakers/:id': 'editor',
  'get /api/v1/search': 'editor',
  'get /people': 'admin',
  'post /people': 'admin',
  'post /people/:id': 'admin',
  'get /settings': 'lead',
  'post /settings': 'lead',
  'get /settings/webhooks': 'lead',
  'post /settings/webhooks': 'lead',
  'get /settings/webhooks/:id': 'lead',
  'post /settings/webhooks/:id': 'lead',
  'get /': 'reader',
  'get /articles': 'editor',
  'get /articles/new': 'editor',
  'post /articles/preview': 'editor',
  'post /articles': 'editor',
  'get /articles/:id': 'editor',
  'post /articles/:id/statements': 'editor',
  'post /articles/:id/events': 'editor',
  'get /articles/:id/findings': 'editor',
  'post /articles/:id/findings/preview': 'editor',
  'post /articles/:id/findings': 'editor',
  'get /articles/:id/report': 'editor',
  'get /articles/:id/exports': 'editor',
  'post /articles/:id/exports': 'editor',
  'get /exports/:file': 'editor',
  'get /reports/new': 'editor',
  'post /reports': 'editor',
  'get /statements/:id': 'editor',
  'get /statements/:id/panel': 'editor',
  'get /statements/:id/compare': 'editor',
  'get /articles/:id/compare': 'editor',
  'post /statements/:id/events': 'editor',
  'get /files/:sha256': 'editor',
  'get /healthz': 'anyone',
  'get /articles/:id/changes': 'editor',
  'post /articles/:id/edits': 'lead',
  'post /articles/:id/republications': 'editor',
  'get /read/:id/changes': 'reader',
  'get /log': 'editor',
  'get /queue': 'editor',
  'post /mentions/:note': 'editor',
  'post /drafts': 'editor',
  'post /drafts/discard': 'editor',
  'get /search': 'editor',
  'get /speakers': 'editor',
  'post /speakers': 'editor',
  'get /speakers/:id': 'editor',
  'post /speakers/:id/events': 'editor',
  'get /feed.atom': 'reader',
  'get /oembed': 'reader',
  'get /read': 'reader',
  'get /read/:id': 'reader',
  'get /embed/statements/:id': 'reader',
};

const keyOf = (route: { method: string; path: string }) => `${route.method} ${route.path}`;

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

/** Sessions a visit ends would change the next visit's answer. */
const ENDS_SESSIONS = new Set(['post /sign-out']);

describe('the table of roles', () => {
  it('names every route there is, and no other', () => {
    expect(ROUTES.map(keyOf).sort()).toEqual(Object.keys(MEANT_FOR).sort());
  });
});

describe.each(ROUTES.map((route) => [keyOf(route), route] as const))('%s', (key, route) => {
  const meant = MEANT_FOR[key] ?? 'admin';
  const needed = route.needs === 'anyone' ? 'anyone' : PERMISSIONS[route.needs];

  it(`is meant for ${meant}`, () => {
    expect(needed).toBe(meant);
  });

  const visitors = [null, ...ROLES].filter(() => !ENDS_SESSIONS.has(key));
  it.each(visitors)('answers %s', async (role) => {
    const path = route.path
      .replace(':sha256', 'f'.repeat(64))
      .replace(/:id\b/, route.path.includes('statements') ? server.statementId : server.articleId)
      .replace(/:[a-zA-Z]+/g, 'x');
    const answer = await server.knock(path, {
      // The API is asked with a token of the role; cookies are for pages.
      as: route.scope ? undefined : (role ?? undefined),
      headers: route.scope && role ? { authorization: `Bearer ${await aToken(server, role, 'write')}` } : {},
      form: route.method === 'post' ? {} : undefined,
    });
    const allowed = meant === 'anyone' || (role !== null && ROLES.indexOf(role) >= ROLES.indexOf(meant));
    if (allowed) {
      expect([401, 403]).not.toContain(meant === 'anyone' ? 0 : answer.status);
      expect(answer.headers.get('location') ?? '').not.toMatch(/^\/sign-in\?/);
      expect(answer.status).toBeLessThan(500);
    } else if (role === null && route.method === 'get' && !route.scope) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toMatch(/^\/sign-in\?next=/);
    } else expect(answer.status).toBe(role === null ? 401 : 403);
  });
});
