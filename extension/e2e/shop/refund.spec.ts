/** 退款管理, the operation 买家退货处理 from the seller's side; buyers act over the shop's own addresses. */
import type { Page } from '@playwright/test';
import type { Refund } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, SCENARIO, test, world } from './seller.ts';

const SEED = 1;
const { refunds, trades } = world(SEED);
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const PHOTO = { name: '退件.png', mimeType: 'image/png', buffer: PIXEL };

/** The first refund of the world that fits. */
function refundOf(status: Refund['status'], type: Refund['dispute_type']): Refund {
  const found = refunds.find((one) => one.status === status && one.dispute_type === type);
  if (!found) throw new Error(`no ${type} that is ${status}`);
  return found;
}

async function open(page: Page, at = '/refunds'): Promise<void> {
  await page.goto(`${at}${at.includes('?') ? '&' : '?'}scenario=${SCENARIO}&seed=${SEED}&day=86400`);
}

/** The refund as the shop keeps it now. */
async function kept(page: Page, { refund_id }: Refund): Promise<Refund> {
  return page.evaluate(async (id) => (await (await fetch(`/api/refunds/${id}`)).json()).refund, refund_id);
}

/** What the buyer does about the refund. */
async function buyer(page: Page, { buyer_nick, refund_id }: Refund, act: string, data: object): Promise<void> {
  const path = `/api/buyer/${encodeURIComponent(buyer_nick)}/refunds/${refund_id}/${act}`;
  const status = await page.evaluate(async ([url, body]) => (await fetch(url, { method: 'POST', body })).status, [
    path,
    JSON.stringify(data),
  ] as const);
  expect(status).toBe(200);
}

/** Moves the clock from event to event until it holds. */
async function jumpUntil(page: Page, refund: Refund, holds: 'arrived' | 'over'): Promise<void> {
  const reached = await page.evaluate(
    async ([id, wanted]) => {
      for (let jumps = 0; jumps < 800; jumps++) {
        const file = await (await fetch(`/api/refunds/${id}`)).json();
        const over = ['SUCCESS', 'CLOSED'].includes(file.refund.status);
        if (wanted === 'over' ? over : file.parcels.at(-1)?.status === 'ACCEPTED_BY_RECEIVER') return true;
        await fetch('/api/clock/jump', { method: 'POST' });
      }
      return false;
    },
    [refund.refund_id, holds],
  );
  expect(reached).toBe(true);
}

/** axe-core's serious findings, and whether the page is wider than the screen. */
async function sound(page: Page): Promise<void> {
  expect(await seriousFaults(page, ['light'])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

const rows = (page: Page) => page.locator('tbody[data-refund-id]');
const progress = (page: Page) => page.getByTestId('refund-progress');

test('tiles and filters find refunds; the address holds them', async ({ page }) => {
  await open(page);
  const shown = (tile: string) => page.getByTestId(`tile-${tile}`);
  await expect(rows(page)).toHaveCount(Math.min(15, refunds.length));
  await expect(page.getByTestId('menu-refunds')).toHaveAttribute('aria-current', 'page');
  await sound(page);
  for (const [tile, status] of [
    ['waitAgree', 'WAIT_SELLER_AGREE'],
    ['waitReturn', 'WAIT_BUYER_RETURN_GOODS'],
    ['waitReceive', 'WAIT_SELLER_CONFIRM_GOODS'],
    ['refused', 'SELLER_REFUSE_BUYER'],
    ['success', 'SUCCESS'],
    ['closed', 'CLOSED'],
  ] as const) {
    const wanted = refunds.filter((one) => one.status === status);
    await expect(shown(tile)).toContainText(String(wanted.length));
    await shown(tile).click();
    await expect(page).toHaveURL(new RegExp(`tile=${tile}`));
    await expect(rows(page)).toHaveCount(wanted.length);
  }
  await shown('all').click();
  const one = refundOf('WAIT_SELLER_AGREE', 'REFUND');
  const filters: [string, string, (refund: Refund) => boolean][] = [
    ['no', ` ${one.refund_id} `, (refund) => refund.refund_id === one.refund_id],
    ['tid', one.tid, (refund) => refund.tid === one.tid],
    ['nick', one.buyer_nick, (refund) => refund.buyer_nick === one.buyer_nick],
    ['type', 'REFUND', (refund) => refund.dispute_type === 'REFUND'],
    ['reason', one.reason, (refund) => refund.reason === one.reason],
    ['from', '2026-11-20', (refund) => refund.created >= '2026-11-20'],
    ['to', '2026-11-20', (refund) => refund.created < '2026-11-21'],
  ];
  for (const [name, value, fits] of filters) {
    const field = page.getByTestId(`filter-${name}`);
    if (name === 'type' || name === 'reason') await field.selectOption(value);
    else await field.fill(value);
    await page.getByTestId('search').click();
    await expect(page, name).toHaveURL(new RegExp(`[?&]${name}=`));
    await expect(rows(page), name).toHaveCount(Math.min(15, refunds.filter(fits).length));
    await page.getByTestId('search-reset').click();
    await expect(page).toHaveURL(/\/refunds$/);
  }
  await page.getByTestId('filter-no').fill('12x');
  await page.getByTestId('search').click();
  await expect(page.getByRole('alert')).toContainText('只有数字');

  await page.goto('/refunds?tile=waitAgree&type=REFUND&size=x');
  await expect(page.getByRole('status').filter({ hasText: '看不懂' })).toContainText('每页条数');
  const row = page.locator(`tbody[data-refund-id="${one.refund_id}"]`);
  await expect(row).toContainText(/还剩 14 天 \d+ 小时 \d+ 分/);
  await row.getByTestId('refund-open').click();
  await expect(page).toHaveURL(new RegExp(`/refunds/${one.refund_id}\\?back=`));
  await page.getByTestId('back').click();
  await expect(page).toHaveURL(/tile=waitAgree&type=REFUND$/);
  await page.reload();
  await expect(row).toBeVisible();
  await page.goto('/refunds?nick=没有这个人');
  await expect(page.getByText('没有符合条件的退款')).toBeVisible();
  await sound(page);
  await page.goto('/refunds?fail=refunds.receive.get:1');
  await page.getByTestId('retry').click();
  await expect(rows(page).first()).toBeVisible();
});

test('同意退款: money alone goes back at once, after one was asked', async ({ page, seller }) => {
  const refund = refundOf('WAIT_SELLER_AGREE', 'REFUND');
  await seller.open(`/sold?tid=${refund.tid}`, { seed: SEED });
  await seller.row(refund.tid).getByTestId('refund-link').first().click();
  await expect(progress(page)).toHaveAttribute('data-status', 'WAIT_SELLER_AGREE');
  await expect(page.getByTestId('refund-countdown')).toContainText('还剩 14 天');
  await expect(page.getByTestId('refund-amount')).toHaveText(`${refund.refund_fee} 元`);
  await sound(page);
  await page.getByTestId('refund-agree').click();
  await expect(page.getByTestId('ask')).toContainText('不能撤回');
  await page.getByTestId('ask-no').click();
  expect((await kept(page, refund)).status).toBe('WAIT_SELLER_AGREE');
  await page.getByTestId('refund-agree').click();
  await seller.rehearse('rp.refunds.agree', 1, 'error');
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('暂时不可用');
  // A double click gives the money back once.
  await page.getByTestId('ask-yes').dblclick();
  await expect(progress(page)).toHaveAttribute('data-status', 'SUCCESS');
  await expect(page.getByTestId('ask')).toBeHidden();
  await expect(page.getByTestId('refund-agree')).toHaveCount(0);
  const { records } = await seller.stored();
  expect(records.filter(({ type }) => type === 'refund.succeeded')).toHaveLength(1);
  await page.getByTestId('refund-trade').click();
  await expect(page.locator('article')).toContainText('交易关闭');
  await page.goBack();
  await expect(progress(page)).toHaveAttribute('data-status', 'SUCCESS');
});

test('同意退货 to 确认收货并退款: address, parcel, check, money', async ({ page, seller }) => {
  const refund = refundOf('WAIT_SELLER_AGREE', 'REFUND_AND_RETURN');
  const parcel = { company_code: 'YTO', sid: 'YT7654321098765', desc: '卡放在盒子里', pics: ['waybill/white'] };
  await open(page, `/refunds/${refund.refund_id}`);
  await page.getByTestId('refund-agree').click();
  await expect(page.getByTestId('return-address-picker').locator('input:checked')).toHaveValue('300103');
  await sound(page);
  await page.getByTestId('return-remark').fill('请附退换货卡');
  await page.getByTestId('ask-yes').click();
  await expect(progress(page)).toHaveAttribute('data-status', 'WAIT_BUYER_RETURN_GOODS');
  expect(await kept(page, refund)).toMatchObject({
    return_address: { seller_address_id: '300103' },
    post_fee_bear_role: 1,
  });
  await expect(page.locator('.negotiation')).toContainText('请附退换货卡');

  await page.getByTestId('refund-refill').click();
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('请选择物流公司');
  await page.getByTestId('refill-carrier').selectOption('YTO');
  await page.getByTestId('refill-waybill').fill('123');
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('编号规则');
  await page.keyboard.press('Escape');

  await buyer(page, refund, 'return', parcel);
  await expect(progress(page)).toHaveAttribute('data-status', 'WAIT_SELLER_CONFIRM_GOODS');
  await expect(page.getByTestId('return-way')).toHaveAttribute('data-status', 'CREATED');
  await page.getByTestId('refund-receive').click();
  await expect(page.getByTestId('not-arrived')).toBeVisible();
  await page.getByTestId('check-style').check();
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('款式和数量');
  await sound(page);
  await page.getByTestId('ask-no').click();

  await jumpUntil(page, refund, 'arrived');
  await expect(page.getByTestId('return-way')).toHaveAttribute('data-status', 'ACCEPTED_BY_RECEIVER');
  await page.getByTestId('flag').click();
  await seller.choose(5);
  await page.getByTestId('memo-text').fill('退件收到，款式数量无误，可退款 小刘 11.22');
  await page.getByTestId('memo-save').click();
  await expect(page.locator('.memo-block')).toContainText('紫旗');
  await page.getByTestId('refund-receive').click();
  await expect(page.getByTestId('not-arrived')).toHaveCount(0);
  await page.getByTestId('check-style').check();
  await page.getByTestId('check-count').check();
  await page.getByTestId('ask-yes').click();
  await expect(progress(page)).toHaveAttribute('data-status', 'SUCCESS');
  await expect(page.getByTestId('refund-note')).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.negotiation')).toContainText('确认收到退回的商品');
});

test('拒绝: reason, text and proof; the buyer asks anew; what nobody saw is not agreed to', async ({
  page,
  seller,
}) => {
  const refund = refundOf('WAIT_SELLER_AGREE', 'REFUND_AND_RETURN');
  await open(page, `/refunds/${refund.refund_id}`);
  await page.getByTestId('refund-refuse').click();
  const fault = page.getByTestId('ask').getByTestId('form-fault');
  await page.getByTestId('ask-yes').click();
  await expect(fault).toContainText('请选择拒绝原因');
  await page.getByTestId('refuse-reason').selectOption('13');
  await page.getByTestId('refuse-text').fill('不');
  await page.getByTestId('ask-yes').click();
  await expect(fault).toContainText('2 到 200');
  await page.getByTestId('refuse-text').fill('字'.repeat(201));
  await page.getByTestId('ask-yes').click();
  await expect(fault).toContainText('200');
  await page.getByTestId('refuse-text').fill('与实物不符，请补充照片');
  await page.getByTestId('refuse-proof').setInputFiles({ ...PHOTO, name: 'a.txt', mimeType: 'text/plain' });
  await expect(page.getByTestId('ask')).toContainText('不是图片');
  await page.getByTestId('refuse-proof').setInputFiles({ ...PHOTO, buffer: Buffer.from('no picture') });
  await expect(page.getByTestId('ask')).toContainText('打不开');
  await page.getByTestId('refuse-proof').setInputFiles(PHOTO);
  await expect(page.getByRole('button', { name: '查看凭证 1' }).last()).toBeVisible();
  await sound(page);
  await page.getByTestId('ask-yes').click();
  await expect(progress(page)).toHaveAttribute('data-status', 'SELLER_REFUSE_BUYER');
  await page.getByRole('button', { name: '查看凭证 1' }).first().click();
  await expect(page.getByRole('dialog', { name: '凭证图片' }).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');

  const asked = { dispute_type: 'REFUND_AND_RETURN', good_status: 'BUYER_RECEIVED', password: '123456', pics: [] };
  await buyer(page, refund, 'change', { ...asked, reason: '质量问题', refund_fee: '20', desc: '只退差价也行' });
  await expect(progress(page)).toHaveAttribute('data-status', 'WAIT_SELLER_AGREE');
  await expect(page.getByTestId('refund-amount')).toHaveText('20.00 元');

  await page.getByTestId('refund-note-send').click();
  await expect(page.getByTestId('refund-note-fault')).toContainText('请写留言');
  await page.getByTestId('refund-note').fill('亲，收到，我们看一下');
  await page.getByTestId('refund-note-pics').setInputFiles(PHOTO);
  await page.getByRole('button', { name: '删除凭证 1' }).waitFor();
  await page.getByTestId('refund-note-send').click();
  await expect(page.locator('.negotiation li').first()).toContainText('我们看一下');
  await expect(page.getByTestId('refund-note')).toHaveValue('');

  await page.getByTestId('refund-agree').click();
  await buyer(page, refund, 'change', { ...asked, reason: '质量问题', refund_fee: '30', desc: '' });
  await expect(page.getByTestId('refund-amount')).toHaveText('30.00 元');
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('刚刚有了变化');
  await page.getByTestId('ask-no').click();

  await page.getByTestId('refund-platform').click();
  await page.getByTestId('ask-yes').click();
  await expect(progress(page)).toContainText('已申请淘宝介入');
  await expect(page.getByTestId('refund-platform')).toHaveCount(0);
  await page.goto('/refunds?tile=intervened');
  await expect(rows(page)).toHaveCount(1);
  expect(await page.evaluate(() => document.querySelectorAll('.toast.bad').length)).toBe(0);
  expect((await seller.stored()).records.filter(({ type }) => type === 'refund.agreed')).toHaveLength(0);
});

test('换货: the old goods come back, the other ones go out, no money moves', async ({ page, seller }) => {
  const trade = trades.find(
    ({ status, type, orders }) =>
      status === 'WAIT_BUYER_CONFIRM_GOODS' && type === 'fixed' && orders.order[0]?.refund_status === 'NO_REFUND',
  );
  if (!trade) throw new Error('no trade to exchange goods of');
  const { tid, buyer_nick } = trade;
  await open(page, '/refunds');
  await expect(rows(page).first()).toBeVisible();
  const refund = await page.evaluate(
    async ([nick, data]) => {
      const path = `/api/buyer/${encodeURIComponent(nick)}/refunds`;
      return (await (await fetch(path, { method: 'POST', body: JSON.stringify(data) })).json()).refund as Refund;
    },
    [
      buyer_nick,
      {
        tid,
        oid: trade.orders.order[0]?.oid,
        dispute_type: 'EXCHANGE',
        good_status: 'BUYER_RECEIVED',
        reason: '尺寸/规格不符',
        desc: '换大一码',
        password: '123456',
      },
    ] as const,
  );
  await page.getByTestId('tile-waitAgree').click();
  const row = page.locator(`tbody[data-refund-id="${refund.refund_id}"]`);
  await expect(row).toContainText('换货待处理');
  await expect(row).toContainText('不退款');
  await row.getByTestId('refund-open').click();
  await page.getByRole('button', { name: '同意换货' }).click();
  await page.getByTestId('return-bearer').locator('input[value="0"]').check();
  await page.getByTestId('ask-yes').click();
  await expect(progress(page)).toHaveAttribute('data-status', 'WAIT_BUYER_RETURN_GOODS');
  await buyer(page, refund, 'return', { company_code: 'YTO', sid: 'YT7654321098700' });
  await page.getByTestId('refund-receive').click();
  await page.getByTestId('check-style').check();
  await page.getByTestId('check-count').check();
  await page.getByTestId('ask-yes').click();
  await expect(progress(page)).toContainText('换货完成');
  await expect(progress(page)).toContainText('重新发给买家');

  await page.getByTestId('refund-anew').click();
  await page.getByTestId('anew-carrier').selectOption('YTO');
  await page.getByTestId('anew-waybill').fill('YT7654321098700');
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('form-fault')).toContainText('一个运单号只能用一次');
  await page.getByTestId('anew-waybill').fill('YT7654321098701');
  await sound(page);
  await page.getByTestId('ask-yes').click();
  await expect(page.getByTestId('anew-way')).toContainText('YT7654321098701');
  await expect(page.getByTestId('refund-anew')).toHaveCount(0);
  await expect(progress(page)).toContainText('已经重新发出');
  const { records } = await seller.stored();
  expect(records.filter(({ type, subject }) => type === 'trade.reshipped' && subject === tid)).toHaveLength(1);
  await page.goto(`/buyer/${encodeURIComponent(buyer_nick)}/trades/${tid}/logistics`);
  await expect(page.getByTestId('parcel').filter({ hasText: 'YT7654321098701' })).toContainText('卖家发出');
  await expect(page.getByTestId('parcel').filter({ hasText: 'YT7654321098700' })).toContainText('我退回的');
});

test('time runs out: fifteen days for the seller, seven for a return, ten for its receipt; a number that is no refund’s', async ({
  page,
}) => {
  const money = refundOf('WAIT_SELLER_AGREE', 'REFUND');
  const returning = refundOf('WAIT_BUYER_RETURN_GOODS', 'REFUND_AND_RETURN');
  await open(page, `/refunds/${returning.refund_id}`);
  await expect(page.getByTestId('refund-countdown')).toBeVisible();
  await jumpUntil(page, returning, 'over');
  await expect(progress(page)).toHaveAttribute('data-status', 'CLOSED');
  await expect(page.locator('.negotiation li').first()).toContainText('买家超时未退货');
  await page.goto(`/refunds/${money.refund_id}`);
  await expect(page.getByTestId('refund-countdown')).toBeVisible();
  await jumpUntil(page, money, 'over');
  await expect(progress(page)).toHaveAttribute('data-status', 'SUCCESS');
  await expect(page.locator('.negotiation li').first()).toContainText('卖家超时未处理');
  // Ten days were over on the way.
  const returned = refundOf('WAIT_SELLER_CONFIRM_GOODS', 'REFUND_AND_RETURN');
  await page.goto(`/refunds/${returned.refund_id}`);
  await expect(progress(page)).toHaveAttribute('data-status', 'SUCCESS');
  await expect(page.locator('.negotiation li').first()).toContainText('卖家超时未确认收货');
  await page.goto('/refunds/123');
  await expect(page.getByText('没有编号为 123 的退款')).toBeVisible();
  await sound(page);
  const closed = trades.filter(({ orders }) => orders.order.some((one) => one.refund_status === 'SUCCESS'));
  await page.goto(`/sold/${closed[0]?.tid}`);
  await expect(page.getByTestId('refund-link').first()).toHaveText('退款成功');
});
