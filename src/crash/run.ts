// `npm run crash`: the long run of the crash test, with its figures. Exits 1 at the first thing lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashCycles } from './cycles.js';

const CYCLES = 200;
const AT_LEAST = 5_000;

const folder = mkdtempSync(join(tmpdir(), 'whosaid-crash-'));
try {
  const figures = await crashCycles(folder, CYCLES, Math.random, ({ cycles, acknowledged }) => {
    if (cycles % 20 === 0)
      console.log(`${cycles} kills, ${acknowledged} acknowledged writes, none lost, none twice`);
  });
  console.log(JSON.stringify(figures));
  if (figures.acknowledged < AT_LEAST)
    throw new Error(
      `Only ${figures.acknowledged} writes were acknowledged; ${AT_LEAST} are asked for. Run it again.`,
    );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
