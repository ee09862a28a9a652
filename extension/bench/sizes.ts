import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSION_DIST, SHOP_DIST } from '../scripts/workspace.ts';
import { type Row, report } from './table.ts';

/** What is loaded into every page, and what the shop loads before its first picture. */
export function benchSizes(): void {
  const content = join(EXTENSION_DIST, 'content-scripts');
  report('sizes', '体积（kB = 1000 字节；gz = gzip 9 级）', [
    ...readdirSync(content).map((name) => row(`内容脚本 ${name}`, [join(content, name)], 30)),
    row('练习店铺 首次加载', firstLoad(), 150),
    row('练习店铺 全部脚本与样式', under(SHOP_DIST)),
    row('扩展 全部脚本与样式', under(EXTENSION_DIST)),
  ]);
}

function row(what: string, files: string[], budget?: number): Row {
  const bytes = files.map((file) => readFileSync(file));
  const kB = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return {
    what,
    files: files.length,
    'raw kB': kB(bytes.map(({ length }) => length)),
    'gz kB': kB(bytes.map((text) => gzipSync(text, { level: 9 }).length)),
    'budget gz kB': budget ?? '',
  };
}

/** `index.html` and the local scripts and styles it names. */
function firstLoad(): string[] {
  const html = readFileSync(join(SHOP_DIST, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) =>
    join(SHOP_DIST, path ?? ''),
  );
  return [join(SHOP_DIST, 'index.html'), ...named.filter((file) => existsSync(file))];
}

function under(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => join(folder, name));
}
