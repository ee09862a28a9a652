import type { Order } from 'fixtures';
import { fen, yuan } from '../../domain/money.ts';
import { skuParts } from '../labels.ts';
import { Picture } from '../picture.tsx';
import { discountOf } from './price-change.ts';

/** What somebody typed for an order: 折, or yuan more or less. */
export interface Typed {
  fold: string;
  change: string;
}

interface PriceLineProps {
  order: Order;
  typed: Typed;
  /** The new price in fen; undefined when what is typed is none. */
  after: number | undefined;
  fault: string | undefined;
  onTyped: (typed: Typed) => void;
}

/** One order of 修改价格. A discount fills in the yuan; yuan typed by hand clear the discount. */
export function PriceLine({ order, typed, after, fault, onTyped }: PriceLineProps) {
  const before = fen(order.payment);
  const tell = `fault-${order.oid}`;
  const discount = (fold: string): void => {
    const change = discountOf(before, fold);
    onTyped({ fold, change: change === undefined ? '' : yuan(change) });
  };
  return (
    <tr data-oid={order.oid}>
      <td>
        <div class="goods">
          <Picture path={order.pic_path} size={36} />
          <div class="goods-text">
            <span class="goods-title">{order.title}</span>
            <span class="faint">{skuParts(order.sku_properties_name).join(' ')}</span>
            <span class="price-fault" id={tell}>
              {fault}
            </span>
          </div>
        </div>
      </td>
      <td class="num middle">{order.num}</td>
      <td class="num sum">{order.payment}</td>
      <td class="middle">
        <span class="price-field">
          <input
            class="field num"
            inputMode="decimal"
            autocomplete="off"
            maxLength={5}
            data-testid="price-fold"
            aria-label={`折扣：${order.title}`}
            aria-describedby={tell}
            value={typed.fold}
            onInput={(event) => discount(event.currentTarget.value)}
          />
          折
        </span>
      </td>
      <td class="middle">
        <span class="price-field">
          <input
            class="field num wider"
            inputMode="text"
            autocomplete="off"
            maxLength={11}
            placeholder="0.00"
            data-testid="price-change"
            aria-label={`涨价或减价，元：${order.title}`}
            aria-describedby={tell}
            aria-invalid={fault !== undefined}
            value={typed.change}
            onInput={(event) => onTyped({ fold: '', change: event.currentTarget.value })}
          />
        </span>
      </td>
      <td class="num sum">
        <strong data-testid="price-after">{after === undefined || after < 0 ? '—' : yuan(after)}</strong>
      </td>
    </tr>
  );
}
