/** The remark dialog: what can be written, how saving goes well and badly, and taking it back. */
import { FLAGS } from './flags.ts';
import { expect, type Seller, test, tradeOf } from './seller.ts';

const unmarked = (seed: number) => tradeOf(seed, (trade) => trade.seller_flag === 0 && trade.seller_memo === '');

/** Types a remark and presses 保存. */
async function save(seller: Seller, text: string): Promise<void> {
  await seller.page.getByTestId('memo-text').fill(text);
  await seller.page.getByTestId('memo-save').click();
}

test('all six flags can be set, the grey one too, and are there after a reload', async ({ page, seller }) => {
  await seller.open();
  const { tid, buyer_nick } = unmarked(1);
  for (const [flag, name] of [...FLAGS.slice(1), ...FLAGS.slice(0, 1)]) {
    await seller.openRemark(tid);
    await expect(seller.dialog).toHaveAttribute('data-tid', tid);
    await expect(seller.dialog).toHaveAttribute('data-buyer-nick', buyer_nick);
    await expect(page.getByRole('radio')).toHaveCount(6);
    await seller.choose(flag);
    await save(seller, `改成${name}\n第二行`);
    await expect(seller.dialog).toBeHidden();
    await expect(seller.flag(tid)).toHaveAccessibleName(new RegExp(`备注（${name}）：改成${name}`));
  }
  await page.reload();
  await expect(seller.flag(tid)).toHaveAccessibleName(/备注（灰旗）：改成灰旗/);

  // By keyboard alone: arrow keys choose, Tab leads to the text and on to 保存.
  await seller.flag(tid).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: '灰旗' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('键盘写的');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('memo-save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（黄旗）：键盘写的');
  await expect(seller.flag(tid)).toBeFocused();
});

test('the counter counts GBK bytes, and what does not fit or cannot be stored is refused and kept', async ({
  page,
  seller,
}) => {
  await seller.open();
  const { tid } = unmarked(1);
  await seller.openRemark(tid);
  const text = page.getByTestId('memo-text');
  const count = page.getByTestId('memo-count');
  const alert = seller.dialog.getByRole('alert');
  for (const [memo, bytes] of [
    ['', 0],
    ['abc 123', 7],
    ['中文', 4],
    ['备注a，1\n', 9],
    ['字'.repeat(500), 1000],
  ] as const) {
    await text.fill(memo);
    await expect(count).toContainText(`已用 ${bytes}/1000 字节`);
    await expect(count).not.toContainText('超出');
  }
  await text.fill('');
  await page.getByTestId('memo-save').click();
  await expect(alert).toContainText('没有改动');

  const refused: [memo: string, says: string | RegExp][] = [
    [`${'字'.repeat(500)}1`, /最多 1000 字节.*1001 字节/],
    ['长'.repeat(5000), /最多 1000 字节.*10000 字节/],
    ['响\u0007铃', '控制字符'],
    ['制表\t符', '控制字符'],
    ['谢谢😀', '「😀」'],
    ['𠮷野家', '「𠮷」'],
  ];
  for (const [memo, says] of refused) {
    await save(seller, memo);
    await expect(alert).toContainText(says);
    await expect(text).toHaveValue(memo);
    await expect(seller.dialog).toBeVisible();
  }
  await text.fill('长'.repeat(5000));
  await expect(count).toContainText('已用 10000/1000 字节，超出 9000 字节');
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  expect(await seller.saves()).toBe(0);

  const most = `${'字'.repeat(499)}ab`;
  await save(seller, most);
  await expect(seller.dialog).toBeHidden();
  await page.reload();
  await seller.openRemark(tid);
  await expect(text).toHaveValue(most);

  // Emptying asks first: it takes the old text away.
  await save(seller, '');
  await expect(alert).toContainText('会被清除');
  await seller.dialog.getByRole('button', { name: '继续编辑' }).click();
  await page.getByTestId('memo-save').click();
  await page.getByTestId('memo-clear').click();
  await expect(seller.flag(tid)).toHaveAccessibleName('添加备注');
});

test('while it saves nothing can be done twice', async ({ page, seller }) => {
  await seller.open();
  const { tid } = unmarked(1);
  await seller.rehearse('memo.update', 1, 'slow');
  await seller.openRemark(tid);
  await seller.choose(1);
  await page.getByTestId('memo-text').fill('慢一点');
  const button = page.getByTestId('memo-save');
  await button.dblclick();
  await expect(button).toBeDisabled();
  await expect(button).toHaveText('正在保存…');
  await expect(page.getByTestId('memo-text')).not.toBeEditable();
  await expect(page.getByRole('radio', { name: '黄旗' })).toBeDisabled();
  await expect(page.getByTestId('memo-cancel')).toBeDisabled();
  // Chromium closes a dialog at the second Esc whatever the page says to the cancel event.
  for (let n = 0; n < 3; n++) await page.keyboard.press('Escape');
  await expect(seller.dialog).toBeVisible();
  await seller.dialog.getByRole('button', { name: '关闭' }).click();
  await expect(seller.dialog).toBeVisible();
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（红旗）：慢一点');
  await expect(seller.dialog).toBeHidden();
  expect(await seller.saves()).toBe(1);
});

test('a failed save says why, keeps what was written, and 重试 brings it home', async ({ page, seller }) => {
  await seller.open('/sold?fail=memo.update:1');
  const { tid } = unmarked(1);
  await seller.rehearse('memo.update', 1, 'offline');
  await seller.openRemark(tid);
  await seller.choose(2);
  await save(seller, '第一次');
  const failed = page.getByTestId('memo-failed');
  await expect(failed).toContainText('没有保存成功：网络开小差了，服务暂时不可用');
  await expect(page.getByTestId('memo-save')).toBeEnabled();
  await page.getByTestId('memo-retry').click();
  await expect(failed).toContainText('网络连接不上');
  expect(await seller.saves()).toBe(0);
  // What was typed can still be changed before trying again, and is then checked again.
  await page.getByTestId('memo-text').fill('表情😀');
  await page.getByTestId('memo-retry').click();
  await expect(seller.dialog.getByRole('alert')).toContainText('「😀」');
  await page.getByTestId('memo-text').fill('第二次');
  await page.getByTestId('memo-save').click();
  await expect(seller.dialog).toBeHidden();
  await expect(seller.toasts).toContainText('备注已保存');
  await expect(seller.flag(tid)).toHaveAccessibleName('备注（黄旗）：第二次');
  expect(await seller.saves()).toBe(1);
});

test('Esc closes at once when nothing was changed, else asks once, and the focus goes back', async ({
  page,
  seller,
}) => {
  await seller.open();
  const { tid } = unmarked(1);
  const discard = page.getByTestId('memo-discard');
  await seller.openRemark(tid);
  await expect(page.getByRole('radio', { name: '灰旗' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(seller.dialog).toBeHidden();
  await expect(seller.flag(tid)).toBeFocused();

  await page.keyboard.press('Enter');
  await page.getByTestId('memo-text').fill('还没保存');
  await page.keyboard.press('Escape');
  await expect(discard).toBeVisible();
  await expect(seller.dialog).toBeVisible();
  await page.getByTestId('memo-keep').click();
  await expect(discard).toBeHidden();
  await expect(page.getByTestId('memo-text')).toHaveValue('还没保存');
  await seller.dialog.getByRole('button', { name: '关闭' }).click();
  await expect(discard).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(seller.dialog).toBeHidden();
  await expect(seller.flag(tid)).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page.getByTestId('memo-text')).toHaveValue('');
  await seller.choose(3);
  await page.getByTestId('memo-cancel').click();
  await discard.click();
  await expect(seller.dialog).toBeHidden();
  await expect(seller.flag(tid)).toHaveAccessibleName('添加备注');
  await expect(seller.flag(tid)).toBeFocused();
  expect(await seller.saves()).toBe(0);
});

test('撤销 puts back what was there, or says that it could not', async ({ page, seller }) => {
  const marked = tradeOf(1, (trade) => trade.seller_flag === 1 && trade.created >= '2026-08-23');
  await seller.open(`/sold?tid=${marked.tid}`);
  await seller.openRemark(marked.tid);
  await seller.choose(4);
  await save(seller, '改错了');
  const toast = page.locator(`.toast[data-tid="${marked.tid}"]`);
  await expect(toast).toContainText('备注已保存');
  await expect(seller.flag(marked.tid)).toHaveAccessibleName('备注（蓝旗）：改错了');
  await seller.rehearse('memo.update', 1, 'error');
  await toast.getByTestId('memo-undo').click();
  await expect(seller.toasts).toContainText('没有撤销成功');
  await expect(seller.flag(marked.tid)).toHaveAccessibleName('备注（蓝旗）：改错了');
  await toast.getByTestId('memo-undo').focus();
  await page.keyboard.press('Enter');
  await expect(seller.toasts).toContainText('已撤销');
  await expect(seller.flag(marked.tid)).toHaveAccessibleName(/备注（红旗）/);
  await expect(seller.flag(marked.tid)).toBeFocused();
  await seller.openRemark(marked.tid);
  await expect(page.getByTestId('memo-text')).toHaveValue(marked.seller_memo);
  expect(await seller.saves()).toBe(2);
});
