// Some tests start the built program: build it first where the sources are newer than what stands in dist/.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'workflow.js');

export default function setup(): void {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newest(join(ROOT, 'src'))) return;
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.json')], {
    encoding: 'utf8',
  });
  if (!existsSync(BUILT)) throw new Error(`The build failed:\n${stdout}`);
}

function newest(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .reduce((latest, name) => Math.max(latest, statSync(join(folder, name)).mtimeMs), 0);
}
