import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { NoPage } from '../boot/no-page.tsx';
import { ApplyPage, ChangePage } from './apply-page.tsx';
import { BuyerBar } from './buyer-bar.tsx';
import { BuyerPicker } from './buyer-picker.tsx';
import { type BuyerPlace, readBuyerPath } from './buyer-url.ts';
import { TalkPage } from './chat-page.tsx';
import { LogisticsPage } from './logistics-page.tsx';
import { ConfirmPage, PayPage } from './money-page.tsx';
import { OrderPage } from './order-page.tsx';
import { RatePage } from './rate-page.tsx';
import { RefundPage } from './refund-page.tsx';
import { ReturnPage } from './return-page.tsx';
import { ShopPage } from './shop-page.tsx';
import { BuyerTradePage } from './trade-page.tsx';
import { TradesPage } from './trades-page.tsx';
import '../../components/frame/frame.css';
import '../../components/list-table.css';
import '../sold/sold.css';
import './buyer.css';

/** 买家视角: the same world as one of its buyers sees it, in a frame that cannot be taken for the seller's. */
export function BuyerApp() {
  const { path } = useLocation();
  const place = readBuyerPath(path);
  const nick = place && 'nick' in place ? place.nick : undefined;
  useLayoutEffect(() => {
    document.title = nick === undefined ? '买家视角：选择买家' : `买家视角：${nick}`;
  }, [path, nick]);
  return (
    <div class="buyer-view" data-buyer-nick={nick}>
      <BuyerBar nick={nick} section={sectionOf(place)} />
      {place ? <Page key={path} place={place} /> : <NoPage />}
    </div>
  );
}

function Page({ place }: { place: BuyerPlace }) {
  switch (place.at) {
    case 'choose':
      return (
        <main class="page" id="content">
          <h1 class="page-title">买家视角：以哪位买家的身份操作？</h1>
          <p class="faint">这里和卖家后台是同一个世界：您在这里做的，卖家那边马上看得到。</p>
          <BuyerPicker />
        </main>
      );
    case 'trades':
      return <TradesPage nick={place.nick} />;
    case 'chat':
      return <TalkPage nick={place.nick} />;
    case 'shop':
      return <ShopPage nick={place.nick} />;
    case 'order':
      return <OrderPage nick={place.nick} item={place.item} />;
    case 'trade':
      return <BuyerTradePage nick={place.nick} tid={place.tid} />;
    case 'pay':
      return <PayPage nick={place.nick} tid={place.tid} />;
    case 'confirm':
      return <ConfirmPage nick={place.nick} tid={place.tid} />;
    case 'rate':
      return <RatePage nick={place.nick} tid={place.tid} />;
    case 'logistics':
      return <LogisticsPage nick={place.nick} tid={place.tid} />;
    case 'apply':
      return <ApplyPage nick={place.nick} tid={place.tid} oid={place.oid} />;
    case 'refund':
      return <RefundPage nick={place.nick} refund={place.refund} />;
    case 'change':
      return <ChangePage nick={place.nick} refund={place.refund} />;
    case 'return':
      return <ReturnPage nick={place.nick} refund={place.refund} />;
  }
}

/** Which of the bar's sections a place belongs to. */
function sectionOf(place: BuyerPlace | undefined): string {
  if (place?.at === 'chat') return 'chat';
  return place?.at === 'shop' || place?.at === 'order' ? 'shop' : '';
}
