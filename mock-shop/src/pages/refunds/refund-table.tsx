import type { ListedRefund } from '../../client/refund-client.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { skuParts } from '../../components/labels.ts';
import { ListTable } from '../../components/list-table.tsx';
import { Picture } from '../../components/picture.tsx';
import { fen } from '../../domain/money.ts';
import { TYPE_NAME } from '../../domain/refund/reasons.ts';
import { GOODS_LABEL, remaining, stateLabel } from './refund-labels.ts';

const COLUMNS = ['宝贝', '退款类型', '买家', '交易金额', '退款金额', '超时', '退款状态'] as const;

interface RefundTableProps {
  /** Null before the first answer. */
  refunds: readonly ListedRefund[] | null;
  busy: boolean;
  failed: boolean;
  /** Simulated ms. */
  now: number;
  unreadOf: (nick: string) => number;
  chatHref: (nick: string) => string;
  detailHref: (id: string) => string;
}

/** The list of refunds. */
export function RefundTable({ refunds, busy, failed, now, unreadOf, chatHref, detailHref }: RefundTableProps) {
  return (
    <ListTable
      class="refund-table"
      caption="退款列表"
      columns={COLUMNS}
      cols="refund-col"
      busy={busy}
      waiting={refunds === null && !failed && '正在读取退款…'}
    >
      {refunds?.map((refund) => (
        <RefundRows
          key={refund.refund_id}
          refund={refund}
          now={now}
          unread={unreadOf(refund.buyer_nick)}
          chatHref={chatHref(refund.buyer_nick)}
          detailHref={detailHref(refund.refund_id)}
        />
      ))}
    </ListTable>
  );
}

interface RefundRowsProps {
  refund: ListedRefund;
  now: number;
  unread: number;
  chatHref: string;
  detailHref: string;
}

/** One refund: its head line and a row. */
function RefundRows({ refund, now, unread, chatHref, detailHref }: RefundRowsProps) {
  const { refund_id, tid, buyer_nick, status } = refund;
  const urgent = status === 'WAIT_SELLER_AGREE' || status === 'WAIT_SELLER_CONFIRM_GOODS';
  return (
    <tbody class="trade" data-refund-id={refund_id} data-tid={tid} data-buyer-nick={buyer_nick}>
      <tr class="trade-head">
        <th colSpan={COLUMNS.length} scope="rowgroup">
          <div class="trade-line">
            <span>
              退款编号：
              <a class="num" href={detailHref}>
                {refund_id}
              </a>
            </span>
            <span>
              订单编号：
              <a class="num" href={`/sold/${tid}`}>
                {tid}
              </a>
            </span>
            <span>
              申请时间：<time class="num">{refund.created}</time>
            </span>
            {refund.cs_status !== 1 && <span class="tag">淘宝介入</span>}
          </div>
        </th>
      </tr>
      <tr data-oid={refund.oid}>
        <td>
          <div class="goods">
            <Picture path={refund.pic_path} size={56} />
            <div class="goods-text">
              <span class="goods-title">{refund.title}</span>
              {skuParts(refund.sku).map((part) => (
                <span key={part} class="goods-sku">
                  {part}
                </span>
              ))}
              <span class="goods-sku">×{refund.num}</span>
            </div>
          </div>
        </td>
        <td>
          {TYPE_NAME[refund.dispute_type]}
          <span class="refund-line">{GOODS_LABEL[refund.good_status]}</span>
          <span class="refund-line faint">{refund.reason}</span>
        </td>
        <td class="middle buyer">
          <span class="buyer-nick">{buyer_nick}</span>
          <WangwangLink href={chatHref} nick={buyer_nick} unread={unread} />
        </td>
        <td class="sum num">{refund.total_fee}</td>
        <td class="sum num">
          {refund.dispute_type === 'EXCHANGE' ? (
            <span class="faint">不退款</span>
          ) : (
            <strong>{refund.refund_fee}</strong>
          )}
          {fen(refund.refund_fee) > fen(refund.total_fee) && <span class="refund-line faint">含运费</span>}
        </td>
        <td class={urgent ? 'middle due' : 'middle'}>
          {remaining(refund.refund_remind_timeout.timeout, now) || <span class="faint">-</span>}
        </td>
        <td class="middle">
          <span class={`status refund-${status}`}>{stateLabel(refund)}</span>
          <a
            class={urgent ? 'button primary' : ''}
            href={detailHref}
            data-testid="refund-open"
            aria-label={`${urgent ? '处理退款' : '查看退款'} ${refund_id}`}
          >
            {urgent ? '处理' : '查看'}
          </a>
        </td>
      </tr>
    </tbody>
  );
}
