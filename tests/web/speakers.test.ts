import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSpeaker } from '../../src/workflow.ts';
import { aServer, type TestServer } from './a-server.ts';

let server: TestServer;
let ida: string;

beforeAll(async () => {
  server = await aServer();
  ida = (await server.store.speakers({ search: 'ida' })).rows[0]?.id ?? '';
});
afterAll(() => server.stop());

const post = async (id: string, form: Record<string, string>) => {
  const { version } = await server.store.speaker(id);
  return server.knock(`/speakers/${id}/events`, {
    as: 'editor',
    form: { version: String(version), ...form },
  });
};
const page = async (path: string) => (await server.knock(path, { as: 'editor' })).text();

describe('the pages of speakers', () => {
  it('list everyone an article named, with how much they said', async () => {
    expect(await page('/speakers')).toMatch(/Ida Holm<\/a>[\s\S]*<td class="number">2</);
  });

  it('give counts with their base and never a percentage', async () => {
    const html = await page(`/speakers/${ida}`);
    expect(html).toContain('0 of 2 checkable statements checked');
    expect(html).not.toMatch(/\d+ ?%/);
    expect(html).toContain('harbour master');
  });

  it.each([
    [{ act: 'alias_added', alias: 'I. Holm' }, 'I. Holm'],
    [{ act: 'membership_added', role: 'mayor', body: 'Quay', from: '2024-03', until: '' }, 'mayor, Quay'],
    [{ act: 'links_set', wikidata: 'Q42', website: 'https://example.org/ida' }, 'wikidata.org/wiki/Q42'],
    [{ act: 'public_note_set', note: 'Elected in 2024.' }, 'Elected in 2024.'],
    [{ act: 'speaker_renamed', name: 'Ida Marie Holm' }, 'Ida Marie Holm'],
  ])('keep an act: %j', async (form, shown) => {
    expect((await post(ida, form as unknown as Record<string, string>)).status).toBe(303);
    expect(await page(`/speakers/${ida}`)).toContain(shown);
  });

  it.each([
    [{ act: 'membership_added', role: '', body: '', from: '', until: '' }, 422],
    [{ act: 'membership_added', role: 'x', body: '', from: 'soon', until: '' }, 422],
    [{ act: 'links_set', wikidata: 'javascript:1', website: '' }, 422],
    [{ act: 'links_set', wikidata: '', website: 'javascript:alert(1)' }, 422],
    [{ act: 'no_such_act' }, 422],
    [{ act: 'alias_added', alias: 'Holm', version: '0' }, 409],
  ])('refuse %j with the sentence on the page', async (form, status) => {
    const answer = await post(ida, form as unknown as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('class="problem"');
  });

  it('merge two entries and part them again', async () => {
    const other = await addSpeaker(server.desk, server.editors.editor, {
      name: 'Ida M. Holm',
      type: 'person',
      aliases: [],
    });
    expect((await post(other, { act: 'merged_into', into: ida, reason: 'one person' })).status).toBe(303);
    expect(await page(`/speakers/${other}`)).toContain('Merged into');
    expect(await page('/speakers')).not.toContain('Ida M. Holm');
    expect((await post(other, { act: 'merge_undone', reason: 'two people' })).status).toBe(303);
    expect(await page('/speakers')).toContain('Ida M. Holm');
  });

  it('show a name that is HTML as text', async () => {
    const name = '<script>alert(1)</script>';
    await addSpeaker(server.desk, server.editors.editor, { name, type: 'person', aliases: [] });
    expect(await page('/speakers')).not.toContain('<script>alert');
  });
});
