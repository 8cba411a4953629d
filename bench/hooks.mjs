// A measurement is TypeScript, what it measures is the built code: rewriting either on its way in would slow one side.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

/** `../src/core/digest.ts` is `../dist/core/digest.js`. */
export function resolve(specifier, context, next) {
  const built = /^(?:\.\.\/)+src\/(.+)\.[jt]s$/.exec(specifier)?.[1];
  if (built !== undefined) return next(new URL(`../dist/${built}.js`, import.meta.url).href, context);
  if (!/^\.{1,2}\/.+\.ts$/.test(specifier)) return next(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!/\/(?:bench|tests)\/.+\.ts$/.test(url)) return next(url, context);
  const { code } = await transformWithOxc(await readFile(fileURLToPath(url), 'utf8'), fileURLToPath(url));
  return { format: 'module', source: code, shortCircuit: true };
}
