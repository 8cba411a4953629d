// Every page, looked at: no accessibility fault that axe can find, in light, dark and right to left; and pictures for people.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/core/editor.ts';
import { ROUTES } from '../../src/web/routes.ts';
import * as workflow from '../../src/workflow.ts';
import { aServer, type TestServer } from '../web/a-server.ts';
import { CHROMIUM, launch, shoot, visitor } from './a-browser.ts';
import { CRANE, LIST, LONG, PERSIAN, revise, tell, workOn, workOnElsewhere } from './stories.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Stop {
  readonly name: string;
  readonly path: string;
  readonly role?: Role;
  readonly open?: readonly string[];
  /** What is done on that page to get to the one that is looked at. */
  readonly arrive?: (page: Page) => Promise<void>;
}

describe.skipIf(!CHROMIUM)('every page', () => {
  let server: TestServer;
  let browser: Browser;
  let stops: readonly Stop[];

  beforeAll(async () => {
    server = await aServer({ demo: true });
    browser = await launch();
    const crane = await tell(server, CRANE);
    await workOn(server, crane.id, crane.statements);
    const fresh = await tell(server, { ...CRANE, text: `${CRANE.text}\n` });
    const [long, persian, list] = [
      await tell(server, LONG),
      await tell(server, PERSIAN),
      await tell(server, LIST),
    ];
    const older = await tell(server, { ...CRANE, text: `${CRANE.text}\n\n` });
    await workOn(server, older.id, older.statements);
    const four = (words: string): string => words.replace('three men', 'four men');
    const newer = await revise(server, older.id, {
      ...CRANE,
      text: `${four(CRANE.text)}\n\n`,
      found: CRANE.found.map((one) => ({ ...one, words: four(one.words) })),
    });
    await workflow.showEdit(server.desk, server.editors.lead, older.id);
    const [speaker] = (await server.store.speakers({ limit: 1 })).rows;
    stops = [
      { name: 'desk', path: '/', open: ['.glance'] },
      { name: 'articles', path: '/articles' },
      { name: 'import', path: '/articles/new' },
      {
        name: 'import-preview',
        path: '/articles/new',
        arrive: async (page) => {
          await page.locator('textarea[name="text"]').fill(`${CRANE.text}\nRead more:\n\nOther news`);
          await page.locator('main form button').click();
        },
      },
      {
        name: 'bench-refused',
        path: `/articles/${fresh.id}?statement=${fresh.statements[2]}`,
        arrive: async (page) => {
          await openSheet(page);
          await page.locator('#panel [data-key="1"]').check({ force: true });
          await page.locator('#panel [data-focus="reason"]').fill('Because somebody told me.');
          await page.locator('#panel form.rating button.main').click();
          await page.locator('.problem').waitFor();
        },
      },
      {
        name: 'bench-conflict',
        path: `/articles/${fresh.id}?statement=${fresh.statements[1]}`,
        arrive: async (page) => {
          const { version } = await server.store.review(fresh.statements[1] ?? '');
          if (version === 0) await workOnElsewhere(server, fresh.statements[1] ?? '');
          await page.locator('#panel form.rating [name="version"]').evaluate((field) => {
            (field as HTMLInputElement).value = '0';
          });
          await page.locator('#panel [data-focus="reason"]').fill('We asked, and nobody answered.');
          await page.locator('#panel form.rating button.main').click();
          await page.locator('.conflict').waitFor();
        },
      },
      { name: 'bench', path: `/articles/${crane.id}?statement=${crane.statements[3]}`, role: 'lead' },
      { name: 'bench-untouched', path: `/articles/${fresh.id}` },
      {
        name: 'bench-open-forms',
        path: `/articles/${crane.id}?statement=${crane.statements[3]}`,
        open: ['#panel details', '#add', '.filters details'],
      },
      { name: 'bench-filtered', path: `/articles/${crane.id}?status=verified&speaker=Ida+Holm` },
      { name: 'bench-long', path: `/articles/${long.id}` },
      { name: 'bench-right-to-left', path: `/articles/${persian.id}` },
      { name: 'bench-nothing-found', path: `/articles/${list.id}` },
      { name: 'reports', path: `/articles/${crane.id}/exports` },
      { name: 'report', path: `/articles/${crane.id}/report` },
      { name: 'report-on-several', path: '/reports/new' },
      { name: 'log', path: '/log' },
      { name: 'read-list', path: '/read', role: 'reader' },
      { name: 'read', path: `/read/${crane.id}`, role: 'reader', open: ['.legend'] },
      { name: 'read-by-speaker', path: `/read/${crane.id}?by=speaker`, role: 'reader' },
      { name: 'embed', path: `/embed/statements/${crane.statements[1]}` },
      { name: 'account', path: '/account' },
      { name: 'people', path: '/people', role: 'admin' },
      { name: 'settings', path: '/settings', role: 'lead' },
      { name: 'not-here', path: '/articles/nowhere' },
      { name: 'bench-glance', path: `/articles/${crane.id}`, open: ['.glance'] },
      { name: 'queue', path: '/queue?pile=all' },
      { name: 'search', path: '/search?q=crane' },
      { name: 'search-nothing', path: '/search?q=zebra' },
      { name: 'search-teaches', path: '/search' },
      { name: 'speakers', path: '/speakers' },
      { name: 'speaker', path: `/speakers/${speaker?.id}` },
      { name: 'versions', path: `/articles/${newer.id}/changes`, role: 'lead' },
      { name: 'read-changes', path: `/read/${older.id}/changes`, role: 'reader' },
      { name: 'read-superseded', path: `/read/${older.id}`, role: 'reader' },
      { name: 'compare', path: `/statements/${crane.statements[3]}/compare` },
      { name: 'compare-article', path: `/articles/${crane.id}/compare` },
      { name: 'findings', path: `/articles/${crane.id}/findings` },
      { name: 'webhooks', path: '/settings/webhooks', role: 'lead' },
      { name: 'sign-in', path: '/sign-in' },
      { name: 'welcome', path: '/welcome' },
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });

  /** On a telephone the panel is a sheet that shows its head alone. */
  async function openSheet(page: Page): Promise<void> {
    const more = page.locator('#panel .widen');
    if (await more.isVisible()) await more.click();
  }

  async function faults(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
      return found.violations.map(
        (one) =>
          `${one.id}: ${one.nodes
            .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
            .slice(0, 3)
            .join(' | ')}`,
      );
    });
  }

  async function unfold(page: Page, stop: Stop): Promise<void> {
    for (const selector of stop.open ?? [])
      await page.evaluate((wanted) => {
        for (const fold of document.querySelectorAll<HTMLDetailsElement>(wanted)) fold.open = true;
      }, selector);
  }

  test('every page that can be opened is one of those looked at', () => {
    /** Redirects, fragments, files, feeds, and what only a code or a fetched address leads to. */
    const NO_PAGE =
      /^\/(?:healthz|feed\.atom|oembed|api\/|files\/|exports\/|statements\/:id(?:\/panel)?$|sign-in\/code|settings\/webhooks\/:id)/;
    const looked = stops.map(({ path }) => path.split('?')[0] ?? '');
    const missing = ROUTES.filter(({ method, path }) => method === 'get' && !NO_PAGE.test(path))
      .map(({ path }) => path)
      .filter((path) => !looked.some((one) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(one)));
    expect(missing).toEqual([]);
  });

  test.each([
    { dark: false },
    { dark: true },
    { dark: false, phone: true },
    { dark: false, language: 'fa' as const },
  ])(
    'axe finds nothing: %j',
    async (look) => {
      const bad: string[] = [];
      const visitors = new Map<Role, Awaited<ReturnType<typeof visitor>>>();
      for (const stop of stops) {
        const role = stop.role ?? 'editor';
        const known = visitors.get(role) ?? (await visitor(browser, server, { ...look, role }));
        visitors.set(role, known);
        const { page } = known;
        await page.goto(stop.path);
        await stop.arrive?.(page);
        await unfold(page, stop);
        for (const fault of await faults(page)) bad.push(`${stop.name}: ${fault}`);
        const mode = `${look.dark ? 'dark' : 'light'}${'phone' in look ? '-phone' : ''}${'language' in look ? '-right-to-left' : ''}`;
        await shoot(page, `${stop.name}-${mode}`);
      }
      for (const { context } of visitors.values()) await context.close();
      expect(bad).toEqual([]);
    },
    360_000,
  );

  test('no page asks for more than 25 kB of style, 30 kB of script, or anything from elsewhere', async () => {
    const greedy: string[] = [];
    const seen = new Set<string>();
    const visitors = new Map<Role, Awaited<ReturnType<typeof visitor>>>();
    for (const stop of stops) {
      const role = stop.role ?? 'editor';
      const known = visitors.get(role) ?? (await visitor(browser, server, { role }));
      visitors.set(role, known);
      const { page } = known;
      await page.goto(stop.path);
      await stop.arrive?.(page);
      const addresses = await page.evaluate(() => [
        location.href,
        ...performance.getEntriesByType('resource').map(({ name }) => name),
      ]);
      const bytes = { css: 0, js: 0 };
      for (const address of new Set(addresses)) {
        const { host, pathname } = new URL(address);
        if (host !== new URL(server.base).host) greedy.push(`${stop.name}: ${address}`);
        const kind = /\.(css|js)$/.exec(pathname)?.[1] as 'css' | 'js' | undefined;
        if (!kind) continue;
        seen.add(pathname);
        bytes[kind] += statSync(new URL(`../..${pathname}`, import.meta.url)).size;
      }
      if (bytes.css >= 25_000) greedy.push(`${stop.name}: ${bytes.css} bytes of style`);
      if (bytes.js >= 30_000) greedy.push(`${stop.name}: ${bytes.js} bytes of script`);
    }
    for (const { context } of visitors.values()) await context.close();
    expect(greedy).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining(
        ['look.css', 'bench.css', 'desk.css', 'read.css', 'bench.js'].map((name) => `/public/${name}`),
      ),
    );
  }, 240_000);

  test('nothing on any page is refused by the content security policy', async () => {
    const refusals: string[] = [];
    for (const stop of stops) {
      const { page, context } = await visitor(browser, server, { role: stop.role ?? 'editor' });
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404'))
          refusals.push(`${stop.name}: ${message.text()}`);
      });
      page.on('pageerror', (error) => refusals.push(`${stop.name}: ${error.message}`));
      await page.goto(stop.path);
      await context.close();
    }
    expect(refusals).toEqual([]);
  }, 240_000);
});
