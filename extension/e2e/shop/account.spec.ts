/** 我的账户: signing in and out, what each role finds there, and the teacher's list. */
import { expect, test } from './seller.ts';
import { choose, post, saved, screenFaults, signIn } from './training.ts';

test('a student signs in, finds four tasks with progress, and no password is kept anywhere', async ({
  page,
  seller,
}) => {
  await seller.open();
  await expect(page.getByTestId('account-link')).toHaveText('登录');
  await page.getByTestId('menu-account').click();
  await signIn(page, 'xs41');
  await expect(page.getByTestId('form-fault')).toContainText('没有账号 xs41');
  await signIn(page, 'xs03', 'my-own-password');
  await expect(page.getByTestId('form-fault')).toContainText('密码不对');
  expect(await screenFaults(page)).toEqual([]);
  await signIn(page, 'xs03');
  await expect(page.getByTestId('account-card')).toContainText('王浩然');
  await expect(page.getByTestId('account-link')).toContainText('王浩然');
  for (const task of ['service', 'orders', 'backend', 'quiz']) {
    await expect(page.getByTestId(`task-${task}-go`)).toBeVisible();
  }
  await expect(page.getByTestId('task-service')).toContainText('还没有做过');
  expect(await screenFaults(page)).toEqual([]);

  // What is done elsewhere shows up here by itself.
  await post(page, '/api/shifts', { kind: 'service' });
  await expect(page.getByTestId('task-service')).toContainText('第 1 轮正在进行');
  await page.getByTestId('sign-out').click();
  await expect(page.getByTestId('form-fault')).toContainText('还有一轮实训没有结束');
  await post(page, '/api/shifts/service-1/end', {});
  await expect(page.getByTestId('task-service')).toContainText('做完 1 轮');
  await page.reload();
  await expect(page.getByTestId('task-service')).toContainText('已交卷');
  await page.getByTestId('task-quiz-go').click();
  await expect(page.getByRole('heading', { name: '巩固与提高', level: 1 })).toBeVisible();
  await page.getByTestId('account-link').click();
  await page.getByTestId('sign-out').click();
  await expect(page.getByTestId('sign-in')).toBeVisible();
  expect(JSON.stringify(await seller.stored())).not.toMatch(/my-own-password|"123456"/);
});

/** `账号,姓名` and two students, as Excel in China saves it: GB18030. */
const GB18030 = [
  0xd5, 0xcb, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a, 0x6e, 0x31, 0x2c, 0xbc, 0xd7, 0x0d, 0x0a, 0x6e,
  0x32, 0x2c, 0xd2, 0xd2, 0x0d, 0x0a,
];

test('the teacher’s list: faults by line, a preview, the change and back again', async ({ page, seller }) => {
  await seller.open();
  await page.goto('/account?page=2');
  await signIn(page, 'teacher');
  const roster = page.getByTestId('roster');
  await expect(roster.locator('tbody tr')).toHaveCount(20);
  await expect(roster).toContainText('xs40');
  const before = await saved(page, page.getByTestId('roster-export'));
  expect(before.split('\r\n')[1]).toBe('xs01,陈思远,电商 2401,第 1 组');

  await page.getByTestId('roster-import').click();
  const dialog = page.getByTestId('roster-dialog');
  await page.getByTestId('roster-dialog-yes').click();
  await expect(dialog.getByTestId('form-fault')).toHaveText('请先选择文件');
  await choose(page.getByTestId('roster-file'), 'bad.csv', '账号,姓名,密码\n小王,甲,1\na2,,2\na2,丙,3\nadmin,丁,4\n');
  const faults = page.getByTestId('roster-faults');
  await expect(faults.getByRole('listitem')).toHaveText([
    '第 2 行：账号只能用字母、数字、_ 和 -',
    '第 3 行：没有姓名',
    '第 4 行：账号 a2 和第 3 行重复',
    '第 5 行：账号 admin 是平台自己的账号，请换一个',
  ]);
  await page.getByTestId('roster-dialog-yes').click();
  await expect(dialog.getByTestId('form-fault')).toHaveText('请先改正文件里的问题');
  expect(await screenFaults(page)).toEqual([]);
  await choose(page.getByTestId('roster-file'), 'picture.csv', [0x89, 0x50, 0, 1]);
  await expect(dialog).toContainText('这不是文本文件');
  await choose(page.getByTestId('roster-file'), '名单.csv', GB18030);
  await expect(page.getByTestId('roster-preview')).toContainText('读到 2 人');
  await expect(page.getByTestId('roster-preview')).toContainText('甲');
  expect(await screenFaults(page)).toEqual([]);
  await page.getByTestId('roster-dialog-yes').click();
  await expect(dialog).toBeHidden();
  await expect(roster.locator('tbody tr')).toHaveCount(2);
  await seller.toasts.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByTestId('roster-import')).toBeVisible();
  await expect(page.locator('#roster-heading')).toContainText('40 人');
  expect(await saved(page, page.getByTestId('roster-export'))).toBe(before);
});

test('the judge sees rounds and changes nothing', async ({ page, seller }) => {
  await seller.open();
  await page.goto('/account');
  await signIn(page, 'xs05');
  await expect(page.getByTestId('account-card')).toBeVisible();
  for (const kind of ['orders', 'service']) {
    await post(page, '/api/shifts', { kind });
    await post(page, `/api/shifts/${kind}-1/end`, {});
  }
  await page.getByTestId('sign-out').click();
  await signIn(page, 'judge');
  const row = page.getByTestId('rounds').locator('[data-shift-id="orders-1"]');
  await expect(row).toContainText('周子昂');
  await expect(row).toContainText('已交卷');
  await expect(page.getByTestId('roster-import')).toHaveCount(0);
  expect(await screenFaults(page)).toEqual([]);
  for (const [round, table] of [
    ['orders-1', '评价表 6-2'],
    ['service-1', '评价表 6-1'],
  ]) {
    await page.goto('/account');
    await page.locator(`[data-shift-id="${round}"]`).getByTestId('round-open').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('实训记录：周子昂');
    await expect(page.getByText(table ?? '')).toBeVisible();
    await expect(page.getByTestId('shift-start')).toHaveCount(0);
    expect(await screenFaults(page), round).toEqual([]);
  }
  await page.getByTestId('round-back').click();
  await page.getByTestId('task-rules-go').click();
  await expect(page.getByTestId('rules-readonly')).toBeVisible();
});
