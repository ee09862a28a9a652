/** 批量标记: one flag and remark for many trades. */
import { expect, test, world } from './seller.ts';

/** Among the first twenty: two trades without a remark, and one with. */
function three() {
  const page = world(1).trades.slice(0, 20);
  const marked = page.find((trade) => trade.seller_memo !== '');
  const plain = page.filter((trade) => trade.seller_memo === '' && trade.seller_flag === 0).slice(0, 2);
  if (!marked) throw new Error('no trade with a remark');
  return { marked, tids: [...plain, marked].map((trade) => trade.tid) };
}

test('only what is ticked is marked: overwriting is confirmed, failures are tried again alone', async ({
  page,
  seller,
}) => {
  await seller.open('/sold?size=20');
  const { marked, tids } = three();
  const dialog = page.getByTestId('batch-dialog');
  const save = page.getByTestId('batch-save');
  const alert = dialog.getByRole('alert');

  await page.getByTestId('batch-memo').click();
  await expect(seller.toasts).toContainText('请先勾选要标记的订单');
  await expect(dialog).toHaveCount(0);
  await page.getByTestId('select-all').check();
  await expect(page.getByText(/已选 \d+ 笔/).first()).toContainText(`已选 ${await seller.rows.count()} 笔`);
  await page.getByTestId('select-all').uncheck();
  for (const tid of tids) await seller.row(tid).getByTestId('select-row').check();
  await expect(page.getByTestId('select-all')).toHaveJSProperty('indeterminate', true);

  await page.getByTestId('batch-memo').click();
  await expect(dialog).toContainText('选中的 3 笔订单');
  for (const tid of tids) await expect(dialog).toContainText(tid);
  await page.getByTestId('batch-text').fill('一起标的');
  await expect(page.getByTestId('batch-count')).toContainText('已用 8/1000 字节');
  await save.click();
  await expect(alert).toContainText('请先选一面旗子');
  await seller.choose(5, 'batch-flag');
  await save.click();
  await expect(alert).toContainText('请先勾选确认覆盖');
  await expect(dialog).toContainText('其中 1 笔已有备注');
  expect(await seller.saves()).toBe(0);
  await page.getByTestId('batch-overwrite').check();

  await seller.rehearse('memo.update', 1, 'error');
  await save.click();
  const failed = page.getByTestId('batch-failed');
  await expect(failed).toContainText('已保存 2 笔，1 笔没有成功');
  await expect(failed.getByRole('listitem')).toHaveCount(1);
  await expect(failed).toContainText('服务暂时不可用');
  const [left = ''] = tids.filter((tid) => tid === world(1).trades.find((t) => tids.includes(t.tid))?.tid);
  await expect(failed).toContainText(left);
  expect(await seller.saves()).toBe(2);
  await expect(save).toHaveText('重试 1 笔');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(seller.toasts).toContainText('已标记 3 笔订单');
  expect(await seller.saves()).toBe(3);
  for (const tid of tids) await expect(seller.flag(tid)).toHaveAccessibleName('备注（紫旗）：一起标的');
  await expect(page.getByText(/已选 \d+ 笔/)).toHaveCount(0);

  await page.getByTestId('memo-undo').click();
  await expect(seller.toasts).toContainText('已撤销');
  for (const tid of tids.filter((tid) => tid !== marked.tid))
    await expect(seller.flag(tid)).toHaveAccessibleName('添加备注');
  await seller.openRemark(marked.tid);
  await expect(page.getByTestId('memo-text')).toHaveValue(marked.seller_memo);
});

test('without text only the flag changes, and nothing happens by closing', async ({ page, seller }) => {
  await seller.open('/sold?size=20');
  const { marked, tids } = three();
  const dialog = page.getByTestId('batch-dialog');
  await seller.row(marked.tid).getByTestId('select-row').check();
  await page.getByTestId('batch-memo').click();
  await seller.choose(5, 'batch-flag');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('batch-memo')).toBeFocused();
  expect(await seller.saves()).toBe(0);

  await seller
    .row(tids[0] ?? '')
    .getByTestId('select-row')
    .check();
  await page.keyboard.press('Tab');
  await page.getByTestId('batch-memo').click();
  await expect(dialog).toContainText('其中 1 笔已有旗子');
  await seller.choose(5, 'batch-flag');
  await page.getByTestId('batch-overwrite').check();
  await page.getByTestId('batch-save').click();
  await expect(dialog).toHaveCount(0);
  await expect(seller.flag(tids[0] ?? '')).toHaveAccessibleName('备注（紫旗）：无内容');
  await seller.openRemark(marked.tid);
  await expect(page.getByRole('radio', { name: '紫旗' })).toBeChecked();
  await expect(page.getByTestId('memo-text')).toHaveValue(marked.seller_memo);
  await page.keyboard.press('Escape');

  // A text that cannot be a remark is refused before anything is saved.
  await seller
    .row(tids[1] ?? '')
    .getByTestId('select-row')
    .check();
  await page.getByTestId('batch-memo').click();
  await seller.choose(1, 'batch-flag');
  await page.getByTestId('batch-text').fill('长'.repeat(501));
  await page.getByTestId('batch-save').click();
  await expect(dialog.getByRole('alert')).toContainText('最多 1000 字节');
  expect(await seller.saves()).toBe(2);
});
