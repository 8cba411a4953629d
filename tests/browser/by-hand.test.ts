// What axe cannot see: pages at 200 % and 400 % with text set apart, and the keyboard's way through them.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/core/editor.ts';
import { aServer, PASSWORD, type TestServer } from '../web/a-server.ts';
import { CHROMIUM, launch } from './a-browser.ts';
import { CRANE, LIST, PERSIAN, tell, UGLY, workOn } from './stories.ts';

/** WCAG 2.2, 1.4.12: https://www.w3.org/TR/WCAG22/#text-spacing */
const SET_APART =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

/** A screen of 1280 by 1024 at these zooms. */
const ZOOMED = [
  { zoom: 200, width: 640, height: 512 },
  { zoom: 400, width: 320, height: 256 },
];

describe.skipIf(!CHROMIUM)('by hand', () => {
  let server: TestServer;
  let browser: Browser;
  let pages: readonly (readonly [string, Role?])[];

  beforeAll(async () => {
    server = await aServer({ demo: true });
    browser = await launch();
    const crane = await tell(server, CRANE);
    await workOn(server, crane.id, crane.statements);
    const [ugly, persian, list] = [
      await tell(server, UGLY),
      await tell(server, PERSIAN),
      await tell(server, LIST),
    ];
    const [speaker] = (await server.store.speakers({ limit: 1 })).rows;
    pages = [
      ['/'],
      ['/articles'],
      ['/articles/new'],
      [`/articles/${crane.id}?statement=${crane.statements[3]}`],
      [`/articles/${ugly.id}`],
      [`/articles/${persian.id}`],
      [`/articles/${list.id}`],
      [`/articles/${crane.id}/exports`],
      [`/articles/${crane.id}/findings`],
      [`/articles/${crane.id}/changes`],
      [`/articles/${crane.id}/compare`],
      [`/statements/${crane.statements[3]}/compare`],
      ['/queue?pile=all'],
      ['/search?q=crane'],
      ['/speakers'],
      [`/speakers/${speaker?.id}`],
      ['/log'],
      ['/reports/new'],
      ['/account'],
      ['/settings', 'lead'],
      ['/settings/webhooks', 'lead'],
      ['/people', 'admin'],
      ['/read', 'reader'],
      [`/read/${crane.id}`, 'reader'],
      ['/nowhere'],
    ];
  });
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });

  async function seen(
    role: Role,
    size: { width: number; height: number },
    language = 'en',
  ): Promise<{ page: Page; context: BrowserContext }> {
    const context = await browser.newContext({ baseURL: server.base, viewport: size, bypassCSP: true });
    await context.addCookies([
      { name: 'whosaid', value: await server.tokenOf(role), url: server.base },
      { name: 'language', value: language, url: server.base },
    ]);
    return { context, page: await context.newPage() };
  }

  /** What runs off the side, and words that their own box cuts off. */
  const cutOff = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => {
      const faults: string[] = [];
      const over = document.documentElement.scrollWidth - innerWidth;
      if (over > 0) {
        const out = [...document.querySelectorAll<HTMLElement>('main *')].filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          return (right > innerWidth || left < 0) && !one.closest('.scroll > *');
        });
        faults.push(`runs ${over} px off the side: ${out.at(-1)?.outerHTML.slice(0, 120)}`);
      }
      for (const box of document.querySelectorAll<HTMLElement>('body *')) {
        const { overflowX, overflowY, position, clipPath } = getComputedStyle(box);
        const isUnseen = clipPath !== 'none' || (position === 'absolute' && box.matches('.skip'));
        if (isUnseen || box.closest('svg, .panel:not(:target, .wide)') || !box.checkVisibility()) continue;
        const hides = (how: string) => how === 'hidden' || how === 'clip';
        const lost =
          (hides(overflowX) && box.scrollWidth > box.clientWidth + 1) ||
          (hides(overflowY) && box.scrollHeight > box.clientHeight + 1);
        const isButton = box.matches('button, .button, .chip, summary');
        if (lost || (isButton && box.scrollWidth > box.clientWidth + 1))
          faults.push(`cuts off <${box.tagName.toLowerCase()} class="${box.className}">`);
      }
      return [...new Set(faults)];
    });

  test.each(ZOOMED.flatMap((size) => ['en', 'fa'].map((language) => ({ ...size, language }))))(
    'at $zoom % nothing is cut off or runs off the side, however far apart the letters stand ($language)',
    async ({ language, ...size }) => {
      const faults: string[] = [];
      const visits = new Map<Role, Awaited<ReturnType<typeof seen>>>();
      for (const [path, role = 'editor'] of pages) {
        const { page } = visits.get(role) ?? (await seen(role, size, language));
        if (!visits.has(role)) visits.set(role, { page, context: page.context() });
        await page.goto(path);
        for (const fault of await cutOff(page)) faults.push(`${path}: ${fault}`);
        await page.addStyleTag({ content: SET_APART });
        for (const fault of await cutOff(page)) faults.push(`${path}, set apart: ${fault}`);
      }
      for (const { context } of visits.values()) await context.close();
      expect(faults).toEqual([]);
    },
    240_000,
  );

  /** Where the focus is: its name, and what is wrong with how it shows. */
  const focus = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      if (!one || one === document.body) return null;
      const shown = one.closest<HTMLElement>('.scale label') ?? one;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown);
      const box = shown.getBoundingClientRect();
      const at = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.2, 0.5, 0.8].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
      );
      const isFree = at.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (shown.contains(top) || top.contains(shown));
      });
      const tag = `${one.tagName.toLowerCase()}[${one.getAttribute('name') ?? one.id}] “${(one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
      return {
        tag,
        faults: [
          ...(outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? ['has no ring'] : []),
          ...(isFree ? [] : ['is covered or out of sight']),
        ],
      };
    });

  test.each([
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ])(
    'Tab shows where it is on every page, and nothing covers it: $width px',
    async (size) => {
      const faults: string[] = [];
      const visits = new Map<Role, Awaited<ReturnType<typeof seen>>>();
      for (const [path, role = 'editor'] of pages) {
        const { page } = visits.get(role) ?? (await seen(role, size));
        if (!visits.has(role)) visits.set(role, { page, context: page.context() });
        await page.goto(path);
        for (let press = 0; press < 70; press++) {
          await page.keyboard.press('Tab');
          const at = await focus(page);
          if (!at) break;
          for (const fault of at.faults) faults.push(`${path}: ${at.tag} ${fault}`);
        }
      }
      for (const { context } of visits.values()) await context.close();
      expect([...new Set(faults)]).toEqual([]);
    },
    240_000,
  );

  test('two keys lead past the text to the statement at hand', async () => {
    const { page, context } = await seen('editor', { width: 1280, height: 800 });
    await page.goto(pages[3]?.[0] ?? '');
    const skip = page.getByRole('link', { name: 'Skip to the statement at hand' });
    for (let press = 0; press < 20; press++) {
      await page.keyboard.press('Tab');
      if (await skip.evaluate((one) => one === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#panel') !== null)).toBe(true);
    await context.close();
  });

  test('keys alone lead from signing in to an issued report', async () => {
    const context = await browser.newContext({
      baseURL: server.base,
      viewport: { width: 1280, height: 800 },
    });
    const page = await context.newPage();
    const faults: string[] = [];
    /** Tab until the focus stands on what a reader of names would look for. */
    const reach = async (role: 'button' | 'link' | 'textbox' | 'radio' | 'combobox', name: RegExp) => {
      const wanted = page.getByRole(role, { name }).first();
      for (let press = 0; press < 150; press++) {
        if ((await wanted.count()) === 0) break;
        if (await wanted.evaluate((one) => one === document.activeElement)) return;
        await page.keyboard.press('Tab');
        const at = await focus(page);
        for (const fault of at?.faults ?? [])
          faults.push(`${new URL(page.url()).pathname}: ${at?.tag} ${fault}`);
      }
      throw new Error(`Tab does not reach the ${role} ${name} of ${page.url()}`);
    };
    const landed = (path: RegExp) => page.waitForURL(path, { waitUntil: 'load' });

    await page.goto('/sign-in');
    await reach('textbox', /sign-in name/i);
    await page.keyboard.type('editor');
    await reach('textbox', /password/i);
    await page.keyboard.type(PASSWORD);
    await reach('button', /sign in/i);
    await page.keyboard.press('Enter');
    await landed(/:\d+\/$/);
    await reach('link', /import/i);
    await page.keyboard.press('Enter');
    await landed(/articles\/new/);
    await reach('textbox', /text/i);
    await page.keyboard.insertText(
      `Harbour council argues over the crane\n\nThe crane fell at noon, harbour master Ida Holm said. “Nobody was hurt,” she told reporters.\n\nPort Selby, today.\n`,
    );
    await reach('button', /show me what you read/i);
    await page.keyboard.press('Enter');
    await landed(/preview/);
    await reach('button', /store this article/i);
    await page.keyboard.press('Enter');
    await landed(/articles\/[0-9a-f-]{36}/);
    await reach('button', /^confirm(?! the)/i);
    await page.keyboard.press('Enter');
    await page.locator('#panel .settled').waitFor();
    await reach('radio', /unchecked/i);
    await page.keyboard.press('ArrowUp');
    await reach('textbox', /why, in words/i);
    await page.keyboard.type('A promise, not a fact.');
    await reach('button', /^give this rating$/i);
    await page.keyboard.press('Enter');
    await page.locator('#panel .signing').waitFor();
    await reach('link', /issue it/i);
    await page.keyboard.press('Enter');
    await landed(/exports/);
    await reach('button', /issue the report/i);
    await page.keyboard.press('Enter');
    await page.locator('main table').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});
