import type { ComponentChildren } from 'preact';
import { ColumnHeads } from './column-heads.tsx';
import './list-table.css';

const SKELETONS = [0, 1, 2, 3, 4, 5];

interface ListTableProps {
  /** The list's own class, beside the one that all lists have. */
  class?: string;
  caption: string;
  columns: readonly string[];
  /** Columns have the classes `<cols>-0`, `<cols>-1` … */
  cols: string;
  /** What is shown is not yet what was asked for. */
  busy: boolean;
  /** Before the first answer: what is being read. */
  waiting: string | false;
  /** One `<tbody>` for each thing of the list. */
  children: ComponentChildren;
}

/** The table of a list of trades or what belongs to them: its head, and what stands there until the first answer. */
export function ListTable({ class: name = '', caption, columns, cols, busy, waiting, children }: ListTableProps) {
  return (
    <table class={`sold-table ${name}`} aria-busy={busy}>
      <caption class="hidden-name">{caption}</caption>
      <colgroup>
        {columns.map((column, at) => (
          <col key={column} class={`${cols}-${at}`} />
        ))}
      </colgroup>
      <thead>
        <ColumnHeads names={columns} />
      </thead>
      {waiting && (
        <tbody class="skeleton">
          {SKELETONS.map((row) => (
            <tr key={row}>
              <td colSpan={columns.length}>
                <span class="skeleton-line" />
                <span class="skeleton-line short" />
                {row === 0 && <span class="hidden-name">{waiting}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      )}
      {children}
    </table>
  );
}
