import type { RefundCommand } from '../domain/refund/command.ts';
import { PRACTICE_PASSWORD } from '../domain/refund/practice-password.ts';
import { askingReturn, FINISHED, PAID, type RefundShop, SHIPPED } from './refund-world.ts';
import { tinyId } from './tiny-world.ts';

/** How many acts `randomAct` knows. */
export const REFUND_ACTS = 12;

const LINES = [
  [PAID, PAID],
  [SHIPPED, SHIPPED],
  [SHIPPED, tinyId(44)],
  [FINISHED, FINISHED],
] as const;

/** One of the acts, on one of four order lines and on the newest refund of that line; it may well be refused. */
export function randomAct(shop: RefundShop, act: number, which: number): RefundCommand {
  const [tid, oid] = LINES[which] ?? LINES[0];
  const refund_id = [...shop.state.refunds.values()].findLast((one) => one.oid === oid)?.refund_id ?? '';
  const buyer = { actor: 'buyer', buyer_nick: `买家${Number(tid.slice(-2))}` } as const;
  const seller = { actor: 'seller' } as const;
  const { type: _type, ...asked } = askingReturn({ tid, oid, reason: '质量问题', refund_fee: '70' });
  const money = {
    dispute_type: 'REFUND',
    good_status: 'BUYER_NOT_RECEIVED',
    reason: '空包裹',
    refund_fee: '100',
  } as const;
  const goods = { company_code: 'YTO', sid: `YT${String(shop.records.length).padStart(13, '0')}`, desc: '', pics: [] };
  const acts: readonly RefundCommand[] = [
    { type: 'refund.apply', ...asked },
    { type: 'refund.apply', ...asked, ...money },
    { type: 'refund.apply', ...asked, dispute_type: 'EXCHANGE' },
    { type: 'refund.change', ...asked, refund_id, refund_fee: '55.5' },
    { type: 'refund.cancel', ...buyer, refund_id },
    { type: 'refund.agree', ...seller, refund_id, seller_address_id: '300103' },
    { type: 'refund.refuse', ...seller, refund_id, of: 'application', reason_id: 11, message: '已经发出' },
    { type: 'refund.refuse', ...seller, refund_id, of: 'goods', reason_id: 21, message: '没有收到' },
    { type: 'refund.return', ...buyer, refund_id, ...goods },
    { type: 'refund.receive', ...seller, refund_id },
    { type: 'refund.message', ...buyer, refund_id, content: '在吗', pics: [] },
    { type: 'refund.intervene', ...seller, refund_id },
  ];
  return acts[act] ?? { type: 'refund.apply', ...asked, password: PRACTICE_PASSWORD };
}
