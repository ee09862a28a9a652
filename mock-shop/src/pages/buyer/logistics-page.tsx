import type { SeenParcel } from '../../client/ship-client.ts';
import { Empty } from '../../components/notice.tsx';
import { PARCEL_LABEL, Timeline } from '../../components/tracking/timeline.tsx';
import { buyerUrl } from './buyer-url.ts';
import { DealPage } from './deal-page.tsx';

/** 查看物流: the trade's parcels, to the buyer and back, each with its latest news on top. */
export function LogisticsPage({ nick, tid }: { nick: string; tid: string }) {
  return (
    <DealPage nick={nick} tid={tid} title="查看物流">
      {({ parcels, trade }) =>
        parcels.length > 0 ? (
          parcels.map((parcel) => <ParcelTrace key={parcel.parcel_id} parcel={parcel} />)
        ) : (
          <Empty text={trade.consign_time ? '这笔订单没有物流记录。' : '卖家还没有发货。'}>
            可以 <a href={`${buyerUrl(nick, 'chat')}?tid=${tid}`}>问问卖家</a>。
          </Empty>
        )
      }
    </DealPage>
  );
}

function ParcelTrace({ parcel }: { parcel: SeenParcel }) {
  const { company_name, company_code, out_sid, direction, status, trace, parcel_id } = parcel;
  return (
    <section class="parcel-card" aria-labelledby={parcel_id} data-parcel-id={parcel_id} data-testid="parcel">
      <header class="parcel-head">
        <strong id={parcel_id}>{direction === 'out' ? '卖家发出' : '我退回的'}</strong>
        <span>{company_name || '无需物流'}</span>
        {out_sid && <span class="num">{out_sid}</span>}
        {company_code && <span class={`parcel-state parcel-${status}`}>{PARCEL_LABEL[status]}</span>}
      </header>
      <Timeline trace={trace} />
    </section>
  );
}
