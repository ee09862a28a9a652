import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import preact from '@preact/preset-vite';
import type { Action } from 'fixtures';
import { build } from 'vite';
import type { CoachView, StepView, ToContent } from '../../src/core/ports.ts';

const ADDRESS = 'http://coach.test/';

let bundle: Promise<string> | undefined;

/** The content script's modules as one script, built once per worker. */
function script(): Promise<string> {
  bundle ??= build({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('harness-page.ts', import.meta.url)), formats: ['iife'], name: 'coach' },
    },
  }).then((result) => {
    const [output] = Array.isArray(result) ? result : [result];
    if (!output || !('output' in output)) throw new Error('nothing was built');
    return output.output[0].code;
  });
  return bundle;
}

/** A page of a test's own HTML with the coach on it, and what the coach reports. */
export class CoachedPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page; its own script, if any, runs after the coach's as on a real page. */
  async open(body: string, { head = '', at = '' } = {}): Promise<void> {
    const code = await script();
    const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>试页</title><script src="/coach.js"></script>${head}</head><body>${body}</body></html>`;
    await this.page.route(`${ADDRESS}**`, (route) =>
      route.request().url().endsWith('/coach.js')
        ? route.fulfill({ contentType: 'text/javascript', body: code })
        : route.fulfill({ contentType: 'text/html', body: html }),
    );
    await this.page.goto(ADDRESS + at);
  }

  async say(message: ToContent): Promise<void> {
    await this.page.evaluate((said) => window.harness.say(said), message);
  }

  async view(change: Partial<CoachView> = {}): Promise<void> {
    await this.say({ type: 'view', view: viewOf(change) });
  }

  viewed = viewOf;

  /** Codes of the notices sent so far. */
  async notices(): Promise<string[]> {
    const sent = await this.page.evaluate(() => window.harness.sent);
    return sent
      .flatMap((message) => (message.type === 'events' ? message.entries : []))
      .flatMap(({ body }) => (body.kind === 'notice' ? [body.data.code] : []));
  }

  /** Actions sent so far, in order. */
  async actions(): Promise<Action[]> {
    const sent = await this.page.evaluate(() => window.harness.sent);
    return sent
      .flatMap((message) => (message.type === 'events' ? message.entries : []))
      .flatMap(({ body }) => (body.kind === 'action' ? [body.data] : []));
  }

  /** The actions in short: what was done to what, with its option or input. */
  async told(): Promise<string[]> {
    const actions = await this.actions();
    return actions.map(({ action, selection, input, held }) =>
      [action, selection.testid ?? selection.name, input, held && 'held'].filter(Boolean).join(' '),
    );
  }

  /** Greatest distance of the ring's edges from the element's, in px; NaN without a ring. */
  offBy(selector: string): Promise<number> {
    return this.page.evaluate((sel) => {
      const ring = document.querySelector('seller-coach')?.shadowRoot?.querySelector('[part=ring]');
      const target = document.querySelector(sel);
      if (!ring || !target || !ring.checkVisibility()) return Number.NaN;
      const a = ring.getBoundingClientRect();
      const b = target.getBoundingClientRect();
      return Math.max(...(['left', 'top', 'right', 'bottom'] as const).map((side) => Math.abs(a[side] - b[side])));
    }, selector);
  }
}

export const test = base.extend<{ coached: CoachedPage }>({
  coached: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await use(new CoachedPage(page));
    expect(faults, 'uncaught errors on the page').toEqual([]);
  },
});

export { expect };

export function stepOn(...targets: StepView['targets']): StepView {
  return {
    id: JSON.stringify(targets[0]),
    n: 2,
    total: 6,
    title: '打开备注框',
    instruction: '点尾号 8821 这笔订单右端的 **旗子**。',
    why: '备注跟着订单走，后面接手的同事先看旗色。',
    targets,
    page: '/sold',
  };
}

export function viewOf(change: Partial<CoachView>): CoachView {
  return {
    attempt: '00000000-0000-4000-8000-000000000001',
    mode: 'guided',
    title: '插旗备注',
    task: { text: '按聊天里说的情况，给订单插旗并写备注。', items: [] },
    clock: { elapsed: 0, asOf: Date.now() },
    progress: { done: 1, total: 6 },
    guards: [],
    fields: [],
    ...change,
  };
}
