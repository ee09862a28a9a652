/** 买家视角: the course's buyer steps by hand (textbook OP-3, OP-6, OP-7), beside a seller who answers. */
import { type Buyer, expect, SEED, test, untouched } from './buyer.ts';
import { type Seller, world } from './seller.ts';

/** What is typed as a wrong password: wherever it turned up again, it would be found. */
const SECRET = 'mima-8842-x';
const PASSWORD = '123456';
const sent = untouched(
  ({ status, type, orders }) => status === 'WAIT_BUYER_CONFIRM_GOODS' && type === 'fixed' && orders.order.length === 1,
);
const paid = untouched(({ status, type }) => status === 'WAIT_SELLER_SEND_GOODS' && type === 'fixed');
const picture = (name: string, bytes: Buffer, mimeType = 'image/png') => ({ name, mimeType, buffer: bytes });

/** The seller's next step, as another tab of the shop would take it. */
async function answers({ page }: Buyer, method: string, params: Record<string, string>): Promise<void> {
  const answer = await page.evaluate(
    async (form) => (await fetch('/router/rest', { method: 'POST', body: new URLSearchParams(form) })).json(),
    { method: `taobao.${method}`, session: 'practice-session', format: 'json', ...params },
  );
  expect(answer).not.toHaveProperty('error_response');
}

/** Neither the database nor any address knows a password that was typed. */
async function keptNowhere(buyer: Buyer, seller: Seller): Promise<void> {
  const stored = JSON.stringify(await seller.stored());
  for (const typed of [SECRET, `"${PASSWORD}"`]) expect(stored.includes(typed)).toBe(false);
  expect(stored).not.toMatch(/"password"/);
  const databases = await buyer.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(databases).toEqual(['mock-shop']);
  const kept = await buyer.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  for (const place of [...buyer.addresses, kept])
    for (const typed of [SECRET, PASSWORD]) expect(place).not.toContain(typed);
}

test('goods go back: the buyer applies, the seller agrees, the buyer sends, the seller confirms, the money returns', async ({
  page,
  buyer,
  seller,
}) => {
  const { trade, order, nick } = sent;
  await buyer.open(nick);
  const row = buyer.row(trade.tid);
  for (const text of [trade.tid, trade.alipay_no, order.title, trade.payment, '卖家已发货'])
    await expect(row).toContainText(text);
  await expect(page.getByTestId('buyer-nick')).toHaveText(`买家视角：${nick}`);
  await buyer.sound();

  // 退款页面: goods that did not come must not be said to have come.
  await row.getByTestId('refund').click();
  await page.getByTestId('refund-next').click();
  await buyer.refused('请先选货物状态');
  await page.getByRole('radio', { name: '没有收到货' }).check();
  await expect(page.getByTestId('received-warning')).toHaveCount(0);
  await page.getByRole('radio', { name: '已收到货', exact: true }).check();
  await expect(page.getByTestId('received-warning')).toContainText('钱货两空');
  await buyer.sound();
  await page.getByTestId('refund-next').click();

  // 申请退款页面.
  await expect(page).toHaveURL(/good=BUYER_RECEIVED$/);
  await page.goBack();
  await expect(page.getByTestId('good-status')).toBeVisible();
  await page.goForward();
  await buyer.reload('refund-submit');
  await page.getByTestId('refund-submit').click();
  await buyer.refused('请选服务类型');
  await page.getByRole('radio', { name: '退货退款' }).check();
  await page.getByTestId('refund-submit').click();
  await buyer.refused('请选退款原因');
  await expect(page.getByTestId('refund-reason').locator('option')).toHaveCount(7);
  await page.getByTestId('refund-reason').selectOption('质量问题');
  await expect(page.getByTestId('refund-fee')).toHaveValue(order.payment);
  for (const [fee, why] of [
    ['abc', '最多两位小数'],
    ['0', '要大于 0'],
    [String(Number(order.payment) + 0.01), '不能超过'],
  ] as const) {
    await page.getByTestId('refund-fee').fill(fee);
    await page.getByTestId('refund-submit').click();
    await buyer.refused(why);
  }
  await page.getByTestId('refund-fee').fill(order.payment);
  await page.getByTestId('refund-desc').fill('坏'.repeat(201));
  await expect(page.getByText('超出 1 个字')).toBeVisible();
  await page.getByTestId('refund-submit').click();
  await buyer.refused('最多 200 个字');
  await page.getByTestId('refund-desc').fill('收到就有破洞');

  // Pictures: of the right kind, not too many, made small, and taken away again.
  const pics = page.getByTestId('refund-pics');
  const large = await page.screenshot({ fullPage: true });
  await pics.setInputFiles(picture('清单.pdf', Buffer.from('%PDF'), 'application/pdf'));
  await expect(page.getByText('「清单.pdf」不是图片')).toBeVisible();
  await pics.setInputFiles(picture('大.png', Buffer.alloc(20_000_001)));
  await expect(page.getByText('「大.png」太大')).toBeVisible();
  await pics.setInputFiles(picture('坏.png', Buffer.from('not a picture')));
  await expect(page.getByText('「坏.png」打不开')).toBeVisible();
  await pics.setInputFiles(['1', '2', '3', '4'].map((name) => picture(`${name}.png`, large)));
  await expect(page.getByText('最多 3 张图片')).toBeVisible();
  await pics.setInputFiles(['1', '2', '3'].map((name) => picture(`${name}.png`, large)));
  await page.getByRole('button', { name: '删除凭证 3' }).click();
  await expect(page.getByRole('button', { name: /^查看凭证/ })).toHaveCount(2);
  await page.getByRole('button', { name: '查看凭证 1' }).click();
  await expect(page.getByRole('dialog', { name: '凭证图片' }).getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '查看凭证 1' })).toBeFocused();

  // The practice password.
  const password = page.getByTestId('pay-password');
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByTestId('refund-submit').click();
  await buyer.refused('请输入支付密码');
  await password.fill(SECRET);
  await page.getByTestId('refund-submit').click();
  await buyer.refused('支付密码不对');
  await expect(password).toHaveValue('');
  await buyer.sound();
  await password.fill(PASSWORD);
  await page.getByTestId('refund-submit').dblclick();

  // Waiting for the seller.
  const state = page.getByTestId('refund-state');
  await expect(state).toHaveAttribute('data-status', 'WAIT_SELLER_AGREE');
  await expect(state).toContainText(/还剩 1[45] 天/);
  const refund = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect((await seller.stored()).records.filter(({ type }) => type === 'refund.applied')).toHaveLength(1);
  const history = page.getByRole('region', { name: '协商历史' });
  await expect(history.getByRole('listitem').filter({ hasText: '收到就有破洞' }).getByRole('img')).toHaveCount(2);
  await page.getByTestId('refund-message-send').click();
  await buyer.refused('请写留言');
  await page.getByTestId('refund-message').fill('麻烦尽快处理');
  await page.getByTestId('refund-message-send').click();
  await expect(history).toContainText('麻烦尽快处理');
  await buyer.sound();
  await buyer.reload('refund-state');
  // Asking again leads to what was asked for.
  await page.goBack();
  await expect(page.getByText('这件宝贝已经申请过退款')).toBeVisible();
  await page.getByRole('link', { name: '查看退款进度' }).click();

  // The seller agrees; the open page knows at once.
  await expect(page.getByTestId('refund-return')).toHaveCount(0);
  const home = world(SEED).addresses.find(({ cancel_def }) => cancel_def);
  await answers(buyer, 'rp.returngoods.agree', { refund_id: refund, seller_address_id: home?.contact_id ?? '' });
  await expect(page.getByTestId('return-address')).toContainText(home?.addr ?? '?');
  await expect(page.getByTestId('return-address')).toContainText('运费由卖家承担');
  await expect(state).toContainText(/还剩 [67] 天/);
  await buyer.sound();
  await page.getByTestId('refund-return').click();

  // 买家退货确认页面.
  await expect(page.getByRole('heading', { name: '联系快递公司（禁用邮费到付）' })).toBeVisible();
  await buyer.reload('return-submit');
  await page.getByTestId('return-help').click();
  await expect(page.getByText('要能看清运单号码')).toBeVisible();
  await page.getByTestId('return-submit').click();
  await buyer.refused('请选物流公司');
  await page.getByTestId('return-company').selectOption({ label: '圆通速递' });
  await page.getByTestId('return-submit').click();
  await buyer.refused('请填运单号码');
  await page.getByTestId('return-sid').fill('SF0');
  await page.getByTestId('return-submit').click();
  await buyer.refused('编号规则');
  await page.getByTestId('return-sid').fill(order.invoice_no ?? '');
  await page.getByTestId('return-desc').fill('原包装寄回');
  await page.getByTestId('return-pics').setInputFiles(picture('面单.png', large));
  await expect(page.getByRole('button', { name: '查看凭证 1' })).toBeVisible();
  await buyer.sound();
  await page.getByTestId('return-sid').fill('YT7781234500019');
  await page.getByTestId('return-submit').click();
  await expect(state).toHaveAttribute('data-status', 'WAIT_SELLER_CONFIRM_GOODS');
  await expect(state).toContainText('YT7781234500019');
  await expect(history).toContainText('原包装寄回');
  await page.goBack();
  await expect(page.getByTestId('refund-state')).toBeVisible();
  await buyer.go(nick, `refunds/${refund}/return`);
  await expect(page.getByTestId('buyer-result')).toContainText('退货信息已提交');
  await buyer.go(nick, `trades/${trade.tid}/logistics`);
  await expect(page.getByTestId('parcel').last()).toContainText('YT7781234500019');
  await buyer.sound();

  // The seller has the goods: the money is back, and the trade is closed.
  await buyer.go(nick, `refunds/${refund}`);
  await expect(state).toHaveAttribute('data-status', 'WAIT_SELLER_CONFIRM_GOODS');
  await answers(buyer, 'rp.refunds.agree', { refund_infos: refund });
  await expect(state).toContainText(`退款成功：${order.payment} 元`);
  await expect(page.getByTestId('refund-message')).toHaveCount(0);
  await buyer.sound();
  await page.getByTestId('buyer-back').click();
  await expect(row).toContainText('交易关闭');
  await expect(row.getByTestId('refund-detail')).toHaveText('退款成功');
  const { records } = await seller.stored();
  const done = records.find(({ type }) => type === 'refund.succeeded') as {
    data?: { also?: { kind: string; before: Record<string, number>; after: Record<string, number> }[] };
  };
  const ledger = done.data?.also?.find(({ kind }) => kind === 'ledger');
  const back = Math.round(Number(order.payment) * 100);
  expect((ledger?.after.buyers ?? 0) - (ledger?.before.buyers ?? 0)).toBe(back);
  await keptNowhere(buyer, seller);
});

test('money back without goods: asked, changed, called off, asked again, granted', async ({ page, buyer, seller }) => {
  const { trade, order, nick } = paid;
  await buyer.open(nick);
  await buyer.row(trade.tid).getByTestId('refund').first().click();
  await expect(page.getByRole('radio', { name: '已收到货', exact: true })).toBeDisabled();
  await page.getByRole('radio', { name: '没有收到货' }).check();
  await page.getByTestId('refund-next').click();
  const apply = async (reason: string): Promise<void> => {
    await page.getByTestId('refund-reason').selectOption(reason);
    await page.getByTestId('pay-password').fill(PASSWORD);
    await page.getByTestId('refund-submit').click();
  };
  await expect(page.getByTestId('dispute-type').getByRole('radio')).toHaveCount(1);
  await apply('多拍/拍错/不想要');
  const state = page.getByTestId('refund-state');
  await expect(state).toHaveAttribute('data-status', 'WAIT_SELLER_AGREE');
  const first = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await page.getByTestId('refund-change').click();
  await expect(page.getByTestId('refund-reason')).toHaveValue('多拍/拍错/不想要');
  await page.getByTestId('refund-receipt').click();
  await page.getByTestId('refund-next').click();
  await page.getByTestId('refund-desc').fill('等不及了');
  await buyer.sound();
  await apply('未按约定时间发货');
  await expect(page.getByRole('region', { name: '协商历史' })).toContainText('等不及了');

  await page.getByTestId('refund-intervene').click();
  await buyer.sound();
  await page.getByTestId('ask-yes').click();
  await expect(state).toContainText('已申请淘宝介入');
  await page.getByTestId('refund-cancel').click();
  await expect(page).toHaveURL(/do=cancel$/);
  await page.getByTestId('ask-no').click();
  await expect(page).not.toHaveURL(/do=/);
  await expect(state).toHaveAttribute('data-status', 'WAIT_SELLER_AGREE');
  await page.getByTestId('refund-cancel').click();
  await page.reload();
  await page.getByTestId('ask-yes').click();
  await expect(state).toHaveAttribute('data-status', 'CLOSED');
  await buyer.go(nick, `refunds/${first}/change`);
  await expect(page.getByTestId('buyer-result')).toContainText('现在不能修改');

  await buyer.go(nick, `trades/${trade.tid}/refund/${order.oid}?good=BUYER_NOT_RECEIVED`);
  await apply('未按约定时间发货');
  await expect(state).toHaveAttribute('data-status', 'WAIT_SELLER_AGREE');
  const second = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(second).not.toBe(first);
  await answers(buyer, 'rp.refunds.agree', { refund_infos: second });
  await expect(state).toContainText('退款成功');
  await keptNowhere(buyer, seller);
});

test('an order by hand: chosen, sent, paid once with the right password; another is called off', async ({
  page,
  buyer,
  seller,
}) => {
  const { nick, trade } = paid;
  await buyer.open(nick, 'shop');
  await buyer.sound();
  await page.getByTestId('shop-item').first().click();
  await page.getByTestId('order-submit').click();
  await buyer.refused('请先选款式');
  await page.getByTestId('order-sku').getByRole('radio').nth(1).check();
  await expect(page).toHaveURL(/sku=\d+$/);
  await page.getByTestId('order-num').fill('0');
  await page.getByTestId('order-submit').click();
  await buyer.refused('1 到 999');
  await page.getByTestId('order-num').fill('2');
  await buyer.reload('order-submit');
  await expect(page.getByTestId('order-num')).toHaveValue('2');
  await expect(page.getByTestId('order-sku').getByRole('radio').nth(1)).toBeChecked();
  await expect(page.getByTestId('order-name')).toHaveValue(trade.receiver_name);
  await page.getByTestId('order-mobile').fill('123');
  await page.getByTestId('order-submit').click();
  await buyer.refused('手机号');
  await page.getByTestId('order-mobile').fill(trade.receiver_mobile);
  await page.getByTestId('order-message').fill('请用顺丰');
  await buyer.sound();
  await page.getByTestId('order-submit').click();
  await expect(page.getByTestId('pay-submit')).toBeVisible();
  const made = page.url();
  await buyer.sound();
  await page.getByTestId('pay-submit').click();
  await buyer.refused('请输入支付密码');
  await page.getByTestId('pay-password').fill(SECRET);
  await page.getByTestId('pay-submit').click();
  await buyer.refused('支付密码不对');
  await seller.rehearse('buyer.trade.pay', 1, 'error');
  await page.getByTestId('pay-password').fill(PASSWORD);
  await page.getByTestId('pay-submit').click();
  await buyer.refused('服务暂时不可用');
  await page.getByTestId('pay-password').fill(PASSWORD);
  await page.getByTestId('pay-submit').click();
  await expect(page.getByTestId('buyer-result')).toContainText('付款成功');
  await buyer.sound();
  await buyer.reload('buyer-result');
  await page.getByRole('link', { name: '查看订单' }).click();
  await expect(page.locator('article')).toContainText('等待卖家发货');
  await expect(page.locator('article')).toContainText('请用顺丰');
  expect((await seller.stored()).records.filter(({ type }) => type === 'trade.paid')).toHaveLength(1);
  await keptNowhere(buyer, seller);

  // Not paid for, it can be called off, for a reason; paid for, it is the seller's to send.
  await page.goto(made.replace('/pay', '?do=cancel'));
  await expect(page.getByTestId('ask')).toHaveCount(0);
  await buyer.go(nick, 'shop/562318840017');
  await page.getByTestId('order-sku').getByRole('radio').first().check();
  await page.getByTestId('order-submit').click();
  await expect(page.getByTestId('pay-submit')).toBeVisible();
  await page.getByTestId('buyer-menu-trades').click();
  await expect(page.getByTestId('buyer-tab-waitPay')).toContainText('1');
  await page.getByTestId('buyer-tab-waitPay').click();
  await expect(page).toHaveURL(/tab=waitPay$/);
  await page.getByTestId('buyer-cancel').click();
  await page.getByTestId('ask-yes').click();
  await buyer.refused('请选取消的原因');
  await buyer.sound();
  await page.getByRole('radio', { name: '我不想买了' }).check();
  await page.getByTestId('ask-yes').click();
  await expect(page.locator('article')).toContainText('（我不想买了）');
  await page.getByTestId('buyer-leave').click();
  await seller.settled();
  await expect(seller.rows.filter({ hasText: nick })).toHaveCount(3);
});

test('receipt is put off once, confirmed with a password, and rated with a reason', async ({ page, buyer, seller }) => {
  const { trade, nick, order } = sent;
  await buyer.open(nick);
  const before = trade.timeout_action_time ?? '';
  await buyer.row(trade.tid).getByTestId('buyer-delay').click();
  await buyer.sound();
  await page.getByTestId('ask-yes').click();
  await expect(page.getByText('收货时间已延长 3 天')).toBeVisible();
  const later = (await seller.stored()).records.find(({ type }) => type === 'trade.delayed') as {
    data?: { after?: { timeout_action_time?: string } };
  };
  expect(Date.parse(later.data?.after?.timeout_action_time ?? '') - Date.parse(before)).toBe(3 * 86_400_000);
  await page.getByTestId('buyer-delay').click();
  await page.getByTestId('ask-yes').click();
  await buyer.refused('只能延长一次');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/do=/);

  await buyer.go(nick, `trades/${trade.tid}/rate`);
  await expect(page.getByTestId('buyer-result')).toContainText('现在不能评价');
  await buyer.go(nick, `trades/${trade.tid}/confirm`);
  await expect(page.getByRole('note')).toContainText('钱货两空');
  await buyer.sound();
  await page.getByTestId('pay-password').fill(SECRET);
  await page.getByTestId('confirm-submit').click();
  await buyer.refused('支付密码不对');
  await page.getByTestId('pay-password').fill(PASSWORD);
  await page.getByTestId('confirm-submit').click();
  await expect(page.getByTestId('buyer-result')).toContainText('交易成功');
  await buyer.reload('buyer-result');
  await page.getByTestId('result-rate').click();

  await page.getByTestId('rate-submit').click();
  await buyer.refused('选好评、中评或差评');
  await page.getByRole('radio', { name: '差评' }).check();
  await page.getByTestId('rate-submit').click();
  await buyer.refused('请写明原因');
  await buyer.sound();
  await page.getByTestId('rate-content').fill('和图片差别太大');
  await page.getByTestId('rate-submit').click();
  await expect(page.getByTestId('buyer-result')).toContainText('评价成功');
  await buyer.reload('buyer-result');
  await page.getByRole('link', { name: '查看订单' }).click();
  await expect(page.getByRole('region', { name: '评价' })).toContainText('我的评价：差评');
  await buyer.sound();
  const rated = (await seller.stored()).records.filter(({ type }) => type === 'rate.added');
  expect(rated.map(({ subject }) => subject)).toEqual([`${order.oid}-buyer`]);
  await keptNowhere(buyer, seller);
});

test('the buyer’s frame: somebody chosen, changed, talking, and what is not there', async ({ page, buyer, seller }) => {
  const { nick, trade } = paid;
  await seller.open('/sold');
  await page.getByTestId('menu-buyer').click();
  await expect(page.getByTestId('buyer-pick')).toHaveCount(50);
  await buyer.sound();
  await page.getByTestId('buyer-search').fill('没有这样的昵称');
  await expect(page.getByText('没有昵称里带')).toBeVisible();
  await page.getByTestId('buyer-search').fill(nick);
  await page.getByTestId('buyer-pick').first().click();
  await expect(page.getByTestId('buyer-nick')).toHaveText(`买家视角：${nick}`);

  // Hurrying the seller: written as the buyer, heard by the seller, answered in the same talk.
  await buyer.row(trade.tid).getByTestId('buyer-remind').click();
  await expect(page.getByTestId('chat-input')).toHaveValue(new RegExp(trade.tid.slice(-4)));
  await page.getByTestId('chat-input').fill('请今天发货');
  await page.getByTestId('chat-send').click();
  const log = page.getByRole('log');
  await expect(log.locator('.line-buyer').last()).toContainText('请今天发货');
  await buyer.sound();
  const [said] = (await seller.stored()).records.slice(-1);
  expect(said).toMatchObject({
    type: 'chat.received',
    subject: nick,
    actor: 'buyer',
    data: { text: '请今天发货', tid: trade.tid },
  });
  await page.getByTestId('buyer-leave').click();
  await page.goto(`/sold?chat=${encodeURIComponent(nick)}`);
  await expect(page.getByTestId('chat').getByRole('log')).toContainText('请今天发货');
  await page.getByTestId('chat-input').fill('今天一定发');
  await page.getByTestId('chat-send').click();
  await expect(page.getByRole('log').locator('.line-seller').last()).toContainText('今天一定发');
  await buyer.go(nick, 'chat');
  await expect(log.locator('.line-seller').last()).toContainText('今天一定发');

  await page.getByTestId('buyer-switch').click();
  await page.getByTestId('buyer-search').fill(sent.nick);
  await page.getByTestId('buyer-pick').first().click();
  await expect(page.getByTestId('buyer-nick')).toHaveText(`买家视角：${sent.nick}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Somebody else's trade is none of his; and the seller's remarks are not for buyers.
  await buyer.go(sent.nick, `trades/${trade.tid}`);
  await expect(page.getByText(`您没有订单号为 ${trade.tid} 的订单`)).toBeVisible();
  await buyer.go(sent.nick, 'refunds/1');
  await expect(page.getByText('您没有编号为 1 的退款')).toBeVisible();
  await buyer.go('谁也不是');
  await expect(page.getByRole('heading', { name: '没有这位买家' })).toBeVisible();
  await buyer.go(sent.nick, 'nowhere');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  await buyer.go(sent.nick, '?fail=buyer.trades:1');
  await expect(page.getByText('服务暂时不可用')).toBeVisible();
  await page.getByTestId('retry').click();
  await expect(buyer.row(sent.trade.tid)).toBeVisible();
});
