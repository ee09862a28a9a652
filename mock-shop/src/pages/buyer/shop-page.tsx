import { getWindow } from '../../client/buyer-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { Picture } from '../../components/picture.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { buyerUrl } from './buyer-url.ts';
import { NoBuyer } from './no-buyer.tsx';

/** 逛店铺: everything the shop sells, to order something by hand. */
export function ShopPage({ nick }: { nick: string }) {
  const shop = useAsked(
    nick,
    () => getWindow(nick),
    () => false,
  );
  if (shop.subCode === 'isv.buyer-not-exist') return <NoBuyer nick={nick} />;
  return (
    <main class="page" id="content">
      <h1 class="page-title">逛店铺</h1>
      {shop.fault && <ErrorBar text={shop.fault} onRetry={shop.reload} />}
      {shop.value === null && !shop.fault && <p class="faint">正在读取宝贝…</p>}
      <ul class="window">
        {shop.value?.products.map(({ numIid, title, skus }) => {
          const all = skus.flat();
          const price = Math.min(...all.map((sku) => Number(sku.price)));
          return (
            <li key={numIid}>
              <a href={buyerUrl(nick, 'shop', numIid)} data-testid="shop-item" data-num-iid={numIid}>
                <Picture path={all[0]?.pic_path ?? ''} size={120} />
                <span class="window-title">{title}</span>
                <span class="window-price num">
                  ¥{price.toFixed(2)}
                  {all.some((sku) => Number(sku.price) !== price) && ' 起'}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
