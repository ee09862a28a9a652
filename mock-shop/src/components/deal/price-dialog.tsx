import type { Order } from 'fixtures';
import { useState } from 'preact/hooks';
import { savePrices } from '../../client/trade-client.ts';
import { fen, yuan } from '../../domain/money.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { showToast } from '../toast.tsx';
import { DealHeading } from './deal-heading.tsx';
import { discountOf, priceFault, typedFen } from './price-change.ts';
import { PriceLine, type Typed } from './price-line.tsx';
import type { DealDialogProps } from './use-deal.tsx';
import './deal.css';

/** 修改价格: a discount or a raise for each order, and the postage, with the sums as one types. Source: seller-backend "Screens". */
export function PriceDialog({ trade, onClosed }: DealDialogProps) {
  const orders = trade.orders.order;
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const [post, setPost] = useState(trade.post_fee);
  const lines = orders.map((order) => lineOf(order, typed[order.oid] ?? { fold: '', change: '' }));
  const postage = post.trim() === '' ? undefined : typedFen(post);
  const postFault = faultOfPost(postage);
  const goods = lines.reduce((sum, { after }) => sum + (after ?? 0), 0);
  const broken = postFault !== undefined || lines.some(({ fault }) => fault !== undefined);
  const total = broken ? undefined : goods + (postage ?? 0);
  const unchanged =
    postage === fen(trade.post_fee) && lines.every(({ after }, i) => after === fen(orders[i]?.payment ?? '0.00'));

  const missing = (): string | undefined => {
    const fault = lines.find((line) => line.fault)?.fault ?? postFault;
    if (fault) return fault;
    if (total === 0) return '买家至少要付 0.01 元';
    return unchanged ? '价格和运费都没有改动' : undefined;
  };
  return (
    <FormDialog
      name="price"
      heading={<DealHeading text="修改价格" trade={trade} />}
      label="确定修改"
      trade={trade}
      wide
      missing={missing()}
      onClosed={onClosed}
      onYes={async () => {
        await savePrices(trade.tid, {
          orders: lines.map(({ order, after }) => ({ oid: order.oid, payment: yuan(after ?? 0) })),
          post_fee: yuan(postage ?? 0),
        });
        showToast({ text: `价格已修改，买家应付 ${yuan(total ?? 0)} 元`, tid: trade.tid });
      }}
    >
      <table class="price-table">
        <caption class="hidden-name">每件宝贝的价格</caption>
        <thead>
          <ColumnHeads names={['宝贝', '数量', '现价（元）', '折扣', '涨价或减价（元）', '改后（元）']} />
        </thead>
        <tbody>
          {lines.map((line) => (
            <PriceLine
              key={line.order.oid}
              {...line}
              onTyped={(next) => setTyped((before) => ({ ...before, [line.order.oid]: next }))}
            />
          ))}
        </tbody>
      </table>
      <div class="price-post">
        <label for="price-post">运费（元）</label>
        <input
          id="price-post"
          class="field num"
          inputMode="decimal"
          autocomplete="off"
          maxLength={12}
          data-testid="price-post"
          value={post}
          aria-invalid={postFault !== undefined}
          onInput={(event) => setPost(event.currentTarget.value)}
        />
        <button type="button" class="button" data-testid="price-free" onClick={() => setPost('0.00')}>
          免运费
        </button>
        {postFault && <span class="price-fault">{postFault}</span>}
      </div>
      <p class="price-total" aria-live="polite">
        商品 <span class="num">{broken ? '—' : yuan(goods)}</span> 元 + 运费{' '}
        <span class="num">{postage === undefined ? '—' : yuan(postage)}</span> 元，买家应付{' '}
        <strong class="num" data-testid="price-total">
          {total === undefined ? '—' : yuan(total)}
        </strong>{' '}
        元<span class="faint num">（原来 {trade.payment} 元）</span>
      </p>
      <p class="faint deal-note">折扣按现价算。买家付款之前可以再改；买家已经打开付款页的，请他刷新后再付。</p>
    </FormDialog>
  );
}

function lineOf(order: Order, typed: Typed) {
  const before = fen(order.payment);
  if (typed.fold !== '' && discountOf(before, typed.fold) === undefined) {
    return { order, typed, after: undefined, fault: '折扣写 0.01 到 9.99，例如 9 或 8.5' };
  }
  const change = typedFen(typed.change);
  if (change === undefined)
    return { order, typed, after: undefined, fault: '金额写成数字，最多两位小数，减价在前面加 -' };
  return { order, typed, after: before + change, fault: priceFault(before + change) };
}

function faultOfPost(postage: number | undefined): string | undefined {
  if (postage === undefined) return '运费写成数字，最多两位小数';
  return postage < 0 ? '运费不能低于 0 元' : priceFault(postage);
}
