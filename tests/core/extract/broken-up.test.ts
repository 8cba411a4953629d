// Sentences that are broken up: by who says them, by what is told of the speaker, by who else is told of.
import { describe, expect, it } from 'vitest';
import { said, speakersIn, typesIn } from './said.ts';

describe('who speaks', () => {
  it('keeps a clause to itself, however long the aside before its verb', () => {
    const text =
      'But two officials at the maritime authority, speaking on condition of anonymity because they were not allowed to ' +
      'brief the press, told this newspaper that the inspection never took place.';
    expect(said(text)).toEqual([expect.stringMatching(/^two officials.*: the inspection never took place$/)]);
  });

  it('may have done other things first', () => {
    const text =
      'In a statement late on Sunday President Joseph Kilonzo offered his condolences, ordered three days of mourning and ' +
      'promised that those responsible would face the full force of the law.';
    expect(said(text).join('\n')).toMatch(/^Joseph Kilonzo: those responsible would face the full force/m);
  });

  it('has said the second thing too, with marks between', () => {
    const text =
      'Professor Goh Wee Kiat noted that such systems do not “know” what day it is, and suggested that firms keep a human ' +
      'in the loop for anything that involves a sick person.';
    expect(said(text).join('\n')).toMatch(/Goh Wee Kiat: firms keep a human in the loop/);
  });

  it('is a group that calls itself something', () => {
    expect(
      said(
        'A group calling itself the Kerzan Liberation Front claimed responsibility for the attack.',
      ).join(),
    ).toMatch(/^group: .*the attack$/i);
  });

  it('is an agency that cites somebody before it tells', () => {
    expect(
      said(
        'The Interpress news agency reported, citing a hospital doctor, that four of the dead were children.',
      ),
    ).toHaveLength(1);
  });
});

describe('what somebody says', () => {
  it.each([
    [
      'The storm could, she thinks, prove the strongest since Ophelia.',
      'The storm could … prove the strongest',
    ],
    [
      'Senator Grace Nduta spoke first. The minister, she wrote on X, "has blood up to his elbows".',
      'Grace Nduta: The minister … has blood up to his elbows',
    ],
    [
      'The attack killed three people, police said, and wounded ten others.',
      'police: The attack killed three people … and wounded ten others',
    ],
    [
      'The ship was inspected, he said, and its owner, a company in Malindi, had "every document in order".',
      'and its owner, a company in Malindi, had every document in order',
    ],
    [
      'On an earnings call, Lie-Hagen said “nothing is sacred” when asked about the portfolio.',
      'Lie-Hagen: nothing is sacred',
    ],
    [
      'The levy would cost the firm 190 million euros a year, finance chief Sunniva Lie-Hagen estimated in April.',
      'The levy would cost the firm 190 million euros a year',
    ],
    [
      'Border units broke up a cell in Kerzan on Friday, the Defense Ministry announced in a statement carried by the agency.',
      'Defense Ministry: Border units broke up a cell in Kerzan on Friday',
    ],
  ])('is whole: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });

  it('keeps the sign of its money', () => {
    expect(said('The mayor said $6 million was missing from the fund.').join()).toContain(': $6 million was');
  });

  it('is not what another says in the next sentence', () => {
    const text =
      'Shannon Airport: All departures are suspended until 18:00. Passengers should contact their airline." Ryanair says it ' +
      'has cancelled 42 flights.';
    const found = said(text).join('\n');
    expect(found).toMatch(/Shannon Airport: All departures are suspended/);
    expect(found).toMatch(/Ryanair: it has cancelled 42 flights/);
  });

  it('may be what others reported', () => {
    const text =
      'Divers reported seeing "many more" inside the hull, Red Cross spokeswoman Ann Wairimu said, adding that work would go on.';
    const found = said(text).join('\n');
    expect(found).toMatch(/^Divers.*: seeing many more inside the hull$/m);
    expect(found).toMatch(/Ann Wairimu: Divers reported seeing many more inside the hull$/m);
  });
});

describe('whom something is said of', () => {
  it.each([
    [
      'His injuries are not thought to be life threatening.',
      'unnamed: His injuries … to be life threatening',
    ],
    ['The ship is believed to have sunk off Lamu.', 'unnamed: The ship … to have sunk off Lamu'],
  ])('says nothing, and belongs to what is said: %j', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });
});

describe('a document', () => {
  it.each([
    [
      'A report by the rights office, released the same day, documents 214 cases of enforced disappearance.',
      '214 cases of enforced disappearance',
    ],
    [
      'The 88-page report documents beatings, mock executions and the use of electric shocks.',
      'beatings, mock executions and the use of electric shocks',
    ],
  ])('says what it shows: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });
});

describe('a thought', () => {
  it('is a statement without “that”', () => {
    expect(said('A few thought a further increase might be warranted.').join()).toContain(
      'a further increase might be warranted',
    );
    expect(said('The bank goes further: it predicts three cuts by June.').join()).toContain(
      'three cuts by June',
    );
  });
});

describe('no statement', () => {
  it.each([
    'The dead have since been buried according to Islamic rites.',
    'One of the strongest storms on record claimed more than 7,000 lives farther north.',
    'LORAKHEL: Five persons lost their lives and 22 others sustained injuries in a blast on Friday.',
  ])('is made by %j', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('an insertion', () => {
  it.each([
    [
      'The prime minister, says Carla Nasr of the Levant Institute, has survived worse; what matters, in her view, is money.',
      'Carla Nasr: The prime minister … has survived worse',
    ],
    [
      'Adam Yousif counted nine. The first, he said by satellite phone, landed in the courtyard; the rest "walked" away.',
      'Adam Yousif: The first … landed in the courtyard; the rest walked away',
    ],
    [
      'The agency, which says it has counted 119 attacks since the war began, put the toll at 43.',
      'agency: it has counted 119 attacks since the war began\n',
    ],
    ['Two people died, medics and residents said.', 'medics and residents: Two people died'],
    [
      'Forty were killed, residents said, in what the United Nations called one of the deadliest attacks of the war.',
      'residents: Forty were killed\nUnited Nations: one of the deadliest attacks of the war\n',
    ],
  ])('is cut out of what is said: %j', (text, expected) => {
    expect(`${said(text).join('\n')}\n`).toContain(expected);
  });

  it('leaves a claim to whoever turns it down', () => {
    const text =
      'A retired general has accused the military of hiding a tunnel, a claim the army command dismissed on Monday as "the ' +
      'bitterness of a man passed over".';
    expect(said(text).join('\n')).toMatch(/^army command: /m);
  });
});

describe('the end of a sentence', () => {
  it('may be the name of a place where it was posted', () => {
    const text =
      '"They are lying," Mohamed al-Nur said on X. The army said its guns had not fired since Monday.';
    expect(said(text).join('\n')).toMatch(/^army: its guns had not fired since Monday$/m);
  });
});

describe('a report of somebody’s', () => {
  it.each([
    [
      'Pathologist Dr Sunil Rao gave the cause of death as respiratory depression.',
      'Sunil Rao: the cause of death as respiratory depression',
    ],
    [
      'Talks in Jeddah collapsed last month after the army walked out, saying the rebels had used a truce to bring in arms.',
      'army: the rebels had used a truce to bring in arms',
    ],
    [
      'Leaked memo shows army knew of tunnel, says ex-general\n\nThe memo is two pages long.\n\nIt was found in May.\n\nIts author is retired.',
      'ex-general',
    ],
    [
      'The Sudanese Doctors\' Union, for its part, spoke of 46 dead and "dozens" of wounded.',
      '46 dead and dozens of wounded',
    ],
  ])('is found: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });

  it('does not begin where it was read out, nor with what was asked', () => {
    const text =
      'In a statement read to the court, Jess Prentice described him as "a furious little thing". She laughed when asked ' +
      'whether it was true.';
    expect(said(text)).toEqual([expect.stringMatching(/^Jess Prentice: him as a furious little thing$/)]);
  });
});

describe('what somebody claims to do', () => {
  it('is a statement, and what the narrator calls it is not', () => {
    const text =
      'The Taliban claimed on Thursday to have recaptured Warduj district after a night of fighting, a claim rejected by ' +
      'provincial officials.';
    expect(said(text).join('\n')).toMatch(
      /^Taliban: to have recaptured Warduj district after a night of fighting$/m,
    );
  });
});

describe('words put in some way', () => {
  it.each([
    [
      'Anna Roe drew a picture. "Richer, thinner, less likely to be told to stop," as she put it.',
      'Anna Roe: Richer, thinner, less likely to be told to stop',
    ],
    [
      'Gloria Hess laughed. It has been there, she said, "since my grandson was in diapers. He drives now."',
      'It has been there … since my grandson was in diapers. He drives now',
    ],
    [
      'A member of the council, Abdullah Nazari, put the number of deaths higher, at 15.',
      'Abdullah Nazari: the number of deaths higher, at 15',
    ],
    [
      'The ministry said air strikes had killed 40 insurgents, including what it described as two foreign commanders.',
      ': two foreign commanders',
    ],
  ])('are whole: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });
});

describe('silence', () => {
  it('is no part of what was said', () => {
    expect(
      said("The attorney's office confirmed receiving a referral but would not comment further.").join(),
    ).toMatch(/referral$/);
    expect(
      said('Ann Lee said he had left “with sadness” but would not discuss who had raised the matter.'),
    ).toEqual(['Ann Lee: he had left with sadness']);
  });

  it.each(['Ostrander has not been accused of wrongdoing.', 'The tea appeared to help.'])(
    'is kept where nobody says a thing: %j',
    (text) => {
      expect(said(text)).toEqual([]);
    },
  );

  it.each([
    ['An official speaking on condition of anonymity said the road was shut.', 'the road was shut'],
    ['A diplomat who spoke on condition of anonymity said talks had failed.', 'talks had failed'],
    [
      'Two aides who were granted anonymity to discuss the matter said the minister would resign.',
      'the minister would resign',
    ],
    ['A man who asked not to be named told the paper that soldiers fired first.', 'soldiers fired first'],
    ['The aide requested anonymity but said the plan was dead.', 'the plan was dead'],
    ['An official said on condition of anonymity that the reports were true.', 'the reports were true'],
  ])('about a name hides no statement: %j', (text, expected) => {
    expect(said(text)).toEqual([expect.stringContaining(expected)]);
  });

  it('gives no reason of its own', () => {
    const text =
      'One worker, who spoke on the condition of anonymity because she feared losing her pension, said the money was gone.';
    expect(said(text)).toEqual([expect.stringMatching(/the money was gone$/)]);
  });
});

describe('an aside about a place', () => {
  it('says no more than stands in it', () => {
    const text =
      'On Pine Street, where the audit says four potholes were fixed in March, Gloria Hess has lived all her life.';
    expect(said(text)).toEqual(['audit: four potholes were fixed in March']);
  });
});

describe('who is left out', () => {
  it.each([
    [
      'The union met on Friday. It is calling for a vote before Christmas.',
      /^union: .*vote before Christmas$/m,
    ],
    ['A deal could value the unit at $2.4 billion, per one of them.', /value the unit at \$2\.4 billion$/m],
    [
      'Artillery hit a market in the town of Arzeni on Tuesday, killing at least nine people, its mayor said.',
      /: Artillery hit a market in the town of Arzeni on Tuesday, killing at least nine people$/m,
    ],
    [
      'Gwendal Roper, of the union, accused managers of treating workers “with contempt” and the union has booked a hall.',
      /: managers of treating workers with contempt$/m,
    ],
  ])('is found: %j', (text, expected) => {
    expect(said(text).join('\n')).toMatch(expected);
  });
});

describe('a name', () => {
  it('goes on to its age', () => {
    expect(speakersIn('"They came," says Aminata, 38, who has lived here all her life.')).toEqual([
      'Aminata, of no role',
    ]);
    expect(typesIn('"They came," says Aminata, 38, who has lived here all her life.')).toEqual(['person']);
  });

  it('that is kept back is no statement', () => {
    expect(said('Aminata, 38, has asked us not to use her surname.')).toEqual([]);
  });

  it('is called chief of staff, and no staff', () => {
    expect(speakersIn("The president's chief of staff said that silence loves results.").join()).toContain(
      'chief of staff',
    );
  });
});

describe('an allegation', () => {
  it('is nobody’s where nobody is named, and an arrest is none', () => {
    const text =
      'The Anti-Corruption Bureau arrested lawmaker Tionge Banda on allegations that he pocketed K85 million from a contractor.';
    expect(said(text)).toEqual(['unnamed: he pocketed K85 million from a contractor']);
  });

  it('ends where its maker threatens something', () => {
    const text =
      'Director Salim Jetu claimed that the company won the tender "fair and square" and threatened to sue the paper.';
    expect(said(text)).toEqual([
      'Salim Jetu: the company won the tender fair and square',
      'Salim Jetu: to sue the paper',
    ]);
  });

  it('is not made where no mention is made', () => {
    expect(said('The General Staff made no mention of the village in its report.')).toEqual([]);
  });
});

describe('what looks like silence or a manner', () => {
  it.each([
    ['The ministry claimed 40 lives were lost in the raid.', '40 lives were lost in the raid'],
    ['He admitted taking four lives that night.', 'taking four lives that night'],
    ['The club vowed not to change its name.', 'not to change its name'],
    ['According to the plans, the bridge will open in May.', 'the bridge will open in May'],
    ['According to her plan, firms must repay any aid they ever received.', 'firms must repay any aid'],
    ['She appeared to imply that the vote had been bought.', 'the vote had been bought'],
    [
      'The agency said that patrols had reached the village but did not respond to its calls.',
      'patrols had reached the village but did not respond to its calls',
    ],
  ])('may be said all the same: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });

  it('leaves a denial to whoever denies, and a name-calling to its verb', () => {
    expect(said('Two men were held, police said, and have denied the charges.')).toContain(
      'police: Two men were held',
    );
    expect(said('It was a good night, Roe said, and called the mayor "a fool".')).toContain(
      'Roe: It was a good night',
    );
  });
});

describe('where and when', () => {
  it('is no speaker, where the story is set there', () => {
    const text =
      'Relief reaches valley\n\nTrucks rolled in on Monday.\n\nMalvera: Aid group frees 118 detainees\n\nThe men were held ' +
      'in Malvera for a year.';
    expect(said(text).join('\n')).not.toMatch(/^Malvera: /m);
  });
});

describe('who learns or foretells', () => {
  it.each([
    [
      'Officials learnt that the assailants stormed the village at dawn.',
      'the assailants stormed the village',
    ],
    [
      'The Bureau of Meteorology forecasts a warmer sea until at least May.',
      'a warmer sea until at least May',
    ],
  ])('is found: %j', (text, expected) => {
    expect(said(text).join('\n')).toContain(expected);
  });
});
