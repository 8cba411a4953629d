// What a story holds besides sentences with a verb of saying in them: posts in paragraphs of their own, hedges, headlines,
// datelines, and who stands behind a comma.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const OPENING =
  'The road to the north was open on Monday, and people went to the market in the old town, where they bought rice and oil.';

describe('what a paragraph announces', () => {
  it('is said by whom it names, to the end of the next', () => {
    const text = [
      OPENING,
      'The EU’s foreign policy chief tweets:',
      'Deeply concerned by scenes in Orsenia. Violence is never the answer.',
      'The town was quiet at nightfall, and the buses ran.',
    ].join('\n\n');
    expect(said(text)).toEqual([
      "EU's foreign policy chief: Deeply concerned by scenes in Orsenia. Violence is never the answer",
    ]);
  });

  it('may be a list', () => {
    const text = [
      OPENING,
      'The ministry of the interior announced the following measures on Sunday evening, after a long meeting in the capital:',
      '- Schools will be shut on Monday\n- Roads to the north are closed',
      'The town was quiet at nightfall, and the buses ran until ten, as they do on any other Sunday of the year.',
    ].join('\n\n');
    expect(said(text)).toEqual([
      'ministry of the interior: Schools will be shut on Monday … Roads to the north are closed',
    ]);
  });

  it('is not the writer’s own list of what is known', () => {
    const text = [OPENING, 'Here is what we know so far:', 'Nobody was hurt in the fire at the mill.'].join(
      '\n\n',
    );
    expect(said(text)).toEqual([]);
  });
});

describe('a hedge', () => {
  it.each([
    ['The general has reportedly fled to the coast.', 'unnamed: The general has … fled to the coast'],
    ['The troops, who allegedly fired on the crowd, have left.', 'unnamed: The troops … fired on the crowd'],
    ['Reportedly, a school team was on the flight.', 'unnamed: a school team was on the flight'],
  ])('is the word of somebody who is not named: %s', (text, statement) => {
    expect(said(text)).toEqual([statement]);
  });

  it('belongs to whoever hedges, and is nothing where it only describes', () => {
    expect(said('The mayor said that troops had allegedly fired on the crowd.')).toHaveLength(1);
    expect(said('He drove an allegedly stolen car to the coast.')).toEqual([]);
  });
});

describe('a headline', () => {
  it.each([
    [
      'Soldiers hold barracks over unpaid bonuses, government says talks under way',
      'government: talks under way',
    ],
    ['Bridge is safe, council says after crash', 'council: Bridge is safe'],
  ])('%s', (headline, statement) => {
    expect(said(`${headline}\n\n${OPENING}`)).toContain(statement);
  });
});

describe('who speaks', () => {
  it.each([
    [
      "In the words of the fleet's commander, Vice Admiral Gleb Sartov, the pilots acted with restraint.",
      /Sartov: the pilots acted with restraint$/,
    ],
    [
      'As noted by the Chairman of the Parliamentary Committee, Gulnara Seitova, the West itself will suffer from it.',
      /Seitova: the West itself will suffer from it$/,
    ],
    [
      'According to the newspaper La Voz, which cites military sources, a fifth soldier died in captivity.',
      /: a fifth soldier died in captivity$/,
    ],
    ['According to Lee, Roe, a doctor, was at home.', /^Lee: Roe, a doctor, was at home$/],
    [
      'A report of the auditors, which this newspaper has seen, notes nonetheless that the beard was bought in 2011.',
      /^report.*: the beard was bought in 2011$/,
    ],
    ['An internal memorandum dated April 4 instructs guards not to register them.', /^internal memorandum/],
    [
      'Courteau, whose motorcade was seen leaving shortly after 3 am, conceded defeat in a brief address.',
      /^Courteau: defeat/,
    ],
  ])('stands in front, however far: %s', (text, statement) => {
    expect(said(text)).toEqual([expect.stringMatching(statement)]);
  });

  it('has a verb right beside the words, and not in the sentence before', () => {
    expect(said('Berlin quoted 2031. “They told us to wait for the next war,” jokes a general.')).toContain(
      'general: They told us to wait for the next war',
    );
  });
});

describe('what is said', () => {
  it.each([
    [
      '(Tirun, September 18) – Forces have held hundreds of people, Justice Monitor said.',
      'Forces have held',
    ],
    ['ASPAND CITY (Hewad News): At least nine civilians were killed, an official said.', 'At least nine'],
    ['Ramlochun had vowed on the campaign trail to review every brick of it.', 'to review every brick of it'],
    ['He told The Globe how his captors kept him chained to a boat.', 'how his captors kept him'],
  ])('begins with its own words: %s', (text, words) => {
    expect(said(text)[0]!.split(': ')[1]).toMatch(new RegExp(`^${words}`));
  });
});
