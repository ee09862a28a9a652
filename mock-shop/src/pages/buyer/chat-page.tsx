import { getDeal, getTalk, say } from '../../client/buyer-client.ts';
import { world } from '../../client/world.ts';
import '../../components/chat/chat.css';
import { ConversationPane } from '../../components/chat/conversation-pane.tsx';
import type { Side } from '../../components/chat/use-conversation.ts';
import { tail } from '../../components/labels.ts';
import { useShopUrl } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { BUYER_STATUS } from './buyer-labels.ts';
import { buyerUrl } from './buyer-url.ts';
import { Goods } from './goods.tsx';

/** 旺旺 from the buyer's side; the URL says which trade it is about, and whether it is to hurry the seller. */
export function TalkPage({ nick }: { nick: string }) {
  const { search } = useShopUrl();
  const query = new URLSearchParams(search);
  const tid = query.get('tid') ?? '';
  const about = useAsked(
    `${nick} ${tid}`,
    async () => (tid ? (await getDeal(nick, tid)).trade : null),
    ({ subject }) => subject === tid,
  );
  const trade = about.stale ? null : about.value;
  // One side for the life of the pane: it is keyed by what it depends on.
  const side: Side = { read: getTalk, send: (to, text) => say(to, text, trade?.tid), counts: false };
  const hurry = tid && query.get('about') === 'remind';
  const shop = world.value?.shop.nick ?? '卖家';
  if (tid && about.value === null && !about.fault) return <main class="page" id="content" />;
  const [order] = trade?.orders.order ?? [];
  return (
    <main class="page talk" id="content">
      <h1 class="page-title">和卖家联系：{shop}</h1>
      <ConversationPane
        key={`${nick} ${tid}`}
        nick={nick}
        side={side}
        nameOf={(from, by) => (from === 'buyer' ? '我' : by ? `${shop}:${by}` : shop)}
        {...(hurry && { opening: `您好，尾号 ${tail(tid)} 的订单麻烦尽快发货，谢谢。` })}
      >
        {trade && order && (
          <section class="talk-trade" data-tid={trade.tid} aria-label="正在谈的订单">
            <Goods order={order} size={40} />
            <span>{BUYER_STATUS[trade.status]}</span>
            <a href={buyerUrl(nick, 'trades', trade.tid)} class="num">
              订单 …{tail(trade.tid)}
            </a>
          </section>
        )}
        {about.fault && <p class="talk-trade">{about.fault}</p>}
      </ConversationPane>
    </main>
  );
}
