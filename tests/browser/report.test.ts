// A report opened by Chromium: nothing loads, nothing runs, axe finds nothing, nothing runs off the side, and it prints.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASES, textOf } from '../exporters/written.ts';
import { CHROMIUM, launch } from './a-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!CHROMIUM)('a report in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await launch();
    folder = mkdtempSync(join(tmpdir(), 'whosaid-page-'));
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(html: string, look: { dark: boolean; phone: boolean }) {
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    const context = await browser.newContext({
      colorScheme: look.dark ? 'dark' : 'light',
      viewport: look.phone ? { width: 390, height: 844 } : { width: 1000, height: 1000 },
    });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) trouble.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    return { context, page, trouble };
  }

  it.each(
    CASES.flatMap(([name, report]) =>
      [
        { dark: false, phone: false },
        { dark: true, phone: true },
      ].map((look) => [name, JSON.stringify(look), report, look] as const),
    ),
  )('%s %s', async (_, __, report, look) => {
    const { context, page, trouble } = await opened(await textOf('html', report), look);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(trouble).toEqual([]);
    await page.evaluate(AXE);
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('prints on paper', async () => {
    const { context, page } = await opened(await textOf('html', CASES[0]![1]), { dark: false, phone: false });
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });
});
