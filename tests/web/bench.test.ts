import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CRANE, PERSIAN, tell } from '../browser/stories.ts';
import { fieldsOf, open, send } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
let bench: string;

beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const act = (name: string): string => `#panel form[data-act="${name}"]`;
const at = (id = server.statementId): string => `${bench}?statement=${id}`;

/** An article of its own for a test that changes things. */
async function fresh(): Promise<{ id: string; statements: readonly string[] }> {
  const form = await open(server, '/articles/new');
  const text = `${(await server.store.article(server.articleId)).text}\n`;
  const preview = await send(server, form, 'form[action="/articles/preview"]', { text });
  const stored = await send(server, preview, 'form[action="/articles"]', { title: `Crane ${Math.random()}` });
  const id = stored.address.split('?')[0]?.split('/').at(-1) ?? '';
  bench = `/articles/${id}`;
  return { id, statements: (await server.store.statements(id)).map((statement) => statement.id) };
}

describe('the main job, by forms alone', () => {
  test('an article goes in, is confirmed, evidenced, rated, signed by another, published and read', async () => {
    const { id, statements } = await fresh();
    const [first = ''] = statements;
    let page = await open(server, at(first));
    expect(page.words('.progress')).toContain('0 of 2 rated');
    page = await send(server, page, act('attribution_confirmed'));
    expect(page.words('#notice')).toBe('Confirmed who said it.');
    expect(page.words('#panel')).toContain('Confirmed by The editor');
    page = await send(server, page, act('evidence_added'), {
      title: 'Harbour camera, 12:01',
      stance: 'supports',
      origin: 'Harbour camera',
    });
    expect(page.words('#panel .items')).toContain('Harbour camera, 12:01 rests on Harbour camera');
    page = await send(server, page, act('noted'), { body: 'Ask for the *whole* tape.' });
    expect(page.document.querySelector('#panel [data-user-content] em')?.textContent).toBe('whole');
    page = await send(server, page, act('rated'), { rating: 'verified', reason: 'The camera shows it.' });
    expect(page.words('.progress')).toContain('1 of 2 rated');
    expect(page.words('.progress')).toContain('1 waits for a second signature');
    expect(page.words('#panel .signing')).toContain('You gave this rating, so it waits for somebody else.');
    let lead = await open(server, at(first), 'lead');
    lead = await send(server, lead, act('signed_off'), {}, 'lead');
    expect(lead.words('#panel .signing')).toContain('Signed off by The lead');
    lead = await send(server, lead, 'form:has([value="published"])', {}, 'lead');
    expect(lead.words('#notice')).toBe('Published. Readers see what is final.');
    const read = await open(server, `/read/${id}`, 'reader');
    expect(read.words('.lede')).toBe(
      '2 statements by one speaker; 1 checked by this desk. 1 is one side’s word: nobody but its speaker says so here.',
    );
    expect(read.words(`#s-${first}`)).toContain(
      'verified. Evidence independent of the speaker establishes it.',
    );
    expect(read.words(`#s-${first}`)).toContain('Rated and signed by The editor, The lead');
    expect(read.html).not.toContain('whole');
    const report = await open(server, `/articles/${id}/report`);
    expect(report.html).toContain('Harbour camera, 12:01');
    expect(report.headers.get('content-security-policy')).toContain("default-src 'none'");
    const issued = await send(server, await open(server, `/articles/${id}/exports`), 'main form', {
      format: 'csv',
    });
    const file = await server.knock(issued.document.querySelector('table a')?.getAttribute('href') ?? '', {
      as: 'editor',
    });
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="whosaid-report-.*\.csv"$/,
    );
    expect(await file.text()).toContain('Harbour camera, 12:01');
  });
});

describe('a speaker nobody is sure of', () => {
  test('is asked about in words, with a button for each entry it may be', async () => {
    const { statements } = await fresh();
    const [first = ''] = statements;
    const ida = (await server.store.speakers({ search: 'ida holm' })).rows[0];
    let page = await open(server, at(first));
    expect(page.html).not.toContain('It is not certain who this is');
    page = await send(server, page, act('source_identified'), { speaker: 'Holm' });
    expect(page.words('#panel')).toContain('It is not certain who this is. If it is one of these, say so:');
    expect(page.words('#panel')).toContain('It is Ida Holm harbour master');
    page = await send(server, page, '#panel form:has([name="speaker_id"])');
    expect(page.words('#panel')).not.toContain('It is not certain who this is');
    const { speaker } = (await server.store.review(first)).provenance;
    expect(speaker).toMatchObject({ name: 'Ida Holm', type: 'person', speakerId: ida?.id });
  });

  test('cannot be settled on an entry that is not there', async () => {
    const { statements } = await fresh();
    const [first = ''] = statements;
    let page = await open(server, at(first));
    page = await send(server, page, act('source_identified'), { speaker: 'Holm' });
    const { version } = await server.store.review(first);
    const answer = await send(server, page, '#panel form:has([name="speaker_id"])', { speaker_id: 'nobody' });
    expect(answer.status).toBe(404);
    expect((await server.store.review(first)).version).toBe(version);
  });
});

describe('a form that is refused', () => {
  test('says what a rating lacks before anyone clicks, and again beside the form with every word kept', async () => {
    const { statements } = await fresh();
    let page = await open(server, at(statements[0]));
    expect(page.words('#panel .lacks .for-all')).toBe('Confirm who said it before rating what was said.');
    page = await send(server, page, act('attribution_confirmed'));
    expect(page.words('#panel .lacks .for-false')).toMatch(/^“False” needs one contradicting item/);
    page = await send(server, page, act('rated'), { rating: 'false', reason: 'Because I was there.' });
    expect(page.status).toBe(422);
    expect(page.words('#panel .rating .problem')).toMatch(/^“False” needs one contradicting item/);
    expect(fieldsOf(page, act('rated')).fields).toMatchObject({
      rating: 'false',
      reason: 'Because I was there.',
    });
    expect(fieldsOf(page, act('noted')).fields.body).toBe('');
  });

  test.each([
    ['source_identified', { speaker: ' ', role: 'harbour cook' }, 'Say who said it.', 'role', 'harbour cook'],
    [
      'evidence_added',
      { title: 'Tape', origin: '', stance: 'supports' },
      'Say whose knowledge this finally rests on.',
      'title',
      'Tape',
    ],
    [
      'evidence_added',
      { title: 'Tape', origin: 'A', stance: 'supports', url: 'javascript:alert(1)' },
      'A link begins with http:// or https://.',
      'url',
      'javascript:alert(1)',
    ],
    [
      'words_corrected',
      { content: 'words that are not there' },
      '“words that are not there” does not stand in this article. Copy the words exactly as printed.',
      'content',
      'words that are not there',
    ],
    ['struck_out', { reason: '' }, 'Say why this is no statement.', 'reason', ''],
    ['noted', { body: '   ' }, 'The note is empty. Write something, or leave it.', 'body', '   '],
  ])('keeps what was typed into “%s” %j', async (name, typed, sentence, field, kept) => {
    const { statements } = await fresh();
    const page = await send(
      server,
      await open(server, at(statements[0])),
      act(name),
      typed as Record<string, string>,
    );
    expect(page.status).toBe(422);
    expect(page.words('#panel .problem')).toBe(sentence);
    expect(fieldsOf(page, act(name)).fields[field]).toBe(kept);
    const fold = page.document.querySelector(act(name))?.closest('details');
    expect(fold === null || fold === undefined || fold.hasAttribute('open')).toBe(true);
  });

  test('an unknown act is answered with a sentence', async () => {
    const { statements } = await fresh();
    const page = await send(server, await open(server, at(statements[0])), act('rated'), { act: 'promoted' });
    expect(page.status).toBe(422);
  });
});

describe('two editors on one statement', () => {
  test('the second gets 409 with both versions, who did what, and their own words, and can send them again', async () => {
    const { statements } = await fresh();
    let mine = await open(server, at(statements[0]));
    mine = await send(server, mine, act('attribution_confirmed'));
    let theirs = await open(server, at(statements[0]), 'lead');
    theirs = await send(
      server,
      theirs,
      act('source_identified'),
      { speaker: 'Otto Lind', type: 'person' },
      'lead',
    );
    expect(theirs.status).toBe(200);
    const refused = await send(server, mine, act('rated'), {
      rating: 'unverifiable',
      reason: 'We asked twice.',
    });
    expect(refused.status).toBe(409);
    expect(refused.words('.conflict')).toContain('Somebody was faster');
    expect(refused.words('.conflict')).toContain('The lead settled that Otto Lind said it');
    expect(refused.words('.conflict tbody')).toContain('Ida Holm, harbour master');
    expect(refused.words('.conflict tbody')).toContain('Otto Lind');
    expect(fieldsOf(refused, act('rated')).fields).toMatchObject({
      rating: 'unverifiable',
      reason: 'We asked twice.',
    });
    const again = await send(server, refused, act('rated'));
    expect(again.status).toBe(200);
    expect(again.words('#panel .stamp')).toContain('unverifiable');
  });

  test('a form posted twice applies once', async () => {
    const { statements } = await fresh();
    const page = await open(server, at(statements[0]));
    await send(server, page, act('noted'), { body: 'Once.' });
    const twice = await send(server, page, act('noted'), { body: 'Once.' });
    expect(twice.document.querySelectorAll('#panel .note')).toHaveLength(1);
  });
});

describe('words in the text', () => {
  test('a statement can be made of pasted words, and the one meant is asked for when they stand twice', async () => {
    const { id } = await fresh();
    let page = await open(server, bench);
    const form = `#add form`;
    page = await send(server, page, form, {
      words: 'she told reporters',
      kind: 'indirect',
      speaker: 'Ida Holm',
    });
    expect(page.words('#panel blockquote')).toBe('she told reporters');
    page = await send(server, page, form, { words: 'The', kind: 'indirect', speaker: 'Ida Holm' });
    expect(page.words('#panel blockquote')).toBe('The');
    page = await send(server, page, form, { words: 'said', kind: 'indirect', speaker: '' });
    expect(page.status).toBe(422);
    expect(page.words('#add .problem')).toBe('Say who said it.');
    page = await send(server, page, form, { words: 'o', kind: 'indirect', speaker: 'Ida Holm' });
    expect(page.status).toBe(422);
    expect(page.words('#add .problem')).toBe(
      'These words stand here more than once. Which ones do you mean?',
    );
    page = await send(server, page, form, { occurrence: '2' });
    const added = (await server.store.statements(id)).find(
      (one) => one.id === page.document.querySelector('#panel')?.getAttribute('data-id'),
    );
    const { text } = await server.store.article(id);
    expect(added?.content[0]?.start).toBe(text.indexOf('o', text.indexOf('o') + 1));
  });

  test('the publisher’s own voice is confirmed at one stroke', async () => {
    const { id } = await fresh();
    let page = await open(server, bench);
    page = await send(server, page, '#add form', { words: 'she told reporters', kind: 'narration' });
    page = await send(server, page, act('attribution_reopened'));
    page = await send(server, page, 'form[data-act="own_voice_confirmed"]');
    expect(page.words('#notice')).toBe('Confirmed every sentence in the publisher’s own voice.');
    const ownVoice = (await server.store.reviews(id)).filter((review) => review.kind === 'narration');
    expect(ownVoice.map((review) => review.attribution)).toEqual(['confirmed']);
  });
});

test('nothing anybody wrote runs, wherever it is shown', async () => {
  const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const { id, statements } = await fresh();
  let page = await open(server, at(statements[0]));
  page = await send(server, page, act('source_identified'), {
    speaker: attack,
    type: 'person',
    role: attack,
    reason: attack,
  });
  page = await send(server, page, act('noted'), { body: attack });
  page = await send(server, page, act('evidence_added'), {
    title: attack,
    origin: attack,
    stance: 'context',
    method: attack,
  });
  page = await send(server, page, act('rated'), { rating: 'unverifiable', reason: attack });
  let lead = await open(server, at(statements[0]), 'lead');
  lead = await send(server, lead, act('signed_off'), {}, 'lead');
  await send(server, lead, 'form:has([value="published"])', {}, 'lead');
  for (const path of [
    at(statements[0]),
    '/',
    '/log',
    `/read/${id}`,
    `/embed/statements/${statements[0]}`,
    `/articles/${id}/report`,
  ]) {
    const shown = await open(server, path, 'lead');
    expect(shown.status).toBe(200);
    expect(shown.html).toMatch(/&(?:lt|#60);script/);
    expect(shown.html).not.toMatch(/<script>alert|<img[^>]+onerror/);
  }
});

test('a note calls on those it names', async () => {
  const { statements } = await fresh();
  const body = 'Could @lead look? Or @Admin. Not @nobody, nor mail@reader.example.';
  await send(server, await open(server, at(statements[0])), act('noted'), { body });
  const [note] = (await server.store.review(statements[0] ?? '')).notes;
  const { lead, admin } = server.editors;
  expect(note?.mentions.toSorted()).toEqual([lead.id, admin.id].sort());
});

test('filters narrow what is marked and are carried through a form', async () => {
  const { statements } = await fresh();
  await send(server, await open(server, at(statements[0])), act('attribution_confirmed'));
  const page = await open(server, `${bench}?status=unconfirmed`);
  expect(
    [...page.document.querySelectorAll('.no')].map((one) =>
      new URL(one.getAttribute('href') ?? '', server.base).searchParams.get('statement'),
    ),
  ).toEqual([statements[1]]);
  const next = await send(server, page, act('attribution_confirmed'));
  expect(next.address).toContain('status=unconfirmed');
  const none = await open(server, `${bench}?status=disputed`);
  expect(none.words('.empty')).toContain('Nothing matches');
});

test.each([
  ['/articles/nowhere', 404],
  ['/statements/nowhere', 404],
  ['/statements/nowhere/panel', 404],
  ['/read/nowhere', 404],
  ['/files/nothing', 404],
  ['/exports/nowhere.html', 404],
  ['/articles?after=garbage', 422],
])('%s is answered with %i and a sentence', async (path, status) => {
  const page = await open(server, path, 'lead');
  expect(page.status).toBe(status);
  expect(page.words('main p').length).toBeGreaterThan(10);
});

test('what is shown of each block is the article’s exact text, so that selected words are found where they stand', async () => {
  for (const story of [CRANE, PERSIAN]) {
    const { id } = await tell(server, story);
    const { text, blocks } = await server.store.article(id);
    const { document } = await open(server, `/articles/${id}`);
    for (const aside of document.querySelectorAll('.no, .note-at')) aside.remove();
    const shown = [...document.querySelectorAll<HTMLElement>('[data-at]')];
    expect(shown).toHaveLength(blocks.length);
    for (const block of shown) {
      const at = Number(block.dataset.at);
      expect(block.textContent).toBe(text.slice(at, blocks.find(({ start }) => start === at)?.end));
    }
  }
});

test('links in the text lead to their statements, on the page itself and on one that a refused form came back as', async () => {
  const { id, statements } = await tell(server, CRANE);
  const wanted = `${server.base}/articles/${id}?statement=${statements[3]}#n4`;
  const page = await open(server, `/articles/${id}?statement=${statements[1]}`);
  const refused = await send(server, page, act('rated'), { rating: 'verified', reason: '' });
  for (const [{ document }, address] of [
    [page, `/articles/${id}`],
    [refused, `/statements/${statements[1]}/events`],
  ] as const) {
    const href = document.querySelector('#n4')?.getAttribute('href') ?? '';
    expect(new URL(href, server.base + address).href).toBe(wanted);
  }
});
