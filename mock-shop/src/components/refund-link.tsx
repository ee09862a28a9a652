import type { Order } from 'fixtures';
import { REFUND_LABEL } from './labels.ts';

/** The 售后 of an order: its state, leading to the refund. */
export function RefundLink({ order: { refund_id, refund_status, title } }: { order: Order }) {
  const label = REFUND_LABEL[refund_status];
  if (!label) return <span class="faint">-</span>;
  if (refund_id === undefined) return <>{label}</>;
  return (
    <a href={`/refunds/${refund_id}`} data-testid="refund-link" aria-label={`${label}：${title}`}>
      {label}
    </a>
  );
}
