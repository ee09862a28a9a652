import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { tasksOf } from './simulated-student.ts';
import { LESSON, Student } from './student.ts';

const SEED = 7;
const link = (shop: string, mode: string) =>
  `${shop}/?scenario=flag-remarks&seed=${SEED}&day=1440#coach=${LESSON}&mode=${mode}`;

test('a teacher’s link opened while a lesson runs asks what to do; the world it replaced is not passed over in silence', async ({
  page,
  shop,
}) => {
  const student = new Student(page);
  const button = (name: string) => student.coach.getByRole('button', { name, exact: true });
  await student.begin(shop, 'guided', SEED);
  // Something judged: by then the attempt is bound to its world.
  await student.openRemark(tasksOf(SEED)[0]?.tid ?? '');
  await expect(student.part('verdict')).toContainText('对了');
  await page.goto(link(shop, 'practice'));
  await expect(student.coach.getByText('还没有结束')).toBeVisible();
  await expect(student.part('ring')).toBeHidden();

  // The address has started the world anew, so what goes on cannot count: said for as long as it is so.
  await button('接着做原来的').click();
  const notice = student.part('card').getByText('换了一批订单');
  await expect(notice).toBeVisible();
  await page.getByTestId('search-reset').first().click();
  await expect(notice).toBeVisible();
  await page.reload();
  await expect(notice).toBeVisible();

  await page.goto(link(shop, 'practice'));
  await button('放弃它，开始').click();
  await expect(student.coach.getByRole('listitem')).toHaveCount(6);
  await expect(notice).toBeHidden();
  await expect(student.coach.getByText('还没有结束')).toBeHidden();
});
