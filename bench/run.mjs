// Runs a measurement by name, on the code as it ships: npm run -s build && node bench/run.mjs anchor 50
import { existsSync } from 'node:fs';
import { register } from 'node:module';

const [name = ''] = process.argv.splice(2, 1);
if (!/^[a-z-]+$/.test(name)) throw new Error('Name a measurement: node bench/run.mjs store');
if (!existsSync(new URL('../dist/cli.js', import.meta.url))) throw new Error('Build first: npm run -s build');
register('./hooks.mjs', import.meta.url);
await import(`./${name}.ts`);
