/** 规则设置: to read for everybody, to change for the teacher and the administrator. */
import { expect, test } from './seller.ts';
import { choose, post, saved, screenFaults, signedIn } from './training.ts';

test('rules are read, changed after a look at the changes, undone, and brought from files', async ({
  page,
  seller,
}) => {
  await seller.open();
  await page.getByTestId('menu-rules').click();
  await expect(page.getByTestId('rules-readonly')).toContainText('现在只能看');
  await expect(page.getByTestId('rule-service-visitors')).toHaveValue('16');
  await expect(page.getByTestId('rule-service-visitors')).toBeDisabled();
  await expect(page.getByTestId('rules-save')).toHaveCount(0);
  expect(await screenFaults(page)).toEqual([]);

  await signedIn(page, 'admin');
  await expect(page.getByTestId('rule-service-visitors')).toBeEnabled();
  await page.getByTestId('rules-save').click();
  await expect(page.getByTestId('rules-fault')).toHaveText('和现在的规则一样，不用保存。');
  await page.getByTestId('rule-service-pre').fill('101');
  await page.getByTestId('rules-save').click();
  await expect(page.getByTestId('rules-fault')).toHaveText('网店客服系统的售前占比：要是 0 到 100 的整数');
  await page.getByTestId('rule-service-pre').fill('60');
  await page.getByTestId('rule-orders-lost').fill('');
  await page.getByTestId('rule-orders-funds').fill('800');
  await page.getByTestId('fee-SF-0').fill('19.5');
  await page.getByTestId('carrier-on-EMS').uncheck();
  // Leaving would lose it.
  await page.getByTestId('menu-sold').click();
  await expect(page.getByTestId('rules-leave')).toBeVisible();
  await page.getByTestId('rules-leave-no').click();
  await page.getByTestId('rules-save').click();
  const changes = page.getByTestId('rules-changes');
  await expect(changes.locator('tbody tr')).toHaveCount(5);
  await expect(changes).toContainText('客服 · 售前占比50 %60 %');
  await expect(changes).toContainText('订单 · 丢单时限300 秒不会丢');
  await expect(changes).toContainText('不参加');
  expect(await screenFaults(page)).toEqual([]);
  await page.getByTestId('rules-dialog-yes').click();
  await expect(page.getByTestId('rules-preset')).toHaveText('自定');
  await expect(page.getByTestId('rule-orders-funds')).toHaveValue('800.00');
  const exported = await saved(page, page.getByTestId('rules-export'));
  expect(JSON.parse(exported)).toMatchObject({ preset: 'custom', service: { pre: 60 }, orders: { lost: null } });
  await page.reload();
  await expect(page.getByTestId('fee-SF-0')).toHaveValue('19.50');
  await expect(page.getByTestId('carrier-on-EMS')).not.toBeChecked();

  await page.getByTestId('preset-exam').click();
  await expect(page.getByTestId('rule-pause')).not.toBeChecked();
  await page.getByTestId('rules-save').click();
  await page.getByTestId('rules-dialog-yes').click();
  await expect(page.getByTestId('rules-preset')).toHaveText('考核');
  await seller.toasts.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByTestId('rules-preset')).toHaveText('自定');
  await expect(page.getByTestId('rule-service-pre')).toHaveValue('60');

  await choose(page.getByTestId('rules-file'), 'x.json', exported.replace('"pre": 60', '"pre": "many"'));
  await expect(page.getByTestId('rules-fault')).toHaveText(
    '文件里的规则不能用：网店客服系统的售前占比：要是 0 到 100 的整数',
  );
  await choose(page.getByTestId('rules-file'), 'x.json', 'no rules');
  await expect(page.getByTestId('rules-fault')).toContainText('这个文件不是 JSON');
  await choose(page.getByTestId('rules-file'), 'x.json', exported.replace('"pre": 60', '"pre": 70'));
  await expect(page.getByTestId('rule-service-pre')).toHaveValue('70');
  await expect(page.getByTestId('rules-note')).toHaveText('已读入文件，还没有保存。');
  await page.getByTestId('rules-reset').click();
  await expect(page.getByTestId('rule-service-pre')).toHaveValue('60');
  expect((await seller.stored()).records.filter(({ type }) => type === 'rules.changed')).toHaveLength(3);
});

test('a round that goes on keeps its rules, and the page says so', async ({ page, seller }) => {
  await seller.open();
  await signedIn(page, 'teacher');
  await post(page, '/api/shifts', { kind: 'service' });
  await page.goto('/rules');
  await expect(page.getByTestId('rules-running')).toContainText('网店客服系统第 1 轮');
  await page.getByTestId('preset-easy').click();
  await page.getByTestId('rules-save').click();
  await page.getByTestId('rules-dialog-yes').click();
  await expect(page.getByTestId('rules-preset')).toHaveText('简单');
  const { shifts } = await page.evaluate(async () => (await fetch('/api/shifts')).json());
  expect(shifts[0].preset).toBe('normal');
  await page.getByTestId('clock-pause').click();
  await page.getByTestId('clock-jump').click();
  await expect(seller.toasts).toContainText('实训的一轮正在进行，不能跳时间');
});
