// What plain reporting is full of: a name and a verb that close a sentence, verbs joined by "and", marks set as the French
// set them, transcripts in capitals.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('a sentence closed by who says it', () => {
  it.each([
    [
      'Some 310,000 people in Qasra are a week away from running out of flour, the World Food Programme estimates.',
    ],
    ['A ransom of £900,000 was paid in used dollars, sources close to the negotiations claim.'],
    ['The last 40 buses left without headlights, new transport records show.'],
    ['New Delhi will stick to its port project, official sources maintained, even as the rains set in.'],
    ['The boss, a giant known as Commander Sugar, liked to listen to Rod Stewart, Keith revealed.'],
  ])('is what they say: %s', (text) => {
    const [first = ''] = said(text);
    expect(first.split(': ')[1]).toBe(
      text
        .split(', ')
        .slice(0, text.startsWith('The boss') ? 3 : 1)
        .join(', '),
    );
  });

  it.each(['it was gathered', 'it has been claimed', 'it emerged on Friday', 'it is feared'])(
    'may name nobody: "…, %s."',
    (closing) => {
      expect(said(`The attackers were remnants of the Baban Daji group, ${closing}.`)).toEqual([
        'unnamed: The attackers were remnants of the Baban Daji group',
      ]);
    },
  );

  it('may be broken into by nobody in particular', () => {
    expect(said('The troops, it was alleged, had fired first.')).toEqual([
      'unnamed: The troops … had fired first',
    ]);
  });

  it('is whole where the verb of saying goes on to tell where', () => {
    expect(
      said(
        'Ministers were told that the port could fall, a former ambassador has told a parliamentary inquiry.',
      )[0],
    ).toBe('former ambassador: Ministers were told that the port could fall');
  });
});

describe('verbs that share a subject', () => {
  it('bring a statement each', () => {
    expect(
      said(
        'MareAlert calls for an independent investigation and urges the member states to restore a rescue fleet.',
      ),
    ).toEqual([
      'MareAlert: an independent investigation',
      'MareAlert: the member states to restore a rescue fleet',
    ]);
  });

  it('end what was condemned, whatever comes next', () => {
    expect(said('The coalition condemned the raid and left the talks.')).toEqual(['coalition: the raid']);
  });

  it('are not those of what somebody is asked to do', () => {
    expect(said('She asked the army to leave the town and stop the shelling.').join()).toContain(
      'leave the town and stop the shelling',
    );
  });

  it('belong to whoever the sentence is about', () => {
    const text =
      'The lawmaker decried what she described as the “absence” of the army and called on the general to send men.';
    expect(said(text).at(-1)).toBe('lawmaker: the general to send men');
  });
});

describe('two who speak in one sentence', () => {
  it('are parted by a semicolon, and by what happened before the second spoke', () => {
    const text =
      'An officer in Rome replied that the case was “under review”; his counterpart in Oslo, when the team called back, ' +
      'said that Rome was in charge.';
    expect(said(text)).toEqual([
      'officer in Rome: the case was under review',
      expect.stringMatching(/counterpart.*: Rome was in charge$/),
    ]);
  });
});

describe('marks with a space before the words', () => {
  it('are quotation marks', () => {
    expect(said('« His boots, » answered the widow. « I polished such boots for thirty years. »')).toEqual([
      'widow: « His boots, » … « I polished such boots for thirty years. »',
    ]);
    expect(said('«\u00a0We will wait,\u00a0» said the mayor. The road was empty.')).toEqual([
      'mayor: «\u00a0We will wait,\u00a0»',
    ]);
  });

  it('end the sentence they stand in', () => {
    expect(said('« Nobody came. » The mayor said that the road was empty.')).toContainEqual(
      'mayor: the road was empty',
    );
  });

  it('may have the full stop after them', () => {
    expect(said('«The Virgin brought him», she said. «The government only brought the plane».')[0]).toMatch(
      /«The Virgin brought him» … «The government only brought the plane»$/,
    );
  });
});

describe('a speaker told of in a clause', () => {
  it('speaks after it', () => {
    expect(
      said('“They came by night,” a café owner in Brezno who asked not to be named told Uvid.')[0],
    ).toMatch(/café owner.*: They came by night$/);
  });

  it('is no article: “…,” jokes a general', () => {
    expect(said('“They told us to wait,” jokes a general.')).toContain('general: They told us to wait');
  });
});

describe('a transcript in capitals', () => {
  const turns = [
    'ORR: We will wait for the rain to come.',
    'LEE: The farmers of the valley are waiting for it.',
    'ORR: He has said that food must never be a weapon.',
    'LEE: The valley is not ready.',
  ].join('\n\n');

  it('names who speaks: no label is a place', () => {
    expect(said(turns).slice(0, 2)).toEqual([
      'ORR: We will wait for the rain to come',
      'LEE: The farmers of the valley are waiting for it',
    ]);
  });

  it('gives nobody the words that they report of somebody else', () => {
    expect(said(turns).filter((line) => line.includes('food must never'))).not.toContain(
      'ORR: that food must never be a weapon',
    );
  });

  it('says how a voice is heard', () => {
    expect(said('CHIKVANI (VIA INTERPRETER): They tell our children that Europe is waiting.')[0]).toBe(
      'CHIKVANI: They tell our children that Europe is waiting',
    );
    expect(said('CLIP, LEE: “Twenty-two years. My father built it.”')).toEqual([
      'LEE: Twenty-two years. My father built it',
    ]);
  });
});
