import { ColumnHeads } from '../../components/column-heads.tsx';
import type { Choice } from '../../domain/training/desk/choices.ts';
import { STATUS_NAME } from '../../domain/training/desk/desk-order.ts';
import type { ReviewedOrder } from '../../domain/training/desk/review.ts';
import { typeName } from './desk-table.tsx';
import { verdictOf } from './verdict.ts';

const COLUMNS = ['订单', '收货信息', '真假', '为什么', '最优物流', '你的处理', '讲评'];

/** Every order with the truth about it, the best carrier, and what was made of it. */
export function ReviewTable({ orders, busy }: { orders: readonly ReviewedOrder[]; busy: boolean }) {
  return (
    <div class="desk-scroll">
      <table class="desk-table desk-review" aria-busy={busy} data-testid="review">
        <thead>
          <ColumnHeads names={COLUMNS} />
        </thead>
        <tbody>
          {orders.map((order) => (
            <ReviewRow key={order.order_id} order={order} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReviewRow({ order }: { order: ReviewedOrder }) {
  const { good, text } = verdictOf(order);
  return (
    <tr data-order-id={order.order_id}>
      <td>
        <span class="num nowrap">{order.order_id}</span>
        <br />
        <span class="faint nowrap">
          {typeName(order.type)} · {order.num} 件
        </span>
      </td>
      <td>
        {order.consignee || '（收货人空）'}　<span class="num">{order.phone}</span>
        <br />
        {order.region}
        {order.address || '（地址空）'}　<span class="num">{order.zip}</span>
      </td>
      <td class="review-truth">{order.truth === 'real' ? '真实' : '虚拟'}</td>
      <td>{order.reason}</td>
      <td>{order.best ? <ChoiceText choice={order.best} /> : '—'}</td>
      <td>
        {STATUS_NAME[order.status]}
        {order.chosen && (
          <>
            <br />
            <span class="faint">
              <ChoiceText choice={order.chosen} />
            </span>
          </>
        )}
      </td>
      <td class={good ? 'review-good' : 'review-bad'} data-testid="review-verdict">
        <span aria-hidden="true">{good ? '✓' : '✗'}</span> {text}
      </td>
    </tr>
  );
}

function ChoiceText({ choice: { name, fee, days } }: { choice: Choice }) {
  return (
    <>
      <span class="nowrap">{name}</span> <span class="num nowrap">{`¥ ${fee} /${days}天`}</span>
    </>
  );
}
