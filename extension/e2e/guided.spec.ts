import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { Student } from './student.ts';

test.describe('a guided lesson from the teacher’s link to its end', () => {
  test('by mouse', async ({ page, shop, coach }) => {
    test.setTimeout(240_000);
    const student = new Student(page);
    await student.begin(shop, 'guided');
    await student.follow(
      (at, text) => student.use(at, text),
      (button) => button.click(),
    );
    await expect(student.part('title')).toHaveText('这一课完成了');
    await expect(student.coach.locator('.score')).toHaveText('28 / 28 步');

    const [report] = await Promise.all([
      coach.context.waitForEvent('page'),
      student.coach.getByRole('button', { name: '查看报告' }).click(),
    ]);
    await expect(report.getByText('100').first()).toBeVisible();
  });

  test('by keyboard alone', async ({ page, shop }) => {
    test.setTimeout(300_000);
    const student = new Student(page);
    await page.goto(`${shop}/?scenario=flag-remarks&seed=2&day=1440#coach=order-management/flag-remarks&mode=guided`);
    await expect(student.part('card')).toBeVisible();
    await tabTo(page, (focus) => focus.text === '开始');
    const world = page.waitForEvent('framenavigated', (frame) => frame.url().includes('scenario='));
    await page.keyboard.press('Enter');
    await world;
    await expect(page.locator('tbody[data-tid]').first()).toBeVisible();
    await expect(student.part('progress')).toBeVisible();
    await student.follow(
      async (_at, text) => {
        const kind = await focusRing(student);
        if (kind === null) return;
        if (kind === 'textarea') {
          await page.keyboard.press('Control+A');
          await page.keyboard.insertText(text ?? '');
          await page.keyboard.press('Tab');
        } else await page.keyboard.press(kind === 'radio' ? 'Tab' : 'Enter');
      },
      async (button) => {
        const isWay = (focus: Focus) => focus.text === '带我去' || focus.text === '滚动到那里';
        if (await tabTo(page, isWay, () => button.isVisible())) await page.keyboard.press('Enter');
      },
    );
    await expect(student.part('title')).toHaveText('这一课完成了');
    await expect(student.coach.locator('.score')).toHaveText('28 / 28 步');
  });
});

interface Focus {
  text: string;
  tag: string;
  /** Last four digits of the order that the focus is in. */
  tail: string;
  box: { left: number; right: number; top: number; bottom: number };
}

async function focused(page: import('@playwright/test').Page): Promise<Focus> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const seen = at instanceof HTMLInputElement && at.type === 'radio' ? (at.closest('label') ?? at) : at;
    const { left, right, top, bottom } = (seen ?? document.body).getBoundingClientRect();
    return {
      text: at?.textContent?.trim() ?? '',
      tag: at instanceof HTMLInputElement ? at.type : (at?.localName ?? ''),
      tail: at?.closest<HTMLElement>('[data-tid]')?.dataset.tid?.slice(-4) ?? '',
      box: { left, right, top, bottom },
    };
  });
}

/** @returns false when what is looked for has gone by then */
async function tabTo(
  page: import('@playwright/test').Page,
  found: (focus: Focus) => boolean,
  isThere: () => Promise<boolean> = async () => true,
): Promise<boolean> {
  for (let n = 0; n < 300; n++) {
    if (!(await isThere())) return false;
    if (found(await focused(page))) return true;
    await page.keyboard.press('Tab');
  }
  throw new Error('the keyboard does not get there');
}

/**
 * Moves the focus to what the ring is around: by Tab, and with the arrows inside a group of radios. The page scrolls
 * along with the focus, so the ring is looked at anew each time.
 * @returns null when the card speaks of something else by now, or of a way there: the ring was one of the step before
 */
async function focusRing(student: Student): Promise<string | null> {
  const { page } = student;
  const [instruction] = await student.part('instruction').allTextContents();
  for (let n = 0; n < 300; n++) {
    const [now] = await student.part('instruction').allTextContents();
    if (instruction === undefined || now !== instruction) return null;
    if (await student.coach.getByRole('button', { name: '带我去', exact: true }).isVisible()) return null;
    const focus = await focused(page);
    let ring = await student.ring();
    // In the order that the card names: scrolled along with the focus, the ring comes to rest some frames later.
    for (let look = 0; !ring && focus.tail && instruction.includes(`…${focus.tail}`) && look < 100; look++) {
      await page.waitForTimeout(50);
      ring = await student.ring();
    }
    const { left, right, top, bottom } = focus.box;
    const within = ring && left <= ring.x && ring.x <= right && top <= ring.y && ring.y <= bottom;
    if (within && right - left < 1200 && focus.tag !== 'dialog') {
      // A single radio that was chosen already needs Space to be chosen again.
      if (focus.tag === 'radio') await page.keyboard.press('Space');
      return focus.tag;
    }
    const beside = focus.tag === 'radio' && ring && Math.abs((top + bottom) / 2 - ring.y) < 60;
    await page.keyboard.press(beside ? 'ArrowRight' : 'Tab');
  }
  throw new Error('the keyboard does not get to the ring');
}
