import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EXTENSION_DIST, type Finished, ROOT, runProgram, SHOP_DIST } from './workspace.ts';

/** Something that is built from sources. */
export interface Build {
  /** Its name in Chinese, for a progress line. */
  name: string;
  /** A file that every build writes anew. */
  result: string;
  /** Files and folders it is made from, seen from the root. */
  sources: string[];
  run(): Promise<Finished>;
}

const SHARED = ['fixtures', 'package-lock.json', 'tsconfig.json'];

export const SHOP_BUILD: Build = {
  name: '练习店铺',
  result: join(SHOP_DIST, 'index.html'),
  sources: [
    ...SHARED,
    ...['src', 'public', 'index.html', 'vite.config.ts', 'package.json'].map((path) => `mock-shop/${path}`),
  ],
  run: () => runProgram('vite/bin/vite.js', ['build', '--logLevel', 'warn'], 'mock-shop'),
};

export const EXTENSION_BUILD: Build = {
  name: '陪练扩展',
  result: join(EXTENSION_DIST, 'manifest.json'),
  sources: [...SHARED, ...['src', 'public', 'wxt.config.ts', 'package.json'].map((path) => `extension/${path}`)],
  run: () => runProgram('wxt/bin/wxt.mjs', ['build'], 'extension'),
};

/** True when it was never built, or a source is newer. Tests do not count: they are in no build. */
export function isStale(build: Build): boolean {
  const built = modified(build.result);
  return built === 0 || build.sources.some((source) => newest(join(ROOT, source)) > built);
}

/** Latest modification below a path in ms since the epoch, 0 when there is nothing. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
