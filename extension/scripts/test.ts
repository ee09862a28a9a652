/**
 * `npm test`: types, lint, course packs, unit tests, builds and end-to-end tests. Every stage runs even when one
 * before it failed; the last line adds up all tests. `npm test -- --only unit,lint log` runs some stages, and of
 * their test files those with `log` in the name.
 */
import { parseArgs } from 'node:util';
import { STAGES } from './stages.ts';

const ids = [...new Set(STAGES.map(({ id }) => id))];

function readArguments(): { only: string[]; filters: string[] } {
  try {
    const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
    const only = values.only?.split(',') ?? ids;
    if (only.every((id) => ids.includes(id))) return { only, filters: positionals };
  } catch {
    // Falls through to the usage line.
  }
  console.error(`用法：npm test -- [--only ${ids.join(',')}] [测试文件名的一部分 …]`);
  process.exit(2);
}

const { only, filters } = readArguments();
let passed = 0;
let failed = 0;

for (const stage of STAGES) {
  if (!only.includes(stage.id)) continue;
  const start = performance.now();
  console.log(`▶ ${stage.title} …`);
  const outcome = await stage.run(filters);
  passed += outcome.passed;
  failed += outcome.failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${outcome.failed ? '✗' : '✓'} ${stage.title}：${outcome.passed} 过，${outcome.failed} 不过，${seconds} 秒`,
  );
  if (outcome.failed) console.log(outcome.output);
}

if (passed + failed === 0) console.log('没有运行任何测试。');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
