import type { Trade } from 'fixtures';
import type { Deed } from '../../components/deal/use-deal.tsx';
import { ListTable } from '../../components/list-table.tsx';
import { withChat } from '../../components/shop-url.ts';
import { readQuery, writeQuery } from './sold-query.ts';
import { TradeRows } from './trade-rows.tsx';

const COLUMNS = ['宝贝', '单价', '数量', '售后', '买家', '交易状态', '实收款', '评价'] as const;

interface SoldTableProps {
  /** Null before the first answer. */
  trades: readonly Trade[] | null;
  /** What is shown is not yet what was asked for. */
  busy: boolean;
  failed: boolean;
  selected: ReadonlySet<string>;
  unreadOf: (nick: string) => number;
  /** The list's own path and URL query, which a trade's page leads back to. */
  path: string;
  search: string;
  onSelect: (tid: string, selected: boolean) => void;
  onFlag: (tid: string) => void;
  onDeed: (deed: Deed, tid: string) => void;
}

/** The table of trades. */
export function SoldTable(props: SoldTableProps) {
  const { trades, busy, failed, selected, unreadOf, path, search, onSelect, onFlag, onDeed } = props;
  const back = writeQuery(readQuery(search).query).slice(1);
  const chat = new URLSearchParams(search).get('chat');
  const detail = (tid: string): string =>
    withChat(
      `/sold/${tid}`,
      `?${new URLSearchParams({ ...(back && { back }), ...(path !== '/sold' && { list: path }) })}`,
      chat,
    );
  return (
    <ListTable
      caption="订单列表"
      columns={COLUMNS}
      cols="col"
      busy={busy}
      waiting={trades === null && !failed && '正在读取订单…'}
    >
      {trades?.map((trade) => (
        <TradeRows
          key={trade.tid}
          trade={trade}
          selected={selected.has(trade.tid)}
          unread={unreadOf(trade.buyer_nick)}
          detailHref={detail(trade.tid)}
          chatHref={withChat(path, search, trade.buyer_nick)}
          onSelect={onSelect}
          onFlag={onFlag}
          onDeed={onDeed}
        />
      ))}
    </ListTable>
  );
}
