// Speakers across articles: what links, what asks, what stays apart.
import { describe, expect, it } from 'vitest';
import { matchSpeaker, type RegistrySpeaker } from '../../../src/core/registry/match-speaker.ts';
import { nameKeys, speakerKeys } from '../../../src/core/registry/name-keys.ts';
import type { Speaker, SpeakerType } from '../../../src/core/statement.ts';

const known = (
  name: string,
  type: SpeakerType = 'person',
  { aliases = [] as string[], body = '', role = 'member' } = {},
): RegistrySpeaker => ({
  id: name,
  name,
  type,
  aliases,
  memberships: body === '' ? [] : [{ role, body, from: null, until: null }],
});

const heard = (
  name: string,
  type: SpeakerType = 'person',
  affiliation: string | null = null,
  role: string | null = null,
): Speaker => ({
  name,
  type,
  role,
  affiliation,
});

const verdict = (speaker: Speaker, candidates: readonly RegistrySpeaker[]): string => {
  const match = matchSpeaker(speaker, candidates);
  if ('sure' in match) return `sure ${match.sure.name}`;
  return 'unsure' in match ? `unsure ${match.unsure.map(({ name }) => name).join(', ')}` : 'none';
};

describe('matchSpeaker', () => {
  it.each<[string, Speaker, RegistrySpeaker[], string]>([
    ['links one full name', heard('Osei Tandoh'), [known('Osei Tandoh')], 'sure Osei Tandoh'],
    ['links over diacritics and case', heard('ZOË BRÛLÉ'), [known('Zoe Brule')], 'sure Zoe Brule'],
    ['links over the order of names', heard('Kim Ha-neul'), [known('Ha-neul Kim')], 'sure Ha-neul Kim'],
    ['links over particles', heard('Faris al-Hadi'), [known('Faris Al Hadi')], 'sure Faris Al Hadi'],
    [
      'links an alias an editor has added',
      heard('Bobby Vance'),
      [known('Robert Vance', 'person', { aliases: ['Bobby Vance'] })],
      'sure Robert Vance',
    ],
    ['asks about a surname alone', heard('Tandoh'), [known('Osei Tandoh')], 'unsure Osei Tandoh'],
    ['asks about an initial', heard('O. Tandoh'), [known('Osei Tandoh')], 'unsure Osei Tandoh'],
    [
      'asks about a single name even where it is the same',
      heard('Dilnoza'),
      [known('Dilnoza')],
      'unsure Dilnoza',
    ],
    [
      'asks where a namesake belongs elsewhere',
      heard('Ann Lee', 'person', 'Harbour Board', 'pilot'),
      [known('Ann Lee', 'person', { body: 'Opera House', role: 'singer' })],
      'unsure Ann Lee',
    ],
    [
      'links where the body agrees',
      heard('Ann Lee', 'person', 'the Harbour Board'),
      [known('Ann Lee', 'person', { body: 'Harbour Board' })],
      'sure Ann Lee',
    ],
    [
      'asks where two bear the name',
      heard('Ann Lee'),
      [known('Ann Lee'), { ...known('Ann Lee'), id: '2' }],
      'unsure Ann Lee, Ann Lee',
    ],
    [
      'asks where the type differs',
      heard('Second Step', 'organization'),
      [known('Second Step', 'document')],
      'unsure Second Step',
    ],
    [
      'links a body by name',
      heard('Norrvik Polar Institute', 'organization'),
      [known('The Norrvik Polar Institute', 'organization')],
      'sure The Norrvik Polar Institute',
    ],
    [
      'asks about an acronym',
      heard('NPI', 'organization'),
      [known('Norrvik Polar Institute', 'organization')],
      'unsure Norrvik Polar Institute',
    ],
    [
      'asks about a ministry that every country has',
      heard('Interior Ministry', 'organization'),
      [known('Interior Ministry', 'organization')],
      'unsure Interior Ministry',
    ],
    [
      'links such a ministry where the country agrees',
      heard('Interior Ministry', 'organization', 'Elbonia'),
      [known('Interior Ministry', 'organization', { body: 'Elbonia' })],
      'sure Interior Ministry',
    ],
    [
      'keeps such ministries of two countries apart',
      heard('Interior Ministry', 'organization', 'Elbonia'),
      [known('Interior Ministry', 'organization', { body: 'Ruritania' })],
      'none',
    ],
    [
      'never merges the unnamed',
      heard('sources', 'anonymous'),
      [known('sources', 'anonymous'), known('sources', 'group')],
      'none',
    ],
    [
      'never merges residents of two towns',
      heard('residents', 'group'),
      [known('residents', 'group')],
      'none',
    ],
    ['never is sure of a letter', heard('K'), [known('K')], 'unsure K'],
    ['does not join a letter to a name', heard('K'), [known('Kaya Demir')], 'none'],
    ['finds nobody in punctuation', heard('—'), [known('—')], 'none'],
    ['reads past markup in a name', heard('<b>Osei</b> Tandoh'), [known('Osei Tandoh')], 'sure Osei Tandoh'],
    [
      'links right-to-left names over direction marks',
      heard('\u200fداوود حسن\u200f'),
      [known('داوود حسن')],
      'sure داوود حسن',
    ],
    ['keeps different right-to-left names apart', heard('داوود حسن'), [known('مريم حسن')], 'none'],
    ['keeps relatives apart', heard('Clara Vance'), [known('Emmett Vance')], 'none'],
  ])('%s', (_, speaker, candidates, expected) => {
    expect(verdict(speaker, candidates)).toBe(expected);
  });
});

describe('nameKeys', () => {
  it.each([
    ['Osei Tandoh', 'Tandoh Osei'],
    ['Osei Tandoh', 'O. Tandoh'],
    ['Osei Tandoh', 'Tandoh'],
    ['José de la Peña', 'Jose Pena'],
    ['Norrvik Polar Institute', 'NPI'],
  ])('finds %s by %s', (name, other) => {
    const keys = new Set(nameKeys(name));
    expect(nameKeys(other).some((key) => keys.has(key))).toBe(true);
  });

  it('shares no key between different people of one first name', () => {
    const keys = new Set(nameKeys('Osei Tandoh'));
    expect(nameKeys('Osei Barimah').filter((key) => keys.has(key))).toEqual([]);
  });

  it('has few keys, and none without letters', () => {
    expect(nameKeys('— 🙂 —')).toEqual([]);
    expect(nameKeys('word '.repeat(5000)).length).toBeLessThanOrEqual(6);
  });

  it('covers aliases', () => {
    expect(speakerKeys({ name: 'Robert Vance', aliases: ['Bobby V'] })).toContain('=bobby v');
  });
});
