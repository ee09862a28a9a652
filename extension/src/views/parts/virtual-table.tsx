import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { ColumnHeads } from './column-heads.tsx';

/** Height of a row, px: what `.virtual tbody tr` has. */
const ROW = 38;
/** What scrolls is reached by keyboard; Firefox and older Chromium do not see to that themselves. */
const SCROLLS = { tabIndex: 0 };

/** A table of any number of rows, of which only those in sight are in the document. Its box scrolls. */
export function VirtualTable<T>(props: {
  label: string;
  testid: string;
  heads: readonly string[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The cells of a row; the first is its head. */
  cells: (row: T) => ComponentChildren;
}) {
  const { rows } = props;
  const box = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((n: number, _: null) => n + 1, 0);
  const options = {
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(null),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLDivElement, HTMLTableRowElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());

  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <section class="scroll virtual" ref={box} aria-label={props.label} {...SCROLLS}>
      <div style={{ paddingBlock: `${before}px ${after}px` }}>
        <table data-testid={props.testid} aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <ColumnHeads names={props.heads} />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ index }) => {
              const row = rows[index];
              return (
                row !== undefined && (
                  <tr key={props.rowKey(row)} aria-rowindex={index + 2}>
                    {props.cells(row)}
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
