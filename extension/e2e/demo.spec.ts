import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { seriousFaults } from './serious-faults.ts';
import { tasksOf } from './simulated-student.ts';
import { Student, storedEvents } from './student.ts';

const SEED = 2;

/** Remembers, over page loads too, every event that reaches the page at a control with a test id. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kinds =
      'pointerover pointermove pointerdown mousedown focus pointerup mouseup click keydown beforeinput input keyup change blur';
    for (const kind of kinds.split(' '))
      addEventListener(
        kind,
        (event) => {
          const at = event.target instanceof Element ? event.target.closest('[data-testid]') : null;
          if (!at?.matches('[data-testid=memo-text], [data-testid=memo-save]')) return;
          const seen = JSON.parse(sessionStorage.getItem('seen') ?? '[]');
          seen.push([at.getAttribute('data-testid'), kind, event instanceof InputEvent ? (event.data ?? '') : '']);
          sessionStorage.setItem('seen', JSON.stringify(seen));
        },
        { capture: true },
      );
  });
}

const seenAt = async (page: Page, testid: string) => {
  const seen: [string, string, string][] = JSON.parse(
    await page.evaluate(() => sessionStorage.getItem('seen') ?? '[]'),
  );
  return seen.filter(([at]) => at === testid);
};

test('a whole lesson is shown at full speed; nothing of it counts, and then it is the student’s turn', async ({
  page,
  shop,
  coach,
}) => {
  test.setTimeout(240_000);
  await listen(page);
  const student = new Student(page);
  const button = (name: string) => student.coach.getByRole('button', { name, exact: true });
  await student.begin(shop, 'demo', SEED);
  await expect(student.coach.locator('[part=state]')).toContainText('演示中');
  await button('快').click();
  await expect(button('快')).toHaveAttribute('aria-pressed', 'true');
  await expect(student.coach.locator('[part=pointer]')).toBeVisible();
  await expect(student.part('ring')).toBeVisible();
  await expect(student.coach.getByText('演示放完了')).toBeVisible({ timeout: 200_000 });

  // Events as a person makes them, and every remark letter by letter.
  const kinds = (await seenAt(page, 'memo-save')).map(([, kind]) => kind);
  expect(kinds.slice(0, 8).filter((kind) => kind !== 'blur')).toEqual([
    'pointerover',
    'pointermove',
    'pointerdown',
    'mousedown',
    'focus',
    'pointerup',
    'mouseup',
    'click',
  ]);
  const typed = (await seenAt(page, 'memo-text')).map(([, kind, data]) => (kind === 'input' ? data : '')).join('');
  for (const { sample } of tasksOf(SEED)) expect(typed).toContain(sample);

  const panel = await coach.openSidePanel();
  const events = (await storedEvents(panel)) as unknown as { kind: string; data: Record<string, unknown> }[];
  expect(events[0]?.data).toMatchObject({ mode: 'demo' });
  const done = events.filter(({ kind, data }) => kind === 'action' && data.action !== 'open');
  expect(done.length).toBeGreaterThanOrEqual(28);
  expect(done.filter(({ data }) => data.played !== true)).toEqual([]);
  expect(events.at(-1)).toMatchObject({ kind: 'ended', data: { reason: 'completed' } });
  await expect(panel.getByTestId('ended')).toContainText('不计成绩');
  await expect(panel.getByTestId('result')).toContainText('演示');
  await expect(panel.getByTestId('result')).not.toContainText('分');
  await expect(panel.getByTestId('lesson').filter({ hasText: '插旗备注' })).toContainText('未学');
  const row = await panel.evaluate(
    () =>
      new Promise<{ outcome: { score: number; max: number; mastery: Record<string, number> } }>((resolve) => {
        const opening = indexedDB.open('seller-coach');
        opening.onsuccess = () => {
          const rows = opening.result.transaction('attempts').objectStore('attempts').getAll();
          rows.onsuccess = () => resolve(rows.result[0]);
        };
      }),
  );
  expect(row.outcome).toMatchObject({ score: 0, max: 0 });
  expect(new Set(Object.values(row.outcome.mastery))).toEqual(new Set([0.25]));
  const [report] = await Promise.all([
    coach.context.waitForEvent('page'),
    panel.getByTestId('result').getByRole('link', { name: /报告/ }).click(),
  ]);
  await expect(report.getByTestId('uncounted')).toBeVisible();
  await expect(report.getByTestId('score')).toHaveCount(0);
  expect(await seriousFaults(report)).toEqual([]);
  await report.close();
  await page.bringToFront();

  const world = page.waitForEvent('framenavigated', (frame) => frame.url().includes('scenario='));
  await button('轮到你了').click();
  expect((await world).url()).toContain(`seed=${SEED}`);
  await expect(student.coach.locator('.above')).toContainText('引导');
  await expect(student.part('progress')).toContainText('第 1 步');
  await expect(student.coach.locator('[part=state]')).toHaveCount(0);
  await expect(panel.getByTestId('running')).toContainText('引导');
});

test('pause, single steps, a reload, a step the demo cannot do: by keyboard, without motion', async ({
  page,
  shop,
  coach,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const student = new Student(page);
  const state = student.coach.locator('[part=state]');
  const button = (name: string) => student.coach.getByRole('button', { name, exact: true });
  const focused = () =>
    student.coach.evaluate((host) => host.shadowRoot?.activeElement?.textContent ?? document.activeElement?.localName);
  await student.begin(shop, 'demo', SEED);
  await expect(state).toContainText('演示中');
  // Loaded once more before anything was shown, as a shop does that is only opening: nothing to stop for.
  await page.evaluate(() => location.reload());
  await expect(state).toContainText('演示中');
  await page.keyboard.press('Space');
  await expect(state).toContainText('已暂停');
  await expect.poll(focused).toBe('继续');
  await expect(student.coach.locator('.said')).toContainText('已暂停');
  const first = await student.part('instruction').textContent();
  expect(await seriousFaults(page)).toEqual([]);

  // One step at a time: the focus comes back to the button that steers.
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('单步');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('memo-dialog')).toBeVisible({ timeout: 20_000 });
  await expect(state).toContainText('已暂停');
  await expect(student.part('instruction')).not.toHaveText(first ?? '');
  await expect.poll(focused).toBe('单步');
  const glide = await student.coach.evaluate(
    (host) => host.shadowRoot?.querySelector<HTMLElement>('[part=pointer]')?.style.transitionDuration,
  );
  expect(glide).toBe('0s');
  const second = await student.part('instruction').textContent();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid="memo-flag"] input:checked')).toHaveValue(tasksOf(SEED)[0]?.flag ?? '');
  await expect(student.part('instruction')).not.toHaveText(second ?? '');
  await expect(state).toContainText('已暂停');

  // Reloaded, it waits, and opens anew what the reload has closed.
  await page.reload();
  await expect(state).toContainText('已暂停');
  await button('快').click();
  await button('继续').click();
  const done = async () => Number(await student.part('progress').getAttribute('aria-valuenow'));
  await expect.poll(done, { timeout: 60_000 }).toBeGreaterThan(4);
  await page.keyboard.press('x');
  await expect(state).toContainText('已暂停');

  // While it rests, the page's own script is neither the student nor the demo.
  const panel = await coach.openSidePanel();
  const actions = async () =>
    (await storedEvents(panel)).filter(({ kind }) => kind === 'action') as unknown as { data: { played?: true } }[];
  const before = (await actions()).length;
  await page.bringToFront();
  await page.evaluate(() => {
    for (const control of document.querySelectorAll<HTMLElement>('[data-testid=search], [data-testid=memo-cancel]')) {
      control.click();
      control.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }));
    }
  });
  await page.waitForTimeout(500);
  expect((await actions()).length).toBe(before);

  // What cannot be done is said, and the student does it; then the demo goes on.
  const style = await page.addStyleTag({ content: '[data-testid=memo-save] { display: none }' });
  await button('继续').click();
  await expect(student.coach.locator('[part=trouble]')).toContainText('自己做这一步', { timeout: 40_000 });
  await expect(state).toContainText('这一步请你来做');
  await style.evaluate((element) => (element as HTMLElement).remove());
  await expect(student.part('ring')).toBeVisible();
  await page.getByTestId('memo-save').click();
  await expect(state).toContainText('演示中');
  expect((await actions()).filter(({ data }) => !data.played).length).toBeGreaterThan(0);

  await button('停止').click();
  await expect(student.part('instruction')).toContainText('演示停在了中间');
  await expect(student.coach.locator('[part=pointer]')).toBeHidden();
  await expect(button('轮到你了')).toBeVisible();
  expect(await seriousFaults(page)).toEqual([]);
});
