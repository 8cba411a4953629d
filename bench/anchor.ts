// Re-anchors 200 statements in a 42 kB article after seeded edits whose truth is known, and prints how many landed
// on their own words: node bench/run.mjs anchor [seeds=50] [talk: show each case that is not right | quiet] [one genre].
import { carryOver } from '../src/core/anchor/carry-over.ts';
import { type Edits, GENRES, makeCase, type Verdict } from '../tests/core/anchor/edits.ts';

const SETTINGS: readonly { name: string; edits: Edits; least: number }[] = [
  { name: 'untouched', edits: { words: 0, moves: 0, sentences: 0, paragraphs: 0 }, least: 1 },
  { name: '2 % of words', edits: { words: 0.02, moves: 0, sentences: 0, paragraphs: 0 }, least: 0.995 },
  { name: '5 %, 3 moved', edits: { words: 0.05, moves: 3, sentences: 0.01, paragraphs: 2 }, least: 0.99 },
  { name: '15 %, 10 moved', edits: { words: 0.15, moves: 10, sentences: 0.02, paragraphs: 4 }, least: 0.97 },
];

const seeds = Number(process.argv[2] ?? 50);
const talk = process.argv[3] === 'talk';
for (const genre of GENRES.filter((each) => !process.argv[4] || each === process.argv[4]))
  for (const { name, edits, least } of SETTINGS) {
    const verdicts: Verdict[] = [];
    const times: number[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const made = makeCase(genre, seed, edits);
      const start = process.cpuUsage();
      const placements = carryOver(made.older, made.newer);
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
      const judged = made.judge(placements);
      verdicts.push(...judged);
      if (talk)
        for (const one of judged)
          if (one.outcome !== 'right' || (one.edited && ['kept', 'moved'].includes(one.status)))
            show(genre, name, seed, one, made, placements);
    }
    const count = (holds: (verdict: Verdict) => boolean): number => verdicts.filter(holds).length;
    const right = count((each) => each.outcome === 'right') / verdicts.length;
    const wrong = count((each) => each.outcome === 'wrong');
    const falselyKept = count((each) => each.edited && ['kept', 'moved'].includes(each.status));
    const overcautious = count((each) => !each.edited && each.status === 'reworded');
    times.sort((a, b) => a - b);
    console.log(
      `${genre.padEnd(11)} ${name.padEnd(15)} right ${(100 * right).toFixed(2)} % (≥ ${100 * least})  wrong ${wrong}` +
        `  orphaned ${count((each) => each.outcome === 'orphaned')}  partly ${count((each) => each.outcome === 'partly')}` +
        `  falsely kept ${falselyKept}  unedited called reworded ${overcautious}` +
        `  CPU ms median ${times[times.length >> 1]!.toFixed(0)} worst ${times.at(-1)!.toFixed(0)}  of ${verdicts.length}`,
    );
  }

function show(
  genre: string,
  name: string,
  seed: number,
  verdict: Verdict,
  made: ReturnType<typeof makeCase>,
  placements: ReturnType<typeof carryOver>,
): void {
  const statement = made.older.statements.find((each) => each.id === verdict.id)!;
  const placement = placements.find((each) => each.older === verdict.id)!;
  const words = (text: string, spans: readonly { start: number; end: number }[]): string =>
    spans.map((span) => text.slice(span.start, span.end)).join(' … ');
  console.log(
    `  ${genre}/${name}/${seed} ${verdict.id} ${verdict.outcome} ${verdict.note} [${placement.status} ${placement.likeness.toFixed(2)}]`,
  );
  const around = (text: string, spans: readonly { start: number; end: number }[]): string =>
    spans.length === 0 ? '' : text.slice(Math.max(0, spans[0]!.start - 60), spans.at(-1)!.end + 60);
  for (const [when, text, parts] of [
    ['was', made.older.text, statement],
    ['now', made.newer.text, placement],
  ] as const)
    console.log(
      `    ${when}: ${JSON.stringify(around(text, parts.content))} cue=${words(text, parts.cue)} source=${words(text, parts.source)}`,
    );
}
