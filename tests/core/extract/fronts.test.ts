// What stands before who says it, and what stands between: scenes, questions put, clauses that hang on a noun.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('what opens a sentence before the name and a comma', () => {
  it.each([
    ['In a statement on Friday, Ann Lee said, “We regret it.”', 'We regret it.'],
    ['After the vote was counted, Ann Lee said, “We regret it.”', 'We regret it.'],
    ['Dressed in black, Ann Lee said, “They took him at night.”', 'They took him at night.'],
    ['Standing in the rubble of her house, Ann Lee said, “We lost everything.”', 'We lost everything.'],
    ['Her voice breaking, Ann Lee said, “She was nine.”', 'She was nine.'],
    ['With tears in her eyes, Ann Lee said, “I buried my son.”', 'I buried my son.'],
    ['Reached by telephone, Ann Lee said, “I know nothing of it.”', 'I know nothing of it.'],
    [
      'Asked to describe the device, Ann Lee said, "Not going to go into that."',
      'Not going to go into that.',
    ],
    ['Pressed on whether troops had fired first, Ann Lee said they had not.', 'they had not'],
  ])('is no part of what is said: %s', (text, words) => {
    expect(said(text).map((line) => line.replace(/\.$/, ''))).toEqual([
      `Ann Lee: ${words.replace(/\.$/, '')}`,
    ]);
  });

  it('is said with the rest where it is a clause that goes on', () => {
    expect(said('The army left at dawn, Ann Lee said, “and we saw nothing.”')).toEqual([
      'Ann Lee: The army left at dawn … and we saw nothing',
    ]);
  });
});

describe('a quotation after its speaker', () => {
  it('is theirs, though somebody in it is said to have spoken', () => {
    const text =
      'Mary Achol lost two sons. She wants to know who gave the order. “Somebody said a number into a telephone. I would like to hear it.”';
    expect(said(text)).toContain(
      'Mary Achol: Somebody said a number into a telephone. I would like to hear it',
    );
  });

  it('is not said by the account it was written on, nor by what sort of piece it stands in', () => {
    expect(
      said(
        'The minister, Jorge Velandia, celebrated the news on his X account: “Never again should this be.”',
      ),
    ).toEqual(['Jorge Velandia: Never again should this be']);
    const text = 'Q&A: ‘Nobody asked us’, says the mayor\n\nThe mayor, Petra Holm, spoke in her office.';
    expect(said(text).filter((line) => /^Q/.test(line))).toEqual([]);
  });
});

describe('a quotation that begins with “and”', () => {
  it('is said', () => {
    expect(said('Ann Lee said, “And in the end they left the town.”')).toEqual([
      'Ann Lee: And in the end they left the town',
    ]);
  });
});

describe('a name before a clause that breaks off', () => {
  it('ends before the clause', () => {
    const text =
      '“Just one I would like to get back,” cried Gilat Shani, whose sister and two nephews were taken.';
    expect(said(text)).toEqual(['Gilat Shani: Just one I would like to get back']);
  });

  it('is no name with all the reasons it is not given', () => {
    const text =
      'Doctors had 14 bodies. One of them, who asked not to be identified because he may not speak, said most had burns.';
    expect(said(text).map((line) => line.split(':')[0])).toEqual(['One of them']);
  });
});

describe('two quotations with a verb each', () => {
  it.each(['Tuesday', 'by telephone'])('are two statements: %s', (how) => {
    expect(said(`“We waited,” Ann Lee said ${how}. “Nobody came. The children cried,” she added.`)).toEqual([
      'Ann Lee: We waited',
      'Ann Lee: Nobody came. The children cried',
    ]);
  });
});

describe('a quotation after a sentence with a verb of its own', () => {
  it('is said once, by whoever stands beside it', () => {
    const text =
      'Diane Pettifer blames the delay. “Her salad is on the sheet. It’s there, Tuesday, spinach,” she said.';
    expect(said(text)).toContain('Diane Pettifer: Her salad is on the sheet. It’s there, Tuesday, spinach');
    expect(said(text).filter((line) => /salad/.test(line))).toHaveLength(1);
  });
});

describe('a clause that hangs on a noun', () => {
  it.each([
    ['The convoy, which Ann Lee said was carrying flour, was hit.', 'which … was carrying flour'],
    ['The men, who Ann Lee said were armed, fled.', 'who … were armed'],
    ['The blast, which Ann Lee said “shook the whole town,” killed nine.', 'which … shook the whole town'],
    ['The bridge, which Ann Lee has said is safe, is closed.', 'which … is safe'],
  ])('is said by whom it names: %s', (text, words) => {
    expect(said(text)).toEqual([`Ann Lee: ${words}`]);
  });
});

describe('a second verb in another tense than the verb of saying', () => {
  it('is of whoever is spoken about', () => {
    expect(said('The mayor says the rebels broke the truce and refused to hand over the dead.')).toEqual([
      'mayor: the rebels broke the truce and refused to hand over the dead',
      'rebels (via mayor): to hand over the dead',
    ]);
  });
});
