import type { BuyerTrade } from '../../client/buyer-client.ts';
import { buyerUrl } from './buyer-url.ts';
import { actionsOf, type TradeAction } from './trade-actions.ts';

const LABEL: Record<TradeAction, string> = {
  pay: '付款',
  cancel: '取消订单',
  remind: '提醒发货',
  logistics: '查看物流',
  delay: '延长收货',
  confirm: '确认收货',
  rate: '评价',
};

/** What the buyer can do with the trade now, as links; the main thing is a filled button. */
export function TradeButtons({ nick, trade }: { nick: string; trade: BuyerTrade }) {
  const { tid } = trade;
  const where: Record<TradeAction, string> = {
    pay: buyerUrl(nick, 'trades', tid, 'pay'),
    cancel: `${buyerUrl(nick, 'trades', tid)}?do=cancel`,
    remind: `${buyerUrl(nick, 'chat')}?tid=${tid}&about=remind`,
    logistics: buyerUrl(nick, 'trades', tid, 'logistics'),
    delay: `${buyerUrl(nick, 'trades', tid)}?do=delay`,
    confirm: buyerUrl(nick, 'trades', tid, 'confirm'),
    rate: buyerUrl(nick, 'trades', tid, 'rate'),
  };
  return (
    <>
      {actionsOf(trade).map((action, at) => (
        <a
          key={action}
          class={at === 0 && action !== 'logistics' ? 'button primary' : undefined}
          href={where[action]}
          data-testid={`buyer-${action}`}
          aria-label={`${LABEL[action]}：订单 ${tid}`}
        >
          {LABEL[action]}
        </a>
      ))}
    </>
  );
}
