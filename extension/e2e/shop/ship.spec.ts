/** 发货管理, the operations 发货地址确认, 收货地址错误处理 and 买家未收货 from the seller's side. */
import type { Page } from '@playwright/test';
import { buildWorld, type Parcel, type Trade } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, type Seller, test, world } from './seller.ts';

const SEED = 1;
const waiting = world(SEED).trades.filter(({ status }) => status === 'WAIT_SELLER_SEND_GOODS');
const single = waiting.filter(
  ({ orders }) => orders.order.length === 1 && orders.order[0]?.refund_status === 'NO_REFUND',
);
const [first, second, third] = single as [Trade, Trade, Trade];
const double = waiting.find(({ orders }) => orders.order.length > 1) as Trade;
const WAYBILL = 'YT1234567890123';

interface Shipping {
  trade: Trade;
  parcels: Parcel[];
}

/** What the shop keeps of an order now. */
async function kept(page: Page, tid: string): Promise<Shipping> {
  return page.evaluate(async (id) => (await fetch(`/api/shipping/${id}`)).json(), tid);
}

/** Moves the clock from event to event until the order's last parcel is in that state. */
async function clockUntil(page: Page, tid: string, status: Parcel['status']): Promise<void> {
  const reached = await page.evaluate(
    async ([id, wanted]) => {
      for (let jumps = 0; jumps < 600; jumps++) {
        const { parcels } = await (await fetch(`/api/shipping/${id}`)).json();
        if (parcels.at(-1)?.status === wanted) return true;
        await fetch('/api/clock/jump', { method: 'POST' });
      }
      return false;
    },
    [tid, status],
  );
  expect(reached, `${tid} ${status}`).toBe(true);
}

async function records(seller: Seller, type: string): Promise<number> {
  return (await seller.stored()).records.filter((record) => record.type === type).length;
}

/** Fills in step three of the ship page and sends it. */
async function shipWith(page: Page, code: string, waybill: string): Promise<void> {
  await page.locator(`[data-testid="carrier"][value="${code}"]`).check();
  await page.getByTestId('waybill').fill(waybill);
  await page.getByTestId('ship-confirm').click();
}

test('整笔订单修改: the new address of a whole order is saved at once', async ({ page, seller }) => {
  await seller.open('/shipping', { seed: SEED });
  await expect(page.getByTestId('ship-tab-wait')).toContainText(`${waiting.length}`.slice(0, 1));
  const row = seller.row(first.tid);
  await row.getByTestId('change-address').click();
  const dialog = page.getByTestId('address-dialog');
  await expect(page.getByTestId('address-name')).toHaveValue(first.receiver_name);
  await expect(page.getByTestId('address-district')).toHaveValue(first.receiver_district);

  // Leaving with something changed asks first; nothing is saved.
  await page.getByTestId('address-name').fill('王小五');
  await page.keyboard.press('Escape');
  await page.getByTestId('address-keep').click();
  await expect(page.getByTestId('address-name')).toHaveValue('王小五');

  // A province with a county of its own, then a city: each choice empties the ones below it.
  await page.getByTestId('address-state').selectOption('河南省');
  await page.getByTestId('address-city').selectOption({ label: '省直辖县级行政区' });
  await page.getByTestId('address-district').selectOption('济源市');
  await page.getByTestId('address-state').selectOption('湖北省');
  await expect(page.getByTestId('address-city')).toHaveValue('');
  await page.getByTestId('address-save').click();
  await expect(page.getByTestId('address-fault')).toContainText('请选择城市');
  await page.getByTestId('address-city').selectOption({ label: '武汉市' });
  await page.getByTestId('address-district').selectOption('洪山区');
  await page.getByTestId('address-address').fill('珞喻路 1 号');
  await page.getByTestId('address-zip').fill('310000');
  await page.getByTestId('address-save').click();
  await expect(page.getByTestId('address-fault')).toContainText('湖北省的邮编以 43、44 开头');
  await page.getByTestId('address-zip').fill('430070');
  await page.getByTestId('address-save').click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('湖北省 武汉市 洪山区 珞喻路 1 号');
  await expect(seller.toasts).toContainText('收货地址已修改');
  expect(await records(seller, 'trade.address.changed')).toBe(1);
  await page.reload();
  await expect(row).toContainText('王小五');
});

test('修改地址并发货: the new address is kept only if shipping succeeds', async ({ page, seller }) => {
  await seller.open('/shipping?nick=&size=100', { seed: SEED });
  const change = async (name: string): Promise<void> => {
    await expect(page.getByTestId('receiver-dialog')).toBeVisible();
    await page.getByTestId('receiver-name').fill(name);
    await page.getByTestId('receiver-use').click();
    await expect(page.getByTestId('address-unsaved')).toHaveText('发货成功后才保存');
  };
  await seller.row(first.tid).getByTestId('address-and-ship').click();
  await change('代收人');

  // By a link and by the browser's own way back: held up, then discarded.
  await page.getByTestId('back').click();
  await expect(page.getByTestId('leave-dialog')).toBeVisible();
  // Staying, then leaving again before the browser has told that the first dialog is closed: asked again.
  await page.evaluate(() => {
    for (const id of ['leave-stay', 'back']) document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
  });
  await expect(page.getByTestId('leave-dialog')).toBeVisible();
  await page.getByTestId('leave-stay').click();
  await expect(page.getByTestId('leave-dialog')).toBeHidden();
  await expect(page.getByTestId('ship-receiver')).toContainText('代收人');
  await page.goBack();
  await page.getByTestId('leave-discard').click();
  await expect(seller.row(first.tid)).toContainText(first.receiver_name);
  expect(await records(seller, 'trade.address.changed')).toBe(0);

  // A shipment that fails saves nothing, and what was filled in is still there.
  await seller.row(first.tid).getByTestId('address-and-ship').click();
  await change('代收人');
  await page.getByTestId('ship-confirm').click();
  await expect(page.getByTestId('ship-fault')).toContainText('请选择物流公司');
  await shipWith(page, 'YTO', 'YT123');
  await expect(page.getByText('还不是圆通速递的运单号')).toBeVisible();
  await expect(page.getByTestId('ship-fault')).toContainText('不符合圆通速递的编号规则');
  expect((await kept(page, first.tid)).trade.receiver_name).toBe(first.receiver_name);

  // The backend fails, the second press succeeds; then it is saved, once.
  await seller.rehearse('offline.send', 1, 'error');
  await shipWith(page, 'YTO', WAYBILL);
  await expect(page.getByTestId('ship-fault')).toContainText('重试');
  await expect(page.getByText('✓ 符合圆通速递的编号规则')).toBeVisible();
  await page.getByTestId('ship-confirm').dblclick();
  await expect(page.getByTestId('ship-done')).toContainText('已经发货');
  const { trade, parcels } = await kept(page, first.tid);
  expect(trade).toMatchObject({ receiver_name: '代收人', status: 'WAIT_BUYER_CONFIRM_GOODS' });
  expect(parcels.map(({ out_sid }) => out_sid)).toEqual([WAYBILL]);
  expect(await records(seller, 'trade.shipped')).toBe(1);

  // The number is used up; nothing keeps one on the page any more.
  await page.goto(`/shipping/${second.tid}`);
  await shipWith(page, 'YTO', WAYBILL);
  await expect(page.getByTestId('ship-fault')).toContainText(`已经用在订单 ${first.tid}`);
  await page.getByTestId('back').click();
  await expect(page.getByTestId('ship-tab-sent')).toBeVisible();
  await page.goto('/shipping/1234567890123456789');
  await expect(page.getByText('店里没有订单号为 1234567890123456789 的订单')).toBeVisible();
});

test('an order goes in parts, without logistics, or with a courier who comes for it', async ({ page, seller }) => {
  await seller.open('/shipping', { seed: SEED });
  const [one, two] = double.orders.order as [Trade['orders']['order'][number], Trade['orders']['order'][number]];
  await page.goto(`/shipping/${double.tid}`);
  const tick = (oid: string) => page.locator(`tr[data-oid="${oid}"]`).getByTestId('ship-order');
  await tick(one.oid).uncheck();
  await tick(two.oid).uncheck();
  await page.getByTestId('ship-confirm').click();
  await expect(page.getByTestId('ship-fault')).toContainText('请至少勾选一件');
  await tick(two.oid).check();
  await page.getByTestId('carrier-search').fill('顺丰');
  await expect(page.getByTestId('carrier')).toHaveCount(1);
  await shipWith(page, 'SF', '');
  await expect(page.getByTestId('ship-fault')).toContainText('请填写运单号');
  await page.getByTestId('waybill').fill('sf1234567890123');
  await page.getByTestId('ship-confirm').click();
  await expect(page.getByTestId('ship-done')).toContainText('下面是还没有发的');
  expect((await kept(page, double.tid)).trade.status).toBe('SELLER_CONSIGNED_PART');
  await expect(tick(two.oid)).toBeDisabled();

  // The way is in the address: a reload keeps it, and back is the way before.
  await page.getByTestId('way-dummy').click();
  await expect(page).toHaveURL(/way=dummy/);
  await page.reload();
  await expect(page.getByTestId('way-dummy')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByTestId('carrier')).toHaveCount(0);
  await page.goBack();
  await expect(page.getByTestId('way-offline')).toHaveAttribute('aria-current', 'page');
  await page.getByTestId('way-dummy').click();
  await page.getByTestId('ship-confirm').click();
  await expect(page.getByTestId('ship-done')).toContainText('无需物流');
  expect((await kept(page, double.tid)).parcels.map(({ out_sid }) => out_sid)).toEqual(['SF1234567890123', '']);

  // A pick-up is booked, called off, booked again, and counts once the courier has been there.
  const book = async (tid: string): Promise<void> => {
    await page.goto(`/shipping/${tid}?way=online`);
    await page.locator('[data-testid="carrier"][value="ZTO"]').check();
    await page.getByTestId('ship-confirm').click();
    await expect(page.getByTestId('ship-done')).toContainText('已经预约上门取件');
  };
  await book(first.tid);
  await page.goto('/shipping?tab=sending');
  await expect(page.getByTestId('ship-tab-sending')).toContainText('1');
  await seller.row(first.tid).getByTestId('pick-up-cancel').click();
  await page.getByTestId('pick-up-save').click();
  await expect(page.getByText('这里现在没有订单')).toBeVisible();
  await book(first.tid);
  await book(second.tid);
  await page.goto('/shipping?tab=sending');
  await seller.row(second.tid).getByTestId('pick-up-confirm').click();
  await page.getByTestId('pick-up-waybill').fill('70000000000001');
  await page.getByTestId('pick-up-save').click();
  await expect(seller.rows).toHaveCount(1);
  expect((await kept(page, first.tid)).trade.status).toBe('WAIT_SELLER_SEND_GOODS');
  await clockUntil(page, first.tid, 'PICK_UP');
  await expect(page.getByText('这里现在没有订单')).toBeVisible();
  await page.getByTestId('ship-tab-sent').click();
  for (const tid of [first.tid, second.tid]) await expect(seller.row(tid)).toContainText(/中通快递 7\d+/);
});

test('批量发货: a fault stays to be put right, the rest goes', async ({ page, seller }) => {
  await seller.open('/shipping?size=100', { seed: SEED });
  await page.getByTestId('batch-ship').click();
  await expect(seller.toasts).toContainText('请先勾选');
  for (const { tid } of [first, second, third]) await seller.row(tid).getByTestId('select-row').check();
  await page.getByTestId('batch-ship').click();
  await expect(page).toHaveURL(/\/shipping\/batch\?tids=/);
  await page.getByTestId('batch-carrier-all').selectOption('YTO');
  const number = (trade: Trade) => page.getByTestId(`batch-waybill-${trade.tid}`);
  const result = (trade: Trade) => page.locator(`tr[data-tid="${trade.tid}"]`).getByTestId('batch-result');
  await number(first).fill(WAYBILL);
  await number(second).fill(WAYBILL);
  await number(third).fill('YT1234567890124');
  await page.getByTestId('batch-confirm').click();
  await expect(page.getByTestId('batch-said')).toHaveText(/发货成功 2 笔，没有成功 1 笔/);
  const done = (await Promise.all([first, second].map((trade) => result(trade).textContent()))).map(
    (text) => text ?? '',
  );
  expect(done.filter((text) => text === '发货成功')).toHaveLength(1);
  expect(done.filter((text) => text.includes('已经用在订单'))).toHaveLength(1);
  const wrong = done[0] === '发货成功' ? second : first;
  await number(wrong).fill('YT1234567890125');
  await page.getByTestId('batch-confirm').click();
  await expect(page.getByTestId('batch-said')).toHaveText('发货成功 1 笔。');
  await expect(page.getByTestId('batch-confirm')).toBeDisabled();
  expect(await records(seller, 'trade.shipped')).toBe(3);
});

test('查看物流: a parcel moves with the clock, its number can be put right, the carrier answers', async ({
  page,
  seller,
}) => {
  await seller.open('/shipping', { seed: SEED });
  await page.goto(`/shipping/${first.tid}`);
  await shipWith(page, 'YTO', WAYBILL);
  await page.getByTestId('ship-done').getByTestId('tracking').click();
  const parcel = page.getByTestId('parcel');
  await expect(parcel).toContainText('等待揽收');
  await page.getByTestId('resend').click();
  await page.getByTestId('resend-waybill').fill('YT9');
  await page.getByTestId('resend-save').click();
  await expect(page.getByTestId('resend-fault')).toContainText('不符合圆通速递的编号规则');
  await page.getByTestId('resend-waybill').fill('YT1234567890199');
  await page.getByTestId('resend-save').click();
  await expect(parcel).toContainText('YT1234567890199');
  expect((await kept(page, first.tid)).trade.orders.order[0]?.invoice_no).toBe('YT1234567890199');

  await page.getByTestId('inquire-trace').click();
  await expect(page.getByTestId('inquiry')).toContainText('快递公司一般几小时内回复');
  await expect(page.getByTestId('inquire-trace')).toBeDisabled();
  await clockUntil(page, first.tid, 'SENDING');
  await expect(page.getByTestId('inquiry')).toContainText('圆通速递：快件在途中');
  await expect(parcel).toContainText('运输中');
  await clockUntil(page, first.tid, 'ACCEPTED_BY_RECEIVER');
  await expect(parcel.locator('.timeline li').first()).toContainText('已签收');
  await page.getByTestId('inquire-proof').click();
  await expect(page.getByTestId('inquiry')).toHaveCount(2);
  await page.evaluate(async () => {
    for (let jumps = 0; jumps < 600 && !document.querySelector('[data-testid="proof"]'); jumps++) {
      await fetch('/api/clock/jump', { method: 'POST' });
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
  });
  await expect(page.getByRole('img', { name: /签收底单：圆通速递 YT1234567890199/ })).toBeVisible();

  // The same from the list of sold goods.
  await page.goto(`/sold?tid=${first.tid}`);
  await seller.row(first.tid).getByTestId('tracking').click();
  await expect(page.getByTestId('tracking-dialog')).toContainText('已签收');
});

test('买家未收货: a parcel stands still, is lost, or was signed for by somebody else', async ({ page, seller }) => {
  const strayed = (fate: Parcel['fate']): Parcel => {
    const parcel = buildWorld('not-received', SEED).parcels.find((one) => one.fate === fate);
    if (!parcel) throw new Error(`no parcel that is ${fate}`);
    return parcel;
  };
  const [stalled, lost, other] = [strayed('stalled'), strayed('lost'), strayed('signed-by-other')];
  await page.goto(`/shipping?tab=sent&size=100&scenario=not-received&seed=${SEED}&day=86400`);
  await seller.settled();
  const parcel = page.getByTestId('parcel');
  const ask = async ({ tid }: Parcel, kind: 'trace' | 'proof', answer: RegExp): Promise<void> => {
    await seller.row(tid).getByTestId('tracking').click();
    await page.getByTestId(`inquire-${kind}`).click();
    await expect(page.getByTestId('inquiry').last()).toContainText('快递公司一般几小时内回复');
    await page.evaluate(async (id) => {
      for (let jumps = 0; jumps < 600; jumps++) {
        const { parcels } = await (await fetch(`/api/shipping/${id}`)).json();
        if (parcels[0].inquiries.every((one: { answer?: string }) => one.answer)) return;
        await fetch('/api/clock/jump', { method: 'POST' });
      }
    }, tid);
    await expect(page.getByTestId('inquiry').last()).toContainText(answer);
  };

  // Whose tracking stands still moves on once the carrier was asked, and arrives.
  await ask(stalled, 'trace', /滞留/);
  await clockUntil(page, stalled.tid, 'ACCEPTED_BY_RECEIVER');
  await expect(parcel.locator('.timeline li').first()).toContainText('已签收');
  await page.keyboard.press('Escape');

  // A lost one is found to be lost; its goods go again, in a parcel of their own.
  await ask(lost, 'trace', /遗失/);
  await expect(parcel).toContainText('已遗失');
  await page.getByTestId('resend').click();
  await page.getByTestId('resend-carrier').selectOption('SF');
  await page.getByTestId('resend-waybill').fill('SF1234567890123');
  await page.getByTestId('resend-save').click();
  await expect(parcel).toHaveCount(2);
  await expect(parcel.last()).toContainText('SF1234567890123');
  await page.keyboard.press('Escape');

  // Who signed is on the receipt, and it is not the buyer.
  const receiver = (await kept(page, other.tid)).trade.receiver_name;
  await ask(other, 'proof', /不是收件人本人/);
  const proof = page.getByTestId('proof');
  await expect(proof).toContainText(`收件人 ${receiver}`);
  const signer = /签收人：(.+)$/.exec(other.trace.at(-1)?.status_desc ?? '')?.[1] ?? '';
  await expect(proof.locator('text').filter({ hasText: new RegExp(`^${signer}$`) })).toBeVisible();
  expect(await records(seller, 'parcel.answered')).toBe(3);
});

test('filters, pages, the slip, a failing backend; nothing serious for axe, nothing too wide', async ({
  page,
  seller,
}) => {
  const faults = async (): Promise<void> => {
    expect(await seriousFaults(page, ['light'])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  };
  await page.setViewportSize({ width: 1366, height: 768 });
  await seller.open('/shipping', { seed: SEED });
  await page.getByTestId('menu-shipping').click();
  await expect(page.getByTestId('menu-shipping')).toHaveAttribute('aria-current', 'page');
  await faults();
  await page.getByTestId('filter-receiver').fill(first.receiver_mobile);
  await page.getByTestId('filter-receiver').press('Enter');
  await expect(page).toHaveURL(/receiver=/);
  await expect(seller.rows).toHaveCount(1);
  await page.goBack();
  await expect(seller.rows).toHaveCount(15);
  await page.getByTestId('pager-next').click();
  await expect(page).toHaveURL(/page=2/);
  await seller.settled();
  await page.goto('/shipping?tab=nothing&tid=abc&nick=nobody');
  await expect(page.getByText('看不懂，已忽略')).toContainText('订单编号');
  await expect(page.getByText('没有符合条件的订单')).toBeVisible();
  await faults();
  await page.goto('/shipping?fail=shipping.list:1');
  await page.getByTestId('retry').click();
  await expect(seller.rows).toHaveCount(15);

  const held = waiting.find(({ seller_flag }) => seller_flag === 2);
  await page.goto(`/shipping/${held?.tid}`);
  await expect(page.getByTestId('ship-memo')).toContainText('发货前请先看清备注');
  await page.getByTestId('change-receiver').click();
  await expect(page.getByTestId('receiver-district')).not.toHaveValue('');
  await faults();
  await page.keyboard.press('Escape');
  await faults();
  await page.goto(`/shipping/batch?tids=${first.tid},${double.tid}`);
  await expect(page.getByTestId('batch-confirm')).toBeVisible();
  await faults();
  await page.goto('/shipping?tab=sent');
  await page.getByTestId('tracking').first().click();
  await expect(page.getByTestId('parcel').first()).toBeVisible();
  await page.getByTestId('resend').first().click();
  await faults();

  await page.goto(`/shipping/${held?.tid}/slip`);
  const sheet = page.getByTestId('slip-sheet');
  await expect(sheet).toContainText(held?.receiver_name ?? '');
  await expect(sheet).not.toContainText('卖家备注');
  await page.getByTestId('slip-remark').check();
  await expect(page).toHaveURL(/remark=1/);
  await expect(sheet).toContainText((held?.seller_memo ?? '').split('\n')[0] ?? '');
  await faults();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeHidden();
  await expect(page.getByTestId('slip-print')).toBeHidden();
  await expect(sheet).toBeVisible();
});
