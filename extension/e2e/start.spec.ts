import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findBrowser } from '../scripts/browser.ts';
import { openShop } from '../scripts/open-shop.ts';
import { serve } from '../scripts/serve.ts';
import { EXTENSION_DIST, ROOT, SHOP_DIST } from '../scripts/workspace.ts';

/** `npm start` as a child process, with all it has said so far. */
class Start {
  said = '';
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;

  constructor(args: string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(process.execPath, [join(ROOT, 'extension/scripts/start.ts'), ...args], {
      env: { ...process.env, ...env },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
      });
    }
    this.ended = new Promise((done) => this.#child.once('close', done));
  }

  stop(): Promise<number | null> {
    this.#child.kill('SIGINT');
    return this.ended;
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

test('without a browser it serves the shop, says where the extension is, and ends on Ctrl+C', async ({ request }) => {
  const port = await freePort();
  const start = new Start(['--no-browser', '--port', String(port)]);
  await expect.poll(() => start.said).toContain('Ctrl+C');
  expect(start.said).toContain(`http://127.0.0.1:${port}`);
  expect(start.said).toContain(EXTENSION_DIST);
  expect(await (await request.get(`http://127.0.0.1:${port}/sold?page=2`)).text()).toContain('<script');
  expect(await start.stop()).toBe(0);
});

if (process.platform === 'linux') {
  test('on a machine without a display it says so and serves all the same', async () => {
    const start = new Start(['--port', String(await freePort())], { DISPLAY: '', WAYLAND_DISPLAY: '' });
    await expect.poll(() => start.said).toContain('Ctrl+C');
    expect(start.said).toContain('没有图形界面');
    await start.stop();
  });
}

test('without a usable browser there is one clear line, and the shop is served', async () => {
  const env = { DISPLAY: ':99', CHROMIUM_PATH: '/nowhere/chrome' };
  const start = new Start(['--port', String(await freePort())], env);
  await expect.poll(() => start.said).toContain('Ctrl+C');
  expect(start.said.split('\n')).toContain('环境变量 CHROMIUM_PATH 指的 /nowhere/chrome 不存在或不能运行。');
  await start.stop();
});

test('a taken port is named, with the command that helps', async () => {
  const taken = await serve(SHOP_DIST, 0);
  const port = Number(new URL(taken.origin).port);
  const start = new Start(['--no-browser', '--port', String(port)]);
  expect(await start.ended).toBe(1);
  expect(start.said).toContain(`端口 ${port} 已被别的程序占用`);
  expect(start.said).toContain(`npm start -- --port ${port + 1}`);
  await taken.close();
});

test('arguments that make no sense get a usage line', async () => {
  const start = new Start(['--port', '70000']);
  expect(await start.ended).toBe(1);
  expect(start.said).toContain('1 到 65535');
  const other = new Start(['--brwoser']);
  expect(await other.ended).toBe(1);
  expect(other.said).toContain('用法');
});

test('the browser opens with the extension in it, its side panel, and the lesson on the page', async () => {
  const shop = await serve(SHOP_DIST, 0);
  const profile = mkdtempSync(join(tmpdir(), 'seller-coach-start-'));
  const opened = await openShop({
    executable: findBrowser()?.path ?? '',
    origin: shop.origin,
    world: '/?scenario=flag-remarks&seed=1&day=1440',
    lesson: '#coach=order-management/flag-remarks&mode=guided',
    profile,
    headless: true,
  });
  expect(opened.panel).toBe(true);
  await opened.page.waitForSelector('seller-coach >>> [part=card]', { visible: true });
  expect(await opened.page.evaluate(() => navigator.languages)).toEqual(['zh-CN', 'zh']);
  await opened.close();
  await opened.closed;
  await shop.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
