import type { DeskOrder } from 'fixtures';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { useSecondsLeft } from '../../components/training/use-seconds-left.ts';
import type { SeenOrder } from '../../domain/training/desk/desk-list.ts';

/** Source: textbook 4.1. */
const COLUMNS = ['订单类型', '订单号', '订单商品', '订单数量', '订单单价', '下单时间', '操作'];

interface TableProps {
  tab: DeskOrder['status'];
  orders: readonly SeenOrder[];
  busy: boolean;
  /** The round is over: nothing can be done. */
  over: boolean;
  /** The clock does not go. */
  still: boolean;
  onSend: (orderId: string) => void;
  onCollect: (orderId: string) => void;
}

export const typeName = (type: DeskOrder['type']): string => (type === 1 ? '客服订单' : '系统订单');

/** The orders of one status. Only those that wait or are on their way have something to click (textbook 4.1). */
export function DeskTable({ tab, orders, busy, over, still, onSend, onCollect }: TableProps) {
  return (
    <div class="desk-scroll">
      <table class="desk-table" aria-busy={busy} data-testid="desk-table">
        <thead>
          <ColumnHeads names={COLUMNS} />
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.order_id} data-order-id={order.order_id}>
              <td>{typeName(order.type)}</td>
              <td class="num">{order.order_id}</td>
              <td class="desk-goods" title={order.title}>
                {order.title}
              </td>
              <td class="num desk-right">{order.num}</td>
              <td class="num desk-right">¥ {order.price}</td>
              <td class="num">
                <time dateTime={order.created} title={order.created.slice(0, 19).replace('T', ' ')}>
                  {order.created.slice(11, 19)}
                </time>
              </td>
              <td class="desk-deed">
                {tab === 'placed' && !over && (
                  <button
                    type="button"
                    class="button primary"
                    data-testid="desk-send-open"
                    aria-label={`发货：${order.order_id}`}
                    onClick={() => onSend(order.order_id)}
                  >
                    发货
                  </button>
                )}
                {tab === 'sent' && !over && (
                  <button
                    type="button"
                    class="button primary"
                    data-testid="desk-collect"
                    aria-label={`收款：${order.order_id}`}
                    onClick={() => onCollect(order.order_id)}
                  >
                    收款
                  </button>
                )}
                <Hint order={order} still={still} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How long it takes, where the round's rules let that out. */
function Hint({ order: { lost_in, due_in }, still }: { order: SeenOrder; still: boolean }) {
  const left = useSecondsLeft(due_in ?? lost_in ?? null, still);
  if (left === null) return null;
  const seconds = Math.ceil(left);
  const text = due_in === undefined ? `${seconds} 秒后丢失` : seconds > 0 ? `约 ${seconds} 秒后可收` : '可以收款了';
  return (
    <span class={due_in === undefined && seconds <= 30 ? 'desk-hint late' : 'desk-hint'} data-testid="desk-hint">
      {text}
    </span>
  );
}
