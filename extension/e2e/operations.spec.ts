import { expect } from '@playwright/test';
import { loadPack } from 'fixtures';
import { test } from './fixtures.ts';
import { Student } from './student.ts';

const { pack, lessons } = loadPack('order-management');
const SEED = 1;

test.describe('each operation is a lesson that can be followed to its end', () => {
  // 插旗备注 has specs of its own.
  for (const { id, title, start } of lessons.filter((one) => one.id !== 'flag-remarks')) {
    test(title, async ({ page, shop }) => {
      const student = new Student(page);
      const world = start.replace('{{seed}}', String(SEED));
      await student.accept(`${shop}${world}#coach=${pack.id}/${id}&mode=guided`);
      await student.follow(
        (at, text) => student.use(at, text),
        (button) => button.click(),
      );
      await expect(student.part('title')).toHaveText('这一课完成了');
      const score = (await student.coach.locator('.score').textContent()) ?? '';
      const [done, of] = [...score.matchAll(/\d+/g)].map(Number);
      expect(of).toBeGreaterThan(0);
      expect(done).toBe(of);
    });
  }
});
