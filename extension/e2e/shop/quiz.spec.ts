/** 巩固与提高: papers in practice and as an exam, the operation in the shop, and the teacher's banks. */
import type { Page } from '@playwright/test';
import { loadTraining, type Question } from 'fixtures';
import { expect, test } from './seller.ts';
import { choose, post, saved, screenFaults, signedIn, signIn } from './training.ts';

const { QUIZ } = await loadTraining();

/** The question on the screen. */
async function asked(page: Page, no: number): Promise<Question> {
  const box = page.locator(`[data-testid="question"][data-no="${no}"]`);
  const stem = await box.locator('.quiz-stem > p').first().textContent();
  const found = QUIZ.QUESTIONS.find((one) => one.stem.split('\n')[0] === stem);
  if (!found) throw new Error(`no question ${stem}`);
  return found;
}

/** Answers the question on the screen, rightly or not, by what the person sees. */
async function answer(page: Page, no: number, right: boolean): Promise<Question> {
  const question = await asked(page, no);
  const option = (text: string) => page.locator('.quiz-options label').filter({ hasText: text });
  switch (question.kind) {
    case 'single':
      await option(question.options.find(({ percent }) => (percent === 100) === right)?.text ?? '').click();
      break;
    case 'multiple':
      for (const { text } of question.options.filter(({ percent }) => percent > 0 === right))
        await option(text).click();
      break;
    case 'judge':
      await page
        .getByTestId('quiz-option')
        .nth(question.answer === right ? 0 : 1)
        .check();
      break;
    case 'order':
      for (const [at, item] of question.items.entries()) {
        const rows = page.locator('.quiz-order li');
        const texts = await rows.locator('.quiz-text').allInnerTexts();
        for (let from = texts.indexOf(item); right && from > at; from--) {
          await rows.nth(from).getByTestId('order-up').click();
        }
      }
      break;
    case 'match':
      for (const [at, pair] of question.pairs.entries()) {
        const wrong = question.pairs.find((one) => one.right !== pair.right)?.right ?? '';
        await page
          .getByTestId('match-pick')
          .nth(at)
          .selectOption({ label: right ? pair.right : wrong });
      }
      break;
    case 'fill':
      await page.getByTestId('quiz-text').fill(right ? (question.answers[0]?.text ?? '') : '不知道');
      break;
    case 'open':
      await page.getByTestId('quiz-text').fill('我的看法：客服代表店铺。');
      break;
    case 'task':
      break;
  }
  await page.getByTestId('quiz-submit').click();
  return question;
}

test('a practice paper: explained at once, resumed after a reload, summed up, the wrong ones again', async ({
  page,
  seller,
}) => {
  test.slow();
  await seller.open();
  await page.getByTestId('menu-quiz').click();
  await signIn(page, 'xs01');
  await page.getByTestId('quiz-section').selectOption('closing');
  await page.getByTestId('quiz-count').selectOption('');
  expect(await screenFaults(page)).toEqual([]);
  await page.getByTestId('quiz-start').click();
  await expect(page).toHaveURL(/\/quiz\/quiz-1$/);
  await expect(page.getByTestId('quiz-progress')).toHaveText('0 / 7');
  const kinds = new Set<string>();
  for (let no = 1; no <= 7; no++) {
    await page.goto(`/quiz/quiz-1?no=${no}`);
    const question = await answer(page, no, no > 2);
    kinds.add(question.kind);
    const verdict = page.getByTestId('quiz-verdict');
    await expect(verdict).toContainText(question.explain);
    await expect(verdict).toContainText('知识储备 · 促成技巧');
    if (no > 2) await expect(verdict).toHaveAttribute('data-points', '100');
    else await expect(verdict).not.toHaveAttribute('data-points', '100');
    expect(await screenFaults(page), question.id).toEqual([]);
  }
  expect([...kinds].sort()).toEqual(['judge', 'match', 'order', 'single']);
  await page.goto('/quiz');
  await expect(page.getByTestId('quiz-running')).toContainText('7 / 7');
  await page.getByTestId('quiz-resume').click();
  await page.getByTestId('quiz-hand-in').click();
  await page.getByTestId('hand-in-dialog-yes').click();
  await expect(page.getByTestId('quiz-score')).toContainText('全对 5 题');
  await expect(page.getByTestId('quiz-components')).toContainText('CT-');
  expect(await screenFaults(page)).toEqual([]);
  await page.getByTestId('quiz-back').click();
  await page.getByTestId('quiz-wrong').click();
  await expect(page.getByTestId('quiz-progress')).toHaveText('0 / 2');
  for (const no of [1, 2]) {
    await page.goto(`/quiz/quiz-2?no=${no}`);
    await answer(page, no, true);
    await expect(page.getByTestId('quiz-verdict')).toHaveAttribute('data-points', '100');
  }
  await page.getByTestId('quiz-hand-in').click();
  await page.getByTestId('hand-in-dialog-yes').click();
  await expect(page.getByTestId('quiz-score')).toContainText('100 分');
  await page.goto('/account');
  await expect(page.getByTestId('task-quiz')).toContainText('做完 2 份，答过 9 题');
});

test('an exam paper tells nothing before it is handed in; written answers are kept, checked, and seen by the teacher', async ({
  page,
  seller,
}) => {
  await seller.open();
  await page.goto('/quiz');
  await signIn(page, 'xs02');
  await page.getByTestId('quiz-section').selectOption('review');
  await page.getByTestId('quiz-count').selectOption('');
  await page.getByTestId('quiz-exam').check();
  await page.getByTestId('quiz-open').check();
  await page.getByTestId('quiz-start').click();
  await expect(page.getByTestId('quiz-progress')).toHaveText('0 / 9');
  for (let no = 1; no <= 5; no++) {
    await expect(page.locator(`[data-testid="question"][data-no="${no}"]`)).toBeVisible();
    await answer(page, no, no !== 5);
    await expect(page.getByTestId('quiz-progress')).toHaveText(`${no} / 9`);
  }
  // A draft outlives another question and a reload.
  await expect(page.locator('[data-testid="question"][data-no="6"]')).toBeVisible();
  await page.getByTestId('quiz-text').fill('写到一半');
  await page.getByTestId('quiz-next').click();
  await expect(page.locator('[data-testid="question"][data-no="7"]')).toBeVisible();
  await page.reload();
  await page.goto('/quiz/quiz-1?no=6');
  await expect(page.getByTestId('quiz-text')).toHaveValue('写到一半');
  await answer(page, 6, true);
  await expect(page.getByTestId('quiz-progress')).toHaveText('6 / 9');
  // An answer can be changed.
  await page.goto('/quiz/quiz-1?no=5');
  await answer(page, 5, true);
  // The next question comes once the answer is kept.
  await expect(page.locator('[data-testid="question"][data-no="6"]')).toBeVisible();
  await page.goto('/quiz/quiz-1?no=1');
  await expect(page.locator('.quiz-options')).toBeVisible();
  expect(await page.content()).not.toContain('解析：');
  const told = await page.evaluate(async () => JSON.stringify(await (await fetch('/api/quiz/papers/quiz-1')).json()));
  expect(told).not.toMatch(/"right"|"points"/);

  await page.goto('/quiz/quiz-1?no=9');
  await expect(page.locator('.quiz-steps li')).toHaveCount(3);
  await page.getByTestId('quiz-submit').click();
  await expect(page.getByTestId('form-fault')).toContainText('还没有做完：2、3 步');
  const { chats } = await page.evaluate(async () => (await fetch('/api/chats')).json());
  await post(page, `/api/chats/${encodeURIComponent(chats[0].buyer_nick)}/messages`, { text: '亲，在的' });
  await expect(page.locator('.quiz-steps li[data-done="true"]')).toHaveCount(2);
  expect(await screenFaults(page)).toEqual([]);

  await page.getByTestId('quiz-hand-in').click();
  await expect(page.getByTestId('hand-in-dialog')).toContainText('还有 3 题没有答');
  await page.getByTestId('hand-in-dialog-yes').click();
  await expect(page.getByTestId('quiz-score')).toContainText('自动判分 6 题，全对 5 题');
  await expect(page.getByTestId('quiz-score')).toContainText('另有 1 题等老师批改');
  await page.goto('/quiz/quiz-1?no=6');
  for (const at of [0, 1, 2]) await page.getByTestId('quiz-point').nth(at).check();
  await page.getByTestId('quiz-point').nth(1).uncheck();
  await expect(page.locator('.quiz-points legend')).toContainText('2 / 6');
  const kept = () =>
    page.evaluate(async () => (await (await fetch('/api/quiz/papers/quiz-1')).json()).paper.questions[5].checked);
  await expect.poll(kept).toEqual([0, 2]);
  await page.reload();
  await expect(page.getByTestId('quiz-point').first()).toBeChecked();

  await signedIn(page, 'teacher');
  await page.goto('/quiz');
  await expect(page.getByTestId('papers')).toContainText('林可欣');
  await page.getByTestId('paper-open').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('林可欣 的，只能看');
  await page.goto('/quiz/quiz-1?no=6');
  await expect(page.locator('.quiz-written')).toHaveText('我的看法：客服代表店铺。');
  await expect(page.getByTestId('quiz-point').first()).toBeDisabled();
  expect(await screenFaults(page)).toEqual([]);
});

test('the teacher’s banks: faults by line, brought, worked at, given out and taken away', async ({ page, seller }) => {
  await seller.open();
  await signedIn(page, 'teacher');
  await page.goto('/quiz');
  const course = await saved(page, page.getByTestId('bank-export'));
  expect(QUIZ.parseGift(course).questions).toHaveLength(QUIZ.QUESTIONS.length);
  await page.getByTestId('bank-import').click();
  await choose(page.getByTestId('bank-file'), '坏.txt', '一 {T}\n\n没有括号\n\n多少 {#3}\n');
  await expect(page.getByTestId('bank-faults').getByRole('listitem')).toHaveText([
    '第 3 行：没有 { }，不是一道题',
    '第 5 行：数值题（以 # 开头的答案）不支持，请改成单选或填空',
  ]);
  await page.getByTestId('bank-dialog-yes').click();
  await expect(page.getByTestId('bank-dialog').getByTestId('form-fault')).toHaveText('请先改正文件里的问题');
  expect(await screenFaults(page)).toEqual([]);
  const GIFT = '::旺旺::买家在哪里找客服？ {=旺旺#对 ~信箱#慢 ~电话}\n\n客服可以改商品价。{F####不可以}\n';
  await page.getByTestId('bank-name').fill('');
  await choose(page.getByTestId('bank-file'), '期中小测.gift', GIFT);
  await expect(page.getByTestId('bank-preview')).toContainText('读到 2 题：单选 1，判断 1');
  await expect(page.getByTestId('bank-name')).toHaveValue('期中小测');
  await page.getByTestId('bank-dialog-yes').click();
  await expect(page.getByTestId('banks')).toContainText('期中小测');

  await page.reload();
  const own = page.getByTestId('banks').locator('tr').filter({ hasText: '期中小测' });
  await page.getByTestId('quiz-from').selectOption({ label: '期中小测（2 题）' });
  await page.getByTestId('quiz-start').click();
  await expect(page.getByTestId('quiz-progress')).toHaveText('0 / 2');
  await page.goto('/quiz');
  await own.getByTestId('bank-remove').click();
  await page.getByTestId('bank-remove-dialog-yes').click();
  await expect(page.getByTestId('bank-remove-dialog').getByTestId('form-fault')).toContainText('正在做这个题库的试卷');
  await page.keyboard.press('Escape');
  await page.getByTestId('quiz-resume').click();
  await page.getByTestId('quiz-hand-in').click();
  await page.getByTestId('hand-in-dialog-yes').click();
  await expect(page.getByTestId('quiz-score')).toBeVisible();
  await page.goto('/quiz');
  const again = await saved(page, own.getByTestId('bank-export'));
  expect(again).toContain('::旺旺::');
  await own.getByTestId('bank-remove').click();
  await page.getByTestId('bank-remove-dialog-yes').click();
  await expect(own).toHaveCount(0);
  await page.getByTestId('paper-open').click();
  await page.goto('/quiz/quiz-1?no=1');
  await expect(page.getByTestId('question')).toContainText('题库已经移除');
});
