// A system Chromium, where there is one. Without one the browser tests are skipped, and say so.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Role } from '../../src/core/editor.ts';
import type { TestServer } from '../web/a-server.ts';

const CANDIDATES = [
  process.env.WHOSAID_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const isRunnable = (path: string | undefined): path is string => {
  try {
    if (!path) return false;
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export const CHROMIUM = CANDIDATES.find(isRunnable);

if (!CHROMIUM)
  console.warn('No Chromium was found, so the browser tests are skipped. Name one in WHOSAID_CHROMIUM.');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });

export interface Look {
  readonly role?: Role;
  readonly script?: boolean;
  readonly dark?: boolean;
  readonly phone?: boolean;
  readonly language?: 'en' | 'fa';
}

/** A browser of its own for somebody who is signed in. */
export async function visitor(
  browser: Browser,
  server: TestServer,
  { role = 'editor', script = true, dark = false, phone = false, language = 'en' }: Look = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: server.base,
    javaScriptEnabled: script,
    colorScheme: dark ? 'dark' : 'light',
    viewport: phone ? { width: 390, height: 844 } : { width: 1400, height: 1000 },
    hasTouch: phone,
  });
  const cookie = { name: 'whosaid', value: await server.tokenOf(role), url: server.base };
  await context.addCookies([cookie, { name: 'language', value: language, url: server.base }]);
  const page = await context.newPage();
  return { page, context };
}

const SHOTS = new URL('../screenshots/', import.meta.url).pathname;

/** A picture for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}
