// `npm run schema`: writes db/schema.sql and the row types from a freshly migrated database. A test finds them stale.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Database } from 'better-sqlite3';
import { openDatabase } from './open.js';

const SQL_FILE = new URL('../../db/schema.sql', import.meta.url);
const ROWS_FILE = new URL('../../src/store/rows.ts', import.meta.url);

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

export function schemaSql(db: Database): string {
  const rows = db
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
       AND tbl_name NOT IN (SELECT m.name || s.suffix FROM sqlite_schema m,
         (SELECT '_data' AS suffix UNION SELECT '_idx' UNION SELECT '_content' UNION SELECT '_docsize' UNION SELECT '_config') s
         WHERE m.sql LIKE 'CREATE VIRTUAL TABLE%') ORDER BY rowid`,
    )
    .all() as { sql: string }[];
  return `-- Written by \`npm run schema\` from db/migrations. Do not edit.\n\n${rows.map((row) => `${row.sql};\n`).join('\n')}`;
}

export function rowTypes(db: Database): string {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all() as { name: string }[];
  const types = tables.map(({ name }) => {
    const columns = db
      .prepare(`SELECT name, type, "notnull", pk FROM pragma_table_info(?)`)
      .all(name) as Column[];
    const fields = columns.map(
      (column) => `  readonly ${column.name}: ${tsType(column)}${column.notnull ? '' : ' | null'};`,
    );
    return `export interface ${typeName(name)} {\n${fields.join('\n')}\n}\n`;
  });
  return `// Row types, written by \`npm run schema\` from db/migrations. Do not edit.\n\n${types.join('\n')}`;
}

function tsType(column: Column): string {
  switch (column.type) {
    case 'TEXT':
      return 'string';
    case 'INTEGER':
    case 'REAL':
      return 'number';
    case 'BLOB':
      return 'Uint8Array';
    default:
      throw new Error(`no TypeScript type for SQL type ${column.type}`);
  }
}

const typeName = (table: string): string =>
  `${table
    .split('_')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('')}Row`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const db = openDatabase(':memory:');
  writeFileSync(SQL_FILE, schemaSql(db));
  writeFileSync(ROWS_FILE, rowTypes(db));
  db.close();
}
