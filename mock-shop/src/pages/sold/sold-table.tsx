import type { Trade } from 'fixtures';
import { ColumnHeads } from '../../components/column-heads.tsx';
import type { Deed } from '../../components/deal/use-deal.tsx';
import { withChat } from '../../components/shop-url.ts';
import { readQuery, writeQuery } from './sold-query.ts';
import { TradeRows } from './trade-rows.tsx';
import './sold-table.css';

const COLUMNS = ['宝贝', '单价', '数量', '售后', '买家', '交易状态', '实收款', '评价'] as const;
const SKELETONS = [0, 1, 2, 3, 4, 5];

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
    <table class="sold-table" aria-busy={busy}>
      <caption class="hidden-name">订单列表</caption>
      <colgroup>
        {COLUMNS.map((name, at) => (
          <col key={name} class={`col-${at}`} />
        ))}
      </colgroup>
      <thead>
        <ColumnHeads names={COLUMNS} />
      </thead>
      {trades === null && !failed && <Skeleton />}
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
    </table>
  );
}

function Skeleton() {
  return (
    <tbody class="skeleton">
      {SKELETONS.map((row) => (
        <tr key={row}>
          <td colSpan={8}>
            <span class="skeleton-line" />
            <span class="skeleton-line short" />
            {row === 0 && <span class="hidden-name">正在读取订单…</span>}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
