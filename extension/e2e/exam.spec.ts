import { expect, type Worker } from '@playwright/test';
import { materialFor } from '../src/core/lesson/material.ts';
import { test } from './fixtures.ts';
import { tasksOf } from './simulated-student.ts';
import { Student } from './student.ts';

const SEED = 4;

/** Sentences that would give the exam away: samples, reasons, hints, slips. */
function answerKey(): string[] {
  const { facts, lesson } = materialFor('order-management', 'flag-remarks', SEED);
  const fromFacts = (
    facts.tasks as { sample: string; reason: string; then?: { sample: string; reason: string } }[]
  ).flatMap((t) => [t.sample, t.reason, ...(t.then ? [t.then.sample, t.then.reason] : [])]);
  const fromLesson = [
    ...JSON.stringify(lesson.trace).matchAll(/"(?:message|why|hints|instruction)":(?:\[)?"([^"{]{8,})/g),
  ].map((m) => m[1] ?? '');
  return [...fromFacts, ...fromLesson];
}

test('an exam shows task and clock; no hint, verdict or key is in the page, the messages or the storage', async ({
  page,
  shop,
  coach,
}) => {
  test.setTimeout(120_000);
  const worker = coach.context.serviceWorkers()[0] as Worker;
  await worker.evaluate(() => {
    const log: string[] = [];
    Object.assign(globalThis, { sent: log });
    chrome.runtime.onConnect.addListener((port) => {
      const post = port.postMessage.bind(port);
      port.postMessage = (message: unknown) => {
        log.push(JSON.stringify(message));
        post(message);
      };
    });
  });
  const student = new Student(page);
  await student.begin(shop, 'exam', SEED);
  await expect(student.coach.getByRole('timer').or(student.coach.getByText('剩余'))).toBeVisible();

  // One wrong and one right remark: nothing is said about either.
  const [first, second] = tasksOf(SEED);
  if (!first || !second) throw new Error('no tasks');
  await student.remark(first.tid, first.flag === '4' ? '1' : '4', '随手写的');
  await student.remark(second.tid, second.flag, second.sample);
  await expect(student.part('verdict')).toHaveCount(0);
  await expect(student.part('hint')).toHaveCount(0);
  await expect(student.part('progress')).toHaveCount(0);
  await expect(student.part('ring')).toBeHidden();
  await expect(student.coach.getByRole('button', { name: /提示/ })).toHaveCount(0);

  const overlay = await student.coach.evaluate((host) => host.shadowRoot?.innerHTML ?? '');
  const sent = await worker.evaluate(() => (globalThis as unknown as { sent: string[] }).sent);
  const stored = await worker.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
  const cachesAndStorage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.some((message) => message.includes('"mode":"exam"'))).toBe(true);
  const key = answerKey();
  expect(key.length).toBeGreaterThan(20);
  // What the student has typed is in the student's own outbox; it is no key.
  const own = new Set([second.sample]);
  for (const sentence of key.filter((s) => !own.has(s))) {
    expect(overlay).not.toContain(sentence);
    for (const message of sent) expect(message).not.toContain(sentence);
    expect(stored).not.toContain(sentence);
    expect(cachesAndStorage).not.toContain(sentence);
  }
  for (const message of sent) expect(message).not.toMatch(/"(?:verdict|hints|step|progress|targets)":/);

  // Handing in asks first; the page tells the code, not the score.
  await student.coach.getByRole('button', { name: '交卷' }).click();
  await student.coach.getByRole('button', { name: '确定' }).click();
  await expect(student.part('title')).toHaveText('已交卷');
  await expect(student.coach.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
  await expect(student.coach.locator('.score')).toHaveCount(0);
  const [report] = await Promise.all([
    coach.context.waitForEvent('page'),
    student.coach.getByRole('button', { name: '查看报告' }).click(),
  ]);
  await expect(report.getByText('没有做').first()).toBeVisible();
});
