interface BatchBarProps {
  place: 'top' | 'bottom';
  /** Every trade of this page is selected. */
  all: boolean;
  count: number;
  onAll: (on: boolean) => void;
  onBatch: () => void;
  onShip: () => void;
}

/** 全选 and what can be done with many trades. The upper one carries the test ids. */
export function BatchBar({ place, all, count, onAll, onBatch, onShip }: BatchBarProps) {
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
      <button type="button" class="button" data-testid={top ? 'batch-memo' : undefined} onClick={onBatch}>
        批量标记
      </button>
      <button type="button" class="button" data-testid={top ? 'batch-ship' : undefined} onClick={onShip}>
        批量发货
      </button>
      {count > 0 && <span class="batch-count">已选 {count} 笔</span>}
    </div>
  );
}
