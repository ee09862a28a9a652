import { expect } from '@playwright/test';
import { verifyChain } from '../src/core/log/chain.ts';
import { test } from './fixtures.ts';
import { tasksOf } from './simulated-student.ts';
import { LESSON, Student, storedEvents } from './student.ts';

const SEED = 5;

test('a reload in the middle, a worker stopped, and a browser closed go on at the same step', async ({
  coach,
  shop,
  page,
}) => {
  test.setTimeout(120_000);
  let student = new Student(page);
  await student.begin(shop, 'practice', SEED);
  const [first, second, third] = tasksOf(SEED);
  if (!first || !second || !third) throw new Error('no tasks');
  const ticks = () => student.coach.getByRole('img', { name: '已完成' });

  const one = async (task: typeof first) => {
    await student.remark(task.tid, task.flag, task.sample);
  };
  const done = (tasks: (typeof first)[]) => tasks.filter((t) => !t.then).length;
  await one(first);
  await expect(ticks()).toHaveCount(done([first]));

  await page.reload();
  await expect(ticks()).toHaveCount(done([first]));
  await coach.stopWorker();
  await one(second);
  await expect(ticks()).toHaveCount(done([first, second]));

  await coach.relaunch();
  const page2 = coach.context.pages()[0] ?? (await coach.context.newPage());
  student = new Student(page2);
  await page2.goto(`${shop}/sold`);
  await expect(ticks()).toHaveCount(done([first, second]));
  await one(third);
  await expect(ticks()).toHaveCount(done([first, second, third]));

  const panel = await coach.openSidePanel();
  const events = await storedEvents(panel);
  expect(verifyChain(events as never)).toEqual([]);
});

test('a lesson whose way into its world was cut off finds it all the same, and counts', async ({ shop, page }) => {
  const student = new Student(page);
  await page.goto(`${shop}/?scenario=flag-remarks&seed=${SEED}&day=1440#coach=${LESSON}&mode=practice`);
  await expect(page.locator('tbody[data-tid]').first()).toBeVisible();
  // The machine is slow: the lesson's address is still loading when the student loses patience and goes back to the list.
  const { promise: loading, resolve: hold } = Promise.withResolvers<void>();
  await page.route('**/?scenario=*', () => hold(), { times: 1 });
  await student.coach.getByRole('button', { name: '开始', exact: true }).click();
  await loading;
  const arrived = page.waitForEvent('framenavigated', (frame) => frame.url().includes('scenario='));
  await page.goto(`${shop}/sold`, { waitUntil: 'commit' });
  await arrived;
  await expect(student.part('instruction')).toBeVisible();

  const task = tasksOf(SEED).find(({ then }) => !then);
  if (!task) throw new Error('no task');
  await student.remark(task.tid, task.flag, task.sample);
  await expect(student.coach.getByRole('img', { name: '已完成' })).toHaveCount(1);
});
