import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** A browser of the Chrome family on this machine. */
export interface Browser {
  path: string;
  /** Where it was found, in Chinese, for a progress line. */
  origin: string;
}

/** What to say when there is no browser: one line. */
export const NO_BROWSER =
  '没有找到 Chrome、Edge 或 Chromium。请安装其中一个，或用环境变量 CHROMIUM_PATH 指出它的位置，然后再试一次。';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * Looks in the order a person would want: what they asked for (`CHROMIUM_PATH`), Playwright's own Chromium, then what
 * is installed. A `CHROMIUM_PATH` that names no file is an error, not a reason to look elsewhere.
 * @throws Error in Chinese when `CHROMIUM_PATH` is set and cannot be run.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): Browser | null {
  const asked = env.CHROMIUM_PATH;
  if (asked) {
    if (!runnable(asked)) throw new Error(`环境变量 CHROMIUM_PATH 指的 ${asked} 不存在或不能运行。`);
    return { path: asked, origin: 'CHROMIUM_PATH' };
  }
  const own = playwrightsOwn();
  if (own) return { path: own, origin: 'Playwright' };
  const path = places(env).find(runnable);
  return path ? { path, origin: '系统' } : null;
}

/**
 * The same for tests, which need a browser and Chinese fonts: what is missing is installed where that is possible, by
 * `apt-get` as root on Debian, otherwise Playwright's own Chromium.
 * @param say prints a progress line
 */
export function findOrInstallBrowser(say: (line: string) => void): Browser | null {
  const found = findBrowser();
  if (isRootOnDebian()) {
    const missing = [...(found ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
    if (missing.length > 0) aptInstall(missing, say);
  }
  return found ?? findBrowser() ?? download(say);
}

function aptInstall(packages: string[], say: (line: string) => void): void {
  say(`正在用 apt-get 安装 ${packages.join('、')}（要几分钟）…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) => spawnSync('apt-get', args, { env, encoding: 'utf8' });
  const runs = [apt('update'), apt('install', '-y', '--no-install-recommends', ...packages)];
  sayFailure(
    runs.find((run) => run.status !== 0),
    say,
  );
}

function download(say: (line: string) => void): Browser | null {
  say('正在下载 Playwright 的 Chromium（约 170 MB）…');
  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'));
  const run = spawnSync(process.execPath, [cli, 'install', 'chromium'], { encoding: 'utf8' });
  sayFailure(run.status === 0 ? undefined : run, say);
  return findBrowser();
}

function sayFailure(run: SpawnSyncReturns<string> | undefined, say: (line: string) => void): void {
  if (run) say(`安装没有成功：${(run.stderr || run.error?.message || '').trim().split('\n').at(-1)}`);
}

/** Chromium refuses its sandbox to root; everybody else keeps it. */
export function sandboxArgs(): string[] {
  return isRoot() ? ['--no-sandbox'] : [];
}

/** Playwright throws where it has no build for the platform. */
function playwrightsOwn(): string | null {
  try {
    const path = chromium.executablePath();
    return runnable(path) ? path : null;
  } catch {
    return null;
  }
}

function places(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return ['/', homedir()].flatMap((root) => apps.map((app) => join(root, app)));
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const apps = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return apps.flatMap((app) => roots.map((root) => join(root, app)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ];
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isRootOnDebian(): boolean {
  return isRoot() && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}
