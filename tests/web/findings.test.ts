// Findings of others, from our own exports and from made-up ones, brought into a fresh desk over the same text.
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/core/digest.ts';
import { RATINGS } from '../../src/core/rating.ts';
import { buildReport } from '../../src/core/report.ts';
import type { Format } from '../../src/exporters/index.ts';
import { bringInFindings, importArticle, previewFindings, strikeOut } from '../../src/workflow.ts';
import { HARBOUR_TEXT, SECRETS } from '../core/report/harbour.ts';
import { readReport } from '../core/report/read-report.ts';
import { HARBOUR, textOf } from '../exporters/written.ts';
import { importedFrom } from '../store/a-desk.ts';
import { aServer, TEXT, type TestServer } from './a-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await aServer();
});
afterEach(() => server.stop());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = async (format: Format, name: string) => ({
  bytes: bytesOf(await textOf(format, HARBOUR)),
  name,
});

async function harbour(text = HARBOUR_TEXT): Promise<string> {
  const { id } = await importArticle(server.desk, server.editors.editor, importedFrom(text));
  return id;
}

const bringIn = (id: string, file: { bytes: Uint8Array; name: string }) =>
  bringInFindings(server.desk, server.editors.editor, id, file);
const preview = (id: string, file: { bytes: Uint8Array; name: string }) =>
  previewFindings(server.desk, server.editors.editor, id, file);

const quote = (exact: string, more: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  target: { source: 'https://a.example', selector: { type: 'TextQuoteSelector', exact } },
  ...more,
});

describe.each([
  ['json', 'Whosaid report', 8],
  ['webannotation', 'Web Annotation', 8],
  // Where the source is unnamed or disputed a claim has no author: those two become notes on the words.
  ['claimreview', 'ClaimReview', 6],
] as const)('our own %s', (format, form, added) => {
  it('comes back: every statement where it stood, findings as notes, no rating and no signature', async () => {
    const id = await harbour();
    const before = (await server.store.statements(id)).length;
    const file = await fileOf(format, `theirs.${format}`);
    const found = await preview(id, file);
    expect(found).toMatchObject({ form, unplaced: [] });
    expect(found.placed.length).toBe(8);
    await bringIn(id, file);
    const reviews = await server.store.reviews(id);
    expect(reviews.length).toBe(before + added);
    for (const { rating, attribution, signOff, evidence } of reviews)
      expect({ rating, attribution, signOff, evidence }).toEqual({
        rating: 'unchecked',
        attribution: 'unchecked',
        signOff: null,
        evidence: [],
      });
    const said = reviews.find(({ words }) => words.includes('It will never happen again'));
    expect(said?.provenance.speaker).toMatchObject({ name: 'Ilse Brandt' });
    const notes = [
      ...reviews.flatMap((review) => review.notes),
      ...(await server.store.articleReview(id)).notes,
    ];
    const bodies = notes.map(({ body }) => body).join('\n');
    expect(bodies).toContain('The coastguard’s own log gives the fall and the eleven hours');
    expect(bodies).toContain(
      `Brought in from “theirs.${format}” (${form}, SHA-256 ${found.sha256.slice(0, 16)}`,
    );
    for (const secret of SECRETS) expect(bodies).not.toContain(secret);
    for (const { by, at } of notes) expect([by, at]).toEqual([server.editors.editor.id, expect.any(String)]);
  });

  it('exported again says the same words of the same people, and what was lost is in the file that is kept', async () => {
    const id = await harbour();
    const file = await fileOf(format, 'theirs.json');
    await bringIn(id, file);
    const again = buildReport(await readReport(server.store, [id]));
    const said = (report: typeof HARBOUR) =>
      report.articles.flatMap((article) =>
        article.statements.map(({ words, speaker, polarity, saidOn, channel, via, kind }) => ({
          words,
          who: speaker.name,
          polarity,
          saidOn,
          ...(format === 'claimreview' ? {} : { channel, via, kind, type: speaker.type, role: speaker.role }),
        })),
      );
    const theirs = said(HARBOUR);
    const kept = theirs.filter((one) => said(again).some((other) => isDeepStrictEqual(one, other)));
    expect(kept.length).toBe(added);
    expect(again.counts.rated).toBe(0);
    const { bytes } = await server.store.file(sha256(file.bytes));
    expect(Buffer.from(bytes).equals(Buffer.from(file.bytes))).toBe(true);
  });

  it('brought in twice changes nothing more', async () => {
    const id = await harbour();
    const file = await fileOf(format, 'theirs.json');
    await bringIn(id, file);
    const { seq } = await server.store.head(id);
    expect((await preview(id, file)).placed.map(({ does }) => does)).toEqual(Array(8).fill('known'));
    expect(await bringIn(id, file)).toEqual({ statements: 0, notes: 0 });
    expect((await server.store.head(id)).seq).toBe(seq);
    expect((await server.store.replay({ repair: false })).mismatches).toEqual([]);
  });

  it('names what another version no longer holds, and guesses it nowhere', async () => {
    const id = await harbour(HARBOUR_TEXT.replace('40 near misses', '44 near misses'));
    const file = await fileOf(format, 'theirs.json');
    const { placed, unplaced } = await preview(id, file);
    expect(unplaced.map(({ words }) => words)).toEqual(['The union counted 40 near misses last year']);
    expect(placed.length).toBe(7);
    await bringIn(id, file);
    const words = (await server.store.reviews(id)).map((review) => review.words);
    expect(words.filter((one) => one.includes('near misses')).length).toBe(0);
  });
});

describe('findings of others', () => {
  const claim = (more: object) =>
    bytesOf(JSON.stringify({ '@context': 'https://schema.org', '@type': 'ClaimReview', ...more }));

  it('on a statement we have become a note on it, whatever quotation marks stand around the words', async () => {
    const file = {
      name: 'check.jsonld',
      bytes: claim({
        claimReviewed: 'Nobody was hurt',
        author: { '@type': 'Organization', name: 'Example Check' },
        datePublished: '2026-03-04',
        reviewRating: { '@type': 'Rating', alternateName: 'Mostly *true*' },
        itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ida Holm' } },
      }),
    };
    const { placed } = await preview(server.articleId, file);
    expect(placed[0]).toMatchObject({ does: 'noted', statementId: expect.any(String) });
    const before = (await server.store.statements(server.articleId)).length;
    expect(await bringIn(server.articleId, file)).toEqual({ statements: 0, notes: 1 });
    const review = await server.store.review(placed[0]!.statementId!);
    expect(review.notes[0]?.body).toContain(
      '**Their finding:** Mostly \\*true\\* (by Example Check, 2026-03-04)',
    );
    expect(RATINGS.indexOf(review.rating)).toBe(RATINGS.indexOf('unchecked'));
    expect((await server.store.statements(server.articleId)).length).toBe(before);
  });

  it('that name nobody become a note on the words', async () => {
    const bytes = bytesOf(
      JSON.stringify(quote('council argues', { motivation: 'commenting', bodyValue: 'Does it?' })),
    );
    await bringIn(server.articleId, { name: 'a.json', bytes });
    const [note] = (await server.store.articleReview(server.articleId)).notes;
    expect(note?.body).toContain('**Comment:** Does it?');
    expect(TEXT.slice(note!.span!.start, note!.span!.end)).toBe('council argues');
  });

  it('in several pieces, cuts marked, are placed where each piece stands, in their order', async () => {
    const id = await harbour();
    const claim = (text: string) => ({ '@type': 'Claim', text, author: { name: 'Ilse Brandt' } });
    const [first, last] = [
      '“We inspected this crane in March and found it sound,”',
      '“It will never happen again.”',
    ];
    const bytes = bytesOf(
      JSON.stringify([
        claim(`${first} … ${last}`),
        claim(`${last} … ${first}`),
        claim(`${first} … It rained.`),
      ]),
    );
    const { placed, unplaced } = await preview(id, { name: 'a.json', bytes });
    expect(placed.map(({ words }) => words)).toEqual([`${first} … ${last}`]);
    expect(unplaced).toHaveLength(2);
  });

  it('whose words stand twice in the text are left out', async () => {
    const id = await harbour('It rained. They said it. It rained.');
    const bytes = bytesOf(
      JSON.stringify(quote('It rained', { motivation: 'commenting', bodyValue: 'When?' })),
    );
    const { placed, unplaced } = await preview(id, { name: 'a.json', bytes });
    expect([placed.length, unplaced.length]).toEqual([0, 1]);
    await expect(bringIn(id, { name: 'a.json', bytes })).rejects.toThrow('nothing to bring in');
  });

  it('of any length are kept whole, in as many notes as it takes', async () => {
    const body = 'word '.repeat(5_000).trim();
    const bytes = bytesOf(
      JSON.stringify(quote('council argues', { motivation: 'commenting', bodyValue: body })),
    );
    await bringIn(server.articleId, { name: 'a.json', bytes });
    const { notes } = await server.store.articleReview(server.articleId);
    expect(notes.length).toBe(3);
    for (const note of notes) expect(note.body.length).toBeLessThanOrEqual(10_000);
    const kept = notes.map((note) => note.body.split('\n\n').slice(0, -1).join('')).join('');
    expect(kept.replace('**Comment:** ', '')).toBe(body);
  });

  it('on a statement that was struck out bring it back in no way', async () => {
    const { desk, editors, statementId, store } = server;
    const { words, version } = await store.review(statementId);
    await strikeOut(desk, editors.editor, statementId, { version }, 'No statement.');
    const bytes = claim({ claimReviewed: words, itemReviewed: { author: { name: 'Ida Holm' } } });
    expect((await preview(server.articleId, { name: 'a.json', bytes })).placed[0]?.does).toBe('known');
  });

  it.each([
    ['nothing', '', 'not JSON'],
    ['another thing', '{"a":1}', 'no findings we know'],
    ['null', 'null', 'no findings we know'],
    ['half a file', '{"@type":"ClaimReview"', 'not JSON'],
    ['a recipe', '{"@type":"Recipe","about":"ClaimReview"}', 'no ClaimReview'],
  ])('that are %s are refused with the reason', async (_, text, sentence) => {
    const act = preview(server.articleId, { name: 'a.json', bytes: bytesOf(text) });
    await expect(act).rejects.toThrow(sentence);
  });

  it('in another encoding are refused with the reason', async () => {
    const bytes = new Uint8Array([0x22, 0xe9, 0x22]);
    await expect(preview(server.articleId, { name: 'a.json', bytes })).rejects.toThrow('UTF-8');
  });

  it('of an altered report are refused', async () => {
    const text = (await textOf('json', HARBOUR)).replace('Coastguard', 'Coastguards');
    await expect(preview(server.articleId, { name: 'a.json', bytes: bytesOf(text) })).rejects.toThrow(
      'altered',
    );
  });
});

describe('the page', () => {
  const sent = (text: string) => {
    const form = new FormData();
    form.set('file', new Blob([text], { type: 'application/json' }), 'theirs.json');
    form.set('text', '');
    return form;
  };

  it('shows what would be added, writes it when asked, and once', async () => {
    const id = await harbour();
    const path = `/articles/${id}/findings`;
    expect((await server.knock(path, { as: 'editor' })).status).toBe(200);
    const { seq } = await server.store.head(id);
    const shown = await server.knock(`${path}/preview`, {
      as: 'editor',
      body: sent(await textOf('json', HARBOUR)),
    });
    const html = await shown.text();
    expect(shown.status).toBe(200);
    expect(html).toContain('it becomes a statement');
    expect(html).toContain('are not taken over');
    expect(html.match(/name="take"/g)?.length).toBe(8);
    expect((await server.store.head(id)).seq).toBe(seq);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const form = {
      sha256: field('sha256'),
      name: field('name'),
      request_key: field('request_key'),
      take: '2',
    };
    for (let n = 0; n < 2; n++) {
      const answer = await server.knock(path, { as: 'editor', form });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/articles/${id}?done=findings`]);
    }
    const kinds = (await server.store.events(id)).slice(seq).map(({ kind }) => kind);
    expect(kinds).toEqual(['statement_added', 'attribution_reopened', 'noted']);
  });

  it('says beside the field what is wrong', async () => {
    const path = `/articles/${server.articleId}/findings/preview`;
    const answer = await server.knock(path, { as: 'editor', body: sent('{"a":1}') });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('no findings we know');
    const form = new FormData();
    form.set('text', '{"a": "what I pasted"}');
    const pasted = await (await server.knock(path, { as: 'editor', body: form })).text();
    expect(pasted).toContain('{&#34;a&#34;: &#34;what I pasted&#34;}</textarea>');
  });

  it('says that a file is of another article, and that one brings nothing new', async () => {
    const other = `/articles/${server.articleId}/findings/preview`;
    const text = await textOf('json', HARBOUR);
    const foreign = await (await server.knock(other, { as: 'editor', body: sent(text) })).text();
    expect(foreign).toContain('None of these statements is in this article.');
    expect(foreign).not.toContain('name="take"');
    const id = await harbour();
    await bringIn(id, { name: 'theirs.json', bytes: new TextEncoder().encode(text) });
    const known = await server.knock(`/articles/${id}/findings/preview`, { as: 'editor', body: sent(text) });
    const html = await known.text();
    expect(html).toContain('is here already.');
    expect(html).toContain('8 statements are here already');
    expect(html).not.toContain('name="take"');
  });
});
