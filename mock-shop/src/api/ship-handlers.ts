import type { RequestHandler } from 'msw';
import { http } from 'msw/http';
import { find } from '../domain/entities.ts';
import { invalid, missing, remote } from '../domain/refusal.ts';
import { outParcels } from '../domain/ship/parcel.ts';
import { SHIP_TABS, shipList } from '../domain/ship/ship-list.ts';
import { answer, body, json, refusal } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Shop } from './shop.ts';
import { shownParcel } from './shown-parcel.ts';

/** 发货管理: the list, everything that the ship page of a trade needs, and 联系快递. */
export function shipHandlers(shop: Shop, faults: Faults): RequestHandler[] {
  return [
    http.get('*/api/shipping', ({ request }) =>
      answer(faults, 'shipping.list', async () => {
        const query = new URL(request.url).searchParams;
        const tab = SHIP_TABS.find((one) => one === (query.get('tab') ?? 'wait'));
        if (!tab) return refusal(invalid('tab', `tab 只能是 ${SHIP_TABS.join('、')}`));
        const [page, size] = [Number(query.get('page') ?? '1'), Number(query.get('size') ?? '15')];
        if (!Number.isInteger(page) || page < 1) return refusal(invalid('page', '页码要从 1 数起'));
        if (!Number.isInteger(size) || size < 1 || size > 100) return refusal(invalid('size', '每页 1 到 100 笔'));
        const { state } = await shop.view();
        const part = (name: string): string => query.get(name)?.trim() ?? '';
        const list = shipList(state, {
          tab,
          page,
          size,
          tid: part('tid'),
          nick: part('nick'),
          receiver: part('receiver'),
        });
        const parcels = list.trades.flatMap(({ tid }) => outParcels(state, tid)).map(shownParcel);
        return json({ ...list, parcels });
      }),
    ),
    http.get('*/api/shipping/:tid', ({ params }) =>
      answer(faults, 'shipping.get', async () => {
        const tid = String(params.tid);
        const { state } = await shop.view();
        const trade = find(state, 'trade', tid);
        if (!trade) return refusal(remote('isv.trade-not-exist', `没有编号为 ${tid.slice(0, 40)} 的订单`));
        return json({
          trade,
          parcels: outParcels(state, tid).map(shownParcel),
          carriers: [...state.carriers.values()],
          addresses: [...state.addresses.values()],
        });
      }),
    ),
    http.post('*/api/parcels/:id/inquiries', ({ params, request }) =>
      answer(faults, 'parcels.inquire', async () => {
        const parcel_id = String(params.id);
        const kind = (await body(request))?.kind;
        if (typeof kind !== 'string') {
          shop.refuse('parcels.inquire', parcel_id, missing('kind'));
          return refusal(missing('kind'));
        }
        const error = await shop.run('parcels.inquire', { type: 'ship.inquire', parcel_id, kind });
        if (error) return refusal(error);
        const parcel = find((await shop.view()).state, 'parcel', parcel_id);
        return json({ parcel: parcel && shownParcel(parcel) });
      }),
    ),
  ];
}
