// Reports for the tests of every format: the half-done harbour, and what a format must not fall over.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { Role } from '../../src/core/editor.ts';
import type { WholeReport } from '../../src/core/report/model.ts';
import { buildReport } from '../../src/core/report.ts';
import type { Signer } from '../../src/core/seal.ts';
import { EXPORTERS, type Format } from '../../src/exporters/index.ts';
import { openDesk } from '../../src/open-desk.ts';
import { seedDesk } from '../../src/seed.ts';
import { openDatabase } from '../../src/store/open.ts';
import { sqliteStore } from '../../src/store/sqlite-store.ts';
import { harbour, inputOf, item, rated } from '../core/report/harbour.ts';
import { paperDesk } from '../core/report/paper-desk.ts';
import { readReport } from '../core/report/read-report.ts';

export const HARBOUR = buildReport(inputOf(harbour()));

export const NOTHING = buildReport(inputOf(paperDesk('Nothing was said\n\nIt rained.\n', [])));

const LONG = 'word '.repeat(10_000).trim();
const HOSTILE_NAME = '=HYPERLINK("https://evil.example","click")';

/** Very long words, right-to-left text, emoji, markup in every place somebody may write, control characters. */
export const HARD = hard();

function hard(): WholeReport {
  const text = `العنوان <b>bold</b> & "quoted" 👩🏽‍🚒

قال الوزير إن الجسر آمن 🚧 تمامًا، في بيان.

${LONG} said the clerk.

</script><script>alert(1)</script> --> ]]> said @somebody.

A\u0007 bell\u000bin a line.
`;
  const desk = paperDesk(
    text,
    [
      {
        content: 'إن الجسر آمن 🚧 تمامًا',
        cue: 'قال',
        source: 'الوزير',
        speaker: { name: 'الوزير', role: 'وزير الأشغال', affiliation: 'الحكومة' },
        channel: 'statement',
        saidOn: '2031-05-02',
      },
      { content: LONG, cue: 'said the', source: 'the clerk', speaker: { name: HOSTILE_NAME, role: '@role' } },
      {
        content: '</script><script>alert(1)</script> --> ]]>',
        speaker: { name: '</script><b>Eve</b>', type: 'organization' },
        via: ['-relay', '+other', '[x](javascript:alert(1))'],
      },
      {
        content: 'A\u0007 bell\u000bin a line',
        speaker: { name: 'The Marrow Bay Courier', type: 'publisher' },
      },
    ],
    {
      language: 'ar',
      id: 'hard-1',
      title: 'العنوان <b>bold</b> & "quoted" 👩🏽‍🚒',
      url: 'javascript:alert(1)',
    },
  );
  desk.act('amira', 3, { kind: 'attribution_confirmed', payload: {} });
  desk.act(
    'amira',
    3,
    item('x"><img src=x onerror=alert(1)>', 'supports', '<i>Origin</i>', {
      title: '**bold** | pipe ` tick',
      url: 'https://x.example/"><b>(c)',
      archiveUrl: 'https://archive.example/ab"><',
    }),
  );
  desk.act('amira', 3, rated('verified', 'Because "of" <this> \\ that\nand a second line | with a pipe'));
  return buildReport(inputOf(desk));
}

const older = harbour();
older.act('amira', null, {
  kind: 'superseded',
  payload: { by: 'article-2', dropped: ['article-1-s8'], orphaned: [] },
});

/** A version that is not the newest any more. */
export const SUPERSEDED = buildReport(inputOf(older));

/** The demo: the first article as it came in, and a story that a desk has worked on, extracted by the engine itself. */
async function demo(): Promise<readonly [first: WholeReport, reviewed: WholeReport]> {
  const store = sqliteStore(openDatabase(':memory:'));
  const desk = await openDesk(store);
  const account = (login: string, name: string, role: Role) => ({ login, name, role, passwordHash: null });
  await seedDesk(desk, [
    account('amira', 'Amira Haddad', 'lead'),
    account('jonas', 'Jonas Weber', 'editor'),
    account('ines', 'Inês Duarte', 'editor'),
  ]);
  const { rows } = await store.articles({ limit: 10 });
  const reportOn = async (title: string): Promise<WholeReport> => {
    const article = rows.find((row) => row.title.includes(title));
    return buildReport(await readReport(store, [article?.id ?? title]));
  };
  const reports = [await reportOn('Logar'), await reportOn('Osterby')] as const;
  await store.close();
  return reports;
}

export const [FIRST, REVIEWED] = await demo();

export const CASES: readonly (readonly [string, WholeReport])[] = [
  ['a desk half way through', HARBOUR],
  ['an article without a statement', NOTHING],
  ['hard text', HARD],
  ['a version that has been superseded', SUPERSEDED],
  ['the first article', FIRST],
  ['a reviewed story of the demo', REVIEWED],
];

export const written = async (format: Format, report: WholeReport, seal?: string): Promise<Uint8Array> =>
  EXPORTERS[format].write(report, { seal });

export const textOf = async (format: Format, report: WholeReport): Promise<string> =>
  Buffer.from(await written(format, report)).toString('utf8');

export function aSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x!,
    sign: (message) => sign(null, Buffer.from(message), privateKey),
  };
}
