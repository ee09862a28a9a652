import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser, NO_BROWSER } from './browser.ts';
import { type Build, EXTENSION_BUILD, SHOP_BUILD } from './builds.ts';
import { CACHE, type Finished, runProgram, runScript } from './workspace.ts';

/** What came of a stage: counts of tests, and what to read when something failed. */
export interface Outcome {
  passed: number;
  failed: number;
  output: string;
}

/** One stage of `npm test`. */
export interface Stage {
  /** Name for `--only`. */
  id: string;
  title: string;
  /** @param filters parts of test files' names; none means all */
  run(filters: string[]): Promise<Outcome>;
}

const PROJECTS = [
  'fixtures/tsconfig.json',
  'fixtures/tsconfig.node.json',
  'mock-shop/tsconfig.json',
  'mock-shop/tsconfig.domain.json',
  'mock-shop/tsconfig.node.json',
  'extension/tsconfig.json',
  'extension/tsconfig.core.json',
  'extension/tsconfig.node.json',
];

const REPORTS = join(CACHE, 'test');

export const STAGES: readonly Stage[] = [
  { id: 'types', title: '类型', run: checkTypes },
  {
    id: 'lint',
    title: '格式、写法与边界（Biome）',
    run: async () =>
      asOne(await runProgram('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--error-on-warnings'], '.')),
  },
  {
    id: 'packs',
    title: '课程包',
    run: async () => asOne(await runScript('fixtures/scripts/packs.ts', ['check'], '.')),
  },
  {
    id: 'packs',
    title: '由模式生成的 JSON Schema 是最新的',
    run: async () => asOne(await runScript('fixtures/scripts/schemas.ts', ['--check'], '.')),
  },
  ...['fixtures', 'mock-shop', 'extension'].map((workspace) => ({
    id: 'unit',
    title: `单元测试 ${workspace}`,
    run: (filters: string[]) => runVitest(workspace, filters),
  })),
  ...[SHOP_BUILD, EXTENSION_BUILD].map((build: Build) => ({
    id: 'build',
    title: `构建${build.name}`,
    run: async () => asOne(await build.run()),
  })),
  { id: 'e2e', title: '真浏览器里的端到端测试', run: runPlaywright },
];

function asOne({ code, output }: Finished): Outcome {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** WXT writes the types of its virtual modules first. Every project is checked even when one fails. */
async function checkTypes(): Promise<Outcome> {
  const runs = [await runProgram('wxt/bin/wxt.mjs', ['prepare'], 'extension')];
  for (const project of PROJECTS)
    runs.push(await runProgram('typescript/bin/tsc', ['--pretty', 'false', '-p', project], '.'));
  const failed = runs.filter(({ code }) => code !== 0);
  return asOne({ code: failed.length, output: failed.map(({ output }) => output).join('\n') });
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

async function runVitest(workspace: string, filters: string[]): Promise<Outcome> {
  const file = freshReport(`vitest-${workspace}.json`);
  const args = [
    'run',
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...filters,
  ];
  const run = await runProgram('vitest/vitest.mjs', args, workspace);
  const report = readReport<VitestReport>(file);
  // A file that cannot even be loaded has no tests that could fail.
  const unloaded = report?.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  return counted(run, report?.numPassedTests ?? 0, (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0));
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

async function runPlaywright(filters: string[]): Promise<Outcome> {
  const lines: string[] = [];
  const browser = findOrInstallBrowser((line) => {
    lines.push(line);
    console.log(`  ${line}`);
  });
  if (!browser) return { passed: 0, failed: 1, output: [...lines, NO_BROWSER].join('\n') };
  const file = freshReport('playwright.json');
  const env = { CHROMIUM_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const run = await runProgram(
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json', ...filters],
    'extension',
    env,
  );
  const report = readReport<PlaywrightReport>(file);
  const stats = report?.stats;
  return counted(
    run,
    stats?.expected ?? 0,
    (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (report?.errors.length ?? 0),
  );
}

/** A runner that ends badly without naming a failed test (crash, unhandled error, no report) counts as one failure. */
function counted({ code, output }: Finished, passed: number, failed: number): Outcome {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output };
}

function freshReport(name: string): string {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}
