// Runs a measurement by name, TypeScript and all: node bench/run.mjs anchor 50
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [name = ''] = process.argv.splice(2, 1);
if (!/^[a-z-]+$/.test(name)) throw new Error('Name a measurement: node bench/run.mjs store');
await runnerImport(fileURLToPath(new URL(`./${name}.ts`, import.meta.url)));
