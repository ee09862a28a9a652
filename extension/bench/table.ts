import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CACHE, ROOT } from '../scripts/workspace.ts';

/** One line of a benchmark: column name to text or number. Numbers are rounded for the table, not in the file. */
export type Row = Record<string, string | number>;

/** Prints rows as a table under a title, and keeps them as JSON with the machine's facts under `.cache/bench`. */
export function report(name: string, title: string, rows: Row[]): void {
  console.log(`\n${title}`);
  console.table(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, rounded(value)]))),
  );
  const folder = join(CACHE, 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  writeFileSync(
    file,
    `${JSON.stringify({ title, at: new Date().toISOString(), node: process.version, rows }, null, 2)}\n`,
  );
  console.log(`→ ${relative(ROOT, file)}`);
}

function rounded(value: string | number): string | number {
  if (typeof value === 'string') return value;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** @param share 0.5 for the median, 0.95 for the value that 5 % exceed */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
