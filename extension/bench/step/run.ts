import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser, NO_BROWSER, sandboxArgs } from '../../scripts/browser.ts';
import { ROOT } from '../../scripts/workspace.ts';
import { percentile, type Row, report } from '../table.ts';
import type { Guide } from './guide.ts';
import { benchPage, tidOf } from './page.ts';

/** The page without any guide: what the click itself costs. */
const BARE = '没有引导';
const ROWS = [20, 200, 2000];
/** Targets all in the first screen, so that nobody has to scroll. */
const TARGETS = 13;
const ROUNDS = 3;
/** Long enough for everything that a step sets off, ms. */
const SETTLE = 300;

interface Variant {
  name: string;
  script?: string;
  css?: string;
}

interface Step {
  /** Trusted click to the frame in which the next target is marked, ms, and how many frames that took. */
  ms: number;
  frames: number;
  /** Main-thread time of the whole step, ms; and the part of it in scripts. */
  cpu: number;
  scripting: number;
}

/** One guided step, ours and driver.js on the same page in one run; "bare" is what the click itself costs. */
export async function benchStep(): Promise<void> {
  const found = findBrowser();
  if (!found) throw new Error(NO_BROWSER);
  const variants: Variant[] = [
    { name: BARE },
    { name: 'driver.js', script: await bundle('driver-entry.ts'), css: 'node_modules/driver.js/dist/driver.css' },
    { name: '掌柜陪练', script: await bundle('coach-entry.ts') },
  ];
  const browser = await chromium.launch({ executablePath: found.path, args: sandboxArgs() });
  const rows: Row[] = [];
  try {
    for (const count of ROWS) {
      // Interleaved, so that a slow second of the machine hits everybody.
      const steps = new Map<string, Step[]>(variants.map(({ name }) => [name, []]));
      for (let round = 0; round < ROUNDS; round++) {
        for (const variant of variants) steps.get(variant.name)?.push(...(await measure(browser, variant, count)));
      }
      const bare = percentile(
        (steps.get(BARE) ?? []).map(({ cpu }) => cpu),
        0.5,
      );
      for (const { name } of variants) rows.push(summary(name, count, steps.get(name) ?? [], bare));
    }
  } finally {
    await browser.close();
  }
  report('step', '引导一步：从真实点击到下一个目标被圈出（毫秒）', rows);
}

function summary(name: string, count: number, steps: Step[], bare: number): Row {
  const guided = name !== BARE;
  const of = (key: keyof Step, share: number) =>
    percentile(
      steps.map((step) => step[key]),
      share,
    );
  return {
    guide: name,
    rows: count,
    steps: steps.length,
    'click→ring p50': guided ? of('ms', 0.5) : '',
    'click→ring p95': guided ? of('ms', 0.95) : '',
    'frames p50': guided ? of('frames', 0.5) : '',
    'frames p95': guided ? of('frames', 0.95) : '',
    'CPU p50': of('cpu', 0.5),
    'CPU over bare': of('cpu', 0.5) - bare,
    'script p50': of('scripting', 0.5),
  };
}

async function measure(browser: Browser, variant: Variant, count: number): Promise<Step[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  try {
    await page.route('http://bench.test/', (route) =>
      route.fulfill({ contentType: 'text/html', body: benchPage(count) }),
    );
    await page.goto('http://bench.test/');
    if (variant.css) await page.addStyleTag({ path: join(ROOT, variant.css) });
    const tids = Array.from({ length: TARGETS }, (_, row) => tidOf(row));
    if (variant.script) {
      await page.addScriptTag({ content: variant.script });
      await page.evaluate((all) => window.guide?.start(all), tids);
    }
    await page.waitForTimeout(SETTLE);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const steps: Step[] = [];
    for (const [n, tid] of tids.slice(0, -1).entries()) {
      const step = await oneStep(page, session, tid, tids[n + 1] ?? '', variant.script !== undefined);
      // The first step warms up the compiler for everybody.
      if (n > 0) steps.push(step);
    }
    return steps;
  } finally {
    await page.close();
  }
}

async function oneStep(page: Page, session: CDPSession, tid: string, next: string, guided: boolean): Promise<Step> {
  const box = await page.locator(`tr[data-tid="${tid}"] [data-testid=flag]`).boundingBox();
  if (!box) throw new Error('the target is gone');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(watch, { next, guided, giveUp: 3_000 });
  const before = await cpuOf(session);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const { ms, frames } = await page.evaluate(() => (window as unknown as Watching).marked);
  await page.waitForTimeout(SETTLE);
  const after = await cpuOf(session);
  return { ms, frames, cpu: after.task - before.task, scripting: after.script - before.script };
}

interface Watching {
  marked: Promise<{ ms: number; frames: number }>;
}

/** In the page: looks once a frame whether the mark is on the next target. The same watcher for every guide. */
function watch({ next, guided, giveUp }: { next: string; guided: boolean; giveUp: number }): void {
  const target = document.querySelector(`tr[data-tid="${next}"] [data-testid=flag]`);
  const rect = target?.getBoundingClientRect();
  const marked = new Promise<{ ms: number; frames: number }>((done, failed) => {
    addEventListener(
      'click',
      ({ timeStamp }) => {
        let frames = 0;
        const check = (now: number) => {
          const centre = (window as unknown as { guide?: Guide }).guide?.centre();
          const there =
            centre && rect && Math.hypot(centre.x - rect.x - rect.width / 2, centre.y - rect.y - rect.height / 2) <= 1;
          if (there || (!guided && frames === 2)) done({ ms: now - timeStamp, frames });
          else if (now - timeStamp > giveUp)
            failed(new Error(`not marked after ${giveUp} ms: ${JSON.stringify(centre)}`));
          else requestAnimationFrame(look);
        };
        // Looks right after the frame, at what it shows: whose frame callback ran first must not matter.
        const painted = new MessageChannel();
        painted.port2.onmessage = ({ data }) => check(data);
        const look = (now: number) => {
          frames += 1;
          painted.port1.postMessage(now);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  // Nobody listens yet when it fails early.
  marked.catch(() => {});
  (window as unknown as Watching).marked = marked;
}

async function cpuOf(session: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { task: ms('TaskDuration'), script: ms('ScriptDuration') };
}

/** One classic script, as a content script is. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'bench' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const code = output && 'output' in output ? output.output.find((chunk) => chunk.type === 'chunk')?.code : undefined;
  if (!code) throw new Error(`${entry} was not bundled`);
  return code;
}
