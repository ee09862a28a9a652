/** 网店客服系统 through its own pages: signing in, a round of visitors, the sheet and the answers it rests on. */
import type { Page } from '@playwright/test';
import { loadTraining, type Visitor } from 'fixtures';
import { seriousFaults } from '../serious-faults.ts';
import { expect, type Seller, test } from './seller.ts';

const SEED = 3;
const { SERVICE, PRESETS } = await loadTraining();

async function post(page: Page, path: string, data: object): Promise<void> {
  const status = await page.evaluate(
    async ([to, body]) => (await fetch(to as string, { method: 'POST', body: JSON.stringify(body) })).status,
    [path, data] as const,
  );
  expect(status, path).toBe(200);
}

/** The desk of a new world whose rules bring visitors at once. */
async function desk(seller: Seller, change: object): Promise<void> {
  const { page } = seller;
  await seller.open('/sold', { seed: SEED, day: 1440 });
  const service = {
    ...PRESETS.normal.service,
    visitors: 3,
    every: 1,
    together: 3,
    pre: 100,
    in: 0,
    after: 0,
    ...change,
  };
  await post(page, '/api/account/sign-in', { account: 'admin', password: '123456' });
  await post(page, '/api/rules', { rules: { ...PRESETS.normal, preset: 'custom', service } });
  await post(page, '/api/account/sign-out', {});
  await page.getByTestId('menu-service').click();
  await page.getByTestId('sign-in-account').fill('xs02');
  await page.getByTestId('sign-in-password').fill('123456');
  await page.getByTestId('sign-in-yes').click();
  await page.getByTestId('shift-start').click();
}

/** The visitor as the shop's records have it. */
async function visitorOf(seller: Seller, id: string): Promise<Visitor> {
  const records = (await seller.stored()).records as { type: string; subject: string; data: { after: Visitor } }[];
  const arrived = records.find(({ type, subject }) => type === 'visitor.arrived' && subject === id);
  if (!arrived) throw new Error(`${id} has not come`);
  return arrived.data.after;
}

/** Place on the screen, from 1, of the answer of that grade to a turn. */
function keyOf({ visitor_id, script }: Visitor, turn: number, grade: string): number {
  const answers = SERVICE.script(script)?.turns[turn]?.answers ?? [];
  return SERVICE.answerOrder(SEED, visitor_id, turn).findIndex((place) => answers[place]?.grade === grade) + 1;
}

/** What axe finds, and how many pixels the page is wider than the screen. */
async function faults(page: Page): Promise<(string | number)[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await seriousFaults(page, ['light'])), ...(wider > 0 ? [wider] : [])];
}

test('a round: choose by mouse and by keys, write freely, hand in, and see what it was worth', async ({
  page,
  seller,
}) => {
  await desk(seller, {});
  const rows = page.getByTestId('visitor');
  await expect(rows).toHaveCount(3);
  await expect(page.getByTestId('shift-progress')).toContainText('来访 3 / 3');
  const row = (n: number) => page.locator(`[data-testid="visitor"][data-visitor-id="service-1-${n}"]`);
  await expect(row(1)).toContainText('等待中');
  await expect(row(1)).toContainText('条未读');

  // The first: by mouse, after a failure that leaves the choice as it was.
  const first = await visitorOf(seller, 'service-1-1');
  await row(1).click();
  await expect(page).toHaveURL(/visitor=service-1-1/);
  await expect(row(1)).toContainText('咨询中');
  await expect(page.getByTestId('talk')).toContainText(first.messages[0]?.text ?? '');
  await expect(page.getByTestId('goods')).toContainText(first.facts.product ?? '');
  expect(await faults(page)).toEqual([]);
  await page.getByTestId('clock-pause').click();
  await expect(page.getByTestId('shift-bar')).toContainText('已暂停');
  await page.getByTestId('clock-pause').click();
  await expect(page.getByTestId('shift-bar')).not.toContainText('已暂停');
  await page.getByTestId('answer-send').click();
  await expect(page.getByTestId('form-fault')).toHaveText('请先选一个答案');
  await seller.rehearse('visitors.answer', 1, 'error');
  const best = page.getByTestId(`answer-${keyOf(first, 0, 'best')}`);
  await best.check();
  await page.getByTestId('answer-send').click();
  await expect(page.getByTestId('form-fault')).toContainText('暂时不可用');
  await expect(best).toBeChecked();
  await page.getByTestId('answer-send').click();
  const turns = SERVICE.script(first.script)?.turns.length ?? 0;
  for (let turn = 1; turn < turns; turn++) {
    await expect(page.getByTestId('talk').locator('.line')).toHaveCount(turn * 2 + 1);
    await page.keyboard.press(String(keyOf(first, turn, 'best')));
    await page.keyboard.press('Enter');
  }
  await expect(row(1)).toContainText('满意');
  await expect(page.getByTestId('talk-end')).toContainText('客服订单');
  await expect(page.getByTestId('talk')).toContainText('最优');

  // The second: in own words, with digits that choose nothing; every tab of the goods; a reload changes nothing.
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/visitor=service-1-2/);
  const second = await visitorOf(seller, 'service-1-2');
  for (const [tab, says] of [
    ['usage', '操作方法'],
    ['prices', '分期付款价'],
    ['strengths', '特色'],
    ['stock', '促销截止'],
    ['rules', '七天'],
    ['attributes', '运行内存'],
  ] as const) {
    await page.getByTestId(`goods-${tab}`).click();
    await expect(page.getByTestId('goods')).toContainText(says);
  }
  await page.getByTestId('goods-stock').click();
  const text = page.getByTestId('answer-text');
  await text.fill('123');
  await text.press('4');
  await expect(page.getByTestId('answer-4')).not.toBeChecked();
  await page.reload();
  await expect(page.getByTestId('goods-stock')).toHaveAttribute('aria-current', 'page');
  await expect(row(2)).toContainText('咨询中');
  await text.fill(SERVICE.script(second.script)?.turns[0]?.taboos[0]?.words[0] ?? '');
  await text.press('Enter');
  await expect(page.getByTestId('talk').locator('.line-own')).toHaveCount(1);

  // The third stays without answer. Handing in asks first.
  await page.getByTestId('shift-end').click();
  await expect(page.getByTestId('shift-end-dialog')).toContainText('没有结束');
  await page.getByTestId('shift-end-dialog-yes').click();
  const sheet = page.getByTestId('sheet');
  await expect(sheet.locator('tbody tr')).toHaveCount(10);
  await expect(page.getByTestId('shift-ended')).toBeVisible();
  const shown = Number(await page.getByTestId('sheet-total').textContent());
  const items = SERVICE.table61((await seller.stored()).records as never, 'service-1');
  expect(shown).toBeCloseTo(
    items.reduce((sum, { points }) => sum + points, 0),
    1,
  );
  expect(await faults(page)).toEqual([]);
  const entries = page.getByTestId('review-entry');
  await expect(entries).toHaveCount(turns + 1);
  await expect(entries.last()).toContainText('有害');
  await expect(entries.last()).toContainText('违反');
  await page.getByTestId('evidence-visits').click();
  await expect(page).toHaveURL(/item=visits/);
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText(first.nick);
  await entries.getByText('四个答案').click();
  await expect(entries.locator('.options li')).toHaveCount(4);
  await entries.getByRole('link', { name: first.nick }).click();
  await expect(page.getByTestId('talk')).toContainText('最优');
  expect(await faults(page)).toEqual([]);
  await page.getByTestId('shift-start').click();
  await expect(page.getByTestId('shift-bar')).toHaveAttribute('data-shift-id', 'service-2');
});

test('who is not answered asks again, then leaves; the round ends with the last of them', async ({ page, seller }) => {
  await desk(seller, { visitors: 2, patience: 4, free: false });
  const row = page.getByTestId('visitor').first();
  await row.click();
  await expect(page.getByTestId('answer-1')).toBeVisible();
  await expect(page.getByTestId('answer-text')).toHaveCount(0);
  await expect(page.getByTestId('visitor-list')).toContainText('催过');
  await expect(page.getByTestId('sheet')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTestId('shift-ended')).toContainText('全部做完');
  await expect(page.getByTestId('sheet-total')).toHaveText('0.0');
  await page.getByTestId('view-talks').click();
  await expect(page.getByTestId('visitor-list').getByText('未处理')).toHaveCount(2);
});
