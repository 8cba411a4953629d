// Evidence as an editor adds it: whose knowledge it rests on, its file, and the stories that are one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addEvidence,
  addSpeaker,
  confirmAttribution,
  importArticle,
  mergeSpeakers,
  rate,
  recordRepublication,
} from '../../src/workflow.ts';
import { fieldsOf, open, type Page, send } from './a-form.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());

const at = (): string => `/articles/${server.articleId}?statement=${server.statementId}`;
const ADD = 'form[data-act="evidence_added"]';
const add = async (typed: Record<string, string>): Promise<Page> =>
  send(server, await open(server, at()), ADD, { stance: 'supports', ...typed });
const evidence = async () => (await server.store.review(server.statementId)).evidence;
const last = async () => (await evidence()).at(-1);

describe('the origin of an item', () => {
  it('is picked from the registry, or a name; a name the registry has is linked, and merged entries are followed', async () => {
    const { desk, editors, store } = server;
    const wire = await addSpeaker(desk, editors.editor, {
      name: 'North Wire',
      type: 'organization',
      aliases: ['NW'],
    });
    const old = await addSpeaker(desk, editors.editor, {
      name: 'Nordic Wire',
      type: 'organization',
      aliases: [],
    });
    const { version } = await store.speaker(old);
    await mergeSpeakers(desk, editors.editor, old, version, wire, 'Renamed.');
    const ways: Record<string, string>[] = [
      { origin: 'the north wire' },
      { origin: 'NW' },
      { origin_id: old },
      { origin_id: wire },
    ];
    for (const origin of ways) {
      await add({ title: 'Story', ...origin });
      expect((await last())?.origin, JSON.stringify(origin)).toEqual({ name: 'North Wire', speakerId: wire });
    }
    await add({ title: 'Tape', origin: 'A camera on the quay' });
    expect((await last())?.origin).toEqual({ name: 'A camera on the quay', speakerId: null });
    const page = await open(server, at());
    const options = [...page.document.querySelectorAll(`${ADD} [name=origin_id] option`)];
    expect(options.map((one) => one.getAttribute('value'))).toContain(wire);
    expect(page.words('#panel')).toContain('rests on North Wire (in the registry)');
  });

  it('is asked for where neither is given, or both', async () => {
    const none = await add({ title: 'Kept', origin: '' });
    expect(none.status).toBe(422);
    expect(none.words(`${ADD} .problem`)).toBe('Say whose knowledge this finally rests on.');
    const both = await add({ title: 'Kept', origin: 'Somebody', origin_id: 'x' });
    expect(both.words(`${ADD} .problem`)).toMatch(/not both/);
    expect(fieldsOf(both, ADD).fields).toMatchObject({ title: 'Kept', origin: 'Somebody' });
    expect((await add({ title: 'Kept', origin_id: 'nobody-there' })).status).toBe(404);
  });

  it('is made one for two items of one story, shown, undone, and made again', async () => {
    await add({ title: 'The Courier runs it', origin: 'Courier' });
    await add({ title: 'The Lantern runs it', origin: 'Lantern' });
    const items = await evidence();
    const [courier, lantern] = ['The Courier runs it', 'The Lantern runs it'].map(
      (title) => items.find((item) => item.title === title)?.id ?? '',
    );
    const merge = `form[data-act="origins_merged"]:has([name=evidence_id][value="${lantern}"])`;
    let page = await send(server, await open(server, at()), merge, { same_as: courier ?? '' });
    expect(page.words('#panel')).toContain('The same story as “The Courier runs it”: counted as one origin');
    expect((await last())?.story).toBe(courier);
    page = await send(server, page, 'form[data-act="undone"]');
    expect((await last())?.story).toBeUndefined();
    page = await send(server, page, 'form[data-act="undone"]');
    expect((await last())?.story).toBe(courier);
    const part = `form[data-act="origins_parted"]:has([name=evidence_id][value="${courier}"])`;
    page = await send(server, page, part);
    expect(page.words('#panel')).not.toContain('counted as one origin');
    expect(page.words('#panel .history')).toContain('found two items of evidence to be the same story');
    expect(await server.store.replay({ repair: false })).toMatchObject({ mismatches: [] });
  });
});

describe('two entries of the registry that were merged after evidence rested on both', () => {
  it('count as one origin when the statement is rated, and the refusal says so', async () => {
    const { desk, editors, store } = server;
    const id = (await store.statements(server.articleId))[1]?.id ?? '';
    const seen = async () => ({ version: (await store.review(id)).version });
    const add = (name: string) =>
      addSpeaker(desk, editors.editor, { name, type: 'organization', aliases: [] });
    const [one, two] = [await add('Coast Guard'), await add('The Coastguard Service')];
    await confirmAttribution(desk, editors.editor, id, await seen());
    for (const speakerId of [one, two])
      await addEvidence(
        desk,
        editors.editor,
        id,
        await seen(),
        {
          title: `From ${speakerId === one ? 'one' : 'two'}`,
          url: null,
          archiveUrl: null,
          stance: 'supports',
          origin: { name: '', speakerId },
          method: null,
          reliability: 'F',
          credibility: 6,
        },
        null,
      );
    expect((await store.review(id)).evidence.every((item) => item.story === undefined)).toBe(true);
    const { version } = await store.speaker(two);
    await mergeSpeakers(desk, editors.editor, two, version, one, 'One service.');
    await expect(rate(desk, editors.editor, id, await seen(), 'corroborated', '')).rejects.toThrow(
      /two different origins.*There is one yet\. “From two” and “From one” rest on one origin/,
    );
    expect((await store.review(id)).evidence.every((item) => item.story === undefined)).toBe(true);
    await rate(desk, editors.editor, id, await seen(), 'verified', '');
    const review = await store.review(id);
    expect(review.rating).toBe('verified');
    expect(new Set(review.evidence.map((item) => item.story)).size).toBe(1);
    expect(await store.replay({ repair: false })).toMatchObject({ mismatches: [] });
  });
});

describe('two links to one wire', () => {
  it('count as one origin from the start, once the desk recorded the articles as one text', async () => {
    const { desk, editors, store, base } = server;
    const copy = async (publisher: string, host: string) =>
      importArticle(desk, editors.editor, {
        text: `The crane fell at noon, said the harbour master to ${publisher}.`,
        blocks: [],
        title: publisher,
        publisher,
        publishedOn: '2026-03-02',
        url: `https://${host}/crane`,
        language: 'en',
        bytes: new TextEncoder().encode(publisher),
        mediaType: 'text/plain',
        name: null,
      });
    const [first, second] = [
      await copy('Evening Mail', 'mail.example'),
      await copy('Coast Post', 'post.example'),
    ];
    await recordRepublication(desk, editors.editor, second.id, first.id);
    await add({ title: 'In the Mail', origin: 'Evening Mail', url: 'https://mail.example/crane' });
    const mail = (await last())?.id;
    await add({
      title: 'In the Post',
      origin: 'Coast Post',
      url: 'https://www.post.example/crane/?utm_source=x',
    });
    expect((await last())?.story).toBe(mail);
    await add({ title: 'Elsewhere', origin: 'Else', url: `${base}/articles/nowhere` });
    expect((await last())?.story).toBeUndefined();
    const { version } = await store.review(server.statementId);
    expect(version).toBe((await store.statementEvents(server.statementId)).length);
  });
});

describe('the file of an item', () => {
  async function upload(
    name: string,
    type: string,
    bytes: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    const { fields } = fieldsOf(await open(server, at()), ADD);
    const form = new FormData();
    for (const [field, value] of Object.entries({
      ...fields,
      title: name,
      origin: 'Camera',
      stance: 'context',
    }))
      form.append(field, value);
    form.append('file', new File([bytes], name, { type }));
    return server.knock(`/statements/${server.statementId}/events`, { as: 'editor', body: form });
  }

  it.each([
    ['photo.png"; filename="x.exe', 'application/x-msdownload', '\x89PNG\r\n\x1a\n\0\0', 'image/png', '.png'],
    ['../../etc/passwd', 'image/png', '<!doctype html><script>alert(1)</script>', 'text/html', '.html.txt'],
    ['a\r\nSet-Cookie: x=1.svg', 'image/svg+xml', '<svg onload="alert(1)"/>', 'application/xml', '.xml.txt'],
    ['run.exe', 'image/png', 'MZ\x90\0\x03', 'application/octet-stream', '.bin'],
  ])(
    'is known by its bytes and handed out to be kept, never to be run: %s',
    async (name, type, head, known, extension) => {
      const bytes = Uint8Array.from(head, (c) => c.charCodeAt(0));
      expect((await upload(name, type, bytes)).status).toBe(303);
      const sha256 = (await last())?.fileSha256 ?? '';
      expect((await server.store.file(sha256)).mediaType).toBe(known);
      const { headers, status } = await server.knock(`/files/${sha256}`, { as: 'editor' });
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="${sha256.slice(0, 16)}${extension}"`,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
      );
      expect(headers.get('set-cookie')).toBeNull();
      expect((await server.knock(`/files/${sha256}`, { as: 'reader' })).status).toBe(403);
      expect((await open(server, at())).words('#panel')).toContain(
        `file kept (${known}, ${bytes.length} bytes)`,
      );
    },
  );
});
