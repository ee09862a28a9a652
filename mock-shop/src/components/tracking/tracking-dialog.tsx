import { getShippingOf } from '../../client/ship-client.ts';
import { Dialog } from '../dialog.tsx';
import { Empty, ErrorBar } from '../notice.tsx';
import { useAsked } from '../use-asked.ts';
import { ParcelCard } from './parcel-card.tsx';
import './tracking.css';

/** 查看物流: the parcels of a trade, true while the clock moves; 联系快递 and 修改单号. Source: textbook OP-8. */
export function TrackingDialog({ tid, onClosed }: { tid: string; onClosed: () => void }) {
  const asked = useAsked(
    tid,
    () => getShippingOf(tid),
    ({ type }) => /^(?:trade|parcel)\./.test(type),
  );
  const { value, fault } = asked;
  const parcels = value?.parcels ?? [];
  return (
    <Dialog
      class="tracking"
      heading={
        <>
          查看物流 <span class="dialog-tid num">订单号：{tid}</span>
        </>
      }
      headingId="tracking-heading"
      data-testid="tracking-dialog"
      data-tid={tid}
      onClosed={onClosed}
    >
      <div class="dialog-body">
        {fault && <ErrorBar text={fault} onRetry={asked.reload} />}
        {!value && !fault && <p class="faint">正在读取物流信息…</p>}
        {value && parcels.length === 0 && (
          <Empty text="没有物流信息。">还没有发货，或者交易结束已久，物流公司不再保留记录。</Empty>
        )}
        {value &&
          parcels.map((parcel, i) => (
            <ParcelCard
              key={parcel.parcel_id}
              parcel={parcel}
              trade={value.trade}
              carriers={value.carriers}
              place={parcels.length === 1 ? '包裹' : `包裹 ${i + 1}`}
            />
          ))}
      </div>
    </Dialog>
  );
}
