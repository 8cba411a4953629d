// How long a report takes: CPU time and memory a format, for 200 statements and for 20,000. Run: node bench/run.mjs report
// Stories are made up; every review went through the rule of the desk.
import { buildReport, type ReportInput } from '../src/core/report.ts';
import { EXPORTERS, FORMATS } from '../src/exporters/index.ts';
import { inputOf, item, rated } from '../tests/core/report/harbour.ts';
import { paperDesk } from '../tests/core/report/paper-desk.ts';

const NAMES = ['Ilse Brandt', 'Pal Osei', 'Mara Quill', 'Tomas Reyl', 'Ana Dorn', 'Jo Fenner'];

/** One story with that many statements; a third of them rated, each with two items of evidence. */
function story(id: string, statements: number): ReportInput['articles'][number] {
  const said = Array.from({ length: statements }, (_, n) => ({
    content: `Pier number ${n + 1} of the harbour had been closed for repairs since the storm in January`,
    cue: 'said',
    speaker: {
      name: NAMES[n % NAMES.length]!,
      role: 'clerk',
      affiliation: n % 2 ? 'Harbour Authority' : 'City',
    },
    saidOn: '2031-05-02',
  }));
  const text = `The piers\n\n${said.map(({ content, speaker }) => `${content}, ${speaker.name} said on Friday.`).join('\n\n')}\n`;
  const desk = paperDesk(text, said, { id });
  for (let n = 1; n <= statements; n += 3) {
    desk.act('amira', n, { kind: 'attribution_confirmed', payload: {} });
    desk.act('amira', n, item(`${id}-a${n}`, 'supports', 'Coastguard'));
    desk.act('amira', n, item(`${id}-b${n}`, 'supports', 'Land Survey'));
    desk.act('amira', n, rated('corroborated', 'Both lists have it.'));
    desk.sign('jonas', n);
  }
  return desk.reported();
}

const input = (articles: number, each: number): ReportInput => ({
  ...inputOf(),
  articles: Array.from({ length: articles }, (_, n) => story(`story-${n + 1}`, each)),
});

async function cpu(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function best(times: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < times; n++) least = Math.min(least, await cpu(work));
  return least;
}

const small = input(1, 200);
const report = buildReport(small);
const rows: Record<string, string> = { build: `${(await best(5, () => buildReport(small))).toFixed(0)} ms` };
for (const format of FORMATS) {
  const exporter = EXPORTERS[format];
  const first = await cpu(() => exporter.write(report));
  const again = await best(5, () => exporter.write(report));
  const { length } = await exporter.write(report);
  rows[format] = `${again.toFixed(0)} ms (first ${first.toFixed(0)} ms), ${(length / 1024).toFixed(0)} kB`;
}
console.log('200 statements');
console.table(rows);

const large = buildReport(input(100, 200));
const held = process.memoryUsage().rss;
console.log(`20,000 statements in 100 articles; ${(held / 2 ** 20).toFixed(0)} MB held with the report`);
for (const format of FORMATS) {
  const { pieces } = EXPORTERS[format];
  if (!pieces) continue;
  let bytes = 0;
  let peak = 0;
  const spent = await cpu(() => {
    for (const piece of pieces(large)) {
      bytes += piece.length;
      if (bytes % 64 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
  });
  const more = Math.max(0, peak - held) / 2 ** 20;
  console.log(
    `${format}: ${spent.toFixed(0)} ms, ${(bytes / 2 ** 20).toFixed(1)} MB written, ${more.toFixed(0)} MB more held`,
  );
}
