import Papa from 'papaparse';
import type { Cell } from '../../core/school/gradebook-table.ts';

/** A table as CSV that spreadsheets in Chinese open rightly: UTF-8 with BOM. */
export function csvOf(table: readonly (readonly Cell[])[]): string {
  return `\uFEFF${Papa.unparse(table.map((row) => [...row]))}\r\n`;
}

/** A table as a workbook. The library is loaded when it is first needed. */
export async function xlsxOf(table: readonly (readonly Cell[])[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const rows = table.map((row, i) =>
    row.map((value) =>
      value === null
        ? null
        : {
            value,
            type: typeof value === 'number' ? Number : String,
            ...(i === 0 ? { fontWeight: 'bold' as const } : {}),
          },
    ),
  );
  return write(rows, { stickyRowsCount: 1 }).toBlob();
}
