// Two who speak with one voice, and two nouns that name one.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('two who speak together', () => {
  it.each([
    ['The mayor and the governor said the dam would hold.', 'mayor and governor: the dam would hold'],
    ['Both Ana Roe and Jan Bok said the dam would hold.', 'Ana Roe and Jan Bok: the dam would hold'],
    [
      'The governor of Oshran, Munira Haddad-Lowe, and the mayor of Qasr al-Diba, Idris Ould Salem, said in a joint appeal that the hospital had water for one more day.',
      'Munira Haddad-Lowe and Idris Ould Salem: the hospital had water for one more day',
    ],
    [
      "Ruritania's prime minister and Nordland's foreign minister said in a joint statement that talks had begun.",
      "Ruritania's prime minister and Nordland's foreign minister: talks had begun",
    ],
    ['Doctors and nurses said supplies had run out.', 'Doctors and nurses: supplies had run out'],
  ])('are both named: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('are "they" afterwards, and each is known alone', () => {
    const text =
      'Mayor Ana Roe and Governor Jan Bok said the dam would hold. "It is sound," they said. Bok said more rain was due.';
    expect(said(text)).toEqual([
      'Ana Roe and Jan Bok: the dam would hold',
      'Ana Roe and Jan Bok: It is sound',
      'Jan Bok: more rain was due',
    ]);
  });

  it.each([
    ['Cabinet spokesman and Media Minister Ana Roe said talks failed.', 'Ana Roe: talks failed'],
    ['The speaker of the house and leader of the party, Jan Bok, said he would go.', 'Jan Bok: he would go'],
    [
      'The Ministry of Health and Population said 40 had died.',
      'Ministry of Health and Population: 40 had died',
    ],
    [
      'A spokesman for the army and the navy said no ship was lost.',
      'spokesman for the army: no ship was lost',
    ],
  ])('are not made of one with two offices or a longer name: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('a person’s noun before another noun', () => {
  it.each([
    [
      'Colonel Ivan Petrenko met the envoys on Monday. The hostage deal had been close. "We were an hour from it," he said.',
      'Ivan Petrenko: We were an hour from it',
    ],
    [
      'Governor Ana Roe said it was late. The mayor, Jan Bok, met the envoy. The prisoner swap collapsed at noon. "It was a sham," she said.',
      'Ana Roe: It was a sham',
    ],
  ])('is nobody: %j', (text, expected) => {
    expect(said(text).at(-1)).toBe(expected);
  });
});

describe('a sign', () => {
  it('is no statement, with a colon or without', () => {
    expect(said('A hand-painted board at the barrier says: "Slow down. Free Dale ahead."')).toEqual([]);
  });
});
