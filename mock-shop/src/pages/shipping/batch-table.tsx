import type { Shipping } from '../../client/ship-client.ts';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { Flag } from '../../components/flag.tsx';
import { phoneText, placeText } from '../../components/receiver/receiver-text.ts';
import { RevealButton, shownReceiver } from '../../components/receiver/shown-receiver.tsx';
import { WaybillField } from '../../components/waybill-field.tsx';
import { receiverOf, sendable } from '../../domain/ship/parcel.ts';

/** What is filled in for an order, and what came of it. */
export interface BatchLine {
  code: string;
  waybill: string;
  result: 'open' | 'done' | 'failed';
  text: string;
}

interface BatchTableProps {
  shippings: readonly Shipping[];
  canGo: (shipping: Shipping) => boolean;
  lineOf: (tid: string) => BatchLine;
  busy: boolean;
  onLine: (tid: string, part: Partial<BatchLine>) => void;
}

export function BatchTable({ shippings, canGo, lineOf, busy, onLine }: BatchTableProps) {
  const carriers = shippings[0]?.carriers.filter(({ enabled }) => enabled) ?? [];
  const options = carriers.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
  return (
    <>
      <p class="list-bar">
        <label>
          全部用{' '}
          <select
            class="field"
            data-testid="batch-carrier-all"
            disabled={busy}
            value=""
            onChange={(event) => {
              for (const shipping of shippings) {
                const { tid } = shipping.trade;
                if (canGo(shipping) && lineOf(tid).result !== 'done') onLine(tid, { code: event.currentTarget.value });
              }
            }}
          >
            <option value="">选择物流公司</option>
            {options}
          </select>
        </label>
      </p>
      <table class="ship-batch">
        <caption class="hidden-name">批量发货的订单</caption>
        <thead>
          <ColumnHeads names={['订单', '宝贝', '收货信息', '备注', '物流公司', '运单号', '结果']} />
        </thead>
        <tbody>
          {shippings.map((shipping) => {
            const { trade } = shipping;
            const { tid } = trade;
            const to = shownReceiver(tid, receiverOf(trade));
            const line = lineOf(tid);
            const open = canGo(shipping) && line.result !== 'done';
            const goods = open ? sendable(trade, shipping.parcels) : trade.orders.order;
            return (
              <tr key={tid} data-tid={tid} data-buyer-nick={trade.buyer_nick} class={`batch-${line.result}`}>
                <th scope="row">
                  <span class="num">{tid}</span>
                  <br />
                  {trade.buyer_nick}
                </th>
                <td>{goods.map(({ title, num }) => `${title} ×${num}`).join('；')}</td>
                <td>
                  {to.receiver_name} <span class="num">{phoneText(to)}</span> <RevealButton tid={tid} />
                  <br />
                  {placeText(to)}
                </td>
                <td class="ship-memo">
                  {(trade.seller_flag !== 0 || trade.seller_memo) && (
                    <>
                      <Flag flag={trade.seller_flag} /> {trade.seller_memo}
                      {open && trade.seller_flag === 2 && <em class="ship-read">发货前请先看清备注</em>}
                    </>
                  )}
                </td>
                <td>
                  <select
                    class="field"
                    data-testid="batch-carrier"
                    aria-label={`物流公司：订单 ${tid}`}
                    disabled={!open || busy}
                    value={line.code}
                    onChange={(event) => onLine(tid, { code: event.currentTarget.value })}
                  >
                    <option value="">请选择</option>
                    {options}
                  </select>
                </td>
                <td>
                  <WaybillField
                    testid={`batch-waybill-${tid}`}
                    label={`运单号：订单 ${tid}`}
                    carrier={carriers.find(({ code }) => code === line.code)}
                    value={line.waybill}
                    disabled={!open || busy}
                    onWaybill={(waybill) => onLine(tid, { waybill })}
                  />
                </td>
                <td data-testid="batch-result">{line.text || (canGo(shipping) ? '' : '已发货或不能发货')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
