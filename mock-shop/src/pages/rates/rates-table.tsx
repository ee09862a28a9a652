import type { TradeRate } from 'fixtures';
import type { ShownRate } from '../../client/rate-client.ts';
import { simNow } from '../../client/world.ts';
import { unreadOf } from '../../components/chat/chat-store.ts';
import { WangwangLink } from '../../components/chat/wangwang-link.tsx';
import { isoTime, timeLeft } from '../../components/countdown.ts';
import { FlagButton } from '../../components/flag-button.tsx';
import { dateTime, skuParts } from '../../components/labels.ts';
import { ListTable } from '../../components/list-table.tsx';
import { Picture } from '../../components/picture.tsx';
import { RateGrade } from './rate-grade.tsx';

interface RatesTableProps {
  /** Who rated. */
  role: TradeRate['role'];
  /** Null before the first answer. */
  rates: readonly ShownRate[] | null;
  busy: boolean;
  failed: boolean;
  /** URL that shows this page with a buyer's conversation open. */
  chatHref: (nick: string) => string;
  onExplain: (rate: ShownRate) => void;
  onFlag: (tid: string) => void;
}

/** Ratings, the newest first. */
export function RatesTable({ role, rates, busy, failed, ...rest }: RatesTableProps) {
  return (
    <ListTable
      class="rates-table"
      caption={role === 'buyer' ? '来自买家的评价' : '给他人的评价'}
      columns={['评价', '评论', role === 'buyer' ? '评价人' : '被评价人', '宝贝信息', '操作']}
      cols="rates"
      busy={busy}
      waiting={rates === null && !failed && '正在读取评价…'}
    >
      <tbody>
        {rates?.map((rate) => (
          <RateRow key={`${rate.oid}-${rate.role}`} rate={rate} {...rest} />
        ))}
      </tbody>
    </ListTable>
  );
}

type RateRowProps = Pick<RatesTableProps, 'chatHref' | 'onExplain' | 'onFlag'> & { rate: ShownRate };

function RateRow({ rate, chatHref, onExplain, onFlag }: RateRowProps) {
  const received = rate.role === 'buyer';
  const buyer = received ? rate.nick : rate.rated_nick;
  return (
    <tr class="rate-row" data-tid={rate.tid} data-oid={rate.oid} data-buyer-nick={buyer}>
      <td class="middle">
        <RateGrade result={rate.result} />
      </td>
      <td>
        {rate.content ? <p class="rate-text">{rate.content}</p> : <p class="rate-text faint">没有写评论</p>}
        <time class="num faint">{dateTime(rate.created)}</time>
        {rate.reply && (
          <p class="rate-reply">
            <strong>{received ? '我的解释' : '买家的解释'}：</strong>
            {rate.reply}
            {rate.reply_time && <time class="num faint"> {dateTime(rate.reply_time)}</time>}
          </p>
        )}
      </td>
      <td class="middle buyer">
        <span class="buyer-nick">{buyer}</span>
        <WangwangLink href={chatHref(buyer)} nick={buyer} unread={unreadOf(buyer)} />
      </td>
      <td>
        <div class="goods">
          <Picture path={rate.pic_path} size={44} />
          <div class="goods-text">
            <span class="goods-title">{rate.item_title}</span>
            {skuParts(rate.sku_properties_name).map((part) => (
              <span key={part} class="goods-sku">
                {part}
              </span>
            ))}
            <span class="goods-sku num">{rate.item_price} 元</span>
          </div>
        </div>
      </td>
      <td class="middle">
        <span class="rate-deeds">
          {received && <Explain rate={rate} onExplain={onExplain} />}
          <span class="rate-links">
            <a href={`/sold/${rate.tid}`} data-testid="rate-trade" aria-label={`订单详情：${rate.tid}`}>
              订单详情
            </a>
            <FlagButton flag={rate.seller_flag} memo={rate.seller_memo} onEdit={() => onFlag(rate.tid)} />
          </span>
        </span>
      </td>
    </tr>
  );
}

/** 解释, while it is possible: once, within its time. */
function Explain({ rate, onExplain }: { rate: ShownRate; onExplain: (rate: ShownRate) => void }) {
  if (rate.reply) return <span class="faint">已解释</span>;
  const until = isoTime(rate.explain_end);
  if (Date.parse(until) < simNow.value) return <span class="faint">已过解释期</span>;
  return (
    <>
      <button
        type="button"
        class={rate.result === 'good' ? 'link' : 'button primary'}
        data-testid="rate-explain"
        aria-label={`解释：${rate.nick}对「${rate.item_title}」的评价`}
        aria-haspopup="dialog"
        onClick={() => onExplain(rate)}
      >
        解释
      </button>
      {rate.result !== 'good' && <span class="faint num rate-left">还剩 {timeLeft(until, simNow.value)}</span>}
    </>
  );
}
