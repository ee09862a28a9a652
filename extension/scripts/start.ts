/**
 * `npm start`: builds what is needed, serves the shop, opens a browser with the extension loaded and the first lesson
 * offered. `--no-browser` only serves; `--port N` takes another port.
 */
import { parseArgs } from 'node:util';
import { findBrowser, NO_BROWSER } from './browser.ts';
import { type Build, EXTENSION_BUILD, isStale, SHOP_BUILD } from './builds.ts';
import { openShop } from './open-shop.ts';
import { PortTakenError, type Served, serve } from './serve.ts';
import { EXTENSION_DIST, SHOP_DIST } from './workspace.ts';

const DEFAULT_PORT = 5188;
const FIRST_LESSON = '#coach=order-management/flag-remarks&mode=guided';
const FIRST_WORLD = '/?scenario=flag-remarks&seed=1&day=1440';

const say = (line: string) => console.log(line);

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}

function readOptions(): { port: number; browser: boolean } {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, browser: { type: 'boolean', default: true } },
      allowNegative: true,
    });
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      fail(`--port 要写 1 到 65535 的整数，不能是「${values.port}」。`);
    return { port, browser: values.browser };
  } catch {
    fail('用法：npm start -- [--no-browser] [--port 端口号]');
  }
}

async function bring(build: Build): Promise<void> {
  if (!isStale(build)) return;
  say(`正在构建${build.name}（源码有变化时才需要，约半分钟）…`);
  const { code, output } = await build.run();
  if (code === 0) return;
  console.error(output);
  fail(`${build.name}构建失败，原因见上。`);
}

async function serveShop(port: number): Promise<Served> {
  try {
    return await serve(SHOP_DIST, port);
  } catch (error) {
    if (error instanceof PortTakenError) fail(`${error.message}换一个端口再试：npm start -- --port ${port + 1}`);
    throw error;
  }
}

function sayHowToOpen(origin: string): void {
  say('');
  say('用自己的 Chrome、Edge 或 Chromium 打开：');
  say('  1. 在地址栏输入 chrome://extensions，打开右上角的「开发者模式」；');
  say(`  2. 点「加载已解压的扩展程序」，选文件夹 ${EXTENSION_DIST}`);
  say(`  3. 打开第一课：${origin}${FIRST_WORLD}${FIRST_LESSON}`);
  say('');
  say('按 Ctrl+C 结束。');
}

/** Why no window can be opened here, or null when one can. */
function whyNoWindow(): string | null {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  return headless ? '这台机器没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设置），只提供网页服务。' : null;
}

function pickBrowser(): string | null {
  try {
    const found = findBrowser();
    if (!found) say(NO_BROWSER);
    return found?.path ?? null;
  } catch (error) {
    say((error as Error).message);
    return null;
  }
}

const options = readOptions();
await bring(SHOP_BUILD);
await bring(EXTENSION_BUILD);
const served = await serveShop(options.port);
say(`练习店铺：${served.origin}`);

const obstacle = options.browser ? whyNoWindow() : null;
if (obstacle) say(obstacle);
const executable = options.browser && !obstacle ? pickBrowser() : null;

let close = async () => {};
async function end(): Promise<void> {
  await close();
  await served.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);

if (executable === null) {
  sayHowToOpen(served.origin);
} else {
  say('正在打开浏览器…');
  try {
    const opened = await openShop({ executable, origin: served.origin, lesson: FIRST_LESSON, world: FIRST_WORLD });
    close = opened.close;
    say(
      opened.panel
        ? '第一课已在侧边栏里等你。关掉浏览器窗口或按 Ctrl+C 就结束。'
        : '第一课已在网页里等你：点「开始」。侧边栏：点工具栏里的拼图图标，再点「掌柜陪练」。关掉浏览器窗口或按 Ctrl+C 就结束。',
    );
    opened.closed.then(end);
  } catch (error) {
    say(`浏览器 ${executable} 打不开：${(error as Error).message.split('\n')[0]}`);
    sayHowToOpen(served.origin);
  }
}
