import { parseHTML } from 'linkedom';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { CASES, HARBOUR, HARD, textOf } from './written.ts';

const rendered = async (report = HARBOUR) =>
  parseHTML(`<main>${new Marked({ gfm: true }).parse(await textOf('md', report), { async: false })}</main>`)
    .document;

describe('rendered by another library', () => {
  it.each(CASES)('has a heading for every statement: %s', async (_, report) => {
    const headings = [...(await rendered(report)).querySelectorAll('h3')].filter((one) =>
      /^\d+\. /.test(one.textContent ?? ''),
    );
    expect(headings.length).toBe(report.articles[0]?.statements.length);
  });

  it('is text wherever somebody wrote markup', async () => {
    const document = await rendered(HARD);
    expect(document.querySelectorAll('script, img, iframe, b, i').length).toBe(0);
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^https?:/);
    expect(document.querySelector('main')?.textContent).toContain('**bold** | pipe ` tick');
    expect(document.querySelector('main')?.textContent).toContain(
      '</script><script>alert(1)</script> --> ]]>',
    );
  });

  it('keeps its tables whole', async () => {
    for (const [, report] of CASES)
      for (const table of (await rendered(report)).querySelectorAll('table')) {
        const columns = table.querySelectorAll('thead th').length;
        for (const row of table.querySelectorAll('tbody tr'))
          expect(row.querySelectorAll('td').length).toBe(columns);
      }
  });
});
