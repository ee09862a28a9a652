import fc from 'fast-check';
import type { FreightTemplate, SellerAddress } from 'fixtures';
import { pick, type RandomAct } from './random-act.ts';

const text = fc.constantFrom(
  '在的亲',
  '缺货了，给您退款可以吗',
  '好的',
  '',
  '已发顺丰，请查收 小刘 11.22',
  '字'.repeat(300),
);

/** Remarks, talk and ratings: what is said about a trade. */
const said: fc.Arbitrary<RandomAct> = fc.oneof(
  fc.tuple(fc.nat(6), text, fc.boolean()).map(
    ([flag, memo, reset]): RandomAct =>
      ({ tid }) => ({ type: 'memo.update', tid, flag, memo, reset }),
  ),
  text.map(
    (memo): RandomAct =>
      ({ tid }) => ({ type: 'memo.add', tid, memo }),
  ),
  fc.tuple(text, fc.constantFrom('wangwang', 'letter', 'mail')).map(
    ([words, channel]): RandomAct =>
      ({ buyer_nick }) => ({ type: 'chat.send', buyer_nick, text: words, channel }),
  ),
  text.map(
    (words): RandomAct =>
      ({ buyer_nick, tid }) => ({ type: 'chat.say', actor: 'buyer', buyer_nick, tid, text: words }),
  ),
  fc.constant<RandomAct>(({ buyer_nick }) => ({ type: 'chat.read', buyer_nick })),
  fc.tuple(fc.constantFrom('seller', 'buyer'), fc.constantFrom('good', 'neutral', 'bad'), text).map(
    ([actor, result, content]): RandomAct =>
      ({ tid }) => ({ type: 'rate.add', actor, tid, result, content }),
  ),
  fc.tuple(fc.constantFrom('seller', 'buyer'), fc.nat(), text).map(
    ([actor, n, reply]): RandomAct =>
      ({ orders }) => ({ type: 'rate.explain', actor, oid: pick(orders.order, n).oid, reply }),
  ),
);

const ADDRESS: Omit<SellerAddress, 'contact_id' | 'modify_date' | 'send_def' | 'cancel_def'> = {
  contact_name: '售后组',
  province: '浙江省',
  city: '杭州市',
  country: '临平区',
  addr: '兴元路 66 号',
  zip_code: '311103',
  phone: '0571-86201199',
  mobile_phone: '',
  memo: '',
};
const fee = (states: string[], n: number): FreightTemplate['fee_list'][number] => ({
  states,
  start_standard: 1,
  start_fee: `${n}.00`,
  add_standard: 1,
  add_fee: '2.00',
});

/** 物流工具, which is about no trade. */
const tools: fc.Arbitrary<RandomAct> = fc.oneof(
  fc.tuple(fc.nat(), fc.boolean(), fc.boolean(), fc.boolean()).map(
    ([n, fresh, send_def, cancel_def]): RandomAct =>
      (_trade, { addresses }) => ({
        type: 'address.save',
        actor: 'seller',
        ...(!fresh && addresses.size > 0 && { contact_id: pick([...addresses.keys()], n) }),
        ...ADDRESS,
        addr: `兴元路 ${n % 100} 号`,
        send_def,
        cancel_def,
      }),
  ),
  fc.nat().map(
    (n): RandomAct =>
      (_trade, { addresses }) => ({
        type: 'address.remove',
        actor: 'seller',
        contact_id: addresses.size > 0 ? pick([...addresses.keys()], n) : '1',
      }),
  ),
  fc.tuple(fc.nat(), fc.boolean()).map(
    ([n, enabled]): RandomAct =>
      (_trade, { carriers }) => ({
        type: 'carrier.switch',
        actor: 'seller',
        code: pick([...carriers.keys()], n),
        enabled,
      }),
  ),
  fc.tuple(fc.nat(), fc.boolean()).map(
    ([n, fresh]): RandomAct =>
      (_trade, { freight }) => ({
        type: 'freight.save',
        actor: 'seller',
        ...(!fresh && freight.size > 0 && { template_id: pick([...freight.keys()], n) }),
        name: `模板 ${n % 10}`,
        assumer: n % 2,
        valuation: n % 2,
        fee_list: [fee([], n % 30), fee(['浙江省'], n % 20)],
      }),
  ),
  fc.nat().map(
    (n): RandomAct =>
      (_trade, { freight }) => ({
        type: 'freight.remove',
        actor: 'seller',
        template_id: freight.size > 0 ? pick([...freight.keys()], n) : '1',
      }),
  ),
);

/** What else a seller or buyer does than trading, shipping and giving money back. */
export const deskAct: fc.Arbitrary<RandomAct> = fc.oneof({ weight: 3, arbitrary: said }, tools);
