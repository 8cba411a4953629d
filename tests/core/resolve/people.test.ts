// Who speaks, among people: pronouns, surnames, descriptions, relatives, names of many kinds.
import { describe, it } from 'vitest';
import { checkCase, type ResolveCase } from './resolve-case.ts';

const CASES: ResolveCase[] = [
  {
    about: 'the day a document was released is not who released it',
    text: 'The city paid for holes, according to an audit released Monday by the city controller.',
    said: [
      {
        source: 'an audit released Monday by the city controller',
        cue: 'according to',
        content: 'The city paid for holes',
        is: { name: 'audit', type: 'document' },
      },
    ],
  },
  {
    about: 'capitals between a country and a role are a body of that country, not its government',
    text: 'Divers saw bodies, Kenyan Red Cross spokeswoman Ann Wairimu said.',
    said: [
      {
        source: 'Kenyan Red Cross spokeswoman Ann Wairimu',
        cue: 'said',
        content: 'Divers saw bodies',
        is: { name: 'Ann Wairimu', role: 'Red Cross spokeswoman', affiliation: 'Kenyan Red Cross' },
      },
    ],
  },
  {
    about: 'an office of another country is a person, and nearer than whoever spoke before',
    text: 'A spokesperson said crews would wait.\n\nThe Taoiseach said nobody should travel. "Please stay in," he said.',
    said: [
      {
        source: 'A spokesperson',
        cue: 'said',
        content: 'crews would wait',
        is: { name: 'spokesperson', type: 'anonymous' },
      },
      {
        source: 'The Taoiseach',
        cue: 'said',
        content: 'nobody should travel',
        is: { name: 'Taoiseach', type: 'person' },
      },
      { source: 'he', cue: 'said', content: '"Please stay in,"', is: { name: 'Taoiseach' } },
    ],
  },
  {
    about: 'when an inquiry was held is nobody it belongs to',
    text: 'An inquiry at the time found that life jackets had been locked in.',
    said: [
      {
        source: 'An inquiry at the time',
        cue: 'found',
        content: 'that life jackets had been locked in',
        is: { name: 'inquiry at the time', affiliation: null },
      },
    ],
  },
  {
    about: 'a pronoun that nobody stands before is no organization',
    text: 'He said the road was open.',
    said: [
      { source: 'He', cue: 'said', content: 'the road was open', is: { name: 'He', type: 'anonymous' } },
    ],
  },
  {
    about: 'a title with a bracket in it',
    text: 'Superintendent of Police (Rural) Anwar Lodhi said the bus was full.',
    said: [
      {
        source: 'Superintendent of Police (Rural) Anwar Lodhi',
        cue: 'said',
        content: 'the bus was full',
        is: { name: 'Anwar Lodhi', type: 'person', role: 'Superintendent of Police' },
      },
    ],
  },
  {
    about: 'a court report with a surname shared by the accused and his wife',
    text: `Surgeon Emmett Vance, 51, told the tribunal he had washed his hands. His wife, Clara Vance, a theatre nurse, said she saw him leave at noon.
Mr Vance was "never rude", she added. Mrs Vance told the panel the records were kept in a drawer.
The surgeon said he could not remember the drawer.`,
    said: [
      {
        source: 'Surgeon Emmett Vance',
        cue: 'told',
        content: 'he had washed his hands',
        is: { name: 'Emmett Vance', type: 'person', role: 'Surgeon' },
      },
      {
        source: 'His wife, Clara Vance, a theatre nurse,',
        cue: 'said',
        content: 'she saw him leave at noon',
        is: { name: 'Clara Vance', role: 'theatre nurse' },
      },
      { source: 'she#2', cue: 'added', content: 'Mr Vance was "never rude"', is: { name: 'Clara Vance' } },
      {
        source: 'Mrs Vance',
        cue: 'told#2',
        content: 'the records were kept in a drawer',
        is: { name: 'Clara Vance' },
      },
      {
        source: 'The surgeon',
        cue: 'said#2',
        content: 'he could not remember the drawer',
        is: { name: 'Emmett Vance' },
      },
    ],
  },
  {
    about: 'Irish names with fadas and Ó, and a title before a first name',
    text: `Seosamh Ó Cathasaigh, who chairs the Inis Bán Fishermen's Co-op, said the pier was crumbling.
"We tie up to a prayer," said Ó Cathasaigh. Councillor Gráinne Ní Dhomhnaill agreed that it was unsafe. Ní Dhomhnaill said a report was due.`,
    said: [
      {
        source: 'Seosamh Ó Cathasaigh',
        cue: 'said',
        content: 'the pier was crumbling',
        is: { name: 'Seosamh Ó Cathasaigh', role: 'head', affiliation: "Inis Bán Fishermen's Co-op" },
      },
      {
        source: 'Ó Cathasaigh#2',
        cue: 'said#2',
        content: 'We tie up to a prayer',
        is: { name: 'Seosamh Ó Cathasaigh' },
      },
      {
        source: 'Councillor Gráinne Ní Dhomhnaill',
        cue: 'agreed',
        content: 'it was unsafe',
        is: { name: 'Gráinne Ní Dhomhnaill', role: 'Councillor' },
      },
      {
        source: 'Ní Dhomhnaill#2',
        cue: 'said#3',
        content: 'a report was due',
        is: { name: 'Gráinne Ní Dhomhnaill' },
      },
    ],
  },
  {
    about: 'Arabic names with al-, bin and Abu, and an official described by office',
    text: `Health Minister Dr. Faisal bin Nasser al-Mutlaq said on Sunday that the ward would reopen. Al-Mutlaq blamed "a chain of small neglects".
The minister's deputy, Huda al-Khatib, told reporters that two nurses had been suspended. "They will be heard," al-Khatib said.
Abu Yasin, a porter, shrugged. "Ask the generator," he said.`,
    publishedOn: '2022-05-16',
    said: [
      {
        source: 'Health Minister Dr. Faisal bin Nasser al-Mutlaq',
        cue: 'said',
        content: 'the ward would reopen',
        is: { name: 'Faisal bin Nasser al-Mutlaq', role: 'Health Minister', saidOn: '2022-05-15' },
      },
      {
        source: 'Al-Mutlaq',
        cue: 'blamed',
        content: '"a chain of small neglects"',
        is: { name: 'Faisal bin Nasser al-Mutlaq' },
      },
      {
        source: "The minister's deputy, Huda al-Khatib,",
        cue: 'told',
        content: 'two nurses had been suspended',
        is: { name: 'Huda al-Khatib', channel: 'press conference' },
      },
      { source: 'al-Khatib#2', cue: 'said#2', content: 'They will be heard', is: { name: 'Huda al-Khatib' } },
      {
        source: 'he',
        cue: 'said#3',
        content: 'Ask the generator',
        is: { name: 'Abu Yasin', role: 'porter' },
      },
    ],
  },
  {
    about: 'East Asian names, family name first, and a surname with an honorific',
    text: `Park Seo-yeon, a seismologist at Haeundae University, warned that the fault was awake. "The sea knows it," Park said.
Ms Park's co-author, Takahashi Ren, was more careful. Takahashi said the data covered nine days.`,
    said: [
      {
        source: 'Park Seo-yeon, a seismologist at Haeundae University,',
        cue: 'warned',
        content: 'the fault was awake',
        is: { name: 'Park Seo-yeon', role: 'seismologist', affiliation: 'Haeundae University' },
      },
      { source: 'Park#2', cue: 'said', content: 'The sea knows it', is: { name: 'Park Seo-yeon' } },
      {
        source: 'Takahashi#2',
        cue: 'said#2',
        content: 'the data covered nine days',
        is: { name: 'Takahashi Ren' },
      },
    ],
  },
  {
    about: 'Slavic names, a patronymic, and a speaker of the same surname told apart by office',
    text: `Mayor Lidiya Petrovna Sokolova accused Governor Arkady Sokolov of hoarding salt.
"He counts sacks the way others count friends," the mayor said. The governor replied that Sokolova "should look in her own cellar".
Sokolov said the matter was closed.`,
    said: [
      {
        source: 'Mayor Lidiya Petrovna Sokolova',
        cue: 'accused',
        content: 'Governor Arkady Sokolov of hoarding salt',
        is: { name: 'Lidiya Petrovna Sokolova' },
      },
      {
        source: 'the mayor',
        cue: 'said',
        content: 'He counts sacks the way others count friends',
        is: { name: 'Lidiya Petrovna Sokolova' },
      },
      {
        source: 'The governor',
        cue: 'replied',
        content: 'Sokolova "should look in her own cellar"',
        is: { name: 'Arkady Sokolov' },
      },
      {
        source: 'Sokolov#2',
        cue: 'said#2',
        content: 'the matter was closed',
        is: { name: 'Arkady Sokolov' },
      },
    ],
  },
  {
    about: 'Spanish double surnames, shortened to the first',
    text: `Nuria Castellanos Prado, the dam's chief engineer, insisted that the wall was sound. "I sleep under it," Castellanos said.
Her predecessor, Gonzalo Ibarra, told the inquiry he had asked for a survey in 2016. Ibarra said nobody answered.`,
    said: [
      {
        source: "Nuria Castellanos Prado, the dam's chief engineer,",
        cue: 'insisted',
        content: 'the wall was sound',
        is: { name: 'Nuria Castellanos Prado', role: 'chief engineer' },
      },
      {
        source: 'Castellanos#2',
        cue: 'said',
        content: 'I sleep under it',
        is: { name: 'Nuria Castellanos Prado' },
      },
      {
        source: 'Her predecessor, Gonzalo Ibarra,',
        cue: 'told',
        content: 'he had asked for a survey in 2016',
        is: { name: 'Gonzalo Ibarra' },
      },
      { source: 'Ibarra#2', cue: 'said#2', content: 'nobody answered', is: { name: 'Gonzalo Ibarra' } },
    ],
  },
  {
    about: 'Dutch and German particles, and a nickname in quotation marks',
    text: `Wilhelmina "Mina" van der Stok, 44, the goalkeeper, said the pitch was a swamp. Van der Stok thanked the fans.
Her coach, Jens von Arnim, disagreed. "Mina slipped on her own shoelace," von Arnim said.`,
    said: [
      {
        source: 'Wilhelmina "Mina" van der Stok, 44, the goalkeeper,',
        cue: 'said',
        content: 'the pitch was a swamp',
        is: { role: 'goalkeeper' },
      },
      { source: 'Van der Stok', cue: 'thanked', content: 'the fans', is: { type: 'person' } },
      {
        source: 'von Arnim#2',
        cue: 'said#2',
        content: 'Mina slipped on her own shoelace',
        is: { name: 'Jens von Arnim' },
      },
    ],
  },
  {
    about: 'a speaker named only after the first quotation',
    text: `"I heard the roof before I saw it," she said.
Beatrix Lorne, 37, was in the second carriage. Lorne said the lights went out first.`,
    said: [
      {
        source: 'she',
        cue: 'said',
        content: 'I heard the roof before I saw it',
        is: { name: 'Beatrix Lorne' },
      },
      {
        source: 'Lorne#2',
        cue: 'said#2',
        content: 'the lights went out first',
        is: { name: 'Beatrix Lorne' },
      },
    ],
  },
  {
    about: 'a veteran politician, a lawmaker and a former president told apart by what they are called',
    text: `Former president Tomaso Brill told a rally he would run again. The veteran politician said the country was "tired of interns".
Opposition lawmaker Ada Quennell called him "a museum with a microphone". The lawmaker said he had left a deficit of 9 percent.`,
    said: [
      {
        source: 'Former president Tomaso Brill',
        cue: 'told',
        content: 'he would run again',
        is: { name: 'Tomaso Brill', role: 'Former president', channel: 'meeting' },
      },
      {
        source: 'The veteran politician',
        cue: 'said',
        content: 'the country was "tired of interns"',
        is: { name: 'Tomaso Brill' },
      },
      {
        source: 'Opposition lawmaker Ada Quennell',
        cue: 'called',
        content: 'him "a museum with a microphone"',
        is: { name: 'Ada Quennell' },
      },
      {
        source: 'The lawmaker',
        cue: 'said#2',
        content: 'he had left a deficit of 9 percent',
        is: { name: 'Ada Quennell' },
      },
    ],
  },
  {
    about: 'sport: the striker, her manager and a rival',
    text: `Striker Imani Okafor scored twice and said she had "dreamed it on the bus". The 23-year-old said her knee held up.
Manager Rhys Penhallow said Okafor would be rested. "She is not a machine," the Welshman said.`,
    said: [
      {
        source: 'Striker Imani Okafor',
        cue: 'said',
        content: 'she had "dreamed it on the bus"',
        is: { name: 'Imani Okafor', role: 'Striker' },
      },
      { source: 'The 23-year-old', cue: 'said#2', content: 'her knee held up', is: { name: 'Imani Okafor' } },
      {
        source: 'Manager Rhys Penhallow',
        cue: 'said#3',
        content: 'Okafor would be rested',
        is: { name: 'Rhys Penhallow', role: 'Manager' },
      },
      {
        source: 'the Welshman',
        cue: 'said#4',
        content: 'She is not a machine',
        is: { name: 'Rhys Penhallow' },
      },
    ],
  },
  {
    about: 'relatives by their relation to somebody, inside and outside quotations',
    text: `Tariq Belhadj was released on Monday, his mother, Samira Belhadj, said. "My son told me he had counted the tiles," she said.
Belhadj's brother said the family would sue.`,
    publishedOn: '2024-09-11',
    said: [
      {
        source: 'his mother, Samira Belhadj,',
        cue: 'said',
        content: 'Tariq Belhadj was released on Monday',
        is: { name: 'Samira Belhadj', saidOn: null },
      },
      {
        source: 'she',
        cue: 'said#2',
        content: 'My son told me he had counted the tiles',
        is: { name: 'Samira Belhadj' },
      },
      {
        source: 'My son',
        cue: 'told',
        content: 'he had counted the tiles',
        within: 1,
        is: { name: 'Tariq Belhadj', via: ['Samira Belhadj'] },
      },
      { source: "Belhadj's brother", cue: 'said#3', content: 'the family would sue', is: { type: 'person' } },
    ],
  },
  {
    about: 'two people with one surname and nothing to tell them apart: unsure, with both offered',
    text: `Owen Marsh and Peter Marsh run the ferry. The boat was late, Marsh said.`,
    said: [
      {
        source: 'Marsh#3',
        cue: 'said',
        content: 'The boat was late',
        is: { candidates: ['Owen Marsh', 'Peter Marsh'] },
      },
    ],
  },
  {
    about: 'a police officer with a long rank, then by rank alone',
    text: `Detective Chief Inspector Morag Tulloch said a man had been arrested. The detective said he was 34.
Asked about a motive, the chief inspector said it was "early days".`,
    said: [
      {
        source: 'Detective Chief Inspector Morag Tulloch',
        cue: 'said',
        content: 'a man had been arrested',
        is: { name: 'Morag Tulloch', role: 'Detective Chief Inspector' },
      },
      { source: 'The detective', cue: 'said#2', content: 'he was 34', is: { name: 'Morag Tulloch' } },
      {
        source: 'the chief inspector',
        cue: 'said#3',
        content: 'it was "early days"',
        is: { name: 'Morag Tulloch' },
      },
    ],
  },
  {
    about: 'a name with initials, later by surname, beside an unrelated person',
    text: `R. K. Subramaniam, secretary of the Weavers' Guild, said the looms were idle. Judge Hollis Grant asked why.
Subramaniam said the yarn had not come.`,
    said: [
      {
        source: "R. K. Subramaniam, secretary of the Weavers' Guild,",
        cue: 'said',
        content: 'the looms were idle',
        is: { name: 'R. K. Subramaniam', role: 'secretary', affiliation: "Weavers' Guild" },
      },
      { source: 'Judge Hollis Grant', cue: 'asked', content: 'why', is: { name: 'Hollis Grant' } },
      {
        source: 'Subramaniam#2',
        cue: 'said#2',
        content: 'the yarn had not come',
        is: { name: 'R. K. Subramaniam' },
      },
    ],
  },
  {
    about: 'an interview in which I and we are the interviewee',
    text: `Dancer Yewande Coker retires in June. "I told the director I would leave when the music stopped," she said.`,
    said: [
      {
        source: 'she',
        cue: 'said',
        content: 'I told the director I would leave when the music stopped',
        is: { name: 'Yewande Coker' },
      },
      {
        source: 'I',
        cue: 'told',
        content: 'I would leave when the music stopped',
        within: 0,
        is: { name: 'Yewande Coker', via: [] },
      },
    ],
  },
  {
    about: 'an implicit continuation and a signed quotation',
    text: `Librarian Joan Pruett said the roof leaked, adding that buckets had been ordered.
"Best reading room in the county" – Harold Finch, retired postman`,
    said: [
      {
        source: 'Librarian Joan Pruett',
        cue: 'said',
        content: 'the roof leaked',
        is: { name: 'Joan Pruett' },
      },
      { source: '', cue: 'adding', content: 'buckets had been ordered', is: { name: 'Joan Pruett' } },
      {
        source: 'Harold Finch',
        cue: '',
        content: 'Best reading room in the county',
        is: { name: 'Harold Finch', role: 'retired postman' },
      },
    ],
  },
];

describe('people', () => {
  it.each(CASES.map((tested) => [tested.about, tested] as const))('resolves %s', (_, tested) =>
    checkCase(tested),
  );
});
