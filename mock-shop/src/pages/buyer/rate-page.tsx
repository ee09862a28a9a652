import type { Order } from 'fixtures';
import { useState } from 'preact/hooks';
import { actOnTrade, type Deal } from '../../client/buyer-client.ts';
import { Choices, Form, FormFoot } from '../../components/form.tsx';
import { useSend } from '../../components/use-send.ts';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';
import { Goods } from './goods.tsx';
import { Result } from './result.tsx';

const RESULTS = [
  ['good', '好评'],
  ['neutral', '中评'],
  ['bad', '差评'],
] as const;

interface Opinion {
  result: string;
  content: string;
}

/** 评价: good, neutral or bad for each thing that was bought. Source: textbook OP-3. */
export function RatePage({ nick, tid }: { nick: string; tid: string }) {
  return (
    <DealPage nick={nick} tid={tid} title="评价宝贝">
      {(deal) => <Rating nick={nick} deal={deal} />}
    </DealPage>
  );
}

function Rating({ nick, deal: { trade, rates } }: { nick: string; deal: Deal }) {
  const [opinions, setOpinions] = useState<Record<string, Opinion>>({});
  const sending = useSend();
  const open = trade.orders.order.filter(
    ({ oid, status }) => status === 'TRADE_FINISHED' && !rates.some((one) => one.oid === oid && one.role === 'buyer'),
  );
  const home = buyerUrl(nick, 'trades', trade.tid);
  if (open.length === 0) {
    const rated = rates.some(({ role }) => role === 'buyer') || trade.buyer_rate;
    return (
      <Result good={rated} text={rated ? '评价成功，谢谢您的意见' : '这笔订单现在不能评价'}>
        <p>{rated ? '评价提交后不能修改，卖家可以解释一次。' : '交易成功以后才能评价。'}</p>
        <a href={home}>查看订单</a>
      </Result>
    );
  }
  const opinionOf = (oid: string): Opinion => opinions[oid] ?? { result: '', content: '' };
  const send = async (): Promise<void> => {
    // One after the other: what was taken leaves the form, and the rest is still there if one is refused.
    for (const { oid } of open) await actOnTrade(nick, trade.tid, 'rate', { oid, ...opinionOf(oid) });
  };
  return (
    <Form
      onSend={() => {
        sending.send(faultOf(open, opinionOf), send);
      }}
    >
      {open.map((order) => {
        const opinion = opinionOf(order.oid);
        const set = (part: Partial<Opinion>): void =>
          setOpinions((all) => ({ ...all, [order.oid]: { ...opinionOf(order.oid), ...part } }));
        return (
          <section key={order.oid} class="opinion" data-oid={order.oid} aria-label={`评价：${order.title}`}>
            <Goods order={order} />
            <div>
              <Choices
                name={`rate-result-${order.oid}`}
                testid="rate-result"
                label="评价等级"
                options={RESULTS}
                value={opinion.result}
                onChange={(result) => set({ result })}
              />
              <textarea
                class="field form-note"
                data-testid="rate-content"
                aria-label="评价内容"
                placeholder={opinion.result === 'good' ? '说说哪里好（可以不写）' : '请写明原因，方便卖家改进'}
                rows={3}
                value={opinion.content}
                onInput={(event) => set({ content: event.currentTarget.value })}
              />
            </div>
          </section>
        );
      })}
      <p class="faint">评价对所有人公开，提交后不能修改。中评和差评请写明原因。</p>
      <FormFoot label="提交评价" testid="rate-submit" {...sending} />
    </Form>
  );
}

function faultOf(orders: readonly Order[], opinionOf: (oid: string) => Opinion): string | undefined {
  for (const { oid, title } of orders) {
    const { result, content } = opinionOf(oid);
    if (result === '') return `请给「${title}」选好评、中评或差评`;
    if (result !== 'good' && content.trim() === '') return `给「${title}」中评或差评，请写明原因`;
  }
  return undefined;
}
