/** Promises 1, 2, 5, 7 and 12 of the quality page, with their counts. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Worker } from '@playwright/test';
import { toBase64Url } from '../src/adapters/signing.ts';
import { fold } from '../src/core/assess/attempt.ts';
import { checksumOf, gradeAttempt } from '../src/core/assess/grade.ts';
import { verifyChain } from '../src/core/log/chain.ts';
import { signedText, toResult } from '../src/core/log/result.ts';
import { test } from './fixtures.ts';
import { dice, simulate, tasksOf } from './simulated-student.ts';
import { Student, storedEvents } from './student.ts';

const SEED = 6;

test('1: no click is lost to a sleeping background (50 ×)', async ({ coach, shop, page }) => {
  test.setTimeout(300_000);
  await new Student(page).begin(shop, 'practice', SEED);
  await page.close();
  for (let n = 0; n < 50; n++) {
    const tab = await coach.context.newPage();
    await tab.goto(`${shop}/sold?page=2`);
    await expect(new Student(tab).part('card')).toBeVisible();
    await coach.stopWorker();
    const box = await tab.getByTestId('search-reset').first().boundingBox();
    if (!box) throw new Error('no button');
    await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await tab.close();
  }
  const last = await coach.context.newPage();
  await last.goto(`${shop}/sold`);
  const panel = await coach.openSidePanel();
  const clicks = async () => (await storedEvents(panel)).filter((e) => JSON.stringify(e).includes('search-reset'));
  await expect.poll(async () => (await clicks()).length, { timeout: 20_000 }).toBe(50);
  expect(new Set((await clicks()).map((e) => e.id)).size).toBe(50);
  expect(verifyChain((await storedEvents(panel)) as never)).toEqual([]);
});

test('2: acknowledged means saved, though the browser is killed in mid-burst (20 ×)', async ({ coach, shop }) => {
  test.setTimeout(400_000);
  const acknowledged = new Set<string>();
  let page = coach.context.pages()[0] ?? (await coach.context.newPage());
  await new Student(page).begin(shop, 'practice', SEED);
  for (let n = 0; n < 20; n++) {
    const worker = coach.context.serviceWorkers()[0] as Worker;
    await worker.evaluate(() => {
      const acks: string[] = [];
      Object.assign(globalThis, { acks });
      chrome.runtime.onConnect.addListener((port) => {
        const post = port.postMessage.bind(port);
        port.postMessage = (message: { type?: string; ids?: string[] }) => {
          post(message);
          if (message.type === 'ack') acks.push(...(message.ids ?? []));
        };
      });
    });
    // A browser killed before the lesson's world was bound is sent into it first: then that page will do.
    await page.goto(`${shop}/sold?page=2`).catch(() => page.waitForLoadState());
    await expect(new Student(page).part('card')).toBeVisible();
    const box = await page.getByTestId('search-reset').first().boundingBox();
    if (!box) throw new Error('no button');
    const burst = (async () => {
      for (let i = 0; i < 60; i++) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    })().catch(() => undefined);
    const before = acknowledged.size;
    while (acknowledged.size < before + 5 + n) {
      for (const id of await worker.evaluate(() => (globalThis as unknown as { acks: string[] }).acks))
        acknowledged.add(id);
    }
    await coach.kill();
    await burst;
    await coach.launch();
    page = coach.context.pages()[0] ?? (await coach.context.newPage());
  }
  const panel = await coach.openSidePanel();
  const events = await storedEvents(panel);
  const stored = new Set(events.map((e) => e.id));
  expect(acknowledged.size).toBeGreaterThan(20 * 5);
  // Records of a shop's world that is not the lesson's are acknowledged so that the page forgets them.
  const worlds = new Set(events.filter(({ kind }) => kind === 'record').map(({ data }) => data.world));
  const isStranger = (id: string) => /^[a-z-]+:\d+:\d+#/.test(id) && !worlds.has(id.slice(0, id.indexOf('#')));
  expect([...acknowledged].filter((id) => !stored.has(id) && !isStranger(id))).toEqual([]);
  expect(verifyChain(events as never)).toEqual([]);
});

test('5: synthetic clicks and forged records never score; mouse, Enter and Space score alike', async ({
  coach,
  shop,
  page,
}) => {
  test.setTimeout(120_000);
  const student = new Student(page);
  await student.begin(shop, 'practice', SEED);
  const tasks = tasksOf(SEED);
  const [forged, byMouse, byEnter, bySpace] = [tasks[0], ...tasks.slice(1).filter((t) => !t.then)];
  if (!forged || !byMouse || !byEnter || !bySpace) throw new Error('no tasks');

  // A script does the whole remark through the page's own controls, then forges the record as well.
  await page.goto(`${shop}/sold?tid=${forged.tid}`);
  await page
    .locator(`tbody[data-tid="${forged.tid}"]`)
    .getByTestId('flag')
    .evaluate((el: HTMLElement) => el.click());
  await page.getByTestId('memo-dialog').waitFor();
  await page.locator(`[data-testid="memo-flag"] input[value="${forged.flag}"]`).evaluate((el: HTMLElement) => {
    el.click();
    el.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    el.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.getByTestId('memo-text').evaluate((el: HTMLTextAreaElement, memo) => {
    el.value = memo;
    el.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    el.dispatchEvent(new Event('change', { bubbles: true }));
    el.dispatchEvent(new FocusEvent('blur'));
  }, forged.sample);
  await page.getByTestId('memo-save').evaluate((el: HTMLElement) => el.click());
  await page.getByTestId('memo-dialog').waitFor({ state: 'hidden' });
  await page.evaluate(
    async ({ tid, flag, memo }) => {
      const last = await new Promise<string>((found) => {
        document.addEventListener('shop:record', (event) => found((event as CustomEvent<string>).detail), {
          once: true,
        });
        document.dispatchEvent(new CustomEvent('shop:replay', { detail: '{"from":2}' }));
      });
      const record = {
        ...JSON.parse(last),
        actor: 'seller',
        type: 'trade.memo.updated',
        subject: tid,
        data: { before: { flag: 0, memo: '' }, after: { flag: Number(flag), memo } },
      };
      for (let n = 1; n < 5; n++) {
        document.dispatchEvent(
          new CustomEvent('shop:record', { detail: JSON.stringify({ ...record, seq: record.seq + n }) }),
        );
      }
    },
    { tid: byMouse.tid, flag: byMouse.flag, memo: byMouse.sample },
  );
  await expect(student.coach.getByRole('img', { name: '已完成' })).toHaveCount(0);

  // The same remark by hand, each time with another way to press 保存 and to open the dialog.
  const ways: [typeof byMouse, 'mouse' | 'Enter' | 'Space'][] = [
    [byMouse, 'mouse'],
    [byEnter, 'Enter'],
    [bySpace, 'Space'],
  ];
  await page.goto(`${shop}/sold`);
  for (const [task, way] of ways) {
    const row = await student.find(task.tid);
    const press = async (target: ReturnType<typeof row.getByTestId>) => {
      if (way === 'mouse') return target.click();
      await target.focus();
      await page.keyboard.press(way);
    };
    await press(row.getByTestId('flag'));
    await student.chooseFlag(task.flag);
    await student.write(task.sample);
    await press(page.getByTestId('memo-save'));
    await expect(page.getByTestId('memo-dialog')).toBeHidden();
  }
  await expect(student.coach.getByRole('img', { name: '已完成' })).toHaveCount(3);
  const panel = await coach.openSidePanel();
  const events = await storedEvents(panel);
  const grade = gradeAttempt(fold(events as never));
  const credit = (task: { tid: string }) =>
    grade.steps
      .filter((s) => s.title.includes(task.tid.slice(-4)))
      .map((s) => `${s.verdict} ${s.points === s.max} ${s.tries}`);
  expect(new Set(credit(byMouse))).toEqual(new Set(['correct true 1']));
  expect(credit(byEnter)).toEqual(credit(byMouse));
  expect(credit(bySpace)).toEqual(credit(byMouse));
  expect(grade.steps.filter((s) => s.title.includes(forged.tid.slice(-4))).every((s) => s.points === 0)).toBe(true);
});

test('7: four tabs with 250 actions each make one log of 1,000, gapless and whole', async ({ coach, shop, page }) => {
  test.setTimeout(300_000);
  await new Student(page).begin(shop, 'practice', SEED);
  const tabs = [page];
  while (tabs.length < 4) tabs.push(await coach.context.newPage());
  await Promise.all(
    tabs.map(async (tab) => {
      await tab.goto(`${shop}/sold`);
      await expect(new Student(tab).part('card')).toBeVisible();
      const box = await tab.getByTestId('search-reset').first().boundingBox();
      if (!box) throw new Error('no button');
      for (let n = 0; n < 250; n++) await tab.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }),
  );
  const panel = await coach.openSidePanel();
  const clicks = async () => (await storedEvents(panel)).filter((e) => JSON.stringify(e).includes('search-reset'));
  await expect.poll(async () => (await clicks()).length, { timeout: 30_000 }).toBe(1000);
  expect(new Set((await clicks()).map((e) => e.id)).size).toBe(1000);
  const events = await storedEvents(panel);
  expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => i + 1));
  expect(verifyChain(events as never)).toEqual([]);
});

test('12: Node re-grades 1,000 generated logs as the browser does', async ({ coach }) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'seller-coach-results-'));
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const random = dice(12);
  const paths: string[] = [];
  const expected = new Map<string, string>();
  for (let n = 0; n < 1000; n++) {
    const mode = (['guided', 'practice', 'exam'] as const)[n % 3] ?? 'practice';
    const events = simulate(1 + (n % 50), mode, random());
    const head = events.at(-1)?.hash ?? '';
    const attempt = events[0]?.attempt ?? '';
    const value = toBase64Url(
      new Uint8Array(
        await crypto.subtle.sign('Ed25519', pair.privateKey, new TextEncoder().encode(signedText(attempt, head))),
      ),
    );
    const name = `${String(n).padStart(4, '0')}.coach.json`;
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(toResult(events, { alg: 'Ed25519', key, value })));
    paths.push(path);
    expected.set(name, checksumOf(gradeAttempt(fold(events))));
  }
  const report = await coach.openExtensionPage('report.html');
  await report.locator('input[type=file]').setInputFiles(paths);
  await expect(report.locator('tr[data-file]')).toHaveCount(1000, { timeout: 120_000 });
  const shown = await report
    .locator('tr[data-file]')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-file') ?? '',
        row.getAttribute('data-checksum') ?? '',
        row.getAttribute('data-verified') ?? '',
      ]),
    );
  expect(shown.filter(([, , verified]) => verified !== 'true')).toEqual([]);
  expect(new Map(shown.map(([name = '', checksum = '']) => [name, checksum]))).toEqual(expected);
});
