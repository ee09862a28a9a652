import type { Receiver } from 'fixtures';
import { useState } from 'preact/hooks';
import { createTrade, getWindow, type Window } from '../../client/buyer-client.ts';
import { Choices, Form, FormFoot, Row, Text } from '../../components/form.tsx';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { ReceiverFields, receiverProblem } from '../../components/receiver/receiver-fields.tsx';
import { useShopUrl } from '../../components/shop-url.ts';
import { useAsked } from '../../components/use-asked.ts';
import { useSend } from '../../components/use-send.ts';
import { buyerUrl } from './buyer-url.ts';
import { Goods } from './goods.tsx';
import { NoBuyer } from './no-buyer.tsx';

type Product = Window['products'][number];

/** 下单: choice, number, address and way of paying. The choice and the number are in the URL. */
export function OrderPage({ nick, item }: { nick: string; item: string }) {
  const shop = useAsked(
    nick,
    () => getWindow(nick),
    () => false,
  );
  if (shop.subCode === 'isv.buyer-not-exist') return <NoBuyer nick={nick} />;
  const product = shop.value?.products.find(({ numIid }) => numIid === item);
  return (
    <main class="page" id="content">
      <p class="crumbs">
        <a href={buyerUrl(nick, 'shop')} data-testid="buyer-back">
          ‹ 返回店铺
        </a>
      </p>
      <h1 class="page-title">下单</h1>
      {shop.fault && <ErrorBar text={shop.fault} onRetry={shop.reload} />}
      {shop.value === null && !shop.fault && <p class="faint">正在读取宝贝…</p>}
      {shop.value && !product && (
        <Empty text={`店里没有编号为 ${item.slice(0, 40)} 的宝贝。`}>
          去 <a href={buyerUrl(nick, 'shop')}>逛店铺</a>。
        </Empty>
      )}
      {shop.value && product && <OrderForm nick={nick} shop={shop.value} product={product} />}
    </main>
  );
}

const NOWHERE: Receiver = {
  receiver_name: '',
  receiver_state: '',
  receiver_city: '',
  receiver_district: '',
  receiver_town: '',
  receiver_address: '',
  receiver_zip: '',
  receiver_mobile: '',
  receiver_phone: '',
};

function OrderForm({ nick, shop, product }: { nick: string; shop: Window; product: Product }) {
  const { path, search, go } = useShopUrl();
  const query = new URLSearchParams(search);
  const all = product.skus.flat();
  const sku = all.find(({ sku_id }) => sku_id === query.get('sku'));
  const num = query.get('num') ?? '1';
  const [receiver, setReceiver] = useState<Receiver>(shop.receiver ?? NOWHERE);
  const [message, setMessage] = useState('');
  const [cod, setCod] = useState('');
  const sending = useSend();
  const choose = (sku_id: string, count: string): void => {
    const next = new URLSearchParams({ ...(sku_id && { sku: sku_id }), ...(count !== '1' && { num: count }) });
    go(next.size > 0 ? `${path}?${next}` : path, true);
  };
  const sum = sku && /^[1-9]\d{0,2}$/.test(num) ? Number(sku.price) * Number(num) : undefined;
  const submit = (): void => {
    const why = sku ? '数量是 1 到 999 的整数' : '请先选款式';
    sending.send(sum === undefined ? why : receiverProblem(receiver), async () => {
      const items = [{ num_iid: product.numIid, sku_id: sku?.sku_id ?? '', num: Number(num) }];
      const { tid } = await createTrade(nick, { items, receiver, message, cod: cod === 'cod' });
      go(cod === 'cod' ? buyerUrl(nick, 'trades', tid) : buyerUrl(nick, 'trades', tid, 'pay'));
    });
  };
  return (
    <Form onSend={submit}>
      <Row label="宝贝">
        <Goods order={{ title: product.title, pic_path: '', sku_properties_name: '', ...(sku ?? all[0]) }} />
      </Row>
      <Row label="款式" required>
        <Choices
          name="order-sku"
          testid="order-sku"
          label="款式"
          options={all.map((one) => [one.sku_id, `${namesOf(one.sku_properties_name)}　¥${one.price}`] as const)}
          value={sku?.sku_id ?? ''}
          onChange={(value) => choose(value, num)}
        />
      </Row>
      <Row label="数量" required>
        <Text
          label="数量"
          testid="order-num"
          class="num form-short"
          mode="numeric"
          most={3}
          value={num}
          onInput={(text) => choose(sku?.sku_id ?? '', text.trim())}
        />
      </Row>
      <ReceiverFields prefix="order" value={receiver} onReceiver={setReceiver} />
      <Row label="给卖家留言">
        <Text
          label="给卖家留言"
          testid="order-message"
          class="form-wide"
          most={500}
          value={message}
          onInput={setMessage}
        />
      </Row>
      <Row label="付款方式">
        <Choices
          name="order-cod"
          testid="order-cod"
          label="付款方式"
          options={[
            ['', '支付宝付款'],
            ['cod', shop.cod ? '货到付款' : '货到付款（本店没有开通）', !shop.cod],
          ]}
          value={cod}
          onChange={setCod}
        />
      </Row>
      <Row label="宝贝金额">
        {sum === undefined ? (
          <span class="faint">选好款式和数量后显示</span>
        ) : (
          <strong class="deal-sum num">{sum.toFixed(2)}</strong>
        )}
        <span class="form-hint">满 {shop.free_post_from} 元包邮，不满时运费在提交后的订单里显示</span>
      </Row>
      <FormFoot label="提交订单" testid="order-submit" {...sending} />
    </Form>
  );
}

/** `颜色分类:曜石黑;存储容量:512GB` → `曜石黑 512GB`. */
function namesOf(sku: string): string {
  return sku
    .split(';')
    .map((part) => part.split(':').at(-1))
    .join(' ');
}
