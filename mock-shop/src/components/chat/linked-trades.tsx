import type { Trade } from 'fixtures';
import { useEffect, useState } from 'preact/hooks';
import { onRecords } from '../../client/live.ts';
import { getSold } from '../../client/shop-client.ts';
import { Flag } from '../flag.tsx';
import { FLAG_LABEL, STATUS_LABEL, tail } from '../labels.ts';

/** How many trades of the buyer are shown at most. */
const MOST = 5;

/** The buyer's own trades above the conversation. Without them one can still talk: a failure shows nothing. */
export function LinkedTrades({ nick }: { nick: string }) {
  const [trades, setTrades] = useState<Trade[]>([]);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const page = await getSold({ buyer_nick: nick, page_no: '1', page_size: '20' }).catch(() => null);
      // The gateway also finds nicks that merely contain this one.
      if (wanted && page) setTrades(page.trades.filter((trade) => trade.buyer_nick === nick));
    };
    void load();
    const stop = onRecords(
      (record) => record.type.startsWith('trade.'),
      () => void load(),
    );
    return () => {
      wanted = false;
      stop();
    };
  }, [nick]);
  if (trades.length === 0) return null;
  return (
    <section class="linked" aria-label="买家的订单">
      <ul>
        {trades.slice(0, MOST).map((trade) => (
          <li key={trade.tid} data-tid={trade.tid}>
            <a href={`/sold/${trade.tid}?chat=${encodeURIComponent(nick)}`} class="num">
              …{tail(trade.tid)}
            </a>
            <span class="linked-title">{trade.orders.order[0]?.title}</span>
            <span class="linked-status">{STATUS_LABEL[trade.status]}</span>
            <Flag flag={trade.seller_flag} />
            <span class="hidden-name">{FLAG_LABEL[trade.seller_flag]}</span>
          </li>
        ))}
      </ul>
      {trades.length > MOST && <p class="linked-more">共 {trades.length} 笔</p>}
    </section>
  );
}
