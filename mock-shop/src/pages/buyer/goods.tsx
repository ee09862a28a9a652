import type { Order } from 'fixtures';
import { skuParts } from '../../components/labels.ts';
import { Picture } from '../../components/picture.tsx';

/** What was bought: picture, title and choice. */
export function Goods({
  order,
  size = 56,
}: {
  order: Pick<Order, 'title' | 'pic_path' | 'sku_properties_name'>;
  size?: number;
}) {
  return (
    <div class="goods">
      <Picture path={order.pic_path} size={size} />
      <div class="goods-text">
        <span class="goods-title">{order.title}</span>
        {skuParts(order.sku_properties_name).map((part) => (
          <span key={part} class="goods-sku">
            {part}
          </span>
        ))}
      </div>
    </div>
  );
}
