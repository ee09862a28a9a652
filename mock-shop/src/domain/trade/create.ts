import type { Order, Trade } from 'fixtures';
import { PRODUCTS } from 'fixtures';
import { changed } from '../change.ts';
import { fen, yuan } from '../money.ts';
import { receiverFault } from '../receiver.ts';
import type { Draft } from '../record.ts';
import { invalid, missing, remote } from '../refusal.ts';
import { simMs, simText } from '../sim-time.ts';
import type { ShopState } from '../state.ts';
import { charactersFault } from '../text-fault.ts';
import type { TradeCommand } from './command.ts';
import type { Ruled } from './find-trade.ts';
import { postageOf } from './postage.ts';
import { DAY, withTimeLeft } from './timeout.ts';

type Create = Extract<TradeCommand, { type: 'trade.create' }>;

/** Most lines of a trade, most pieces of one, longest texts in UTF-16 units. */
const MOST = { lines: 20, pieces: 999, nick: 60, message: 500 } as const;
const EPOCH = simMs('2015-01-01T00:00:00+08:00');

/** The buyer orders: a new trade, waiting for payment or, to be paid at the door, for the seller. */
export function createTrade(state: ShopState, command: Create, at: number): Ruled<Draft> {
  const { buyer_nick: nick, items, receiver, message = '', cod = false } = command;
  if (nick.trim() === '') return { refusal: missing('buyer_nick') };
  if (nick.length > MOST.nick) return { refusal: invalid('buyer_nick', `买家昵称最多 ${MOST.nick} 个字`) };
  if (message.length > MOST.message) return { refusal: invalid('buyer_message', `买家留言最多 ${MOST.message} 个字`) };
  const fault =
    charactersFault('buyer_nick', '买家昵称', nick) ??
    charactersFault('buyer_message', '买家留言', message) ??
    receiverFault(receiver);
  if (fault) return { refusal: fault };
  if (items.length === 0) return { refusal: missing('items') };
  if (items.length > MOST.lines) return { refusal: invalid('items', `一笔订单最多 ${MOST.lines} 件宝贝`) };
  if (cod && !state.settings.cod) return { refusal: remote('isv.cod-not-open', '本店没有开通货到付款') };
  const orders: Order[] = [];
  const stem = stemOf(state, at);
  for (const [i, item] of items.entries()) {
    const line = lineOf(item, cod);
    if ('refusal' in line) return line;
    orders.push({
      ...line.is,
      oid: items.length === 1 ? `2${stem.head}0${stem.tail}` : `2${stem.head}${i + 1}${stem.tail}`,
    });
  }
  const trade = tradeOf(state, command, orders, `2${stem.head}0${stem.tail}`, at);
  return { is: changed(state, at, 'buyer', 'trade.created', { kind: 'trade', id: trade.tid, after: trade }) };
}

function lineOf({ num_iid, sku_id, num }: Create['items'][number], cod: boolean): Ruled<Omit<Order, 'oid'>> {
  const product = PRODUCTS.find((one) => one.numIid === num_iid);
  if (!product) return { refusal: remote('isv.item-not-exist', `没有编号为 ${num_iid} 的宝贝`) };
  const sku = product.skus.flat().find((one) => one.sku_id === sku_id);
  if (!sku) return { refusal: invalid('sku_id', '这件宝贝没有这个款式') };
  if (!Number.isInteger(num) || num < 1 || num > MOST.pieces) {
    return { refusal: invalid('num', `数量是 1 到 ${MOST.pieces} 的整数`) };
  }
  const total = yuan(fen(sku.price) * num);
  return {
    is: {
      num_iid,
      title: product.title,
      ...sku,
      num,
      payment: total,
      total_fee: total,
      discount_fee: '0.00',
      status: cod ? 'WAIT_SELLER_SEND_GOODS' : 'WAIT_BUYER_PAY',
      refund_status: 'NO_REFUND',
    },
  };
}

function tradeOf(state: ShopState, command: Create, orders: Order[], tid: string, at: number): Trade {
  const { buyer_nick, receiver, message = '', cod = false } = command;
  const goods = orders.reduce((sum, order) => sum + fen(order.payment), 0);
  const pieces = orders.reduce((sum, order) => sum + order.num, 0);
  const post = postageOf(state, receiver.receiver_state, pieces, goods);
  const time = simText(at);
  const trade: Trade = {
    tid,
    status: cod ? 'WAIT_SELLER_SEND_GOODS' : 'WAIT_BUYER_PAY',
    type: cod ? 'cod' : 'fixed',
    created: time,
    modified: time,
    payment: yuan(goods + post),
    total_fee: yuan(goods),
    post_fee: yuan(post),
    discount_fee: '0.00',
    adjust_fee: '0.00',
    received_payment: '0.00',
    shipping_type: post === 0 ? 'free' : 'express',
    buyer_nick,
    buyer_message: message,
    seller_memo: '',
    seller_flag: 0,
    seller_rate: false,
    buyer_rate: false,
    receiver_name: receiver.receiver_name,
    receiver_state: receiver.receiver_state,
    receiver_city: receiver.receiver_city,
    receiver_district: receiver.receiver_district,
    receiver_town: receiver.receiver_town ?? '',
    receiver_address: receiver.receiver_address,
    receiver_zip: receiver.receiver_zip,
    receiver_mobile: receiver.receiver_mobile,
    receiver_phone: receiver.receiver_phone ?? '',
    alipay_no: '',
    orders: { order: orders },
  };
  return cod ? trade : withTimeLeft(trade, at, state.settings.pay_days * DAY, false);
}

/** The digits of a new trade's numbers, like those of the world's own trades: time, place in the world, last four. */
function stemOf(state: ShopState, at: number): { head: string; tail: string } {
  const seconds = String(Math.floor((at - EPOCH) / 1000)).padStart(9, '0');
  for (let n = state.trades.length; ; n += 1) {
    // Neighbours should not look alike: people name a trade by its last four digits.
    const stem = { head: `${seconds}${digits(n)}`, tail: digits(n * 7919) };
    if (!state.places.has(`2${stem.head}0${stem.tail}`)) return stem;
  }
}

function digits(n: number): string {
  return String(n % 10_000).padStart(4, '0');
}
