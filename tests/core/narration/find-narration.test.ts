import { describe, expect, it } from 'vitest';
import { findTurns } from '../../../src/core/extract/turns.js';
import { partBackground } from '../../../src/core/narration/background.js';
import { findNarration } from '../../../src/core/narration/find-narration.js';
import { readMarked } from './marked.js';

function narrationIn(marked: string): string[] {
  const { article, reading, attributions } = readMarked(marked);
  return findNarration(reading, partBackground(reading, attributions), findTurns(reading)).map(
    ({ start, end }) => article.text.slice(start, end),
  );
}

describe('sentences nobody else is quoted for', () => {
  it.each([
    ['The mill opened in 1911. It burned down twice.', ['The mill opened in 1911', 'It burned down twice']],
    ['He lives in the U.S. and in Peru.', ['He lives in the U.S. and in Peru']],
    ['The film won a prize in the U.S.', ['The film won a prize in the U.S.']],
    ['SALT HILL — The quay was closed on Monday.', ['The quay was closed on Monday']],
    ['SALT HILL, Utah ― The quay was closed on Monday.', ['The quay was closed on Monday']],
    ['10:15 The water has fallen by 12 centimetres. 🌊', ['The water has fallen by 12 centimetres']],
    ['• Turnout fell below 40 percent.', ['Turnout fell below 40 percent']],
    ['May 2014: A landslide buries the road to Oster.', ['A landslide buries the road to Oster']],
    ['The boat is called “Second Wind”.', ['The boat is called “Second Wind”']],
    ['Correction: the mayor’s first name is Pia.', ['the mayor’s first name is Pia']],
  ])('%j', (text, narration) => {
    expect(narrationIn(text)).toEqual(narration);
  });

  it('takes the headline for one statement, without its kicker', () => {
    expect(
      narrationIn(
        'LIVE: Dam at Oster holds after night of rain\n\nWater stands at the brim of the dam at Oster.',
      ),
    ).toEqual(['Dam at Oster holds after night of rain', 'Water stands at the brim of the dam at Oster']);
  });

  it('takes no line that only says what comes or who wrote it', () => {
    expect(
      narrationIn(
        'Quay shut for a week\n\nThe quay was shut on Monday.\n\n11.30 What the drivers say\n\nNine lorries turned back.\n\n13.10 Analysis by Petra Lund',
      ),
    ).toEqual(['Quay shut for a week', 'The quay was shut on Monday', 'Nine lorries turned back']);
  });

  it('takes the standfirst, but no crosshead', () => {
    expect(
      narrationIn(
        'The last lamplighter\n\nHe has kept forty lamps alive, and one grudge\n\nJoss Amery walks the street every evening.\n\nA ladder and a grudge\n\nThe lamps are from 1881, all forty of them.',
      ),
    ).toEqual([
      'The last lamplighter',
      'He has kept forty lamps alive, and one grudge',
      'Joss Amery walks the street every evening',
      'The lamps are from 1881, all forty of them',
    ]);
  });
});

describe('sentences that state nothing in the publisher’s voice', () => {
  it.each([
    'The ministry declined to comment on the report.',
    'Ms Rask could not immediately be reached.',
    'A spokesman did not respond to a request for comment.',
    'Repeated calls to his office went unanswered.',
    'The council has been approached for comment.',
    'Both firms were contacted for a response.',
    'Neither company has commented.',
    'This newspaper could not confirm either version.',
    'The army has not responded to questions.',
    'None of the figures could be independently verified.',
    'He refused to answer questions as he left.',
    'The governor remained silent.',
    'Nobody at the plant would say why.',
    'Will the dam hold another night of rain?',
    'Asked about the dam, she shook her head.',
    'Send us your pictures of the flood.',
    'This article has been updated to correct a name.',
    'Follow our live coverage of the flood here.',
    '“We have bread until Friday. Then we will see.”',
    'Her letter began with a question: “Who owns the moor? Not the crown. Not us.”',
    'She then read out the following lines from the letter:',
  ])('%j', (text) => {
    expect(narrationIn(text)).toEqual([]);
  });

  it('reads no turns of a transcript, whoever was found for them', () => {
    expect(
      narrationIn(
        'Marta Quill has cast bells for forty years.\n\nQ: You once cast a bell for a ship.\n\nA: It sank with the ship in 1988.\n\nQ: People say you can still hear it.\n\nA: People say many things.',
      ),
    ).toEqual(['Marta Quill has cast bells for forty years']);
  });

  it('reads no captions, credits, bylines or furniture', () => {
    expect(
      narrationIn(
        'Menu\nFire at the mill kills four\nBy Anna Dost\n\nFour workers died in the fire on Sunday.\n\nPhoto: The mill burns on Sunday.\n\nSource: Meridian Press',
      ),
    ).toEqual(['Fire at the mill kills four', 'Four workers died in the fire on Sunday']);
  });
});

describe('the reporter’s clauses in a sentence that quotes somebody', () => {
  it.each([
    [
      '{Fighters have entered Tolm}, which lies 40 kilometers north of the capital, [the governor] <said> on Monday.',
      ['which lies 40 kilometers north of the capital'],
    ],
    [
      '{Fighters have entered Tolm, which lies 40 kilometers north of the capital}, [the governor] <said> on Monday.',
      ['which lies 40 kilometers north of the capital'],
    ],
    [
      '{The road is open}, [he] <said> in posts that also showed pictures of a checkpoint near Lenno, which is the last town before the border.',
      ['that also showed pictures of a checkpoint near Lenno', 'which is the last town before the border'],
    ],
    [
      '[Corvo Ltd] posted a loss of 4 million in the spring quarter but <warned> that {worse was to come}.',
      ['Corvo Ltd posted a loss of 4 million in the spring quarter'],
    ],
    [
      'The council voted 7-2 to close the pool, ending what [its chair] <called> {a forty-year mistake}.',
      ['The council voted 7-2 to close the pool'],
    ],
    [
      '{“We are done here,”} [she] <said>, and the hall emptied within five minutes of her last word.',
      ['the hall emptied within five minutes of her last word'],
    ],
    [
      'On Sunday the bishop visited the flooded district but left without making a statement.',
      ['On Sunday the bishop visited the flooded district'],
    ],
    [
      'Mayor held for fraud; lawyer <denies> it.\n\nThe mayor of Oster was taken from his office on Monday.',
      ['Mayor held for fraud', 'The mayor of Oster was taken from his office on Monday'],
    ],
  ])('%j', (text, narration) => {
    expect(narrationIn(text)).toEqual(narration);
  });

  it.each([
    '[She] <said> {she would write to the council}, which would then have to vote.',
    '[Fire chief Ilko Marin] <said> {the cause was not known}.',
    '[Tora Lund, who runs the shop], <said> {they had bread until Friday}.',
    '[Tora Lund], who runs the only shop on the island, <said> {they had bread until Friday}.',
    '[Curt Bloom], 71, who waited three hours to speak, <said> {the pool was warm}.',
    '{The army shelled the village, which caught fire}, [witnesses] <said>.',
    '{“They broke the door,”} [she] <said> as she swept the floor.',
    '<According to> [the report], {the bill will climb to 55 crowns}.',
    'Speaking at the harbour, [she] <said> {the quay belonged to the town}.',
  ])('finds none in %j', (text) => {
    expect(narrationIn(text)).toEqual([]);
  });

  it('leaves a speaker’s own relative clause with the content', () => {
    const { reading, attributions } = readMarked(
      '{The army shelled the village, which caught fire}, [witnesses] <said>.',
    );
    expect(partBackground(reading, attributions)).toEqual(attributions);
  });

  it('cuts nothing out of a quotation', () => {
    const { reading, attributions } = readMarked('{“We hold Tolm, which is ours,”} [he] <said>.');
    expect(partBackground(reading, attributions)).toEqual(attributions);
  });
});
