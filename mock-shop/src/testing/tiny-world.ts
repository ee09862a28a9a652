import { type Chat, type Order, type ScriptEntry, SETTINGS, type Trade, type World } from 'fixtures';

/** A world of three trades and one conversation, for tests that must know every byte. */
export function tinyWorld(parts: Partial<World> = {}): World {
  return {
    scenario: 'tiny',
    seed: 7,
    title: '小世界',
    start: '2026-11-22T10:00:00+08:00',
    shop: { nick: '小店', title: '小店', operator: { name: '小刘', nick: '小店:小刘' } },
    trades: [
      tinyTrade(3, { created: '2026-11-22T09:00:00+08:00' }),
      tinyTrade(2, { created: '2026-11-20T09:00:00+08:00', seller_flag: 2, seller_memo: '先不发 小王 11.20' }),
      tinyTrade(1, { created: '2026-05-01T09:00:00+08:00', status: 'TRADE_FINISHED' }),
    ],
    settings: { ...SETTINGS },
    refunds: [],
    rates: [],
    parcels: [],
    fates: {},
    addresses: [],
    carriers: [],
    freight: [],
    chats: [tinyChat()],
    script: [],
    facts: {},
    ...parts,
  };
}

/** 18 digits that end in `n`. */
export function tinyId(n: number): string {
  return `1${String(n).padStart(17, '0')}`;
}

export function tinyTrade(n: number, parts: Partial<Trade> = {}, order: Partial<Order> = {}): Trade {
  const status = parts.status ?? 'WAIT_SELLER_SEND_GOODS';
  return {
    tid: tinyId(n),
    status,
    type: 'fixed',
    created: '2026-11-22T09:00:00+08:00',
    modified: '2026-11-22T09:00:00+08:00',
    payment: '100.00',
    total_fee: '100.00',
    post_fee: '0.00',
    discount_fee: '0.00',
    adjust_fee: '0.00',
    received_payment: '0.00',
    shipping_type: 'express',
    buyer_nick: `买家${n}`,
    buyer_message: '',
    seller_memo: '',
    seller_flag: 0,
    seller_rate: false,
    buyer_rate: false,
    receiver_name: '李四',
    receiver_state: '浙江省',
    receiver_city: '杭州市',
    receiver_district: '西湖区',
    receiver_town: '',
    receiver_address: '某路 1 号',
    receiver_zip: '310000',
    receiver_mobile: '13800000000',
    receiver_phone: '',
    alipay_no: '2026',
    orders: { order: [tinyOrder(n, { status, ...order })] },
    ...parts,
  };
}

function tinyOrder(n: number, parts: Partial<Order>): Order {
  return {
    oid: tinyId(n),
    num_iid: '1',
    title: `手机 <A&B> 第 ${n} 款`,
    pic_path: 'phone/graphite',
    price: '100.00',
    num: 1,
    sku_id: '1',
    sku_properties_name: '颜色:黑',
    outer_sku_id: 'A-1',
    payment: '100.00',
    total_fee: '100.00',
    discount_fee: '0.00',
    status: 'WAIT_SELLER_SEND_GOODS',
    refund_status: 'NO_REFUND',
    ...parts,
  };
}

export function tinyChat(parts: Partial<Chat> = {}): Chat {
  return {
    buyer_nick: '买家3',
    messages: [{ from: 'buyer', text: '在吗', at: '2026-11-22T09:30:00+08:00' }],
    unread: 1,
    replies: [
      { to: ['ask-carrier'], text: '对，发顺丰' },
      { to: [], text: '好的' },
    ],
    ...parts,
  };
}

/** The buyer speaks up `delay` simulated seconds after the flag of trade 3 becomes yellow. */
export function tinyScript(delay = 1800): ScriptEntry {
  return {
    id: 'hold-over',
    when: { after: { type: 'trade.memo.updated', subject: tinyId(3), equals: { flag: 2 } }, delay },
    do: { type: 'chat', buyer_nick: '买家3', tid: tinyId(3), text: '可以发货了' },
  };
}
