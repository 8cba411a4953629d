// What sentences say by their shape, in wordings and houses the training text has few of. Each case is whole: who, what.
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

describe('a quotation', () => {
  it.each([
    [
      '"The bridge," engineer Oona Kallas told the inquest, "was built for carts."',
      'Oona Kallas: The bridge … was built for carts',
    ],
    [
      '"I do not say," the coroner remarked to us in the corridor, "that anyone meant harm."',
      'coroner: I do not say … that anyone meant harm',
    ],
    [
      '"We eat what the lake leaves us," laughs Fatoumata Sidibé.',
      'Fatoumata Sidibé: We eat what the lake leaves us',
    ],
    [
      'Governor Ilya Fomin\'s verdict: "The medicine is bitter because the illness is real."',
      'Ilya Fomin: The medicine is bitter because the illness is real',
    ],
    [
      'Health Secretary Joy Amadi welcomed the opening: "This is what partnership looks like."',
      'Joy Amadi: This is what partnership looks like',
    ],
    ['Comedian Big Lou tweeted: "I too am an intern."', 'Big Lou: I too am an intern'],
    [
      'Drawing attention to the drop in exports, Chamber president Leyla Özdemir said: "We are losing the market."',
      'Leyla Özdemir: We are losing the market',
    ],
    ['Gloria Pratt laughed. Tessel called the report "speculation".', 'Tessel: the report speculation'],
  ])('in %j has its speaker and all its words', (text, expected) => {
    expect(said(text)).toContain(expected);
  });

  it('after a sentence that gives its speaker is that speaker’s, over every paragraph', () => {
    const text =
      'Farmer Jorge Abelló said the drought was only half of it.\n\n“They moved the stones. I have the map.\n\n“I took it to the land office. They said it was too old.\n\n“Too old! The mountain is older.”';
    expect(said(text)).toContainEqual(
      expect.stringMatching(/^Jorge Abelló: They moved the stones.* … I took it.* … Too old!/),
    );
  });

  it('may name its speaker in the paragraph after it', () => {
    const text =
      '“It was like a train coming through the kitchen.”\n\nThat is how Marguerite Dallow describes the night the boiler blew.';
    expect(said(text)).toContain('Marguerite Dallow: It was like a train coming through the kitchen');
  });
});

describe('a clause', () => {
  it.each([
    ['A source at the firm told the Metro Ledger the partners knew by March.', 'the partners knew by March'],
    ['According to police, few had left the town.', 'police: few had left the town'],
    ['No. 10 said the minister would stay.', 'No. 10: the minister would stay'],
    [
      'Her co-author, Jun Ishida, cautions that one cold summer proves little.',
      'Jun Ishida: one cold summer proves little',
    ],
    [
      'Commander Veer Toor spoke on Sunday. The satellite log, he informed newspersons, leaves no room for doubt.',
      'The satellite log … leaves no room for doubt',
    ],
    [
      'As the colonel specified, three self-propelled guns were destroyed.',
      'colonel: three self-propelled guns were destroyed',
    ],
    [
      'According to Asan, as reported by the Lowland Herald on Wednesday, no note had been received.',
      'Asan (via Lowland Herald): no note had been received',
    ],
    [
      'Expressing that producers cannot find credit, Leyla Özdemir stated that interest had passed 50 percent.',
      'Leyla Özdemir: producers cannot find credit',
    ],
    ['The rebels have repeatedly denied holding foreigners.', 'rebels: holding foreigners'],
    [
      'He had never said the book was complete, Alun Teague pointed out.',
      'Alun Teague: He had never said the book was complete',
    ],
    [
      'The drivers and two porters refused the load, the union and a harbour clerk said, in what may be the first strike since 1998.',
      'union and harbour clerk: The drivers and two porters refused the load … in what may be the first strike since 1998',
    ],
    [
      'Sweden’s transport ministry regretted the delay “deeply”, while Helsinki sent an envoy and said it was waiting for the logs.',
      'Helsinki: it was waiting for the logs',
    ],
    [
      'The ombudsman, Anna Bondar, confirmed that lists were handed over. She said the other side had 320 names.',
      'Anna Bondar: the other side had 320 names',
    ],
    [
      'The ministry said nine men had returned; the union put the number at seven.',
      'ministry: nine men had returned\n',
    ],
    ['ORLA, June 3. /VOLNA/. The ferry was late, Mayor Ida Brandt said.', 'Ida Brandt: The ferry was late'],
    [
      'Mill spokesman Tom Vik called that “untrue and unfair”: the boiler, he said, was replaced in May.',
      'Tom Vik: the boiler … was replaced in May',
    ],
    ['The governor promised “answers, and quickly”.', 'governor: answers, and quickly'],
    ['The finance ministry says the request “never arrived”.', 'finance ministry: the request never arrived'],
    ['Moscow says the book is “a lie”.', 'Moscow: the book is a lie'],
    ['The firm said its operation was “lawful”.', 'firm: its operation was lawful'],
    ['The ministry says “nothing has changed”.', 'ministry: nothing has changed'],
    ['Mr Holm told the panel he “never opened” the letter.', 'Holm: he never opened the letter'],
    [
      'Vera Ross told colleagues outside the plant her brother had rung the office twice.',
      'Vera Ross: her brother had rung the office twice',
    ],
    [
      'LORN, 3 May (KW) — Guards from the Harbour League closed the quay on Tuesday, the group said.',
      'Harbour League: Guards from the Harbour League closed the quay on Tuesday',
    ],
  ])('%j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });
});

describe('a noun or a figure', () => {
  it.each([
    [
      'The mill union met. The firm lost, by its own count, two hundred orders.',
      'The firm lost … two hundred orders',
    ],
    ['By the fishermen’s reckoning, forty boats never came back.', 'fishermen: forty boats never came back'],
    [
      'An assurance by the transport ministry that a pontoon would be in place within a week drew jeers.',
      'transport ministry: a pontoon would be in place within a week',
    ],
    [
      'A promise from the governor to compensate fishermen has yet to be put on paper.',
      'governor: to compensate fishermen',
    ],
    ["The prosecutors' theory is that the barrels were dumped at night.", 'the barrels were dumped at night'],
    [
      'In the words of angler Finn Rasku, the water "smells like a garage".',
      'Finn Rasku: the water smells like a garage',
    ],
    ['The Red Lantern charity puts the dead at 60 or more.', 'the dead at 60 or more'],
    ['How many are missing? The interior ministry: 84.', 'interior ministry: 84'],
    [
      'Interior Minister Ana Roe accused the head of the Guard, her cousin Jan Roe, of trying to "auction the north".',
      'Ana Roe: the head of the Guard, her cousin Jan Roe, of trying to auction the north',
    ],
  ])('%j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });
});

describe('words that come through others', () => {
  it.each([
    [
      'The weekly Hlas quoted the niece, Dilbar Oz, as saying: "My uncle has it in the barn."',
      'Dilbar Oz (via Hlas): My uncle has it in the barn',
    ],
    [
      '"It is boring, mostly," geologist Tom Achterberg radioed to the paper Nordlys.',
      'Tom Achterberg (via Nordlys): It is boring, mostly',
    ],
    [
      'The daily Novy Den reprints a column by the economist Dora Pitkova, who warns that tariffs "will bury the budget".',
      'Dora Pitkova (via Novy Den): tariffs will bury the budget',
    ],
    [
      'Milan Hrabar said the Qasri envoy had assured him the prisoners would be freed first.',
      '(via Milan Hrabar): the prisoners would be freed first',
    ],
    [
      '"My boss told me, \'Sign it or clear your desk,\'" the clerk, Irina Voll, testified.',
      '(via Irina Voll): Sign it or clear your desk',
    ],
    [
      'City radio, quoting the fire brigade, reported that the pumps had run dry.',
      'fire brigade (via City radio): the pumps had run dry',
    ],
    [
      'The weekly Hlas, citing three tax inspectors, reported on Friday that the books were burned.',
      'three tax inspectors (via Hlas): the books were burned',
    ],
    [
      'According to the news agency Norpress, quoting an unnamed pilot, the runway was closed.',
      'unnamed pilot (via Norpress): the runway was closed',
    ],
    [
      'The talks had collapsed, the Herald quoted three envoys as saying.',
      'three envoys (via Herald): The talks had collapsed',
    ],
    [
      'Norpress cited Admiral Tove Lind as saying the fleet was late.',
      'Tove Lind (via Norpress): the fleet was late',
    ],
    [
      'The bank hid its losses, according to an audit seen by the Baltic Courier.',
      'audit (via Baltic Courier): The bank hid its losses',
    ],
    [
      'Norway’s coast guard said, via the Norpress agency, that two ships had turned back.',
      'coast guard (via Norpress agency): two ships had turned back',
    ],
  ])('%j', (text, expected) => {
    expect(said(text).join('\n').replaceAll("'", '')).toContain(expected.replaceAll("'", ''));
  });

  it('are one statement, not two, where a paper says that somebody said them', () => {
    expect(said('"The mill is lost," Mayor Ida Brandt said, according to the Lorn Gazette.')).toEqual([
      'Ida Brandt (via Lorn Gazette): The mill is lost',
    ]);
  });

  it('are nobody’s relay who only heard, saw or asked for them', () => {
    expect(said('Two players confirmed to this newspaper that wages were late.').join()).not.toContain('via');
    const channel =
      'In a statement published on its Telegram channel, the Coast Front said a drone had been downed.';
    expect(said(channel).join()).not.toContain('via');
  });
});

describe('what is no statement', () => {
  it.each([
    'Judge Peter Anstey adjourned the case until Thursday.',
    'An outlet cited an unnamed naval officer.',
    'A spokesman asked not to be named as he feared dismissal.',
    'No group has claimed responsibility for the blast.',
    'Not one of the ministers denied the report.',
    'The flight left at nine. No one denied it had fuel.',
    'The Kestrel Daily could not independently confirm either version.',
    'It was not possible to verify the figures.',
    'The ministry would not discuss the letter.',
    'The sign on the gate says “Keep Out”.',
    'They wore shirts with the slogan “No Dam”.',
    'The Kestrel Daily was unable to establish where the clip was filmed.',
  ])('%j', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what is shown and what is reported on', () => {
  it('takes no "copy of which" for something said', () => {
    expect(
      said(
        'The spillway was opened at 6:40 on Monday morning, according to the duty log, a copy of which was shown to this newspaper.',
      ),
    ).toEqual(['duty log: The spillway was opened at 6:40 on Monday morning']);
  });

  it('gives nobody words that hold their own cue', () => {
    const text = 'Engineers ordered out of Osterby dam after seepage, union says\n\nCrews stayed away.';
    expect(said(text)).toContain('union: Engineers ordered out of Osterby dam after seepage');
    expect(said(text)).not.toContain('Engineers: Engineers ordered out of Osterby dam after seepage');
  });

  it.each([
    [
      'The business daily Tribuna, citing two officials, reported that the bank had lost the money.',
      ['two officials (via Tribuna): the bank had lost the money'],
    ],
    [
      "The news agency Interpol Press, quoting the governor's office, said nine people had died.",
      ["governor's office (via Interpol Press): nine people had died"],
    ],
    [
      'The bank had lost the money, the opposition leader Ann Lee said in remarks carried by the state news agency.',
      ['Ann Lee (via state news agency): The bank had lost the money'],
    ],
  ])('passes the words on once: %j', (text, expected) => {
    expect(said(`The bank closed on Monday.\n\n${text}`)).toEqual(expected);
  });

  it.each([
    ['Police said the victims had not been identified.', 'Police: the victims had not been identified'],
    ['The board denied that any report had been withheld.', 'board: any report had been withheld'],
    ['The judge ruled that the documents were confidential.', 'judge: the documents were confidential'],
  ])('takes what is said of names and secrets for said: %j', (text, expected) => {
    expect(said(`A report was late.\n\n${text}`)).toEqual([expected]);
  });

  it.each([
    [
      'Rescuers said the villages could not be reached by road.',
      ['Rescuers: the villages could not be reached by road'],
    ],
    ['It was alleged that the clerk had taken money.', ['unnamed: the clerk had taken money']],
    ['The minister said only that he had nothing to say.', []],
  ])('loses nobody\'s words to silence or to "it was": %j', (text, expected) => {
    expect(said(`A report was late.\n\n${text}`)).toEqual(expected);
  });
});

describe('a broadcast', () => {
  it('has the house’s own words from the studio, and those of whoever is heard there', () => {
    const text =
      'Flooding in the Lower Vale\n\nPRESENTER: Good evening. The district says four people are still missing.\n\nPETRA LIND (RECORDING): We waited for the boats until Monday.\n\nPRESENTER: The bridge has been closed since noon.';
    expect(said(text)).toEqual([
      'district: four people are still missing',
      'PETRA LIND: We waited for the boats until Monday',
    ]);
  });
});
