// The habits of src/STYLE.md, held: who may import whom, what core may not touch, how files are named and how long they are.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.split(sep).join('/')))
    .filter((name) => name.endsWith(ending));

const SOURCES = filesUnder('src', '.ts');

/** Addresses of every static and dynamic import of a file, types too. */
const importsOf = (path: string): string[] =>
  [...read(path).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([\w@.:/-]+)'/gm)].map((match) => match[1] ?? '');

/** A file's part: its folder under src/, or its own name at the top. */
function partOf(path: string): string {
  const [first = ''] = relative('src', path).split(sep);
  return first.replace(/\.ts$/, '');
}

/** The table of src/STYLE.md: part → what it may import. */
function mapOfStyle(): Map<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  const section = read('src/STYLE.md').split('## The map')[1]?.split('\n## ')[0] ?? '';
  for (const line of section.split('\n').filter((row) => row.startsWith('| `'))) {
    const [, parts = '', , may = ''] = line.split('|').map((cell) => cell.trim());
    const names = [...may.matchAll(/[a-z][a-z-]*/g)].map((match) => match[0]);
    for (const [, part = ''] of parts.matchAll(/`([a-z-]+)(?:\/|\.ts)`/g)) map.set(part, names);
  }
  return map;
}

describe('the map', () => {
  const map = mapOfStyle();

  test('names every folder of src/; a file at the top that it does not name is wiring', () => {
    const folders = new Set(SOURCES.filter((path) => path.split('/').length > 2).map(partOf));
    expect([...folders].filter((part) => !map.has(part)).toSorted()).toEqual([]);
  });

  test.each([...map.keys()].filter((part) => !map.get(part)?.includes('everything')))(
    'holds for %s',
    (part) => {
      const allowed = new Set([part, ...(map.get(part) ?? [])]);
      const own = SOURCES.filter((path) => partOf(path) === part);
      expect(own.length).toBeGreaterThan(0);
      const broken = own.flatMap((path) =>
        importsOf(path)
          .filter((address) => address.startsWith('.'))
          .map((address) =>
            partOf(posix.normalize(posix.join(dirname(path), address.replace(/\.js$/, '.ts')))),
          )
          .filter((imported) => !allowed.has(imported))
          .map((imported) => `${path} imports ${imported}`),
      );
      expect(broken).toEqual([]);
    },
  );
});

describe('core', () => {
  const CORE = SOURCES.filter((path) => path.startsWith('src/core/'));
  /** Reading language and days, and SHA-256: nothing that looks at the world. */
  const LIBRARIES = /^(?:node:crypto|chrono-node(?:\/en)?)$/;

  test('imports nothing but itself, its language library and a hash', () => {
    const others = CORE.flatMap((path) =>
      importsOf(path)
        .filter((address) => !address.startsWith('.') && !LIBRARIES.test(address))
        .map((address) => `${path}: ${address}`),
    );
    expect(others).toEqual([]);
  });

  test('has no clock, no randomness, no files, no network and no environment', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\.|\brandom(?:Bytes|UUID|Int)\b|\bprocess\.|\bfetch\(|\bset(?:Timeout|Interval)\(|\bconsole\./;
    const found = CORE.flatMap((path) =>
      read(path)
        .split('\n')
        .map((line) => line.replace(/\/\/.*$|^\s*\*.*$/, ''))
        .flatMap((line, n) => (forbidden.test(line) ? [`${path}:${n + 1}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

describe('SQL', () => {
  test('is written in store/ and in migrations, nowhere else', () => {
    const elsewhere = SOURCES.filter(
      (path) => partOf(path) !== 'store' && importsOf(path).includes('better-sqlite3'),
    );
    expect(elsewhere).toEqual([]);
  });

  test('never replaces a row', () => {
    const found = [...SOURCES, ...filesUnder('db/migrations', '.sql')].filter((path) =>
      read(path)
        .split('\n')
        .some((line) => !/^\s*(?:--|\/\/)/.test(line) && /\bOR REPLACE\b|\bREPLACE INTO\b/i.test(line)),
    );
    expect(found).toEqual([]);
  });

  test('is numbered without gaps', () => {
    const numbers = filesUnder('db/migrations', '.sql').map((path) =>
      Number(posix.basename(path).slice(0, 3)),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('files', () => {
  test('are named for a noun, in kebab case', () => {
    const badly = SOURCES.filter(
      (path) =>
        !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.ts$/.test(path) ||
        /(?:^|[/-])(?:utils?|helpers?|common|managers?|services?)(?:[/.-]|$)/.test(path),
    );
    expect(badly).toEqual([]);
  });

  test('are short enough to be read at one sitting', () => {
    // Lists of words and of rules are tables, not prose.
    const long = SOURCES.map((path) => [path, read(path).split('\n').length] as const)
      .filter(([path, lines]) => lines > 400 && !/\/words\/[a-z]{2}\.ts$/.test(path))
      .map(([path, lines]) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  test('open by saying what they are for', () => {
    const silent = SOURCES.filter((path) => !/^(?:#!.*\n)?(?:\/\/|\/\*)/.test(read(path)));
    expect(silent).toEqual([]);
  });
});

describe('views', () => {
  const views = (() => {
    try {
      return filesUnder('views', '.ejs');
    } catch {
      return [];
    }
  })();

  const all = views.map(read).join('\n');
  /** A call of a name that views only ever give a partial, or nothing. */
  const isPartial = (inside: string): boolean => {
    const name = /^(\w+)\(\w*\)$/.exec(inside)?.[1];
    const given = [...all.matchAll(new RegExp(`\\b${name}: (.{0,60})`, 'g'))].map((match) => match[1] ?? '');
    return given.length > 0 && given.every((value) => /^(?:null\b|\(\w*\) => include\()/.test(value));
  };

  test('print unescaped nothing but partials, bodies and values typed SafeHtml', () => {
    const safe = new Set(
      SOURCES.flatMap((path) =>
        [...read(path).matchAll(/(\w+)\??:\s*(?:readonly\s+)?SafeHtml\b/g)].map((match) => match[1]),
      ),
    );
    const found = views.flatMap((path) =>
      [...read(path).matchAll(/<%-([\s\S]*?)%>/g)]
        .map((match) => (match[1] ?? '').trim())
        .filter((inside) => !/^include\(/.test(inside) && inside !== 'body')
        .filter((inside) => !isPartial(inside))
        .filter((inside) => !/^[\w.?]+$/.test(inside) || !safe.has(inside.split(/\??\./).at(-1) ?? ''))
        .map((inside) => `${path}: <%- ${inside} %>`),
    );
    expect(found).toEqual([]);
  });
});

describe('scripts', () => {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const readme = read('README.md');

  test('that README names exist', () => {
    const builtIn = ['ci', 'start', 'test', 'i', 'install', 'pack'];
    const named = [...readme.matchAll(/\bnpm (?:run )?(?:-s )?(?:run )?(?:-s )?([a-z][a-z:-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !scripts.includes(name) && !builtIn.includes(name))).toEqual([]);
  });

  test('that exist are named in README', () => {
    const missing = scripts.filter(
      (name) => !new RegExp(`npm (?:run )?(?:-s )?${name}(?![\\w:-])`).test(readme),
    );
    expect(missing).toEqual([]);
  });
});
