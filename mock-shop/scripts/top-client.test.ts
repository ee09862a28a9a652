/** The gateway as Taobao's own users know it: through the npm client `node-taobao-topclient`, which signs every call. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildWorld, type Trade } from 'fixtures';
import TopClient from 'node-taobao-topclient';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryShop, serve } from './gateway-server.ts';

const world = buildWorld('returns', 3);
const session = 'practice-session';
let server: Server;
let stop: () => void;
let client: TopClient;

beforeAll(async () => {
  const made = memoryShop({ scenario: 'returns', seed: 3, day: 86_400 }, buildWorld);
  stop = made.stop;
  server = await serve(made.handlers, 0);
  const { port } = server.address() as AddressInfo;
  client = new TopClient({
    appkey: '1000000001',
    appsecret: 'practice-secret',
    REST_URL: `http://127.0.0.1:${port}/router/rest`,
  });
  // The client tells its machine's time; Taobao's gateway wants Beijing's.
  client.timestamp = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
});
afterAll(() => {
  stop();
  server.close();
});

const waiting = world.trades.filter(
  ({ status, orders }) =>
    status === 'WAIT_SELLER_SEND_GOODS' && orders.order.every((one) => one.refund_status === 'NO_REFUND'),
);
const fullinfo = async (tid: string): Promise<Trade> =>
  (
    await client.execute('taobao.trade.fullinfo.get', {
      session,
      tid,
      fields: 'tid,status,seller_flag,seller_memo,orders',
    })
  ).trade as Trade;

it('completes a remark', async () => {
  const { tid } = waiting[0] as Trade;
  const memo = '买家要两根数据线，按备注配货 小刘 11.22';
  const { trade } = await client.execute('taobao.trade.memo.update', { session, tid, flag: 1, memo });
  expect(trade).toMatchObject({ tid });
  expect(await fullinfo(tid)).toMatchObject({ seller_flag: 1, seller_memo: memo });
});

it('completes a shipment, and hears why a wrong waybill is refused', async () => {
  const { tid } = waiting[1] as Trade;
  const send = (out_sid: string) =>
    client.execute('taobao.logistics.offline.send', { session, tid, company_code: 'YTO', out_sid });
  await expect(send('12')).rejects.toMatchObject({ name: 'TOPClientError', code: 15 });
  expect(await send('YT1234567890123')).toMatchObject({ shipping: { is_success: true } });
  expect(await fullinfo(tid)).toMatchObject({ status: 'WAIT_BUYER_CONFIRM_GOODS' });
});

it('completes a refund', async () => {
  const list = await client.execute('taobao.refunds.receive.get', {
    session,
    fields: 'refund_id,status,refund_fee,has_good_return',
    status: 'WAIT_SELLER_AGREE',
  });
  const open = (
    list.refunds as { refund: { refund_id: string; refund_fee: string; has_good_return: boolean }[] }
  ).refund.find((one) => one.has_good_return === false);
  if (!open) throw new Error('the world has no refund without goods');
  const { refund_version } = (
    await client.execute('taobao.refund.get', { session, refund_id: open.refund_id, fields: 'refund_version' })
  ).refund as { refund_version: number };
  const amount = Math.round(Number(open.refund_fee) * 100);
  await client.execute('taobao.rp.refunds.agree', {
    session,
    code: '123456',
    refund_infos: `${open.refund_id}|${amount}|${refund_version}|onsale`,
  });
  const { refund } = await client.execute('taobao.refund.get', {
    session,
    refund_id: open.refund_id,
    fields: 'refund_id,status',
  });
  expect(refund).toEqual({ refund_id: open.refund_id, status: 'SUCCESS' });
});

it('is told that the signature is wrong when the secret is', async () => {
  const stranger = new TopClient({ appkey: '1000000001', appsecret: 'guessed', REST_URL: client.REST_URL });
  stranger.timestamp = client.timestamp;
  await expect(
    stranger.execute('taobao.trade.fullinfo.get', { session, tid: '1', fields: 'tid' }),
  ).rejects.toMatchObject({
    code: 25,
  });
});
