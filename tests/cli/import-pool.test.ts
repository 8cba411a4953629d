import { describe, expect, it } from 'vitest';
import type { ImportPool } from '../../src/cli/import-pool.js';
import type { ImportJob } from '../../src/import-worker.js';

const built = '../../dist/cli/import-pool.js';
const { importPool } = (await import(built)) as { importPool: (jobs: number) => ImportPool };

const jobOf = (words: string): ImportJob => ({
  name: `${words}.txt`,
  bytes: new TextEncoder().encode(`The harbour\n\nAnn Lee said the ${words} was open.`),
  record: null,
  said: {},
});

/** Nothing a thread knows how to read: it fails outright. */
const FATAL = null as unknown as ImportJob;

describe('threads that import', () => {
  it.each([1, 2])(
    'answer each question with its own document, and lose none to one that fails (%i)',
    async (jobs) => {
      const pool = importPool(jobs);
      const asked = [jobOf('bridge'), jobOf('quay'), FATAL, jobOf('mill'), jobOf('road'), jobOf('well')];
      const answers = await Promise.all(asked.map((job) => pool.run(job)));
      await pool.close();
      const said = answers.map((answer) => ('refused' in answer ? answer.refused : answer.document.text));
      for (const [at, word] of ['bridge', 'quay', '', 'mill', 'road', 'well'].entries())
        expect(said[at]).toContain(word === '' ? 'Whosaid failed on this document' : `the ${word} was open`);
    },
  );
});
