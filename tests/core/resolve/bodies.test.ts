// Who speaks, when it is no single named person: bodies, movements, documents, groups, the unnamed.
import { describe, it } from 'vitest';
import { checkCase, type ResolveCase } from './resolve-case.ts';

const CASES: ResolveCase[] = [
  {
    about: 'a capital for its government, and the ministry of the country spoken of',
    text: `Warsaw said on Monday it would close two crossings. The country's Interior Ministry put the number of guards at 400.
Polish Deputy Prime Minister Jagna Wolska said the step was temporary.`,
    publishedOn: '2023-02-15',
    said: [
      {
        source: 'Warsaw',
        cue: 'said',
        content: 'it would close two crossings',
        is: { name: 'Warsaw', type: 'organization', saidOn: '2023-02-13' },
      },
      {
        source: "The country's Interior Ministry",
        cue: 'put',
        content: 'the number of guards at 400',
        is: { name: 'Polish Interior Ministry', type: 'organization', affiliation: 'Polish government' },
      },
      {
        source: 'Polish Deputy Prime Minister Jagna Wolska',
        cue: 'said#2',
        content: 'the step was temporary',
        is: { name: 'Jagna Wolska', role: 'Deputy Prime Minister', affiliation: 'Polish government' },
      },
    ],
  },
  {
    about: 'an armed movement by name, by acronym, as the group and as the rebels, with its spokesman',
    text: `The Highland People's Front (HPF) claimed the raid on the depot. The group said its fighters took 12 trucks.
HPF spokesman Colonel Dawit Alemu said no civilians were hurt. The rebels said they would return the drivers.
The army denied that any trucks were lost. It said the depot was "empty for repairs".`,
    said: [
      {
        source: "The Highland People's Front (HPF)",
        cue: 'claimed',
        content: 'the raid on the depot',
        is: { name: "Highland People's Front" },
      },
      {
        source: 'The group',
        cue: 'said',
        content: 'its fighters took 12 trucks',
        is: { name: "Highland People's Front" },
      },
      {
        source: 'HPF spokesman Colonel Dawit Alemu',
        cue: 'said#2',
        content: 'no civilians were hurt',
        is: { name: 'Dawit Alemu', type: 'person', role: 'HPF spokesman' },
      },
      {
        source: 'The rebels',
        cue: 'said#3',
        content: 'they would return the drivers',
        is: { name: "Highland People's Front" },
      },
      {
        source: 'The army',
        cue: 'denied',
        content: 'any trucks were lost',
        is: { name: 'army', type: 'organization' },
      },
      { source: 'It', cue: 'said#4', content: 'the depot was "empty for repairs"', is: { name: 'army' } },
    ],
  },
  {
    about: 'business: a company by its full name, its short name, as the company and as it',
    text: `Quillfeather Holdings plc cut its forecast on Thursday. The company said orders had slowed in Asia. Quillfeather expects margins of 4%.
"We are not immune to weather," chief executive Marguerite Oyelaran said. The chief executive said she would stay.
It also said the dividend was safe.`,
    publishedOn: '2025-01-17',
    said: [
      {
        source: 'The company',
        cue: 'said',
        content: 'orders had slowed in Asia',
        is: { name: 'Quillfeather Holdings plc', type: 'organization' },
      },
      {
        source: 'Quillfeather#2',
        cue: 'expects',
        content: 'margins of 4%',
        is: { name: 'Quillfeather Holdings plc' },
      },
      {
        source: 'chief executive Marguerite Oyelaran',
        cue: 'said#2',
        content: 'We are not immune to weather',
        is: { name: 'Marguerite Oyelaran', role: 'chief executive' },
      },
      {
        source: 'The chief executive',
        cue: 'said#3',
        content: 'she would stay',
        is: { name: 'Marguerite Oyelaran' },
      },
      {
        source: 'It',
        cue: 'said#4',
        content: 'the dividend was safe',
        is: { name: 'Quillfeather Holdings plc' },
      },
    ],
  },
  {
    about: 'science: a study, its authors, and somebody not involved',
    text: `Glaciers in the Tamboro range lost a third of their ice, according to a study published in Cold Regions Letters. The study found melting doubled after 1998.
Lead author Ingrid Falkner of the Norrvik Polar Institute said the trend "has no brake". Falkner's team used radar.
Hiro Matsuda, a hydrologist who was not involved in the study, called the method "careful but young".`,
    said: [
      {
        source: 'a study published in Cold Regions Letters',
        cue: 'according to',
        content: 'Glaciers in the Tamboro range lost a third of their ice',
        is: { type: 'document', channel: 'document' },
      },
      {
        source: 'The study',
        cue: 'found',
        content: 'melting doubled after 1998',
        is: { name: 'study', type: 'document' },
      },
      {
        source: 'Lead author Ingrid Falkner of the Norrvik Polar Institute',
        cue: 'said',
        content: 'the trend "has no brake"',
        is: { name: 'Ingrid Falkner', affiliation: 'Norrvik Polar Institute' },
      },
      {
        source: 'Hiro Matsuda, a hydrologist who was not involved in the study,',
        cue: 'called',
        content: 'the method "careful but young"',
        is: { name: 'Hiro Matsuda', role: 'hydrologist' },
      },
    ],
  },
  {
    about: 'unnamed sources with a reason, without one, single and several',
    text: `A senior official who spoke on condition of anonymity because the talks are not public said a deal was near. Two diplomats said the text was 14 pages long.
One negotiator, who was not authorised to speak to the press, said the clause on fishing was "soup". Sources said a vote was possible.`,
    said: [
      {
        source: 'A senior official',
        cue: 'said',
        content: 'a deal was near',
        is: {
          name: 'senior official',
          type: 'anonymous',
          reason: 'the talks are not public',
          number: 'single',
        },
      },
      {
        source: 'Two diplomats',
        cue: 'said#2',
        content: 'the text was 14 pages long',
        is: { name: 'Two diplomats', type: 'anonymous', reason: null, number: 'several' },
      },
      {
        source: 'One negotiator',
        cue: 'said#3',
        content: 'the clause on fishing was "soup"',
        is: { type: 'anonymous', reason: 'not authorised to speak to the press' },
      },
      {
        source: 'Sources',
        cue: 'said#4',
        content: 'a vote was possible',
        is: { name: 'Sources', type: 'anonymous', number: 'several' },
      },
    ],
  },
  {
    about: 'a ministry and another ministry, each by its short form',
    text: `The Transport Ministry said the line would open in May. The Finance Ministry said no money had been set aside.
"Trains run on rails, not on promises," Finance Minister Obed Kariuki said. The minister said he had written to his colleague.
A spokesman for the Transport Ministry, Lewis Maina, said the letter had not arrived.`,
    said: [
      {
        source: 'The Transport Ministry',
        cue: 'said',
        content: 'the line would open in May',
        is: { name: 'Transport Ministry' },
      },
      {
        source: 'The Finance Ministry',
        cue: 'said#2',
        content: 'no money had been set aside',
        is: { name: 'Finance Ministry' },
      },
      {
        source: 'Finance Minister Obed Kariuki',
        cue: 'said#3',
        content: 'Trains run on rails, not on promises',
        is: { name: 'Obed Kariuki' },
      },
      {
        source: 'The minister',
        cue: 'said#4',
        content: 'he had written to his colleague',
        is: { name: 'Obed Kariuki' },
      },
      {
        source: 'A spokesman for the Transport Ministry, Lewis Maina,',
        cue: 'said#5',
        content: 'the letter had not arrived',
        is: { name: 'Lewis Maina', role: 'spokesman', affiliation: 'Transport Ministry' },
      },
    ],
  },
  {
    about: 'groups that speak in the plural, and they',
    text: `Villagers in Upper Lasko said the well had turned yellow. They blamed the quarry.
Three former guards said the gate was left open. The quarry's owner, Basalt & Sons Ltd, said it used only water.`,
    said: [
      {
        source: 'Villagers in Upper Lasko',
        cue: 'said',
        content: 'the well had turned yellow',
        is: { name: 'Villagers in Upper Lasko', type: 'group' },
      },
      { source: 'They', cue: 'blamed', content: 'the quarry', is: { name: 'Villagers in Upper Lasko' } },
      {
        source: 'Three former guards',
        cue: 'said#2',
        content: 'the gate was left open',
        is: { type: 'group' },
      },
      {
        source: "The quarry's owner, Basalt & Sons Ltd,",
        cue: 'said#3',
        content: 'it used only water',
        is: { name: 'Basalt & Sons Ltd', type: 'organization' },
      },
    ],
  },
  {
    about: "a body's statement, its letter, and the statement taken up again",
    text: `The Harbour Pilots' Association said in a statement that ships were too long. The statement added that two pilots had resigned.
In a letter to the port on Tuesday, the association's president, Dag Lindqvist, asked for tugs. The letter said the channel was "a corridor with furniture".`,
    publishedOn: '2021-10-08',
    said: [
      {
        source: "The Harbour Pilots' Association",
        cue: 'said',
        content: 'ships were too long',
        is: { name: "Harbour Pilots' Association", channel: 'statement' },
      },
      {
        source: 'The statement',
        cue: 'added',
        content: 'two pilots had resigned',
        is: { name: "Harbour Pilots' Association", channel: 'statement' },
      },
      {
        source: "the association's president, Dag Lindqvist,",
        cue: 'asked',
        content: 'for tugs',
        is: {
          name: 'Dag Lindqvist',
          role: 'president',
          affiliation: "Harbour Pilots' Association",
          saidOn: '2021-10-05',
          channel: 'document',
        },
      },
      {
        source: 'The letter',
        cue: 'said#2',
        content: 'the channel was "a corridor with furniture"',
        is: { name: 'Dag Lindqvist', channel: 'document' },
      },
    ],
  },
  {
    about: 'police, then the force by it and its chief by title',
    text: `Police said on Saturday that three shops were burnt. They said nobody was hurt.
Police Chief Rosario Amado said the fires were set. The chief said a canister was found.`,
    publishedOn: '2020-06-08',
    said: [
      {
        source: 'Police',
        cue: 'said',
        content: 'three shops were burnt',
        is: { name: 'Police', saidOn: '2020-06-06' },
      },
      { source: 'They', cue: 'said#2', content: 'nobody was hurt', is: { name: 'Police' } },
      {
        source: 'Police Chief Rosario Amado',
        cue: 'said#3',
        content: 'the fires were set',
        is: { name: 'Rosario Amado', role: 'Police Chief' },
      },
      { source: 'The chief', cue: 'said#4', content: 'a canister was found', is: { name: 'Rosario Amado' } },
    ],
  },
  {
    about: 'an international body by full name, by acronym and as the agency',
    text: `The International Seed Agency (ISA) warned of a poor harvest. ISA director Benoît Lacombe said stocks would last until March. The agency said rain could still help.`,
    said: [
      {
        source: 'The International Seed Agency (ISA)',
        cue: 'warned',
        content: 'of a poor harvest',
        is: { name: 'International Seed Agency' },
      },
      {
        source: 'ISA director Benoît Lacombe',
        cue: 'said',
        content: 'stocks would last until March',
        is: { name: 'Benoît Lacombe' },
      },
      {
        source: 'The agency',
        cue: 'said#2',
        content: 'rain could still help',
        is: { name: 'International Seed Agency' },
      },
    ],
  },
  {
    about: 'a passive with nobody behind it stays with nobody',
    text: `Fisherman Otto Brandt said the nets were cut. It was alleged that divers did it.`,
    said: [
      {
        source: 'Fisherman Otto Brandt',
        cue: 'said',
        content: 'the nets were cut',
        is: { name: 'Otto Brandt' },
      },
      {
        source: '',
        cue: 'was alleged',
        content: 'divers did it',
        is: { type: 'anonymous', name: 'unnamed' },
      },
    ],
  },
  {
    about: 'a headline that describes whom the body names',
    text: `Orchard owner says bees "simply left"
Cider maker Phyllida Garland said her bees had simply left one morning in May.`,
    said: [
      {
        source: 'Orchard owner',
        cue: 'says',
        content: 'bees "simply left"',
        is: { name: 'Phyllida Garland' },
      },
      {
        source: 'Cider maker Phyllida Garland',
        cue: 'said',
        content: 'her bees had simply left one morning in May',
        is: { name: 'Phyllida Garland' },
      },
    ],
  },
];

describe('bodies, groups, documents and the unnamed', () => {
  it.each(CASES.map((tested) => [tested.about, tested] as const))('resolves %s', (_, tested) =>
    checkCase(tested),
  );
});
