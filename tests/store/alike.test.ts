import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { testDesk } from './a-desk.ts';

const STORY = `The harbour council met for nine hours on Tuesday and ended without a vote on the crane. Councillor Una Strand said the inspection papers had been kept in a drawer since the spring. Engineers who looked at the broken jib found old paint inside the crack, which means that it was there before the last inspection. The company that owns the crane says every weld was checked in May. Dockers walked out at noon and came back at four, after the foreman promised that nobody would work under the second crane until it was measured. The harbour master closed the north quay until further notice. A second meeting is set for Friday.`;

it('tells the same copy under another masthead, a lightly edited one, and a different story', async () => {
  const store = sqliteStore(openDatabase(':memory:'));
  const desk = await testDesk(store);
  const first = await desk.import(`Crane vote fails\n\n${STORY}`);
  await desk.import(
    'A quite different story about the price of salt, the weather in the hills and the school that has no roof.',
  );
  const how = async (text: string) =>
    (await store.alikeArticles(text)).map(({ article, how }) => [article.id, how]);
  expect(await how(`Crane vote fails\n\n${STORY}`)).toEqual([[first.id, 'identical']]);
  expect(await how(`QUAY WIRE — Council splits\n\n${STORY}\n\nSource: Quay Wire`)).toEqual([
    [first.id, 'same_copy'],
  ]);
  expect(
    await how(`Crane vote fails\n\n${STORY.replaceAll('crane', 'hoist').replace('nine', 'ten')}`),
  ).toEqual([[first.id, 'edited']]);
  expect(
    await how('Nothing here is like anything that was kept before, not even a single run of words.'),
  ).toEqual([]);
});
