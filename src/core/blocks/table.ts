// Tables in plain text: neighbouring rows with the same number of cells.
import type { Stretch } from './stretch.js';

/** Indexes of the lines that are rows of a table. */
export function tableRows(lines: readonly Stretch[]): Set<number> {
  const rows = new Set<number>();
  for (let at = 0; at + 1 < lines.length; at++) {
    const cells = cellsIn(lines[at]!);
    if (cells < 3 || cells !== cellsIn(lines[at + 1]!)) continue;
    rows.add(at);
    rows.add(at + 1);
  }
  return rows;
}

function cellsIn(line: Stretch): number {
  const row = line.head.trim().replace(/^\||\|$/g, '');
  return Math.max(row.split('|').length, row.split('\t').length);
}
