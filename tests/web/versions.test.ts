// An article over time and under other mastheads, on pages for the desk and for readers.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { findBlocks } from '../../src/core/blocks/find-blocks.ts';
import * as acts from '../../src/workflow.ts';
import { open } from './a-form.ts';
import { aServer, TEXT, type TestServer } from './a-server.ts';

let server: TestServer;
let newer: string;

const imported = (text: string, more: Partial<acts.Imported> = {}): acts.Imported => ({
  text,
  blocks: findBlocks(text),
  title: 'Harbour council argues over the crane',
  publisher: 'Quay Wire',
  publishedOn: '2026-03-02',
  url: null,
  language: 'en',
  bytes: new TextEncoder().encode(text),
  mediaType: 'text/plain',
  name: null,
  ...more,
});

const SECRET = 'Reply to the source who wrote us: thank you.';
const CHANGED = `${TEXT.replace('fell at noon', 'fell at dawn').replace('"Nobody was hurt," she told reporters.', 'She took no questions.')}\nA second crane was measured.\n\n${SECRET}\n`;

beforeAll(async () => {
  server = await aServer();
  const { desk, editors } = server;
  for (const statement of await server.store.statements(server.articleId)) {
    const seen = async () => ({ version: (await server.store.review(statement.id)).version });
    await acts.confirmAttribution(desk, editors.editor, statement.id, await seen());
    await acts.rate(
      desk,
      editors.editor,
      statement.id,
      await seen(),
      'unverifiable',
      'Nobody else was there.',
    );
    const { signOffDigest } = await import('../../src/core/sign-off.ts');
    const digest = signOffDigest(await server.store.review(statement.id));
    await acts.signOff(desk, editors.lead, statement.id, await seen(), digest);
  }
  await acts.publish(desk, editors.lead, server.articleId);
  const blocks = findBlocks(CHANGED).map((block) =>
    CHANGED.slice(block.start, block.end).includes(SECRET) ? { ...block, setAside: true } : block,
  );
  newer = (
    await acts.importVersion(
      desk,
      editors.editor,
      server.articleId,
      imported(CHANGED, { blocks, title: 'Harbour council argues over two cranes' }),
    )
  ).id;
});
afterAll(() => server.stop());

const marked = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(`.changed ${selector}`)].map((one) =>
    (one.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );

describe('what changed, for the desk', () => {
  it('stands word for word in its place, with a word for each kind of change', async () => {
    const page = await open(server, `/articles/${newer}/changes`, 'editor');
    expect(marked(page.document, 'del')).toContain('[taken out: noon]');
    expect(marked(page.document, 'ins')).toContain('[put in: dawn]');
    expect(page.words('.details')).toContain('two cranes');
  });

  it('leaves out what was no part of the story, says so, and shows it when asked', async () => {
    const page = await open(server, `/articles/${newer}/changes`, 'editor');
    expect(page.html).not.toContain(SECRET.slice(0, -1));
    expect(page.words('p.small a[href*="whole=yes"]')).toBe('Show everything');
    expect(page.html).toContain('1 changed paragraph was set aside and is left out here.');
    const whole = await open(server, `/articles/${newer}/changes?whole=yes`, 'editor');
    expect(marked(whole.document, 'ins').join()).toContain(SECRET.slice(0, -1));
    expect(whole.html).not.toContain('was set aside and is left out here');
  });

  it('says what became of each statement, and leaves out none', async () => {
    const page = await open(server, `/articles/${newer}/changes`, 'editor');
    expect(page.words('.fates')).toMatch(/Statement 1, Ida Holm: reworded\. “noon” became “dawn”\./);
    expect(page.words('.fates')).toContain('It was rated “unverifiable” before.');
    expect(page.words('.hint')).toContain('1 statement of the earlier text was not carried over');
    expect(page.words('.hint')).toContain('gone from the newer text');
    expect(page.words('.versions')).toMatch(/version 2 \(this one\).*1 reworded · 1 gone.*version 1/);
  });

  it('is linked from both benches, and told on the statement’s panel', async () => {
    const [now] = await server.store.reviews(newer);
    const after = await open(server, `/articles/${newer}?statement=${now?.statementId}`, 'editor');
    expect(after.html).toContain(`/articles/${newer}/changes`);
    expect(after.words('#panel')).toContain('Since the version before');
    expect(after.words('#panel')).toContain('The editor rated it “unverifiable” then');
    const [kept, lost] = await server.store.reviews(server.articleId);
    for (const [id, sentence] of [
      [kept?.statementId, 'In the newer version this was reworded.'],
      [lost?.statementId, 'In the newer version this is gone.'],
    ])
      expect(
        (await open(server, `/articles/${server.articleId}?statement=${id}`, 'editor')).words('#panel'),
      ).toContain(sentence);
  });

  it('has nothing to compare on the first version', async () => {
    const page = await open(server, `/articles/${server.articleId}/changes`, 'editor');
    expect(page.words('main')).toContain('This is the first version.');
  });
});

describe('what changed, for readers', () => {
  const toldTo = (id: string) => open(server, `/read/${id}`, 'reader');
  const asked = () => server.knock(`/read/${newer}/changes`, { as: 'reader' });
  const lead = (form: Record<string, string>) =>
    server.knock(`/articles/${server.articleId}/edits`, { as: 'lead', form });

  it('is theirs only once a lead shows it, and no longer when it is taken back', async () => {
    expect((await toldTo(server.articleId)).words('.hint')).toContain('There is a newer version');
    expect((await toldTo(server.articleId)).html).not.toContain('/changes');
    expect((await asked()).status).toBe(404);
    expect((await lead({ act: 'show' })).status).toBe(303);
    expect((await toldTo(server.articleId)).html).toContain(`/read/${newer}/changes`);
    const page = await open(server, `/read/${newer}/changes`, 'reader');
    expect(marked(page.document, 'ins')).toContain('[put in: dawn]');
    expect(page.html).not.toContain('thank you');
    expect((await lead({ act: 'hide' })).status).toBe(422);
    expect((await lead({ act: 'hide', reason: 'Not out yet.' })).status).toBe(303);
    expect((await asked()).status).toBe(404);
  });

  it('never shows the desk’s own state, nor a text whose findings were taken off', async () => {
    await lead({ act: 'show' });
    const page = await open(server, `/read/${newer}/changes`, 'reader');
    expect(page.html).not.toMatch(/nverifiable”|Nobody else was there|\/articles\//);
    await acts.unpublish(server.desk, server.editors.lead, server.articleId, 'Legal.');
    expect((await asked()).status).toBe(404);
    await acts.publish(server.desk, server.editors.lead, server.articleId);
    expect((await asked()).status).toBe(200);
  });
});

describe('one text under two mastheads', () => {
  test('is recorded, shown on both, and withdrawn', async () => {
    const copy = await acts.importArticle(
      server.desk,
      server.editors.editor,
      imported(`${CHANGED}\n`, { title: 'Crane row', publisher: 'Salt Courier' }),
    );
    const post = (form: Record<string, string>) =>
      server.knock(`/articles/${copy.id}/republications`, { as: 'editor', form });
    expect((await open(server, `/articles/${copy.id}/changes`, 'editor')).words('form')).toContain(
      'two cranes',
    );
    expect((await post({ act: 'record' })).status).toBe(422);
    expect((await post({ act: 'record', link: `/articles/${newer}` })).status).toBe(303);
    expect((await post({ act: 'record', of: newer })).status).toBe(422);
    for (const [id, other] of [
      [copy.id, newer],
      [newer, copy.id],
    ]) {
      const page = await open(server, `/articles/${id}/changes`, 'editor');
      expect(
        page.document.querySelector(`section[aria-labelledby=copies] a[href="/articles/${other}"]`),
      ).not.toBeNull();
    }
    expect((await post({ act: 'withdraw', on: copy.id, reason: '' })).status).toBe(422);
    expect((await post({ act: 'withdraw', on: copy.id, reason: 'Own reporter.' })).status).toBe(303);
    expect(await server.store.wireOf(newer)).toHaveLength(1);
  });
});
