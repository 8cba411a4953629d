// One claims, another answers: what is denied is what was claimed, and each keeps to their own words.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

const OPENING =
  'The road to the north was open on Monday, and people went to the market in the old town, where they bought rice and oil.';

describe('who denies "the claim"', () => {
  it('denies what was claimed, and not what somebody else denied meanwhile', () => {
    const text =
      'A Taliban spokesman said that drones had carried out the attack. He denied that any fighters had been in the area. ' +
      'Colonel Sonny Leggett denied the claim, saying no aircraft had flown.';
    expect(said(text).filter((line) => line.startsWith('Sonny'))[0]).toBe(
      'Sonny Leggett: drones had carried out the attack',
    );
  });

  it('denies the allegation of whoever alleged something, though more was said after', () => {
    const text =
      'Council member Amir Khan alleged the police had fled three posts. “They were warned,” he said, adding that the police ' +
      'chief was in Kabul. Police chief Mohammad Haya rejected the allegation.';
    expect(said(text)).toContain('Mohammad Haya: the police had fled three posts');
  });

  it.each([
    'According to the governor’s office, the rebels had used the market to collect taxes, a charge the Taliban dismissed.',
    'The office said the rebels had used the market to collect taxes, a claim that the Taliban denied.',
  ])('may do so in the same breath: %s', (text) => {
    const found = said(text);
    expect(found).toHaveLength(2);
    for (const line of found) expect(line).toMatch(/: the rebels had used the market to collect taxes$/);
    expect(found[1]).toMatch(/^Taliban/);
  });
});

describe('who counts otherwise', () => {
  it.each([
    [
      'He added two civilians had been hurt in the clash, but residents put the number of wounded civilians at seven.',
      ['two civilians had been hurt in the clash', 'the number of wounded civilians at seven'],
    ],
    [
      'Police said five people had died, while hospital officials put the toll at nine.',
      ['five people had died', 'the toll at nine'],
    ],
  ])('keeps to their own figure: %s', (text, contents) => {
    expect(said(text).map((line) => line.replace(/^[^:]*: /, ''))).toEqual(contents);
  });
});

describe('one of several', () => {
  it('speaks though they asked not to be named', () => {
    const text =
      'Doctors had received 14 bodies. One of them, who asked not to be identified because he was not authorised to speak to ' +
      'the media, said most of the wounded had shrapnel injuries.';
    expect(said(text)).toContainEqual(expect.stringMatching(/: most of the wounded had shrapnel injuries$/));
  });
});

describe('a headline that begins with who tells it', () => {
  it.each([
    'Spokesman: 12 rebels killed in raid',
    'Police: Man shot wife, then himself',
    'UN: 41 civilians killed in May',
  ])('is theirs: %s', (headline) => {
    expect(said(`${headline}\n\n${OPENING}`)).toEqual([expect.stringContaining(headline.split(': ')[1]!)]);
  });

  it.each([
    'Press review: Hadrun and Keth at odds',
    'Ukraine war: What we know',
    'Sarpol market: residents bury the dead',
  ])('is nobody’s where it begins with a subject: %s', (headline) => {
    expect(said(`${headline}\n\n${OPENING}`)).toEqual([]);
  });
});

describe('what is said', () => {
  it.each([
    ['He said it was vital that the border stay open.', 'He: it was vital that the border stay open'],
    [
      'The Taliban claimed at the time to have killed 200 soldiers at the base.',
      'Taliban: to have killed 200 soldiers at the base',
    ],
  ])('is all of it: %s', (text, statement) => {
    expect(said(text).map((line) => line.replace(/^[a-z]/, (letter) => letter.toUpperCase()))).toEqual([
      statement,
    ]);
  });

  it('ends with the marks it stands in, for whoever says it there', () => {
    const text =
      'The ministry met. “We are convinced that such acts are wrong,” it said, and left for the capital.';
    expect(said(text).filter((line) => line.includes('left for'))).toEqual([]);
  });

  it('is not what the writer recalls', () => {
    expect(
      said('Ann Lee said it rained. It would be recalled that 12 farmers were killed in June.'),
    ).toHaveLength(1);
  });
});

describe('"which" after a place', () => {
  it('is the place, and not whoever spoke before', () => {
    const text =
      'The envoy warned that it could spread. Washington, which says it was informed in advance, stayed silent.';
    expect(said(text)).toContain('Washington: it was informed in advance');
  });
});

describe('a quotation alone after what a body said', () => {
  it('is not the body’s where somebody says "I"', () => {
    const text = [
      OPENING,
      '“I am a mayor, not a judge. But those planes did not come from the sea,” Petra Holm says.',
      'The government insists the town was evacuated.',
      '“That is a lie. I was here. My secretary was here. We counted 212 people in the cellar of the church.”',
    ].join('\n\n');
    expect(said(text).at(-1)).toMatch(/^Petra Holm: That is a lie/);
  });
});

describe('a headline that names only an office', () => {
  const story = (office: string, second: string): string =>
    `${office} says 'foreign hands' behind fall\n\n${OPENING}\n\n“Where were the forces?” asked ${office} Ann Paikan. ${second}`;

  it('is the word of the one who holds it', () => {
    expect(said(story('Mayor', 'It was built in 1911.'))[0]).toMatch(/^Ann Paikan: 'foreign/);
  });

  it('is nobody’s in particular where several do', () => {
    expect(said(story('MP', 'MP Tim Roe said that it was not.'))[0]).toMatch(/^MP: 'foreign/);
  });
});

describe('who speaks', () => {
  it('in a transcript is whoever the label calls so, each time, and not the last person named', () => {
    const text = [
      OPENING,
      'The Humanitarian Coordinator, Toby Lanzer, said access remained “the single biggest obstacle”.',
      'Question: Does he believe the Taliban did it, as the Government says?',
      'Spokesman: I have also seen the Taliban deny it. We are not in a position to attribute responsibility.',
      'Question: Has he spoken to President Ghani?',
      'Spokesman: They spoke on Sunday. We will say more when there is more to say.',
    ].join('\n\n');
    const found = said(text);
    expect(
      found.filter((line) => /^Spokesman: (?:I have seen|I have also seen|They spoke)/.test(line)).length,
    ).toBeGreaterThanOrEqual(2);
    expect(found.join('\n')).not.toMatch(/^(?:Toby Lanzer|Ghani): (?:I have|They spoke)/m);
    expect(found.join('\n')).not.toMatch(/^Taliban: Does he believe/m);
  });

  it('goes by no name that is told of somebody else in what they say', () => {
    expect(said('The slain jawan has been identified as Om Prakash, an Army officer said.')[0]).toMatch(
      /^Army officer: /,
    );
  });

  it('in a headline is who it names, not the report that says the same', () => {
    const text = [
      'Army ordered shelling of Maban camp, say survivors',
      OPENING,
      'The army ordered the shelling of Maban camp, according to a report published on Monday by the Horn Rights Monitor.',
    ].join('\n\n');
    expect(said(text)[0]).toMatch(/^survivors: /);
  });

  it('has said the words before “is quoted as saying” too', () => {
    expect(said('“We put our hands up,” Ann Lee, 27, is quoted as saying. “They kept loading.”')[0]).toBe(
      'Ann Lee: We put our hands up … They kept loading',
    );
  });
});

describe('between two marks', () => {
  it('is who speaks next, and not what the first one said', () => {
    const text =
      'Police chief Fazel Sherzad said the plane hit a tower on the ground; a spokesman for the governor, Ahmad Zia Abdulzai, ' +
      'said he had no such information.';
    expect(said(text)).toEqual([
      'Fazel Sherzad: the plane hit a tower on the ground',
      'Ahmad Zia Abdulzai: he had no such information',
    ]);
  });

  it('may stand how somebody spoke: “was blunter”', () => {
    const text =
      'A UN official, who asked for his name to be withheld as he needs government visas, was blunter: “They are starving.”';
    expect(said(text)).toEqual(['UN official: They are starving']);
  });

  it('stands who says it, and the verb goes on after', () => {
    expect(said('He charges ten dollars a seat, he tells me, and has brought out 41 people.').join()).toMatch(
      /He charges ten dollars a seat … and has brought out 41 people$/i,
    );
  });
});

describe('a headline about a claim', () => {
  it('is not said by who made the claim', () => {
    const text = [
      'Pentagon disputes Taliban claim of downed plane',
      OPENING,
      'The Taliban claimed they had downed a plane.',
    ];
    expect(said(text.join('\n\n')).filter((line) => line.includes('claim of'))).toEqual([
      'Pentagon: Taliban claim of downed plane',
    ]);
  });
});

describe('who replies', () => {
  it('is who was asked, and not who asked', () => {
    const text =
      'The witness, known as N1466, told the inquiry that the officer had sworn. Oliver Glasgow KC, counsel to the inquiry, ' +
      'asked him why he had kept a copy. “Because I knew it did happen,” he replied.';
    expect(said(text).at(-1)).toMatch(/^(?:witness|N1466): Because I knew it did happen$/);
  });
});

describe('what stands beside somebody', () => {
  it('is not said by them: a clause about the speaker', () => {
    expect(
      said(
        'Richard Hermer KC, who represents the families, said after the hearing: “They have waited 14 years.”',
      ),
    ).toEqual(['Richard Hermer: They have waited 14 years']);
  });

  it('is not part of their name: what another did in the same headline', () => {
    const text = ['Guerrillas free mayor of San Isidro; army says no ransom was paid', OPENING];
    expect(said(text.join('\n\n'))).toContain('army: no ransom was paid');
  });

  it('is silence where they did not refer to it', () => {
    expect(said('Jorge Velandia said it was good news. He did not refer to the ransom.')).toHaveLength(1);
  });
});

describe('a body with a name of its own', () => {
  it('is not the agency somebody spoke to', () => {
    const text =
      'Police chief Raz Khan said two men had entered. “One opened fire,” he told AFP. The Islamic State group claimed the ' +
      'attack. It said that two men had died.';
    expect(said(text).slice(-2)).toEqual([
      'Islamic State group: the attack',
      'Islamic State group: two men had died',
    ]);
  });

  it('is not the observer group that is called military', () => {
    const text =
      "The military's media wing on Thursday strongly rejected claims of raids across the Line of Control, saying two soldiers " +
      'had died. The United Nations Military Observer Group has seen nothing, according to Stephane Dujarric.';
    const speakers = said(text).map((line) => line.split(': ')[0]);
    expect(speakers.slice(0, 2)).toEqual(["military's media wing", "military's media wing"]);
  });

  it('is called so without what it did', () => {
    const text =
      'Mohaqiq blamed the government for ignoring warnings. The government says it does all it can.';
    expect(said(text)).toContain('government: it does all it can');
  });
});

describe('a quotation after a sentence about the speaker', () => {
  it('is the speaker’s', () => {
    const text =
      '“I saw a leg on the carpet,” said Sayed Jafar, 19. He had gone outside to take a phone call. “My mother was calling. She saved me.”';
    expect(said(text)[0]).toMatch(
      /^Sayed Jafar: I saw a leg on the carpet.*My mother was calling\. She saved me$/,
    );
  });
});

describe('a figure', () => {
  it('is somebody’s word where they gave it', () => {
    expect(
      said('Nine died, police said. A hospital official, requesting anonymity, gave a figure of 42.'),
    ).toContain('hospital official: a figure of 42');
  });
});

describe('a sum of money', () => {
  it('is put at so much, whatever the next verb says', () => {
    const text =
      'The Insurance Council put early losses at $85 million but cautioned that the figure would climb.';
    expect(said(text)).toEqual([
      'Insurance Council: early losses at $85 million',
      'Insurance Council: the figure would climb',
    ]);
  });
});

describe('after a semicolon', () => {
  it('somebody else has their say, be it that they call the rest a lie', () => {
    const text =
      'Coalition sources said the prime minister had promised Orbach that no vote would be held this week; the prime ' +
      'minister’s office called the report “a complete lie”.';
    const found = said(text);
    expect(found).toContainEqual(expect.stringMatching(/office: the report a complete lie$/));
    expect(found.filter((line) => /no vote.*complete lie/.test(line))).toEqual([]);
  });
});

describe('what the other side denies', () => {
  it('is not part of the charge', () => {
    const text = 'The military accused the party of hiding among patients, which the party denies.';
    expect(said(text)[0]).toMatch(/hiding among patients$/);
  });

  it('nor what the other side calls it', () => {
    const found = said(
      'Israel says Hamas built a tunnel, a claim the hospital’s director calls “a fantasy.”',
    );
    expect(found).toContain('Israel: Hamas built a tunnel');
    expect(found).toContainEqual(expect.stringMatching(/director: a fantasy$/));
  });
});
