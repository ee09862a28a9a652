import type { Trade } from 'fixtures';
import type { ComponentChildren } from 'preact';
import { TrackingLink } from '../tracking/tracking-link.tsx';
import { RateLink } from './rate-link.tsx';
import type { Deed } from './use-deal.tsx';
import './trade-deeds.css';

interface TradeDeedsProps {
  trade: Trade;
  onDeed: (deed: Deed, tid: string) => void;
  /** Links that stand with the lesser deeds. */
  children?: ComponentChildren;
}

/** What a seller can do with a trade where it stands; the next step of the trade comes first, as a button. */
export function TradeDeeds({ trade, onDeed, children }: TradeDeedsProps) {
  const { tid, status } = trade;
  const deed = (name: Deed, label: string, look: string) => (
    <button
      type="button"
      class={look}
      data-testid={`deed-${name}`}
      aria-label={`${label}：订单 ${tid}`}
      aria-haspopup="dialog"
      onClick={() => onDeed(name, tid)}
    >
      {label}
    </button>
  );
  return (
    <span class="deeds">
      {status === 'WAIT_BUYER_PAY' && deed('price', '修改价格', 'button primary')}
      {(status === 'WAIT_SELLER_SEND_GOODS' || status === 'SELLER_CONSIGNED_PART') && (
        <a class="button primary" href={`/shipping/${tid}`} data-testid="ship" aria-label={`发货：订单 ${tid}`}>
          发货
        </a>
      )}
      <span class="deed-links">
        {children}
        {status === 'WAIT_BUYER_PAY' && deed('close', '关闭交易', 'link')}
        {status === 'WAIT_BUYER_CONFIRM_GOODS' && trade.type !== 'cod' && deed('delay', '延长收货时间', 'link')}
        {trade.consign_time && <TrackingLink tid={tid} />}
        {status === 'TRADE_FINISHED' && !trade.seller_rate && <RateLink trade={trade} />}
      </span>
    </span>
  );
}
