import type { SeenParcel } from '../../client/buyer-client.ts';
import { dateTime } from '../../components/labels.ts';
import { Empty } from '../../components/notice.tsx';
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
  const { company_name, out_sid, direction, trace, parcel_id } = parcel;
  return (
    <section class="parcel" aria-labelledby={parcel_id} data-parcel-id={parcel_id}>
      <h2 id={parcel_id}>
        {direction === 'out' ? '卖家发出' : '我退回的'}：{out_sid ? company_name : '无需物流'}
        {out_sid && <span class="num"> {out_sid}</span>}
      </h2>
      {trace.length === 0 ? (
        <p class="faint">暂时没有物流信息。</p>
      ) : (
        <ol>
          {trace.toReversed().map((step) => (
            <li key={`${step.status_time} ${step.status_desc}`}>
              <time class="num">{dateTime(step.status_time)}</time>
              <span>{step.status_desc}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
