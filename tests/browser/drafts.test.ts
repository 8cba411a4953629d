// What is typed and not sent, in a browser: it is there in another one, after a restart, back, and after a lost session.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, PASSWORD, type TestServer } from '../web/a-server.ts';
import { CHROMIUM, launch, visitor } from './a-browser.ts';

describe.skipIf(!CHROMIUM)('words that were not sent', () => {
  let server: TestServer;
  let browser: Browser;
  let bench: string;
  beforeAll(async () => {
    server = await aServer();
    browser = await launch();
    bench = `/articles/${server.articleId}?statement=${server.statementId}`;
  });
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });

  const reason = (page: Page) => page.locator('form[data-draft="rated"] [name=reason]');
  const saved = (page: Page, status = 204) =>
    page.waitForResponse((answer) => answer.url().endsWith('/drafts') && answer.status() === status);

  test('are in another browser, without scripts too, and gone everywhere once they are thrown away', async () => {
    const here = await visitor(browser, server);
    await here.page.goto(bench);
    const kept = saved(here.page);
    await reason(here.page).fill('Asked the port; no answer yet.');
    await kept;
    expect(await here.page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
    const there = await visitor(browser, server, { script: false });
    await there.page.goto(bench);
    expect(await reason(there.page).inputValue()).toBe('Asked the port; no answer yet.');
    await there.page.locator('form[data-draft="rated"] [formaction]').click();
    expect(await reason(there.page).inputValue()).toBe('');
    expect(there.page.url()).toContain(server.statementId);
    await here.context.close();
    await there.context.close();
  });

  test('come along from one statement to the next and back, and with the back button', async () => {
    const { page, context } = await visitor(browser, server);
    await page.goto(bench);
    await reason(page).fill('First statement, half a thought');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await expect.poll(() => reason(page).inputValue()).toBe('');
    await reason(page).fill('Second statement');
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await expect.poll(() => reason(page).inputValue()).toBe('First statement, half a thought');
    await page.goto('/queue');
    await page.goBack();
    await expect.poll(() => reason(page).inputValue()).toMatch(/statement/i);
    await context.close();
  });

  test('survive a lost session while they are typed, and a note stays confidential', async () => {
    const { page, context } = await visitor(browser, server);
    await page.goto(bench);
    await context.clearCookies();
    const refused = saved(page, 401);
    const form = page.locator('form[data-draft="noted"]');
    await form.locator('[name=body]').fill('The porter told us.');
    await form.locator('[name=confidential]').check();
    await refused;
    await page.goto('/sign-in');
    await page.locator('[name=login]').fill('editor');
    await page.locator('[name=password]').fill(PASSWORD);
    await page.locator('main button').first().click();
    await page.waitForURL((url) => url.pathname === '/');
    const kept = saved(page);
    await page.goto(bench);
    expect(await form.locator('[name=body]').inputValue()).toBe('The porter told us.');
    expect(await form.locator('[name=confidential]').isChecked()).toBe(true);
    await kept;
    await form.getByRole('button', { name: 'Note it' }).click();
    await expect.poll(async () => (await server.store.review(server.statementId)).notes.length).toBe(1);
    expect((await server.store.review(server.statementId)).notes[0]).toMatchObject({ confidential: true });
    await page.waitForTimeout(1200);
    const drafts = await server.store.drafts(server.editors.editor.id, server.statementId);
    expect(drafts.map(({ key }) => key)).not.toContain(`${server.statementId}:noted`);
    await page.reload();
    expect(await form.locator('[name=body]').inputValue()).toBe('');
    await context.close();
  });

  test('of one person are not put into the forms of the next one at the same computer', async () => {
    const { page, context } = await visitor(browser, server);
    await page.goto(bench);
    await page.route('**/drafts', (route) => route.abort());
    await reason(page).fill('Only mine');
    await page.waitForTimeout(1000);
    expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(1);
    await context.addCookies([{ name: 'whosaid', value: await server.tokenOf('lead'), url: server.base }]);
    await page.reload();
    expect(await reason(page).inputValue()).not.toBe('Only mine');
    await context.close();
  });

  test('are sent to the desk again after it was away', async () => {
    const { page, context } = await visitor(browser, server, { role: 'admin' });
    await page.goto(bench);
    await page.route('**/drafts', (route) => route.abort());
    await reason(page).fill('Typed while the desk was away');
    await page.waitForTimeout(1000);
    await page.unroute('**/drafts');
    const kept = saved(page);
    await page.reload();
    expect(await reason(page).inputValue()).toBe('Typed while the desk was away');
    await kept;
    expect(await server.store.drafts(server.editors.admin.id, server.statementId)).toHaveLength(1);
    await context.close();
  });
});
