// An invented story and a desk half way through it: every rating's gate met once, one statement struck out, most of the
// kinds of open end, and confidential matter that must not leave.
import { sha256 } from '../../../src/core/digest.ts';
import type { StatementAct } from '../../../src/core/event.ts';
import type { EvidenceItem } from '../../../src/core/evidence.ts';
import type { ReportInput } from '../../../src/core/report.ts';
import { type PaperDesk, paperDesk, type Said } from './paper-desk.ts';

export const EDITORS = new Map([
  ['amira', 'Amira Haddad'],
  ['jonas', 'Jonas Weber'],
]);

/** The one file of evidence the desk kept. */
export const LOGBOOK = new TextEncoder().encode('02:10 crane down, north quay. 13:10 port open.\n');

export const SECRETS = ['Tove Lindqvist-Marsh', 'the night porter at gate nine', 'porter told us twice'];

export const HARBOUR_TEXT = `Marrow Bay crane falls onto empty quay

A crane fell onto the north quay of Marrow Bay early on Friday, and the port was shut for eleven hours.

Nobody was on the quay when the crane fell, the Harbour Authority said in a statement on Friday.

“We inspected this crane in March and found it sound,” said Ilse Brandt, spokeswoman of the Harbour Authority. “It will never happen again.”

The Dockers’ Union denied that the inspection had taken place, its secretary Pal Osei told Northwire.

Two people familiar with the port, who asked not to be named because they feared for their jobs, said the brakes had been reported faulty in January.

The quay lies four kilometres south of the town hall, according to a city leaflet.

The union counted 40 near misses last year, Osei said on Friday.

Read more about the harbour & its <cranes>.
`;

const BRANDT = { name: 'Ilse Brandt', role: 'spokeswoman', affiliation: 'Harbour Authority' } as const;
const OSEI = { name: 'Pal Osei', role: 'secretary', affiliation: 'Dockers’ Union' } as const;

const SAID: readonly Said[] = [
  {
    kind: 'narration',
    content:
      'A crane fell onto the north quay of Marrow Bay early on Friday, and the port was shut for eleven hours',
    speaker: { name: 'The Marrow Bay Courier', type: 'publisher' },
  },
  {
    content: 'Nobody was on the quay when the crane fell',
    cue: 'said',
    source: 'the Harbour Authority',
    speaker: { name: 'Harbour Authority', type: 'organization' },
    channel: 'statement',
    saidOn: '2031-05-02',
  },
  {
    kind: 'direct',
    content: '“We inspected this crane in March and found it sound,”',
    cue: 'said',
    source: 'Ilse Brandt, spokeswoman of the Harbour Authority',
    speaker: BRANDT,
  },
  {
    kind: 'direct',
    content: '“It will never happen again.”',
    speaker: BRANDT,
  },
  {
    content: 'that the inspection had taken place',
    cue: 'denied',
    source: 'The Dockers’ Union',
    speaker: OSEI,
    via: ['Northwire'],
    channel: 'interview',
    saidOn: '2031-05-02',
    polarity: 'denied',
  },
  {
    content: 'the brakes had been reported faulty in January',
    cue: 'said',
    source: 'Two people familiar with the port',
    speaker: {
      name: 'two people familiar with the port',
      type: 'anonymous',
      anonymity: { reason: 'they feared for their jobs', number: 'several' },
    },
  },
  {
    content: 'The quay lies four kilometres south of the town hall',
    cue: 'according to',
    source: 'a city leaflet',
    speaker: { name: 'a city leaflet', type: 'document' },
    channel: 'document',
  },
  {
    content: 'The union counted 40 near misses last year',
    source: 'Osei',
    speaker: OSEI,
    saidOn: '2031-05-02',
  },
  {
    kind: 'narration',
    content: 'Read more about the harbour & its <cranes>',
    speaker: { name: 'The Marrow Bay Courier', type: 'publisher' },
  },
];

export const CONFIRM: StatementAct = { kind: 'attribution_confirmed', payload: {} };

export const item = (
  id: string,
  stance: EvidenceItem['stance'],
  origin: string,
  more: Partial<EvidenceItem> = {},
): StatementAct => ({
  kind: 'evidence_added',
  payload: {
    id,
    title: `Record ${id}`,
    url: `https://records.example/${id}`,
    archiveUrl: `https://archive.example/${id}`,
    fileSha256: null,
    stance,
    origin: { name: origin, speakerId: null },
    method: 'asked for by letter',
    reliability: 'B',
    credibility: 2,
    ...more,
  },
});

export const rated = (
  rating: Extract<StatementAct, { kind: 'rated' }>['payload']['rating'],
  reason: string,
  secondSignature = true,
): StatementAct => ({ kind: 'rated', payload: { rating, reason, secondSignature } });

export const note = (
  noteId: string,
  body: string,
  confidential = false,
  replyTo: string | null = null,
): StatementAct => ({
  kind: 'noted',
  payload: { noteId, replyTo, body, confidential, span: null, mentions: [] },
});

export function harbour(): PaperDesk {
  const desk = paperDesk(HARBOUR_TEXT, SAID);
  const amira = (on: number, ...acts: StatementAct[]) => {
    for (const act of acts) desk.act('amira', on, act);
  };
  amira(1, CONFIRM, item('log', 'supports', 'Coastguard', { fileSha256: sha256(LOGBOOK) }));
  amira(1, rated('verified', 'The coastguard’s own log gives the fall and the eleven hours.'));
  desk.sign('jonas', 1);
  amira(2, CONFIRM, item('a', 'supports', 'Coastguard'), item('b', 'supports', 'Quay webcam operator'));
  amira(
    2,
    item('c', 'context', 'Harbour Authority'),
    rated('corroborated', 'Two who do not know each other.'),
  );
  amira(
    3,
    CONFIRM,
    item('d', 'supports', 'Harbour Authority'),
    item('e', 'contradicts', 'Ministry of Works'),
  );
  amira(3, rated('disputed', 'The authority’s own list has it; the ministry’s does not.'));
  desk.sign('jonas', 3);
  amira(4, CONFIRM, rated('not_checkable', 'A promise.'));
  desk.sign('jonas', 4);
  amira(
    5,
    CONFIRM,
    item('f', 'contradicts', 'Ministry of Works', { title: '=HYPERLINK("https://evil.example")' }),
  );
  amira(5, note('n1', 'Ask the ministry for *both* lists.'));
  amira(6, CONFIRM);
  desk.act('amira', 6, { kind: 'identity_recorded', payload: { identity: SECRETS[0]! } });
  desk.act('amira', 6, note('n2', `One is ${SECRETS[1]}.`, true), true);
  desk.act('jonas', 6, note('n3', `The ${SECRETS[2]}.`, true, 'n2'), true);
  amira(6, rated('unverifiable', 'The January book is lost; three people were asked.'));
  desk.act('jonas', 6, { kind: 'returned', payload: { reason: 'Ask the repair firm too.' } });
  amira(
    7,
    CONFIRM,
    item('g', 'contradicts', 'Land Survey'),
    rated('false', 'It lies north, on two sheets of the survey.'),
  );
  desk.sign('jonas', 7);
  amira(9, { kind: 'struck_out', payload: { reason: 'A link of the page.' } });
  desk.act('jonas', null, {
    kind: 'published',
    payload: { statements: ['article-1-s1', 'article-1-s7'], digests: ['d', 'e'] },
  });
  desk.act('jonas', null, {
    kind: 'correction_published',
    payload: {
      statementId: 'article-1-s7',
      digest: null,
      what: 'The direction was corrected.',
      why: 'The survey shows it.',
      before: 'south',
      after: 'north',
    },
  });
  return desk;
}

export const inputOf = (...desks: readonly PaperDesk[]): ReportInput => ({
  articles: desks.map((desk) => desk.reported()),
  editors: EDITORS,
  settings: { deskName: 'The Marrow Bay fact desk', secondSignature: true },
});
