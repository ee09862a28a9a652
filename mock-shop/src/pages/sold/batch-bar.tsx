/** Something that can be done with many trades. */
export interface BatchAct {
  testid: string;
  label: string;
  run: () => void;
}

interface BatchBarProps {
  place: 'top' | 'bottom';
  /** Every trade of this page is selected. */
  all: boolean;
  count: number;
  onAll: (on: boolean) => void;
  acts: readonly BatchAct[];
}

/** 全选 and what can be done with many trades. The upper one carries the test ids. */
export function BatchBar({ place, all, count, onAll, acts }: BatchBarProps) {
  const top = place === 'top';
  return (
    <div class="batch-bar">
      <label>
        <input
          type="checkbox"
          data-testid={top ? 'select-all' : undefined}
          aria-label={top ? '全选本页订单' : '全选本页订单（下方）'}
          checked={all}
          indeterminate={!all && count > 0}
          onChange={(event) => onAll(event.currentTarget.checked)}
        />
        全选
      </label>
      {acts.map(({ testid, label, run }) => (
        <button key={testid} type="button" class="button" data-testid={top ? testid : undefined} onClick={run}>
          {label}
        </button>
      ))}
      {count > 0 && <span class="batch-count">已选 {count} 笔</span>}
    </div>
  );
}
