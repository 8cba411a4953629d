// The bench in a browser: the main job by keyboard and without scripts, two editors at once, a lost session, a telephone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer, PASSWORD, type TestServer } from '../web/a-server.ts';
import { CHROMIUM, launch, visitor } from './a-browser.ts';
import { CRANE, LONG, tell } from './stories.ts';

describe.skipIf(!CHROMIUM)('the bench in a browser', () => {
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

  const largestPaint = () =>
    new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    });

  const number = (page: Page) => page.locator('#panel h2').innerText();

  test('every statement is confirmed, rated and signed by keyboard, without a page load', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server);
    const loads: string[] = [];
    await page.goto(`/articles/${id}`);
    page.on('load', () => loads.push(page.url()));
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    const type = async (words: string) => {
      keys += words.length;
      await page.keyboard.type(words);
    };
    await page.getByRole('button', { name: /publisher’s own voice/ }).click();
    await expect.poll(() => page.locator('#notice').innerText()).toContain('own voice');
    for (const [at, statement] of statements.entries()) {
      await page.waitForSelector(`#panel[data-id="${statement}"]`);
      if ((await page.locator('#panel [data-key="c"]').count()) > 0) {
        await press('c');
        await page.waitForSelector(`#panel[data-id="${statement}"] .settled`);
      }
      await press(at % 2 === 0 ? '6' : '7');
      await type('Asked; no answer.');
      await press('Control+Enter');
      await page.waitForSelector(`#panel[data-id="${statement}"] .signing`);
      if (at + 1 < statements.length) await press('j');
    }
    expect(await page.locator('#progress').innerText()).toContain(
      `${statements.length} of ${statements.length} rated`,
    );
    await context.close();
    const second = await visitor(browser, server, { role: 'lead' });
    await second.page.goto(`/articles/${id}?statement=${statements[0]}`);
    second.page.on('load', () => loads.push('second'));
    for (const [at, statement] of statements.entries()) {
      await second.page.waitForSelector(`#panel[data-id="${statement}"] [data-key="s"]`);
      keys += 1;
      await second.page.keyboard.press(at + 1 < statements.length ? 'S' : 's');
    }
    await expect
      .poll(async () => (await server.store.reviews(id)).filter((review) => review.signOff).length)
      .toBe(statements.length);
    expect(loads).toEqual([]);
    console.log(
      `${statements.length} statements confirmed, rated with a reason and signed: ${keys} keystrokes, ${(keys / statements.length).toFixed(1)} a statement (${'Asked; no answer.'.length} of them the reason)`,
    );
    await second.context.close();
  });

  test('the main job goes from import to a signed-off report without scripts', async () => {
    const { page, context } = await visitor(browser, server, { script: false });
    await page.goto('/');
    await page.getByRole('link', { name: 'Import an article' }).click();
    await page
      .getByLabel('The article’s text')
      .fill('Crane inquiry opens\n\nThe crane fell at noon, harbour master Ida Holm said.\n');
    await page.getByRole('button', { name: 'Show me what you read' }).click();
    await page.getByLabel('Publisher').fill('Quay Wire');
    await page.getByRole('button', { name: 'Store this article' }).click();
    await page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
    const id = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await page.getByRole('button', { name: 'Confirm', exact: false }).first().click();
    await page.getByText('Add evidence').first().click();
    await page.getByLabel('What it is').fill('Camera');
    await page.getByLabel('supports').first().check();
    await page.getByLabel('Origin', { exact: true }).fill('Harbour camera');
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.locator('.scale label', { hasText: 'verified' }).first().click();
    await page.getByLabel('Why, in words').fill('Seen on camera.');
    await page.getByRole('button', { name: 'Give this rating', exact: true }).click();
    expect(await page.locator('#panel .stamp').innerText()).toContain('verified');
    await context.close();
    const lead = await visitor(browser, server, { role: 'lead', script: false });
    await lead.page.goto(`/articles/${id}`);
    await lead.page.locator('.no').first().click();
    await lead.page.getByRole('button', { name: 'Sign it off', exact: true }).click();
    await lead.page.getByRole('link', { name: 'Issue it' }).click();
    await lead.page.getByRole('button', { name: 'Issue the report' }).click();
    expect(await lead.page.locator('main table').innerText()).toContain('Web page (HTML)');
    const [report] = await server.store.reports(id);
    const bytes = new TextDecoder().decode((await server.store.report(report?.id ?? '')).bytes);
    expect(bytes).toContain('Seen on camera.');
    await lead.context.close();
  });

  test('moving through five hundred statements takes under 50 ms each', async () => {
    const { id } = await tell(server, LONG);
    const { page, context } = await visitor(browser, server);
    const paints: number[] = [];
    for (let load = 0; load < 3; load++) {
      await page.goto(`/articles/${id}`);
      paints.push(await page.evaluate(largestPaint));
    }
    // The machine may be busy with something else; the page is not slower for that.
    const paint = Math.min(...paints);
    const times: number[] = [];
    for (let step = 0; step < 20; step++) {
      // As long as the shortest glance at a statement; meanwhile its neighbours are fetched.
      await page.waitForTimeout(400);
      times.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              const before = document.querySelector<HTMLElement>('#panel')?.dataset.id;
              const from = performance.now();
              const look = (): void => {
                if (document.querySelector<HTMLElement>('#panel')?.dataset.id === before)
                  requestAnimationFrame(look);
                else resolve(performance.now() - from);
              };
              document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
              look();
            }),
        ),
      );
    }
    const median = times.toSorted((a, b) => a - b)[10] ?? 0;
    console.log(
      `500 statements: largest paint ${paint.toFixed(0)} ms, moving on ${median.toFixed(1)} ms (median of 20)`,
    );
    expect(paint).toBeLessThan(1000);
    expect(median).toBeLessThan(50);
    await context.close();
  }, 90_000);

  test('the second of two editors sees both versions, and their words are still there', async () => {
    const { id, statements } = await tell(server, CRANE);
    const mine = await visitor(browser, server);
    const theirs = await visitor(browser, server, { role: 'lead' });
    for (const { page } of [mine, theirs]) await page.goto(`/articles/${id}?statement=${statements[1]}`);
    await theirs.page.keyboard.press('c');
    await theirs.page.waitForSelector('#panel .settled');
    await mine.page.keyboard.press('e');
    await mine.page.locator('#panel [data-focus="speaker"]').fill('Ida Holm-Berg');
    await mine.page.keyboard.press('Control+Enter');
    await mine.page.waitForSelector('.conflict');
    expect(await mine.page.locator('.conflict').innerText()).toContain('The lead confirmed who said it');
    expect(await mine.page.locator('#panel [data-focus="speaker"]').inputValue()).toBe('Ida Holm-Berg');
    await mine.page.locator('#panel form[data-act="source_identified"] button').click();
    await expect.poll(() => mine.page.locator('#panel .chain').innerText()).toContain('Ida Holm-Berg');
    await mine.context.close();
    await theirs.context.close();
  });

  test('what was typed survives a lost session, and a reload', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server);
    await page.goto(`/articles/${id}?statement=${statements[2]}`);
    await page.keyboard.press('n');
    await page.keyboard.type('Half a thought');
    await page.reload();
    expect(await page.locator('#panel [data-focus="note"]').inputValue()).toBe('Half a thought');
    await context.clearCookies();
    await page.locator('#panel [data-focus="note"]').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Sign-in name').fill('editor');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Half a thought').waitFor();
    await page.getByRole('button', { name: 'Send it now' }).click();
    await page.locator('#panel .note', { hasText: 'Half a thought' }).waitFor();
    await context.close();
  });

  test('selected words become a statement, or the words of the one at hand', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server);
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    const select = (words: string) =>
      page.evaluate((wanted) => {
        const walker = document.createTreeWalker(document.querySelector('#text')!, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const at = node.data.indexOf(wanted);
          if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        }
        throw new Error('not in the text');
      }, words);
    await select('stood on the north quay');
    await page.getByRole('button', { name: 'New statement' }).click();
    await page.locator('#add input[name="speaker"]').fill('Quay Wire');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('#panel blockquote').innerText()).toBe('stood on the north quay');
    await select('at noon on Monday');
    await page.getByRole('button', { name: 'Add to its words' }).click();
    await page.getByRole('button', { name: 'These are the words' }).click();
    await expect
      .poll(() => page.locator('#panel blockquote').innerText())
      .toBe('stood on the north quay … at noon on Monday');
    await context.close();
  });

  test('on a telephone the panel is a sheet that leaves the text alone, and nothing runs off the side', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server, { phone: true });
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    const height = async () => (await page.locator('#panel').boundingBox())?.height ?? 0;
    expect(await height()).toBeLessThan(844 / 4);
    await page.getByRole('link', { name: 'More', exact: true }).tap();
    expect(await height()).toBeGreaterThan(844 / 2);
    await page.getByRole('link', { name: 'Less' }).tap();
    // Typing in the sheet holds it open until the button below has been pressed.
    await page.locator('#panel [data-focus="reason"]').focus();
    await page.locator('#panel form.rating button.main').tap();
    await page.locator('#panel .problem').waitFor();
    await page.goto(`/articles/${id}?statement=${statements[1]}`);
    await page.locator('#panel [rel="next"]').tap();
    await expect.poll(() => number(page)).toContain('Statement 3 of 8');
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 700 });
      for (const path of ['/', '/articles', `/articles/${id}`, '/articles/new', '/log', '/read']) {
        await page.goto(path);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(`${path} ${overflow}`).toBe(`${path} 0`);
      }
    }
    await context.close();
  });

  test('single keys can be switched off', async () => {
    const { id, statements } = await tell(server, CRANE);
    const { page, context } = await visitor(browser, server);
    await page.goto(`/articles/${id}?statement=${statements[0]}`);
    await page.keyboard.press('?');
    await page.getByLabel('Switch single keys off in this browser').check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await number(page)).toContain('Statement 1 of 8');
    await context.close();
  });
});
