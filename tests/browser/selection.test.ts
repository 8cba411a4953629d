// Words made into statements, and statements made longer, shorter or one: by mouse, by touch and by keyboard.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, type TestServer } from '../web/a-server.ts';
import { CHROMIUM, launch, visitor } from './a-browser.ts';
import { CRANE, tell } from './stories.ts';

describe.skipIf(!CHROMIUM)('selected words', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await aServer();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });

  /** Where the first and the last letter of some words stand on the screen. */
  const boxOf = (page: Page, words: string) =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector('#text')!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const rects = [...range.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        if (!first || !last) break;
        return {
          x: first.left,
          y: first.top + first.height / 2,
          toX: last.right,
          toY: last.top + last.height / 2,
        };
      }
      throw new Error('not in the text');
    }, words);

  /** As a finger's long press and its handles leave it: no pointer moves over the page. */
  const select = (page: Page, words: string) =>
    page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector('#text')!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(wanted);
        if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
      throw new Error('not in the text');
    }, words);

  const drag = async (page: Page, words: string) => {
    const { x, y, toX, toY } = await boxOf(page, words);
    await page.mouse.move(x + 1, y);
    await page.mouse.down();
    await page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 4 });
    await page.mouse.move(toX, toY, { steps: 4 });
    await page.mouse.up();
  };

  const said = (page: Page) => page.locator('#panel blockquote').innerText();

  test('the mouse makes a statement, shortens one, and names its source', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server);
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    await drag(page, 'stood on the north quay');
    await page.getByRole('button', { name: 'New statement' }).click();
    await page.locator('#add select[name="kind"]').selectOption('narration');
    await page.locator('#add button.main').click();
    await expect.poll(() => said(page)).toBe('stood on the north quay');
    expect((await server.store.reviews(id)).length).toBe(CRANE.found.length + 1);

    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    await drag(page, 'The crane fell');
    await page.getByRole('button', { name: 'These are its words' }).click();
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toBe('The crane fell');
    await drag(page, 'at noon on Monday');
    await page.getByRole('button', { name: 'New statement' }).click();
    await page.locator('#add input[name="speaker"]').fill('Ida Holm');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page)).toBe('at noon on Monday');
    await context.close();
  });

  test('a finger makes a statement of two stretches', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server, { phone: true });
    await page.goto(`/articles/${id}?statement=${statements[3]}`);
    await select(page, 'told');
    await page.getByRole('button', { name: 'Add to its words' }).tap();
    await page.getByRole('button', { name: 'These are the words' }).tap();
    await expect.poll(() => said(page)).toBe('“Nobody was hurt,” … told');
    await context.close();
  });

  test('the keyboard makes, corrects and undoes without a selection', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server);
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    await page.keyboard.press('a');
    await page.keyboard.type('stood on the north quay');
    await page.locator('#add select[name="kind"]').selectOption('narration');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => said(page)).toBe('stood on the north quay');
    await page.keyboard.press('k');
    await expect.poll(() => said(page)).not.toBe('stood on the north quay');
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    await page.keyboard.press('w');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('The crane fell at noon');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => said(page)).toBe('The crane fell at noon');
    await page.keyboard.press('c');
    await page.waitForSelector('#panel .settled');
    await page.keyboard.press('u');
    await page.waitForSelector('#panel [data-key="c"]');
    await context.close();
  });

  test('keys stand where they stand on a keyboard with other letters', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server, { language: 'fa' });
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    const press = (key: string, code: string) =>
      page.evaluate(
        (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true })),
        { key, code },
      );
    await press('ز', 'KeyC');
    await page.waitForSelector('#panel .settled');
    await press('۶', 'Digit6');
    await page.waitForFunction(() => document.activeElement?.matches('[data-focus="reason"]'));
    await context.close();
  });
});
