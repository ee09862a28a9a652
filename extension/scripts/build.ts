/**
 * `npm run build`: the shop as static files, the extension unpacked and as zips for the stores of Chrome/Edge and
 * Firefox.
 */
import { relative } from 'node:path';
import { EXTENSION_BUILD, SHOP_BUILD } from './builds.ts';
import { EXTENSION_DIST, type Finished, ROOT, runProgram, SHOP_DIST } from './workspace.ts';

const zip = (...args: string[]) => runProgram('wxt/bin/wxt.mjs', ['zip', ...args], 'extension');

const steps: [name: string, run: () => Promise<Finished>][] = [
  [`${SHOP_BUILD.name} → ${relative(ROOT, SHOP_DIST)}`, SHOP_BUILD.run],
  [`${EXTENSION_BUILD.name} → ${relative(ROOT, EXTENSION_DIST)}`, EXTENSION_BUILD.run],
  ['Chrome/Edge 安装包 → extension/.output/*.zip', () => zip()],
  ['Firefox 安装包 → extension/.output/*.zip', () => zip('--browser', 'firefox', '--mv3')],
];

for (const [name, run] of steps) {
  console.log(`构建 ${name} …`);
  const { code, output } = await run();
  if (code !== 0) {
    console.error(output);
    console.error(`构建失败：${name}`);
    process.exit(1);
  }
}
console.log('构建完成。');
