import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Lint rules go silently dead: an override added later replaces the options of an earlier one, a renamed folder no
 * longer matches. So the real configuration is copied beside planted violations, and every one must be found.
 */
const root = join(import.meta.dirname, '../..');

const SHOP = 'never imports the shop';
const COACH = 'never imports the coach';
const DOOR = 'fixtures has one door';
const VIEWS = 'views draw what they are given';
const ADAPTERS = 'adapters know the core';
const CORE = "coach's core";
const DOMAIN = "shop's domain";
const FIXTURES = 'fixtures imports neither';
const CLOCK = 'no-clock-or-chance';
const TYPES = 'types-only';

/** Folder of the planted file, its statement, and what the linter must say. */
const violations: [folder: string, statement: string, says: string][] = [
  ['extension/src/core/lesson', "import 'mock-shop';", CORE],
  ['extension/src/core/lesson', "import '../../../../mock-shop/src/domain/trade.ts';", CORE],
  ['extension/src/core/lesson', "import 'fixtures/schema/pack.ts';", CORE],
  ['extension/src/core/lesson', "import '../../../../fixtures/schema/pack.ts';", CORE],
  ['extension/src/core/lesson', "import 'dexie';", CORE],
  ['extension/src/core/lesson', "export { signal } from '@preact/signals';", CORE],
  ['extension/src/core/lesson', "export const later = import('node:fs');", CORE],
  ['extension/src/core/lesson', "import '../../adapters/store/db.ts';", CORE],
  ['extension/src/core/lesson', "import '../../views/card/card.tsx';", CORE],
  ['extension/src/core/lesson', "import '../../entrypoints/background.ts';", CORE],
  ['extension/src/core/lesson', 'export const now = Date.now();', CLOCK],
  ['extension/src/core/lesson', 'export const clock = Date.now;', CLOCK],
  ['extension/src/core/lesson', 'export const today = new Date();', CLOCK],
  ['extension/src/core/lesson', 'export const chance = Math.random();', CLOCK],
  ['extension/src/core/lesson', 'export const page = document.title;', 'global variable document'],
  ['extension/src/core/lesson', 'export const top = window.origin;', 'global variable window'],
  ['extension/src/core/lesson', 'export const runtime = chrome.runtime;', 'global variable chrome'],
  ['extension/src/core/lesson', 'export const ms = performance.now();', 'global variable performance'],
  ['extension/src/core/lesson', 'export const id = crypto.randomUUID();', 'global variable crypto'],
  ['extension/src/core/lesson', 'export const all = globalThis;', 'global variable globalThis'],
  ['extension/src/core/lesson', "console.log('x');", 'console'],
  ['mock-shop/src/domain', "import 'extension';", DOMAIN],
  ['mock-shop/src/domain', "import '../../../extension/src/core/ports.ts';", DOMAIN],
  ['mock-shop/src/domain', "import 'msw';", DOMAIN],
  ['mock-shop/src/domain', "import 'dexie';", DOMAIN],
  ['mock-shop/src/domain', "import '../api/store.ts';", DOMAIN],
  ['mock-shop/src/domain', "import '../pages/sold/sold.tsx';", DOMAIN],
  ['mock-shop/src/domain', "import '../../../fixtures/schema/pack.ts';", DOMAIN],
  ['mock-shop/src/domain', 'export const now = Date.now();', CLOCK],
  ['mock-shop/src/domain', 'export const chance = Math.random();', CLOCK],
  ['mock-shop/src/domain', 'export const stored = indexedDB;', 'global variable indexedDB'],
  ['mock-shop/src/domain', "export const answer = fetch('/');", 'global variable fetch'],
  ['mock-shop/src/pages/sold', "import 'extension';", COACH],
  ['mock-shop/src/pages/sold', "import '../../../../extension/src/core/ports.ts';", COACH],
  ['mock-shop/src/api', "import 'fixtures/schema/record.ts';", DOOR],
  ['mock-shop/src/api', "import '../../../fixtures/index.ts';", DOOR],
  ['extension/src/views/report', "import '../../adapters/store/db.ts';", VIEWS],
  ['extension/src/views/report', "import '../../entrypoints/background.ts';", VIEWS],
  ['extension/src/views/report', "import 'dexie';", VIEWS],
  ['extension/src/views/report', "import 'mock-shop';", SHOP],
  ['extension/src/views/report', "import 'fixtures/schema/result.ts';", DOOR],
  ['extension/src/views/card', "import { parse } from 'valibot';\nexport const p = parse;", TYPES],
  ['extension/src/adapters/page', "import { Action } from 'fixtures';\nexport const a = Action;", TYPES],
  ['extension/src/adapters/page', "import { type Action } from 'fixtures';\nexport type A = Action;", TYPES],
  ['extension/src/adapters/page', "export const later = import('valibot');", TYPES],
  ['extension/src/adapters/page', "import '../../views/card/card.tsx';", ADAPTERS],
  ['extension/src/adapters/page', "import 'mock-shop/src/app.tsx';", SHOP],
  ['extension/src/adapters/store', "import '../../entrypoints/background.ts';", ADAPTERS],
  ['extension/src/adapters/store', "import '../../../../fixtures/index.ts';", DOOR],
  ['extension/src/entrypoints/coach.content', "import 'valibot';", TYPES],
  ['extension/src/entrypoints/coach.content', "import '../../../../mock-shop/src/app.tsx';", SHOP],
  ['extension/scripts', "import '../../mock-shop/scripts/gateway.ts';", SHOP],
  ['extension/e2e', "import '../../fixtures/schema/pack.ts';", DOOR],
  ['fixtures/scenarios', "import 'mock-shop';", FIXTURES],
  ['fixtures/scenarios', "import '../../extension/src/core/ports.ts';", FIXTURES],
  ['fixtures/scenarios', 'export const seed = Math.random();', CLOCK],
  ['fixtures/scripts', "import '../../mock-shop/src/domain/trade.ts';", FIXTURES],
  ['mock-shop/src/components', 'export default function flag() {}', 'default export'],
  ['mock-shop/src/components', "export * from './planted.ts';", 'noReExportAll'],
  ['extension/src/core/log', "export { a } from './planted.ts';", 'noBarrelFile'],
  ['extension/src/adapters/store', 'export const x: any = 1;', 'any'],
];

/** The same folders, with what each is allowed to do. */
const clean: [folder: string, statement: string][] = [
  [
    'extension/src/core/lesson',
    "import { parse } from 'valibot';\nimport type { Pack } from 'fixtures';\nexport const p: [typeof parse, Pack?] = [parse];",
  ],
  ['extension/src/core/lesson', "export { other } from '../log/planted-other.ts';"],
  [
    'extension/src/core/lesson',
    'export const day = (iso: string) => [new Date(iso), Date.UTC(2026, 10, 22), Date.parse(iso)];',
  ],
  ['mock-shop/src/domain', "export { buildWorld } from 'fixtures';"],
  ['mock-shop/src/domain', "export type { other } from './planted-other.ts';"],
  [
    'mock-shop/src/pages/sold',
    "export { buildWorld } from 'fixtures';\nexport { decide } from '../../domain/planted-decide.ts';",
  ],
  [
    'extension/src/views/report',
    "export type { Pack } from 'fixtures';\nexport { step } from '../../core/assess/planted-step.ts';",
  ],
  [
    'extension/src/adapters/page',
    "import type { Action } from 'fixtures';\nexport type A = Action;\nexport { matches } from '../../core/lesson/planted-match.ts';",
  ],
  [
    'extension/src/adapters/store',
    "import Dexie from 'dexie';\nimport { AttemptEvent } from 'fixtures';\nexport const s = [Dexie, AttemptEvent, Date.now()];",
  ],
  [
    'extension/src/entrypoints/background',
    "import { card } from '../../views/card/planted.tsx';\nimport { db } from '../../adapters/store/planted.ts';\nexport default [card, db];",
  ],
  ['extension/e2e', "export { test } from './fixtures.ts';"],
  ['fixtures/scenarios', "export { World } from '../schema/planted.ts';"],
];

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string };
}

const nameOf = (kind: string, index: number) => `planted-${kind}-${index}.ts`;
let tree: string;
let diagnostics: Diagnostic[];

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'seller-coach-borders-'));
  for (const file of ['.biome.jsonc', '.biome', '.gitignore'])
    cpSync(join(root, file), join(tree, file), { recursive: true });
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  };
  for (const [index, [folder, statement]] of violations.entries()) plant(join(folder, nameOf('bad', index)), statement);
  for (const [index, [folder, statement]] of clean.entries()) plant(join(folder, nameOf('good', index)), statement);
  plant('extension/src/core/log/cycle-a.ts', "export { b } from './cycle-b.ts';\nexport const a = 1;");
  plant('extension/src/core/log/cycle-b.ts', "export { a } from './cycle-a.ts';\nexport const b = 1;");

  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  diagnostics = JSON.parse(run.stdout).diagnostics;
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const about = (folder: string, name: string) =>
  diagnostics.filter((diagnostic) => diagnostic.location.path.endsWith(`${folder}/${name}`));
const said = (found: Diagnostic[]) => found.map(({ category, message }) => `${category}: ${JSON.stringify(message)}`);

describe('a planted violation is found', () => {
  test.each(violations.map((violation, index) => [...violation, index] as const))(
    '%s: %s',
    (folder, _, says, index) => {
      expect(said(about(folder, nameOf('bad', index))).join('\n')).toContain(says);
    },
  );

  test('an import cycle', () => {
    expect(said(about('extension/src/core/log', 'cycle-a.ts')).join('\n')).toContain('noImportCycles');
  });
});

test.each(clean.map((file, index) => [...file, index] as const))('allowed in %s: %s', (folder, _, index) => {
  const found = about(folder, nameOf('good', index)).filter(
    ({ category }) => !/noBarrelFile|noReExportAll/.test(category),
  );
  expect(said(found)).toEqual([]);
});

test('every plugin file is used by the configuration', () => {
  const used = diagnostics.filter(({ category }) => category === 'plugin').map(({ message }) => message.split(':')[0]);
  const files = readdirSync(join(root, '.biome')).map((file) => file.replace('.grit', ''));
  expect(new Set(used)).toEqual(new Set(files));
});
