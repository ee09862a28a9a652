import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { actOnTrade, type BuyerTrade, type Deal } from '../../client/buyer-client.ts';
import { Form, FormFoot, Row } from '../../components/form.tsx';
import { useSend } from '../../components/use-send.ts';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';
import { Goods } from './goods.tsx';
import { PasswordRow } from './password-row.tsx';
import { Result } from './result.tsx';

/** 付款: the money goes to the platform, which holds it until the receipt is confirmed. */
export function PayPage({ nick, tid }: { nick: string; tid: string }) {
  return (
    <DealPage nick={nick} tid={tid} title="支付宝付款">
      {({ trade }) =>
        trade.status === 'WAIT_BUYER_PAY' ? (
          <MoneyForm nick={nick} trade={trade} act="pay" label="确认付款">
            <p>付款后钱先由支付宝保管，您确认收货以后才付给卖家。</p>
          </MoneyForm>
        ) : (
          <AfterPay nick={nick} trade={trade} />
        )
      }
    </DealPage>
  );
}

function AfterPay({ nick, trade }: { nick: string; trade: BuyerTrade }) {
  const home = buyerUrl(nick, 'trades', trade.tid);
  if (trade.status === 'TRADE_CLOSED_BY_TAOBAO') {
    return (
      <Result good={false} text="订单已经关闭，不能付款了">
        <a href={buyerUrl(nick, 'shop')}>重新下单</a>
      </Result>
    );
  }
  return (
    <Result text={trade.pay_time ? `付款成功：${trade.payment} 元` : '这笔订单现在不用付款'}>
      <p>{trade.pay_time ? '请等卖家发货。' : '货到付款的订单，签收时再付。'}</p>
      <a href={home}>查看订单</a>
    </Result>
  );
}

/** 确认收货: the seller gets the money. Goods paid for at the door are first signed for, then confirmed. */
export function ConfirmPage({ nick, tid }: { nick: string; tid: string }) {
  return (
    <DealPage nick={nick} tid={tid} title="确认收货">
      {(deal) => <Confirming nick={nick} deal={deal} />}
    </DealPage>
  );
}

function Confirming({ nick, deal: { trade } }: { nick: string; deal: Deal }) {
  const home = buyerUrl(nick, 'trades', trade.tid);
  if (trade.status === 'TRADE_FINISHED') {
    return (
      <Result text="交易成功，卖家已收到货款">
        {!trade.buyer_rate && (
          <a class="button primary" href={buyerUrl(nick, 'trades', trade.tid, 'rate')} data-testid="result-rate">
            去评价
          </a>
        )}{' '}
        <a href={home}>查看订单</a>
      </Result>
    );
  }
  if (trade.status !== 'WAIT_BUYER_CONFIRM_GOODS' && trade.status !== 'TRADE_BUYER_SIGNED') {
    return (
      <Result good={false} text="这笔订单现在不能确认收货">
        <p>卖家全部发货以后才能确认。</p>
        <a href={home}>查看订单</a>
      </Result>
    );
  }
  const atDoor = trade.type === 'cod' && trade.status === 'WAIT_BUYER_CONFIRM_GOODS';
  return (
    <MoneyForm nick={nick} trade={trade} act="confirm" label={atDoor ? '签收并付款' : '确认收货'}>
      <p class="warning" role="note">
        <strong>请收到货、开箱检查无误后再{atDoor ? '签收' : '确认'}！</strong>
        {atDoor ? '签收时要向派送员付清货款。' : '确认以后，支付宝会马上把钱付给卖家。没有收到货就确认，可能钱货两空。'}
      </p>
    </MoneyForm>
  );
}

interface MoneyFormProps {
  nick: string;
  trade: BuyerTrade;
  act: 'pay' | 'confirm';
  label: string;
  children: ComponentChildren;
}

/** What it is about, what it costs, and the password. */
function MoneyForm({ nick, trade, act, label, children }: MoneyFormProps) {
  const [password, setPassword] = useState('');
  const sending = useSend();
  return (
    <Form
      onSend={() => {
        sending.send(password === '' ? '请输入支付密码' : undefined, async () => {
          setPassword('');
          await actOnTrade(nick, trade.tid, act, { password });
        });
      }}
    >
      {children}
      <Row label="宝贝">
        {trade.orders.order.map((order) => (
          <Goods key={order.oid} order={order} size={40} />
        ))}
      </Row>
      <Row label="金额">
        <strong class="deal-sum num">{trade.payment}</strong> 元
        <span class="faint num">（含运费 {trade.post_fee} 元）</span>
      </Row>
      <PasswordRow value={password} onInput={setPassword} />
      <FormFoot label={label} testid={`${act}-submit`} {...sending} />
    </Form>
  );
}
