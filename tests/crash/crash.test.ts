import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crashCycles } from '../../src/crash/cycles.js';

test('twenty kills in the middle of writing lose nothing acknowledged, double nothing, and leave a whole log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'whosaid-crash-'));
  try {
    const figures = await crashCycles(folder, 20, Math.random);
    expect(figures.cycles).toBe(20);
    expect(figures.acknowledged).toBeGreaterThan(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
