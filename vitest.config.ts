import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks',
    globalSetup: 'tests/global-setup.ts',
    // .ci/run counts from the file what the terminal shows.
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]] },
});
