// Whole small stories in many house styles, and sources cut short or too long, as a tagger may give them.
import { describe, it } from 'vitest';
import { checkCase, type ResolveCase } from './resolve-case.ts';

const CASES: ResolveCase[] = [
  {
    about: 'an American local story: titles before names, days without "on"',
    text: `County Commissioner Darlene Hobbs said Thursday the levee would hold. "It's held since 1957," Hobbs said.
Sheriff Buck Tanner told WKLP-TV that deputies were knocking on doors. He said nobody had been hurt.
Tanner's office later said a man, 62, was missing. Hobbs, a Republican, declined to speculate but said in a Facebook post Friday that shelters were open.`,
    publishedOn: '2023-03-18',
    publisher: 'The Plains Ledger',
    said: [
      {
        source: 'County Commissioner Darlene Hobbs',
        cue: 'said',
        content: 'the levee would hold',
        is: { name: 'Darlene Hobbs', role: 'County Commissioner', saidOn: '2023-03-16' },
      },
      { source: 'Hobbs#2', cue: 'said#2', content: "It's held since 1957", is: { name: 'Darlene Hobbs' } },
      {
        source: 'Sheriff Buck Tanner',
        cue: 'told',
        content: 'deputies were knocking on doors',
        is: { name: 'Buck Tanner', via: ['WKLP-TV'], channel: 'broadcast' },
      },
      { source: 'He', cue: 'said#3', content: 'nobody had been hurt', is: { name: 'Buck Tanner' } },
      {
        source: "Tanner's office",
        cue: 'said#4',
        content: 'a man, 62, was missing',
        is: { name: "Buck Tanner's office", type: 'organization' },
      },
      {
        source: 'Hobbs, a Republican,',
        cue: 'said#5',
        content: 'shelters were open',
        is: { name: 'Darlene Hobbs', channel: 'post', saidOn: '2023-03-17' },
      },
    ],
  },
  {
    about: 'a British court story with counsel, a witness and a judge',
    text: `Prosecuting, Harriet Lyle KC said the safe had been "emptied by somebody who knew the dog". Giving evidence on Tuesday, dog trainer Colm Feeney said the animal was deaf.
Cross-examined by Desmond Achebe KC, for the defence, he accepted that it could smell. Mr Achebe said that was "the point". Miss Lyle said it was not.
Judge Anthea Moore told the jury to disregard the dog.`,
    publishedOn: '2022-11-10',
    said: [
      {
        source: 'Harriet Lyle KC',
        cue: 'said',
        content: 'the safe had been "emptied by somebody who knew the dog"',
        is: { name: 'Harriet Lyle' },
      },
      {
        source: 'dog trainer Colm Feeney',
        cue: 'said#2',
        content: 'the animal was deaf',
        is: { name: 'Colm Feeney', role: 'dog trainer', saidOn: '2022-11-08' },
      },
      { source: 'he', cue: 'accepted', content: 'it could smell', is: { name: 'Colm Feeney' } },
      { source: 'Mr Achebe', cue: 'said#3', content: 'that was "the point"', is: { name: 'Desmond Achebe' } },
      { source: 'Miss Lyle', cue: 'said#4', content: 'it was not', is: { name: 'Harriet Lyle' } },
      {
        source: 'Judge Anthea Moore',
        cue: 'told',
        content: 'to disregard the dog',
        is: { name: 'Anthea Moore' },
      },
    ],
  },
  {
    about: 'an agency dispatch with a dateline, a claim, a denial and a monitor',
    text: `TASHVAR, March 3 (Meridian) - The Ostran army said on Thursday it had retaken the airfield at Dol. The separatists denied this. Their commander, known as Falcon, said in a video posted on Telegram that the runway was "ours and mined".
The Ostran Observatory for Rights, a monitoring group, said 14 people had died. Its head, Leyla Sabri, told Meridian that most were drivers.
The army did not say how many soldiers it had lost. It later said two.`,
    publishedOn: '2022-03-04',
    publisher: 'Meridian',
    said: [
      {
        source: 'The Ostran army',
        cue: 'said',
        content: 'it had retaken the airfield at Dol',
        is: { name: 'Ostran army', type: 'organization', saidOn: '2022-03-03' },
      },
      {
        source: 'The separatists',
        cue: 'denied',
        content: 'this',
        is: { name: 'separatists', type: 'group' },
      },
      {
        source: 'Their commander, known as Falcon,',
        cue: 'said#2',
        content: 'the runway was "ours and mined"',
        is: { name: 'Falcon', role: 'commander', channel: 'telegram' },
      },
      {
        source: 'The Ostran Observatory for Rights, a monitoring group,',
        cue: 'said#3',
        content: '14 people had died',
        is: { name: 'Ostran Observatory for Rights', type: 'organization' },
      },
      {
        source: 'Its head, Leyla Sabri,',
        cue: 'told',
        content: 'most were drivers',
        is: {
          name: 'Leyla Sabri',
          role: 'head',
          affiliation: 'Ostran Observatory for Rights',
          via: [],
          channel: 'interview',
        },
      },
      { source: 'It', cue: 'said#4', content: 'two', is: { name: 'Ostran army' } },
    ],
  },
  {
    about: 'sources cut before their name or after their title',
    text: `A beekeeper from the valley, Anselmo Rocha, said the hives were empty. The company's finance chief, Wanda Eriksen, said sales fell.
Lawyer Femi Adeyemi said his client was asleep.`,
    said: [
      {
        source: 'A beekeeper from the valley',
        cue: 'said',
        content: 'the hives were empty',
        is: { name: 'Anselmo Rocha' },
      },
      {
        source: 'Wanda Eriksen',
        cue: 'said#2',
        content: 'sales fell',
        is: { name: 'Wanda Eriksen', role: 'finance chief' },
      },
      {
        source: 'Adeyemi',
        cue: 'said#3',
        content: 'his client was asleep',
        is: { name: 'Femi Adeyemi', role: 'Lawyer' },
      },
    ],
  },
  {
    about: 'sources too long, with a comma, a day or a participle taken in',
    text: `Driver Milo Hart, speaking through an interpreter, said the brakes failed. On Monday the mayor, Ines Duarte, said the road was closed.
Hart, who has driven the route for nine years, said it was steep.`,
    publishedOn: '2021-09-15',
    said: [
      {
        source: 'Driver Milo Hart, speaking through an interpreter,',
        cue: 'said',
        content: 'the brakes failed',
        is: { name: 'Milo Hart' },
      },
      {
        source: 'the mayor, Ines Duarte,',
        cue: 'said#2',
        content: 'the road was closed',
        is: { name: 'Ines Duarte', saidOn: '2021-09-13' },
      },
      {
        source: 'Hart, who has driven the route for nine years,',
        cue: 'said#3',
        content: 'it was steep',
        is: { name: 'Milo Hart' },
      },
    ],
  },
  {
    about: 'an Indian house style: honorifics, initials, shortened offices',
    text: `Chief Minister K. V. Raghunath on Saturday said the dam gates were opened on time. Mr. Raghunath alleged that "rumour is also a flood".
Leader of the Opposition Mrs. Lalita Deshpande said the CM was hiding figures. The Chief Minister termed it baseless, sources in his office said.`,
    publishedOn: '2019-08-11',
    said: [
      {
        source: 'Chief Minister K. V. Raghunath',
        cue: 'said',
        content: 'the dam gates were opened on time',
        is: { name: 'K. V. Raghunath', saidOn: '2019-08-10' },
      },
      {
        source: 'Mr. Raghunath',
        cue: 'alleged',
        content: '"rumour is also a flood"',
        is: { name: 'K. V. Raghunath' },
      },
      {
        source: 'Leader of the Opposition Mrs. Lalita Deshpande',
        cue: 'said#2',
        content: 'the CM was hiding figures',
        is: { name: 'Lalita Deshpande' },
      },
      {
        source: 'sources in his office',
        cue: 'said#3',
        content: 'The Chief Minister termed it baseless',
        is: { name: 'sources in his office', type: 'anonymous' },
      },
    ],
  },
  {
    about: 'translated Spanish-language copy: alias, surnames, nameless neighbours',
    text: `The prosecutor Belén Arango affirmed that there are four detainees. “None is a minor”, specified Arango.
Alias “Tizón” is presumed the leader, according to the general Ovidio Rentería, commander of the police. The neighbors of the sector assured that they heard a burst.
Rentería denied it.`,
    said: [
      {
        source: 'The prosecutor Belén Arango',
        cue: 'affirmed',
        content: 'there are four detainees',
        is: { name: 'Belén Arango', role: 'prosecutor' },
      },
      { source: 'Arango#2', cue: 'specified', content: 'None is a minor', is: { name: 'Belén Arango' } },
      {
        source: 'the general Ovidio Rentería, commander of the police',
        cue: 'according to',
        content: 'Alias “Tizón” is presumed the leader',
        is: { name: 'Ovidio Rentería' },
      },
      {
        source: 'The neighbors of the sector',
        cue: 'assured',
        content: 'they heard a burst',
        is: { name: 'neighbors of the sector', type: 'group' },
      },
      { source: 'Rentería#2', cue: 'denied', content: 'it', is: { name: 'Ovidio Rentería' } },
    ],
  },
  {
    about: 'a Russian-style wire: an office quoted by its press service, a republisher',
    text: `The governor's press service reported that 19 drones were shot down. Governor Yegor Malinin wrote on his Telegram channel that there was no damage.
Malinin later confirmed to Volga Media that a roof had burned. The Defence Ministry has said nothing; its spokesman, Major General Pyotr Gusev, called the report "invented".`,
    publisher: 'Border Post',
    said: [
      {
        source: "The governor's press service",
        cue: 'reported',
        content: '19 drones were shot down',
        is: { name: "governor's press service", type: 'organization' },
      },
      {
        source: 'Governor Yegor Malinin',
        cue: 'wrote',
        content: 'there was no damage',
        is: { name: 'Yegor Malinin', channel: 'telegram' },
      },
      {
        source: 'Malinin#2',
        cue: 'confirmed',
        content: 'a roof had burned',
        is: { name: 'Yegor Malinin', via: ['Volga Media'] },
      },
      {
        source: 'its spokesman, Major General Pyotr Gusev,',
        cue: 'called',
        content: 'the report "invented"',
        is: { name: 'Pyotr Gusev', role: 'spokesman', affiliation: 'Defence Ministry' },
      },
    ],
  },
  {
    about: 'a live page: role and name before a colon, then the surname',
    text: `Thursday 4 April 2024
10:05 Bridge engineer Katya Orlov: "The bolts were new."
10:20 The operator says it has closed both lanes.
10:41 Orlov again: "New, but wrong."`,
    publishedOn: '2024-04-05',
    said: [
      {
        source: 'Bridge engineer Katya Orlov',
        cue: '',
        content: 'The bolts were new.',
        is: { name: 'Katya Orlov', role: 'Bridge engineer', saidOn: '2024-04-04' },
      },
      { source: 'The operator', cue: 'says', content: 'it has closed both lanes', is: { name: 'operator' } },
      {
        source: 'Orlov#2',
        cue: '',
        content: 'New, but wrong.',
        is: { name: 'Katya Orlov', saidOn: '2024-04-04' },
      },
    ],
  },
  {
    about: 'a press review in which outlets speak for themselves and through each other',
    text: `Diario del Estrecho says the treaty is dead. According to Die Küste, the chancellor has told allies to wait. The weekly Panorama, citing two ministers, writes that a vote is set for May.
Radio Lumen quoted the bishop of Arles as saying that patience is "a muscle".`,
    publisher: 'Press Digest',
    said: [
      {
        source: 'Diario del Estrecho',
        cue: 'says',
        content: 'the treaty is dead',
        is: { name: 'Diario del Estrecho', type: 'organization', via: [] },
      },
      {
        source: 'Die Küste',
        cue: 'According to',
        content: 'the chancellor has told allies to wait',
        is: { name: 'Die Küste' },
      },
      {
        source: 'the chancellor',
        cue: 'has told',
        content: 'to wait',
        within: 1,
        is: { name: 'chancellor', via: ['Die Küste'] },
      },
      {
        source: 'The weekly Panorama',
        cue: 'writes',
        content: 'a vote is set for May',
        is: { name: 'two ministers', via: ['Panorama'] },
      },
      {
        source: 'the bishop of Arles',
        cue: 'quoted',
        content: 'patience is "a muscle"',
        is: { name: 'bishop of Arles', via: ['Radio Lumen'] },
      },
    ],
  },
  {
    about: 'an earnings story: the lender, the bank and it, an analyst at another bank',
    text: `Norrland Sparbank AB posted a loss of 40 million crowns. The lender blamed two bad loans to fish farms. "We lent to the weather," Chief Financial Officer Ulla Ek said on a call with analysts.
Analysts at Hallberg & Co said the bank needed capital. Norrland Sparbank said it did not.`,
    publishedOn: '2020-02-06',
    said: [
      {
        source: 'The lender',
        cue: 'blamed',
        content: 'two bad loans to fish farms',
        is: { name: 'Norrland Sparbank AB' },
      },
      {
        source: 'Chief Financial Officer Ulla Ek',
        cue: 'said',
        content: 'We lent to the weather',
        is: { name: 'Ulla Ek', role: 'Chief Financial Officer', channel: 'press conference' },
      },
      {
        source: 'Analysts at Hallberg & Co',
        cue: 'said#2',
        content: 'the bank needed capital',
        is: { name: 'Analysts at Hallberg & Co', type: 'group' },
      },
      {
        source: 'Norrland Sparbank#2',
        cue: 'said#3',
        content: 'it did not',
        is: { name: 'Norrland Sparbank AB' },
      },
    ],
  },
  {
    about: 'an obituary-like profile: first names, nicknames, the woman everyone calls something',
    text: `Everyone called Margaret Achterlonie "Peg". Peg kept bees, her neighbour Stuart Rae says. "She never wore the hat," recalls Stuart.
Her daughter, Isla, says the bees came to the funeral. Isla laughs. "They were better dressed than us," she says.`,
    said: [
      {
        source: 'her neighbour Stuart Rae',
        cue: 'says',
        content: 'Peg kept bees',
        is: { name: 'Stuart Rae' },
      },
      { source: 'Stuart#2', cue: 'recalls', content: 'She never wore the hat', is: { name: 'Stuart Rae' } },
      {
        source: 'Her daughter, Isla,',
        cue: 'says#2',
        content: 'the bees came to the funeral',
        is: { name: 'Isla' },
      },
      { source: 'she', cue: 'says#3', content: 'They were better dressed than us', is: { name: 'Isla' } },
    ],
  },
  {
    about: 'a White-House-like building and a body named for its city stay organisations',
    text: `The Kremlin said it was studying the offer. Kremlin spokesman Lev Dubov said it would answer. Beijing urged restraint on Monday.
Chinese foreign ministry spokeswoman Gao Lin said dialogue was needed. She did not elaborate.`,
    publishedOn: '2021-12-01',
    said: [
      {
        source: 'The Kremlin',
        cue: 'said',
        content: 'it was studying the offer',
        is: { name: 'Kremlin', type: 'organization' },
      },
      {
        source: 'Kremlin spokesman Lev Dubov',
        cue: 'said#2',
        content: 'it would answer',
        is: { name: 'Lev Dubov', role: 'Kremlin spokesman', affiliation: 'Kremlin' },
      },
      {
        source: 'Beijing',
        cue: 'urged',
        content: 'restraint',
        is: { name: 'Beijing', type: 'organization', saidOn: '2021-11-29' },
      },
      {
        source: 'Chinese foreign ministry spokeswoman Gao Lin',
        cue: 'said#3',
        content: 'dialogue was needed',
        is: { name: 'Gao Lin', role: 'foreign ministry spokeswoman' },
      },
    ],
  },
  {
    about: 'two women in one scene, told apart by who is spoken of',
    text: `Ornithologist Freya Lund found the nest. Her assistant, Tamsin Cole, photographed it. Lund said the eggs were cold. She said the mother had gone.
Cole said the camera had frozen. "I warmed it in my coat," she said. Lund smiled.`,
    said: [
      { source: 'Lund#2', cue: 'said', content: 'the eggs were cold', is: { name: 'Freya Lund' } },
      { source: 'She', cue: 'said#2', content: 'the mother had gone', is: { name: 'Freya Lund' } },
      { source: 'Cole#2', cue: 'said#3', content: 'the camera had frozen', is: { name: 'Tamsin Cole' } },
      { source: 'she', cue: 'said#4', content: 'I warmed it in my coat', is: { name: 'Tamsin Cole' } },
    ],
  },
  {
    about: 'carry-over does not jump to another act of the same speaker',
    text: `"I am finished," conductor Paolo Venni told the daily Il Golfo on Friday. At a rehearsal, Venni said he was joking.
The orchestra said in a joint letter that nobody laughed.`,
    publishedOn: '2018-05-14',
    said: [
      {
        source: 'conductor Paolo Venni',
        cue: 'told',
        content: 'I am finished',
        is: { name: 'Paolo Venni', via: ['Il Golfo'], saidOn: '2018-05-11', channel: 'interview' },
      },
      { source: 'Venni#2', cue: 'said', content: 'he was joking', is: { name: 'Paolo Venni' } },
      {
        source: 'The orchestra',
        cue: 'said#2',
        content: 'nobody laughed',
        is: { name: 'orchestra', type: 'organization', channel: 'document' },
      },
    ],
  },
  {
    about: 'a health story: an agency by acronym first, its director, a study author by surname',
    text: `The WBI has approved the vaccine. "It works in goats," said WBI director-general Amina Sesay. Dr Sesay said trials in cattle would follow.
Virologist Chen Guowei, who led the trial, said the dose was small. Chen's team published its data on Sunday. "We were lucky with the goats," Chen added.`,
    publishedOn: '2025-02-04',
    said: [
      {
        source: 'WBI director-general Amina Sesay',
        cue: 'said',
        content: 'It works in goats',
        is: { name: 'Amina Sesay' },
      },
      {
        source: 'Dr Sesay',
        cue: 'said#2',
        content: 'trials in cattle would follow',
        is: { name: 'Amina Sesay' },
      },
      {
        source: 'Virologist Chen Guowei, who led the trial,',
        cue: 'said#3',
        content: 'the dose was small',
        is: { name: 'Chen Guowei', role: 'Virologist', saidOn: null },
      },
      {
        source: 'Chen#3',
        cue: 'added',
        content: 'We were lucky with the goats',
        is: { name: 'Chen Guowei', saidOn: null },
      },
    ],
  },
  {
    about: 'letters for a long name, a trade for a company, a force for its police',
    text: `The Lowland Rail Safety Agency closed the line. "Two bolts," the LRSA said. LRSA chief Nadia Brandt said a third was loose.
Corvane Motors denied it. The carmaker said its bolts were sound. Police in Upper Mell said a man was held. The force said he was 50.`,
    said: [
      {
        source: 'the LRSA',
        cue: 'said',
        content: 'Two bolts',
        is: { name: 'Lowland Rail Safety Agency', type: 'organization' },
      },
      {
        source: 'LRSA chief Nadia Brandt',
        cue: 'said#2',
        content: 'a third was loose',
        is: { name: 'Nadia Brandt', affiliation: 'Lowland Rail Safety Agency' },
      },
      {
        source: 'Corvane Motors',
        cue: 'denied',
        content: 'it',
        is: { name: 'Corvane Motors', type: 'organization' },
      },
      {
        source: 'The carmaker',
        cue: 'said#3',
        content: 'its bolts were sound',
        is: { name: 'Corvane Motors' },
      },
      { source: 'The force', cue: 'said#5', content: 'he was 50', is: { name: 'Police in Upper Mell' } },
    ],
  },
  {
    about: 'two offices, a rank with its prefix, a seat of power, a title before a given name',
    text: `Cabinet spokesman and Ports Minister Ranil Wickrama said ships would wait. Navy spokesman Rear Admiral Tove Quist said they would not.
Sir Kenneth Vale called it "a quarrel in a bathtub". Sir Kenneth said he would sail. Downing Street said it was watching.
MP for North Upton Carol Fenn said so. Minister Wickrama said no more. The Dane sighed. "We have time," the Dane said.`,
    said: [
      {
        source: 'Cabinet spokesman and Ports Minister Ranil Wickrama',
        cue: 'said',
        content: 'ships would wait',
        is: { name: 'Ranil Wickrama' },
      },
      {
        source: 'Navy spokesman Rear Admiral Tove Quist',
        cue: 'said#2',
        content: 'they would not',
        is: { name: 'Tove Quist', role: 'Navy spokesman', affiliation: 'Navy' },
      },
      {
        source: 'Sir Kenneth Vale',
        cue: 'called',
        content: 'it "a quarrel in a bathtub"',
        is: { name: 'Kenneth Vale' },
      },
      { source: 'Sir Kenneth#2', cue: 'said#3', content: 'he would sail', is: { name: 'Kenneth Vale' } },
      {
        source: 'Downing Street',
        cue: 'said#4',
        content: 'it was watching',
        is: { name: 'Downing Street', type: 'organization' },
      },
      {
        source: 'MP for North Upton Carol Fenn',
        cue: 'said#5',
        content: 'so',
        is: { name: 'Carol Fenn', role: 'MP for North Upton' },
      },
      { source: 'Minister Wickrama', cue: 'said#6', content: 'no more', is: { name: 'Ranil Wickrama' } },
    ],
  },
  {
    about: 'an agency by its bare name, a doctor by trade, many who are nobody',
    text: `The semi-official Tarn news agency said the plant was shut. Tarn said it would reopen. Dr Leila Haddad, of Upton University, doubted it. The doctor said dust was everywhere.
Many said they had left. The New Upton, Ohio-based company that owns it said nothing, but Zed Industries, the company, later said it was sorry.`,
    said: [
      {
        source: 'The semi-official Tarn news agency',
        cue: 'said',
        content: 'the plant was shut',
        is: { name: 'Tarn', type: 'organization' },
      },
      { source: 'Tarn#2', cue: 'said#2', content: 'it would reopen', is: { name: 'Tarn' } },
      {
        source: 'Dr Leila Haddad, of Upton University,',
        cue: 'doubted',
        content: 'it',
        is: { name: 'Leila Haddad', affiliation: 'Upton University' },
      },
      { source: 'The doctor', cue: 'said#3', content: 'dust was everywhere', is: { name: 'Leila Haddad' } },
      { source: 'Many', cue: 'said#4', content: 'they had left', is: { name: 'Many', type: 'group' } },
    ],
  },
];

describe('styles', () => {
  it.each(CASES.map((tested) => [tested.about, tested] as const))('resolves %s', (_, tested) =>
    checkCase(tested),
  );
});
