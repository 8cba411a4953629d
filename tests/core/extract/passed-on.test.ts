// Words that came through a person: lawyers, kin, interpreters, whoever carried the letter.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('words that came through a person', () => {
  it.each([
    [
      'Speaking through an interpreter, Halima Sow said the camp had no water.',
      'Halima Sow (via interpreter): the camp had no water',
    ],
    [
      'Reached through his lawyer, Ana Roe, the prisoner said he was well.',
      'prisoner (via Ana Roe): he was well',
    ],
    [
      'The prisoner said through his sister that he had been beaten.',
      "prisoner (via prisoner's sister): he had been beaten",
    ],
    [
      'In a letter smuggled out by his wife, the poet Imre Balla wrote that he was alive.',
      "Imre Balla (via Imre Balla's wife): he was alive",
    ],
    [
      'The commander, in remarks conveyed to villagers by an elder, promised that the road would open.',
      'commander (via elder): the road would open',
    ],
    [
      'In a note handed to reporters by his daughter, Tomas Weil said he forgave the guards.',
      "Tomas Weil (via Tomas Weil's daughter): he forgave the guards",
    ],
    [
      'In a message read by his brother Teofil on the steps of the town hall, Ilie Marcu-Dobre, who leads the River Front, says his men "have not touched a single sailor".',
      'Ilie Marcu-Dobre (via Teofil): his men have not touched a single sailor',
    ],
  ])('names who passed them on: %j', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it.each([
    ['The minister said through tears that the war was over.', 'minister: the war was over'],
    [
      'Captain Dov Hale, released by the rebels on Friday, said he had been fed well.',
      'Dov Hale: he had been fed well',
    ],
    ['General Ito said, through gritted teeth, that he would resign.', 'Ito: he would resign'],
  ])('names nobody where nothing was passed on: %j', (text, expected) => {
    expect(said(text)).toContain(expected);
  });
});

describe('an outlet told', () => {
  it.each([
    [
      'A source close to the general told The Sunday Blast he was "spitting feathers" over the claims.',
      'source close to the general (via Sunday Blast): he was spitting feathers over the claims',
    ],
    [
      'General Yarema Hrin hit back, telling Channel Nova: "We don\'t own a rocket that flies that far."',
      "Yarema Hrin (via Channel Nova): We don't own a rocket that flies that far",
    ],
    [
      'Clerk Ada Moll told Coastline Radio that the ferry was adrift. "She has no power," she told the station.',
      'Ada Moll (via Coastline Radio): She has no power',
    ],
  ])('is known without the word for it: %j', (text, expected) => {
    expect(said(text)).toContain(expected);
  });
});

describe('a person named at the end of a description', () => {
  it('is a person, and who "she" is afterwards', () => {
    const text =
      'The envoy Joaquín Prat left. One of them, a schoolteacher who gave only her first name, Zeinab, said soldiers had taken the last buses. "They went north," she said.';
    expect(said(text)).toEqual(['Zeinab: soldiers had taken the last buses', 'Zeinab: They went north']);
  });
});

describe('words that a person quotes', () => {
  it.each([
    [
      'Ivan Petrov was taken in May. "He is alive," Petrov\'s wife quoted him as saying in a phone call.',
      "Ivan Petrov (via Ivan Petrov's wife): He is alive",
    ],
    [
      'Driver Jan Bok is in hospital. His brother quoted him as saying that the road was mined.',
      "Jan Bok (via Jan Bok's brother): the road was mined",
    ],
    [
      'The jailed poet sent a note via her cellmate saying she was alive.',
      "jailed poet (via jailed poet's cellmate): she was alive",
    ],
    [
      'The family of the hostage, in a statement released by their lawyer, said they had heard nothing since May.',
      "family of the hostage (via family of the hostage's lawyer): they had heard nothing since May",
    ],
  ])('are of whom they quote: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('what others say of a claim', () => {
  it.each([
    ['The ministry says 40 died, a figure disputed by doctors, who put it at 60.', ['ministry: 40 died']],
    ['The mayor, who told Radio Svit this on Monday, has left.', []],
  ])('is no part of it: %j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });
});

describe('what a paper reports, citing somebody', () => {
  it.each([
    [
      'Reuters reported that talks had failed, citing two people familiar with the matter.',
      'two people (via Reuters): talks had failed',
    ],
    [
      'The Post reported that talks had failed, citing an unnamed official.',
      'unnamed official (via Post): talks had failed',
    ],
  ])('is theirs, and whom it cites is no part of it: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('is never the word of whoever spoke before: the Post is a paper, a post a message', () => {
    const text = 'The ministry said two drones were lost.\n\nThe Post reported that talks had failed.';
    expect(said(text)).toContain('Post: talks had failed');
  });
});

describe('what “it emerged”', () => {
  it('is nobody’s word, whoever spoke before', () => {
    expect(said('Ann Lee said she was tired.\n\nThe army, it emerged, had known for days.')).toContain(
      'unnamed: The army … had known for days',
    );
  });
});
