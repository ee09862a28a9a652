import type { SeenParcel, ShippingPage } from '../../client/ship-client.ts';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { ListTable } from '../../components/list-table.tsx';
import { withChat } from '../../components/shop-url.ts';
import type { TradeDeed } from './shipping-page.tsx';
import type { Tab } from './shipping-query.ts';
import { ShippingRows } from './shipping-rows.tsx';

const COLUMNS = ['宝贝', '数量', '单笔操作', '收货信息', '备注', '订单操作'] as const;

interface ShippingTableProps {
  tab: Tab;
  /** Null before the first answer. */
  page: ShippingPage | null;
  busy: boolean;
  failed: boolean;
  selected: ReadonlySet<string>;
  search: string;
  onSelect: (tid: string, selected: boolean) => void;
  onDeed: (tid: string, what: TradeDeed) => void;
}

/** The orders of a tab, each with what can be done about it. */
export function ShippingTable({ tab, page, busy, failed, selected, search, onSelect, onDeed }: ShippingTableProps) {
  const chat = new URLSearchParams(search).get('chat');
  const parcels = (tid: string): SeenParcel[] => page?.parcels.filter((parcel) => parcel.tid === tid) ?? [];
  return (
    <ListTable
      class="ship-table"
      caption="发货订单列表"
      columns={COLUMNS}
      cols="ship-col"
      busy={busy || (!page && !failed)}
      waiting={!page && !failed && '正在读取订单…'}
    >
      {page?.trades.map((trade) => (
        <ShippingRows
          key={trade.tid}
          tab={tab}
          trade={trade}
          parcels={parcels(trade.tid)}
          selected={selected.has(trade.tid)}
          unread={unreadOf(trade.buyer_nick)}
          chatHref={withChat('/shipping', search, trade.buyer_nick)}
          shipHref={(query) => withChat(`/shipping/${trade.tid}`, query, chat)}
          onSelect={onSelect}
          onDeed={onDeed}
        />
      ))}
    </ListTable>
  );
}
