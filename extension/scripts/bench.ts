/**
 * `npm run bench`: measures what the budgets speak of, prints tables and writes JSON to `.cache/bench`.
 * `npm run bench -- sizes step` runs some of them.
 */
import { benchAppend } from '../bench/append.ts';
import { benchGiant } from '../bench/giant.ts';
import { benchRegrade } from '../bench/regrade.ts';
import { benchSizes } from '../bench/sizes.ts';
import { benchStep } from '../bench/step/run.ts';
import { type Row, report } from '../bench/table.ts';
import { benchTraining } from '../bench/training.ts';
import { EXTENSION_BUILD, isStale, SHOP_BUILD } from './builds.ts';
import { runScript } from './workspace.ts';

const benches: Record<string, () => unknown> = {
  sizes: benchSizes,
  step: benchStep,
  append: benchAppend,
  regrade: benchRegrade,
  list: benchList,
  giant: benchGiant,
  training: benchTraining,
};

/** The list is the shop's own: it measures itself, in its own process. */
async function benchList(): Promise<void> {
  const { code, output } = await runScript('mock-shop/bench/list-filter.ts', [], 'mock-shop');
  if (code !== 0) throw new Error(output);
  report('list', '订单列表的筛选（毫秒；预算：100,000 笔 ≤ 50）', JSON.parse(output) as Row[]);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`没有这项测速：${unknown.join('、')}。可选：${Object.keys(benches).join('、')}`);
  process.exit(2);
}
for (const build of [SHOP_BUILD, EXTENSION_BUILD]) {
  if (!isStale(build)) continue;
  console.log(`正在构建${build.name} …`);
  const { code, output } = await build.run();
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    await bench();
  } catch (error) {
    console.error(`${name} 没有测成：${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
