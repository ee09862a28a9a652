import type { World } from 'fixtures';
import { expect, it } from 'vitest';
import { askingReturn, FINISHED, RefundShop, SHIPPED } from '../../testing/refund-world.ts';
import { tinyId } from '../../testing/tiny-world.ts';
import type { ShipAct } from './command.ts';
import { owedExchanges } from './exchange.ts';

const SELLER = { actor: 'seller' } as const;

/** An exchange of one order whose old goods are back at the shop. */
function exchanged(tid = SHIPPED, oid = tid, parts: Partial<World> = {}): { shop: RefundShop; id: string } {
  const shop = new RefundShop(parts);
  return { shop, id: comeBack(shop, tid, oid, 'YT9876543210987') };
}

function comeBack(shop: RefundShop, tid: string, oid: string, sid: string): string {
  const id = shop.ask(askingReturn({ tid, oid, dispute_type: 'EXCHANGE', reason: '尺寸/规格不符' }));
  shop.do({ type: 'refund.agree', ...SELLER, refund_id: id, seller_address_id: '300103' });
  shop.do({ type: 'refund.return', ...SELLER, refund_id: id, company_code: 'YTO', sid, desc: '', pics: [] });
  shop.do({ type: 'refund.receive', ...SELLER, refund_id: id });
  return id;
}

const anew = (parts: Partial<ShipAct<'ship.resend'>> = {}): ShipAct<'ship.resend'> => ({
  type: 'ship.resend',
  tid: SHIPPED,
  company_code: 'YTO',
  out_sid: 'YT1112223334445',
  sub_tids: [SHIPPED],
  ...parts,
});

it('the other goods of an exchange go in a parcel of their own, and no money moves', () => {
  const { shop, id } = exchanged();
  const { ledger } = shop.state;
  const record = shop.do(anew());
  expect(record).toMatchObject({ type: 'trade.reshipped', actor: 'seller', data: { exchanges: [id] } });
  const parcel = [...shop.state.parcels.values()].at(-1);
  expect(parcel).toMatchObject({ direction: 'out', oids: [SHIPPED], out_sid: 'YT1112223334445', status: 'CREATED' });
  const [first, second] = shop.trade(SHIPPED).orders.order;
  expect(first).toMatchObject({ invoice_no: 'YT1112223334445', refund_status: 'CLOSED' });
  expect(second?.invoice_no).toBe('YT1234567890123');
  expect(shop.state.ledger).toEqual(ledger);
  expect(owedExchanges(shop.state, shop.trade(SHIPPED))).toEqual([]);
  shop.pass(6);
  expect(shop.state.parcels.get(parcel?.parcel_id ?? '')?.status).toBe('ACCEPTED_BY_RECEIVER');
});

it('a second waybill corrects that parcel, as long as it is on its way', () => {
  const { shop } = exchanged();
  shop.do(anew());
  const before = shop.state.parcels.size;
  shop.do(anew({ out_sid: 'YT1112223334446' }));
  expect(shop.state.parcels.size).toBe(before);
  expect([...shop.state.parcels.values()].at(-1)?.out_sid).toBe('YT1112223334446');
});

it('is sent without being named, and after the trade has come to its end', () => {
  const { shop, id } = exchanged(FINISHED);
  const record = shop.do({ type: 'ship.resend', tid: FINISHED, company_code: 'YTO', out_sid: 'YT1112223334445' });
  expect(record.data).toMatchObject({ exchanges: [id] });
  expect(shop.trade(FINISHED).status).toBe('TRADE_FINISHED');
  expect(shop.refused({ type: 'ship.resend', tid: FINISHED, company_code: 'YTO', out_sid: 'YT1112223334446' })).toBe(
    'isv.invalid-trade-status',
  );
});

it('two exchanges of a trade are sent together or one by one', () => {
  const { shop } = exchanged();
  comeBack(shop, SHIPPED, tinyId(44), 'YT9876543210988');
  shop.do(anew({ sub_tids: [tinyId(44)] }));
  expect(owedExchanges(shop.state, shop.trade(SHIPPED)).map(({ oid }) => oid)).toEqual([SHIPPED]);
  shop.do({ type: 'ship.resend', tid: SHIPPED, company_code: 'YTO', out_sid: 'YT1112223334447' });
  expect(owedExchanges(shop.state, shop.trade(SHIPPED))).toEqual([]);
});

it.each<[string, Partial<ShipAct<'ship.resend'>>, string]>([
  ['a carrier that is none', { company_code: '' }, 'isv.logistics-offline-service-error:B56'],
  ['no number', { out_sid: '' }, 'isv.logistics-offline-service-error:B59'],
  ['a number of somebody else', { out_sid: 'SF1' }, 'isv.logistics-offline-service-error:B60'],
  ['the number that came back', { out_sid: 'YT9876543210987' }, 'isv.logistics-offline-service-error:B60'],
  ['the number that went out first', { out_sid: 'YT1234567890123' }, 'isv.logistics-offline-service-error:B60'],
])('%s is refused', (_what, parts, code) => {
  expect(exchanged().shop.refused(anew(parts))).toBe(code);
});

it('before the old goods are back there is nothing to send', () => {
  const shop = new RefundShop();
  shop.ask(askingReturn({ dispute_type: 'EXCHANGE' }));
  expect(shop.refused(anew())).toBe('isv.invalid-trade-status');
});
