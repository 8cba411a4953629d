// What other houses write: present tense and verbs taken for nouns, semicolons, views lent in passing, questions put.
import { describe, expect, it } from 'vitest';
import { said, typesIn } from './said.ts';

describe('a verb taken for a noun', () => {
  it.each([
    [
      'The mine will reopen within the week, its owners promise.',
      'owners: The mine will reopen within the week',
    ],
    ['Navy repels sabotage boats, General Staff reports', 'General Staff: Navy repels sabotage boats'],
    ['No live ammunition was used, the Command stresses.', 'Command: No live ammunition was used'],
  ])('still says: %j', (text, expected) => {
    expect(said(text)).toContain(expected);
  });
});

describe('who speaks', () => {
  it('stands after the verb where the verb comes first', () => {
    expect(said('He could sell his car, suggested a voice from the back of the hall, to applause.')).toEqual([
      expect.stringMatching(/^voice.*: He could sell his car$/),
    ]);
  });

  it('is nobody where “it” is alleged', () => {
    expect(said('It is alleged that harbour officials took money to let the ship sail.')).toEqual([
      'unnamed: harbour officials took money to let the ship sail',
    ]);
  });
});

describe('a semicolon', () => {
  it('ends what one said where another is said to say something', () => {
    expect(said('The army said that nine men had died; the union said that twelve men had died.')).toEqual([
      'army: nine men had died',
      'union: twelve men had died',
    ]);
  });
});

describe('a view lent in passing', () => {
  it.each([
    ['In her words, the enemy had lost nothing but boats.', 'the enemy had lost nothing but boats'],
    ['The ultimatum, in his words, was sent by fax.', 'The ultimatum … was sent by fax'],
    [
      'Antibiotics would have saved the boy, in the opinion of Duncan Maclehose.',
      'Duncan Maclehose: Antibiotics would have saved the boy',
    ],
    ['The crater is 12 feet deep, as per the collectorate.', 'collectorate: The crater is 12 feet deep'],
  ])('is a statement: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });
});

describe('a question put', () => {
  it('is no statement of the story', () => {
    expect(said('Asked whether he would comply, Lee said the order was void.').join()).not.toContain(
      'whether he would comply',
    );
  });
});

describe('a headline', () => {
  const story =
    'The hearing opened on Monday in the old hall by the river.\n\nRain fell all day. The road to the village was shut until the evening, and two buses were sent back.';

  it.each([
    [
      'Pastor to repay ‘miracle’ mortgage money, judge rules',
      'judge: Pastor to repay ‘miracle’ mortgage money',
    ],
    ['Headstone must go from the yard, church judge rules', 'church judge: Headstone must go from the yard'],
    [
      'Quarry lorries will shake the spire down, warns vicar',
      'vicar: Quarry lorries will shake the spire down',
    ],
    [
      'Five aid workers killed in Maruf ambush: officials',
      'officials: Five aid workers killed in Maruf ambush',
    ],
    ['Roof was unsafe for a year, magistrates hear', 'unnamed: Roof was unsafe for a year'],
    ['Navy Repels Sabotage Boats, General Staff Reports', 'General Staff: Navy Repels Sabotage Boats'],
  ])('may end with who says it: %j', (headline, expected) => {
    expect(said(`${headline}\n\n${story}`)).toContain(expected);
  });

  it.each([
    'Storm wrecks the old harbour, insurance claims',
    'Farming: officials and reports',
    'Fire, floods and a hearing',
  ])('may end with nobody: %j', (headline) => {
    expect(said(`${headline}\n\n${story}`)).toEqual([]);
  });
});

describe('two verbs of one speaker', () => {
  it('make two statements', () => {
    expect(said('He warned that the column was moving north and urged villagers to leave by boat.')).toEqual([
      'He: the column was moving north',
      'He: villagers to leave by boat',
    ]);
  });
});

describe('inside a quotation', () => {
  it('whoever says something there says it, and the speaker says all of it', () => {
    const found = said('‘He told us, “Open it or we all get wet,”’ Ron Hobday said.');
    expect(found.join('\n')).toContain('Ron Hobday: ‘He told us');
    expect(found.join('\n')).not.toContain('Ron Hobday: Open it');
  });
});

describe('whom it was told to', () => {
  it.each([
    ['Two persons privy to the talks told the Courier money had changed hands.', 'money had changed hands'],
    [
      'Rosalind Achterberg, prosecuting, told the court Slade had first blamed hackers.',
      'Rosalind Achterberg: Slade had first blamed hackers',
    ],
  ])('ends where its capitals do: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
    expect(said(text).join('\n')).not.toContain('the court Slade');
  });
});

describe('a quotation alone in its paragraph', () => {
  it('goes on with who spoke before, past what tells only of the speaker', () => {
    const text =
      '“We bury them at night,” Father Roman says. He has been the priest here for thirty years.\n\n“People ask me why. I have no answer.”\n\nThe front is six kilometres off.';
    expect(said(text).at(-1)).toMatch(/^Roman: .*People ask me why/);
  });

  it('is a statement though nobody is named', () => {
    const text =
      'The square was empty.\n\n“They took the bell last and then they took the clock.”\n\nA dog slept on the steps. The bus came at noon.';
    expect(said(text)).toEqual(['unnamed: They took the bell last and then they took the clock']);
  });
});

describe('who asked not to be named', () => {
  it('may be said of another, and what was said of them stays', () => {
    const text =
      'The secretary, Lissy Kuruvilla, said a mahout had sent them on condition that he not be named.';
    expect(said(text).join()).toContain('a mahout had sent them');
  });
});

describe('between a subject and its verb', () => {
  it.each([
    ['The bridge, the mayor wrote on Facebook, is safe to cross.', 'mayor: The bridge … is safe to cross'],
    [
      'The samples, they objected in a note, were out of their hands for nine days.',
      'The samples … were out of their hands for nine days',
    ],
    [
      'Loyalty, Ann Lee noted, has long been the core of it.',
      'Ann Lee: Loyalty … has long been the core of it',
    ],
  ])('somebody says the whole clause: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });

  it('stands no relative clause', () => {
    expect(said('The family, a dynasty that defined the party for years, is moving away.')).toEqual([]);
  });
});

describe('a single name', () => {
  it.each(['Aissata, 40, said nobody came.', 'Tarren, who dug the quarry, said nobody came.'])(
    'with an age, or a “who”, is a person’s: %j',
    (text) => {
      expect(typesIn(text)).toEqual(['person']);
    },
  );
});

describe('the present tense', () => {
  it.each([
    ['The Disaster Management Authority states that 61 people have died.', '61 people have died'],
    ['The document states that the figures were changed.', 'document: the figures were changed'],
  ])('says as the past tense does: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });

  it('is no verb where states sign a treaty', () => {
    expect(said('Member states that have signed the treaty met on Monday.')).toEqual([]);
  });
});

describe('what follows the verb', () => {
  it('may be whom it is said by, or what is blamed', () => {
    expect(
      said('The crew will strike if a man is laid off, warned its chairman, Odd Berg.').join(),
    ).toContain('The crew will strike if a man is laid off');
    expect(
      said('The army is 9,000 short of its target, she conceded, blaming years of neglect.')[0],
    ).toContain('The army is 9,000 short of its target');
  });
});

describe('“According to” at the beginning of a sentence', () => {
  it('gives the words after it, whatever was said before', () => {
    const text =
      'The agency cautioned that a second cut “would change the picture.” According to two people with knowledge of the matter, lenders have already asked for talks.';
    const found = said(text);
    expect(found.at(-1)).toMatch(/: lenders have already asked for talks$/);
  });
});

describe('one verb', () => {
  it('says one thing, before its semicolon', () => {
    expect(said('Both countries need the port open by July, she explains; the rest is decoration.')).toEqual([
      'she: Both countries need the port open by July',
    ]);
  });
});

describe('a quotation in the next sentence', () => {
  it('is of whoever asks it, and no part of what was said before', () => {
    const text =
      'Relatives told the paper that guards had opened fire without warning. “They were pulling in the net. What is there to warn?” asked Toktobek Asanov, a father.';
    const [first, second] = said(text);
    expect(first).toMatch(/^Relatives.*: guards had opened fire without warning$/);
    expect(second).toContain('What is there to warn?');
  });
});
