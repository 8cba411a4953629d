import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { CASES, HARBOUR, HARD, NOTHING, textOf } from './written.ts';

const page = async (report = HARBOUR) => parseHTML(await textOf('html', report)).document;

describe('the page', () => {
  it.each(CASES)('has every statement, in order: %s', async (_, report) => {
    const ids = [...(await page(report)).querySelectorAll('article.statement')].map((one) => one.id);
    expect(ids).toEqual(report.articles.flatMap(({ statements }) => statements.map(({ id }) => `s-${id}`)));
  });

  it.each(CASES)('needs nothing from elsewhere and runs nothing: %s', async (_, report) => {
    const document = await page(report);
    expect(document.querySelectorAll('script, link, img, iframe, object, form').length).toBe(0);
    expect(document.querySelectorAll('style').length).toBe(1);
    for (const node of document.querySelectorAll('*'))
      for (const { name, value } of node.attributes) {
        expect(name.startsWith('on')).toBe(false);
        expect(name).not.toBe('style');
        if (name === 'href') expect(value).toMatch(/^(https?:|#)/);
      }
  });

  it('shows markup as text', async () => {
    const document = await page(HARD);
    expect(document.body.textContent).toContain('</script><script>alert(1)</script> --> ]]>');
    expect(document.querySelectorAll('mark').length).toBe(4);
  });

  it('says which way the article is written', async () => {
    const quotes = [...(await page(HARD)).querySelectorAll('blockquote')];
    expect(
      quotes.every((one) => one.getAttribute('dir') === 'rtl' && one.getAttribute('lang') === 'ar'),
    ).toBe(true);
  });

  it('has one h1, and no heading that skips a level', async () => {
    const levels = [...(await page()).querySelectorAll('h1, h2, h3, h4')].map((one) =>
      Number(one.tagName[1]),
    );
    expect(levels.filter((level) => level === 1).length).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('has ids only once', async () => {
    for (const [, report] of CASES) {
      const ids = [...(await page(report)).querySelectorAll('[id]')].map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('gives every picture a title and a description in words', async () => {
    const pictures = [...(await page()).querySelectorAll('svg')];
    expect(pictures.length).toBe(3);
    for (const picture of pictures) {
      expect(picture.getAttribute('role')).toBe('img');
      expect(picture.querySelector('title')?.textContent).not.toBe('');
      expect(picture.querySelector('desc')?.textContent).not.toBe('');
    }
    expect(pictures[0]?.querySelector('desc')?.textContent).toBe(
      '1 verified, 1 corroborated, 1 disputed, 1 false, 1 unverifiable, 1 not checkable, 2 unchecked',
    );
  });

  it('prints the log head and the digest it was made from', async () => {
    const text = (await page()).body.textContent ?? '';
    expect(text).toContain(HARBOUR.digest);
    expect(text).toContain(`34:${HARBOUR.articles[0]?.head.hash}`);
  });

  it('draws nothing where there is nothing', async () => {
    expect((await page(NOTHING)).querySelectorAll('svg').length).toBe(0);
  });
});
