import type { TradeRate } from 'fixtures';
import type { Deal } from '../../client/buyer-client.ts';
import { simNow } from '../../client/world.ts';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { timeLeft } from '../../components/countdown.ts';
import { Fact } from '../../components/form.tsx';
import { dateTime } from '../../components/labels.ts';
import { useShopUrl } from '../../components/shop-url.ts';
import { RefundLink } from './bought-rows.tsx';
import { BUYER_STATUS } from './buyer-labels.ts';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';
import { Goods } from './goods.tsx';
import { TradeButtons } from './trade-buttons.tsx';
import { CancelDialog, DelayDialog } from './trade-dialogs.tsx';

const RESULT: Record<TradeRate['result'], string> = { good: '好评', neutral: '中评', bad: '差评' };

/** 订单详情 as the buyer sees it: where it stands, what can be done, the goods, where they go. */
export function BuyerTradePage({ nick, tid }: { nick: string; tid: string }) {
  return (
    <DealPage nick={nick} tid={tid} title="订单详情">
      {(deal) => <Detail nick={nick} deal={deal} />}
    </DealPage>
  );
}

function Detail({ nick, deal }: { nick: string; deal: Deal }) {
  const { path, search, go } = useShopUrl();
  const { trade, rates } = deal;
  const ask = new URLSearchParams(search).get('do');
  const dialog = { nick, deal, onClosed: () => go(path, true) };
  return (
    <>
      <section class="deal-state" aria-label="订单状态">
        <p class="deal-status">
          <strong>{BUYER_STATUS[trade.status]}</strong>
          {trade.close_reason && <span>（{trade.close_reason}）</span>}
        </p>
        <p>{hint(deal, simNow.value)}</p>
        <div class="deal-do">
          <TradeButtons nick={nick} trade={trade} />
        </div>
      </section>
      <table class="deal-goods">
        <caption class="hidden-name">宝贝清单</caption>
        <thead>
          <ColumnHeads names={['宝贝', '单价', '数量', '实付', '售后']} />
        </thead>
        <tbody>
          {trade.orders.order.map((order) => (
            <tr key={order.oid} data-oid={order.oid}>
              <td>
                <Goods order={order} />
              </td>
              <td class="num">{order.price}</td>
              <td class="num">{order.num}</td>
              <td class="num">{order.payment}</td>
              <td>
                <RefundLink nick={nick} trade={trade} order={order} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={5}>
              运费 <span class="num">{trade.post_fee}</span> 元，实付款{' '}
              <strong class="deal-sum num">{trade.payment}</strong> 元
            </td>
          </tr>
        </tfoot>
      </table>
      <dl class="deal-facts">
        <Fact name="收货信息">
          {trade.receiver_name}，{trade.receiver_mobile || trade.receiver_phone}，{trade.receiver_state}{' '}
          {trade.receiver_city} {trade.receiver_district} {trade.receiver_town} {trade.receiver_address}{' '}
          {trade.receiver_zip}
        </Fact>
        {trade.buyer_message && <Fact name="给卖家的留言">{trade.buyer_message}</Fact>}
        <Fact name="订单号">
          <span class="num">{trade.tid}</span>
        </Fact>
        {trade.alipay_no && (
          <Fact name="支付宝交易号">
            <span class="num">{trade.alipay_no}</span>
          </Fact>
        )}
        <Fact name="卖家">
          <a href={`${buyerUrl(nick, 'chat')}?tid=${trade.tid}`} data-testid="buyer-contact">
            和卖家联系
          </a>
        </Fact>
        {(
          [
            ['成交时间', trade.created],
            ['付款时间', trade.pay_time],
            ['发货时间', trade.consign_time],
            ['结束时间', trade.end_time],
          ] as const
        ).map(
          ([name, at]) =>
            at && (
              <Fact key={name} name={name}>
                <time class="num">{dateTime(at)}</time>
              </Fact>
            ),
        )}
      </dl>
      {ask === 'cancel' && trade.status === 'WAIT_BUYER_PAY' && <CancelDialog {...dialog} />}
      {ask === 'delay' && trade.status === 'WAIT_BUYER_CONFIRM_GOODS' && <DelayDialog {...dialog} />}
      {rates.length > 0 && (
        <section class="deal-rates" aria-labelledby="rates-title">
          <h2 id="rates-title">评价</h2>
          <ul>
            {rates.map((rate) => (
              <li key={rate.rate_id}>
                <strong>
                  {rate.role === 'buyer' ? '我的评价' : '卖家的评价'}：{RESULT[rate.result]}
                </strong>
                <span>{rate.content || '没有写内容'}</span>
                {rate.reply && (
                  <span class="deal-reply">
                    {rate.role === 'buyer' ? '卖家解释' : '我的解释'}：{rate.reply}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What happens next and when, in one sentence. `now`: simulated ms. */
function hint({ trade }: Deal, now: number): string {
  const left = trade.timeout_action_time && timeLeft(trade.timeout_action_time, now);
  switch (trade.status) {
    case 'WAIT_BUYER_PAY':
      return left ? `请在 ${left}内付款，过时订单会自动关闭。` : '请付款。';
    case 'WAIT_SELLER_SEND_GOODS':
      return trade.type === 'cod' ? '卖家正在备货，收货时付款。' : '您已付款，钱由支付宝保管，等卖家发货。';
    case 'SELLER_CONSIGNED_PART':
      return '一部分宝贝已经发出，其余的等卖家发货。';
    case 'WAIT_BUYER_CONFIRM_GOODS':
      if (left) return `收到货并检查无误后请确认收货；${left}后系统会自动确认，把钱付给卖家。`;
      return trade.type === 'cod' ? '收到货后请验货、付款并签收。' : '退款处理期间，自动确认收货的计时暂停。';
    case 'TRADE_BUYER_SIGNED':
      return left ? `您已签收并付款；${left}后系统会自动确认收货。` : '您已签收并付款。';
    case 'TRADE_FINISHED':
      return trade.buyer_rate ? '交易成功，您已评价。' : '交易成功，欢迎评价。';
    case 'TRADE_CLOSED':
      return '已退款，交易关闭。';
    case 'TRADE_CLOSED_BY_TAOBAO':
      return '订单没有付款就关闭了。';
  }
}
