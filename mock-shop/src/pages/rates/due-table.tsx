import { simNow } from '../../client/world.ts';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { timeLeft } from '../../components/countdown.ts';
import { dateTime, rateLabel } from '../../components/labels.ts';
import { ListTable } from '../../components/list-table.tsx';
import { Picture } from '../../components/picture.tsx';
import type { DueTrade } from '../../domain/rate/rate-due.ts';

const COLUMNS = ['选择', '订单', '宝贝', '买家', '实收款', '评价状态', '操作'] as const;

interface DueTableProps {
  /** Null before the first answer. */
  trades: readonly DueTrade[] | null;
  busy: boolean;
  failed: boolean;
  selected: ReadonlySet<string>;
  chatHref: (nick: string) => string;
  onSelect: (tid: string, on: boolean) => void;
  onRate: (tid: string) => void;
}

/** Trades whose buyers wait for the shop's rating. */
export function DueTable({ trades, busy, failed, ...rest }: DueTableProps) {
  return (
    <ListTable
      class="due-table"
      caption="待评价的买家"
      columns={COLUMNS}
      cols="due"
      busy={busy}
      waiting={trades === null && !failed && '正在读取订单…'}
    >
      <tbody>
        {trades?.map((due) => (
          <DueRow key={due.trade.tid} due={due} {...rest} />
        ))}
      </tbody>
    </ListTable>
  );
}

type DueRowProps = Pick<DueTableProps, 'selected' | 'chatHref' | 'onSelect' | 'onRate'> & { due: DueTrade };

function DueRow({ due: { trade, oids, rate_until }, selected, chatHref, onSelect, onRate }: DueRowProps) {
  const { tid, buyer_nick, orders } = trade;
  const open = orders.order.filter(({ oid }) => oids.includes(oid));
  return (
    <tr class="rate-row" data-tid={tid} data-buyer-nick={buyer_nick}>
      <td class="middle">
        <input
          type="checkbox"
          data-testid="select-row"
          aria-label={`选择订单 ${tid}`}
          checked={selected.has(tid)}
          onChange={(event) => onSelect(tid, event.currentTarget.checked)}
        />
      </td>
      <td>
        <a class="num" href={`/sold/${tid}`} data-testid="rate-trade">
          {tid}
        </a>
        <span class="due-line faint num">{dateTime(trade.end_time ?? trade.modified)} 交易成功</span>
      </td>
      <td>
        {open.map((order) => (
          <div key={order.oid} class="goods" data-oid={order.oid}>
            <Picture path={order.pic_path} size={36} />
            <span class="goods-title">{order.title}</span>
          </div>
        ))}
      </td>
      <td class="middle buyer">
        <span class="buyer-nick">{buyer_nick}</span>
        <WangwangLink href={chatHref(buyer_nick)} nick={buyer_nick} unread={unreadOf(buyer_nick)} />
      </td>
      <td class="sum num">{trade.payment}</td>
      <td class="middle">
        {rateLabel(trade)}
        <span class="due-line faint num">还剩 {timeLeft(rate_until, simNow.value)}</span>
      </td>
      <td class="middle">
        <button
          type="button"
          class="button primary"
          data-testid="rate-give"
          aria-label={`评价：订单 ${tid}`}
          aria-haspopup="dialog"
          onClick={() => onRate(tid)}
        >
          评价
        </button>
      </td>
    </tr>
  );
}
