import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Build, isStale } from './builds.ts';
import { ROOT } from './workspace.ts';

let folder: string;
let build: Build;

/** Writes a file that was last modified at this second. */
function file(name: string, second: number): void {
  writeFileSync(join(folder, name), '');
  utimesSync(join(folder, name), second, second);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seller-coach-builds-'));
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  file('src/deep/code.ts', 100);
  build = {
    name: '试作',
    result: join(folder, 'out.html'),
    sources: [relative(ROOT, join(folder, 'src')), 'no-such-source'],
    run: async () => ({ code: 0, output: '' }),
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was never built is stale', () => {
  expect(isStale(build)).toBe(true);
});

test('a build newer than its sources is not', () => {
  file('out.html', 200);
  expect(isStale(build)).toBe(false);
});

test('one newer source deep inside is enough', () => {
  file('out.html', 200);
  file('src/deep/code.ts', 201);
  expect(isStale(build)).toBe(true);
});

test('a newer test is no reason to build', () => {
  file('out.html', 200);
  file('src/deep/code.test.ts', 300);
  file('src/view.test.tsx', 300);
  expect(isStale(build)).toBe(false);
});
