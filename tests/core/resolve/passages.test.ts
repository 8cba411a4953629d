// How the words reached us: relays, channels, days of saying.
import { describe, it } from 'vitest';
import { checkCase, type ResolveCase } from './resolve-case.ts';

const CASES: ResolveCase[] = [
  {
    about: 'an agency that cites an agency that cites a source',
    text: `The tanker was empty, the Vardø Dispatch reported on Monday, citing a harbour official.
State news agency Norpress said, citing the coast guard, that two crew were ashore. "We saw lights," a cook told Norpress.`,
    publishedOn: '2024-03-06',
    publisher: 'Sound Weekly',
    said: [
      {
        source: 'a harbour official',
        cue: 'citing',
        content: 'The tanker was empty',
        is: { name: 'harbour official', via: ['Vardø Dispatch'], saidOn: null },
      },
      {
        source: 'the coast guard',
        cue: 'citing#2',
        content: 'two crew were ashore',
        is: { name: 'coast guard', via: ['Norpress'] },
      },
      {
        source: 'a cook',
        cue: 'told',
        content: 'We saw lights',
        is: { name: 'cook', via: ['Norpress'], channel: 'interview' },
      },
    ],
  },
  {
    about: 'what is told to the publisher itself is no relay, under any of its names',
    text: `"It was a quiet shift," watchman Piet Kroon told the Courier. Kroon said in an interview with the Harlem Point Courier that he heard glass.`,
    publisher: 'The Harlem Point Courier',
    said: [
      {
        source: 'watchman Piet Kroon',
        cue: 'told',
        content: 'It was a quiet shift',
        is: { name: 'Piet Kroon', via: [], channel: 'interview' },
      },
      { source: 'Kroon#2', cue: 'said', content: 'he heard glass', is: { via: [], channel: 'interview' } },
    ],
  },
  {
    about: 'a dispatch run with credit: the agency told is a relay, because the page is another',
    text: `"The bread ran out first," baker Salma Idris told Meridian Wire.
Source: Meridian Wire`,
    publisher: 'Meridian Wire',
    said: [
      {
        source: 'baker Salma Idris',
        cue: 'told',
        content: 'The bread ran out first',
        is: { name: 'Salma Idris', via: ['Meridian Wire'] },
      },
    ],
  },
  {
    about: 'one person through another, and through a broadcaster',
    text: `Pilot Andreas Roth said the tower had told him to wait. Speaking on Radio Alpin on Sunday, controller Ursina Caflisch said no such order was given.`,
    publishedOn: '2023-11-21',
    said: [
      {
        source: 'Pilot Andreas Roth',
        cue: 'said',
        content: 'the tower had told him to wait',
        is: { name: 'Andreas Roth', via: [] },
      },
      { source: 'the tower', cue: 'had told', content: 'to wait', within: 0, is: { via: ['Andreas Roth'] } },
      {
        source: 'controller Ursina Caflisch',
        cue: 'said#2',
        content: 'no such order was given',
        is: { name: 'Ursina Caflisch', via: ['Radio Alpin'], channel: 'broadcast', saidOn: '2023-11-19' },
      },
    ],
  },
  {
    about: 'channels said outright',
    text: `"Enough," senator Lucille Baptiste tweeted. Baptiste said on Facebook that she was done.
Coach Ivo Radic told a news conference the team was tired. Radic wrote in an email to players that rest days were cancelled.
Nurse Pearl Adair said by phone that the ward was full. The clinic said in a statement on its website that it was not.`,
    said: [
      { source: 'senator Lucille Baptiste', cue: 'tweeted', content: 'Enough', is: { channel: 'tweet' } },
      { source: 'Baptiste#2', cue: 'said', content: 'she was done', is: { channel: 'post' } },
      {
        source: 'Coach Ivo Radic',
        cue: 'told',
        content: 'the team was tired',
        is: { channel: 'press conference' },
      },
      { source: 'Radic#2', cue: 'wrote', content: 'rest days were cancelled', is: { channel: 'document' } },
      { source: 'Nurse Pearl Adair', cue: 'said#2', content: 'the ward was full', is: { channel: 'phone' } },
      { source: 'The clinic', cue: 'said#3', content: 'it was not', is: { channel: 'statement' } },
    ],
  },
  {
    about: 'a weekday that dates the event, the speaker or the deadline is not the day of saying',
    text: `The bridge closed on Tuesday, engineer Noor Haddad said. Haddad, who was hired on Monday, said it was safe. The council said it would decide by Friday.
After the vote on Tuesday, Mayor Gil Strand said he was relieved. On Wednesday, Strand said he was not.`,
    publishedOn: '2024-07-05',
    said: [
      {
        source: 'engineer Noor Haddad',
        cue: 'said',
        content: 'The bridge closed on Tuesday',
        is: { saidOn: null },
      },
      { source: 'Haddad#2', cue: 'said#2', content: 'it was safe', is: { saidOn: null } },
      { source: 'The council', cue: 'said#3', content: 'it would decide by Friday', is: { saidOn: null } },
      { source: 'Mayor Gil Strand', cue: 'said#4', content: 'he was relieved', is: { saidOn: null } },
      { source: 'Strand#2', cue: 'said#5', content: 'he was not', is: { saidOn: '2024-07-03' } },
    ],
  },
  {
    about: 'days in many shapes',
    text: `The union said late on Sunday night that talks had failed. "No comment is also a comment," its leader, Abe Stern, said Monday.
In a letter dated 3 June, the owners offered 2 percent. Two days later, Stern called it "a rounding error". The ministry said yesterday it would mediate. Stern said earlier this week that he doubted it. The judge ruled on 14 December 2023 that the strike was legal.`,
    publishedOn: '2024-06-12',
    said: [
      { source: 'The union', cue: 'said', content: 'talks had failed', is: { saidOn: '2024-06-09' } },
      {
        source: 'its leader, Abe Stern,',
        cue: 'said#2',
        content: 'No comment is also a comment',
        is: { name: 'Abe Stern', saidOn: '2024-06-10' },
      },
      {
        source: 'the owners',
        cue: 'offered',
        content: '2 percent',
        is: { saidOn: '2024-06-03', channel: 'document' },
      },
      { source: 'Stern#2', cue: 'called', content: 'it "a rounding error"', is: { saidOn: '2024-06-05' } },
      { source: 'The ministry', cue: 'said#3', content: 'it would mediate', is: { saidOn: '2024-06-11' } },
      { source: 'Stern#3', cue: 'said#4', content: 'he doubted it', is: { saidOn: null } },
      { source: 'The judge', cue: 'ruled', content: 'the strike was legal', is: { saidOn: '2023-12-14' } },
    ],
  },
  {
    about: 'no weekday without a day of publication, but a full date all the same',
    text: `The abbot said on Friday that the bell was cracked. The bishop said on 9 May 2019 that it was not.`,
    publishedOn: null,
    said: [
      { source: 'The abbot', cue: 'said', content: 'the bell was cracked', is: { saidOn: null } },
      { source: 'The bishop', cue: 'said#2', content: 'it was not', is: { saidOn: '2019-05-09' } },
    ],
  },
  {
    about: 'a live blog, where the clock stands for the day',
    text: `09:14 Fire chief Milan Dvorsky says the roof is gone. 
09:40 Dvorsky: "Everybody is out."
10:02 The city says on X that schools are closed.`,
    publishedOn: '2022-01-30',
    said: [
      {
        source: 'Fire chief Milan Dvorsky',
        cue: 'says',
        content: 'the roof is gone',
        is: { name: 'Milan Dvorsky', saidOn: '2022-01-30' },
      },
      {
        source: 'Dvorsky#2',
        cue: '',
        content: 'Everybody is out.',
        is: { name: 'Milan Dvorsky', saidOn: '2022-01-30' },
      },
      {
        source: 'The city',
        cue: 'says#2',
        content: 'schools are closed',
        is: { channel: 'tweet', saidOn: '2022-01-30' },
      },
    ],
  },
  {
    about: 'the same breath keeps channel and day, another speaker does not inherit them',
    text: `"We will rebuild," Premier Nils Aker said on television on Thursday. He said the cost was unknown. Opposition leader Tove Lunde said it was "known to the decimal".`,
    publishedOn: '2021-04-23',
    said: [
      {
        source: 'Premier Nils Aker',
        cue: 'said',
        content: 'We will rebuild',
        is: { channel: 'broadcast', saidOn: '2021-04-22' },
      },
      {
        source: 'He',
        cue: 'said#2',
        content: 'the cost was unknown',
        is: { name: 'Nils Aker', channel: 'broadcast', saidOn: '2021-04-22' },
      },
      {
        source: 'Opposition leader Tove Lunde',
        cue: 'said#3',
        content: 'it was "known to the decimal"',
        is: { name: 'Tove Lunde', channel: null, saidOn: null },
      },
    ],
  },
  {
    about: 'a report seen by one agency and republished by another',
    text: `The dam is "a year from failure", according to an audit seen by the Kestrel News Agency. Engineer Ravi Menon told the daily Tarang that he had warned of it, in remarks republished by several portals.`,
    said: [
      {
        source: 'an audit seen by the Kestrel News Agency',
        cue: 'according to',
        content: 'The dam is "a year from failure"',
        is: { name: 'audit', type: 'document', via: ['Kestrel News Agency'] },
      },
      {
        source: 'Engineer Ravi Menon',
        cue: 'told',
        content: 'he had warned of it',
        is: { name: 'Ravi Menon', via: ['Tarang', 'several portals'] },
      },
    ],
  },
];

describe('passages', () => {
  it.each(CASES.map((tested) => [tested.about, tested] as const))('reads %s', (_, tested) =>
    checkCase(tested),
  );
});
