import { describe, expect, it } from 'vitest';
import { fileFault, fitted } from './shrink-picture.ts';

describe('a file for a proof', () => {
  it.each([
    [{ name: 'a.jpg', type: 'image/jpeg', size: 20_000_000 }, undefined],
    [{ name: 'a.gif', type: 'image/gif', size: 1 }, undefined],
    [{ name: 'a.pdf', type: 'application/pdf', size: 1 }, '不是图片'],
    [{ name: 'a.svg', type: 'image/svg+xml', size: 1 }, '不是图片'],
    [{ name: 'a', type: '', size: 1 }, '不是图片'],
    [{ name: 'a.png', type: 'image/png', size: 50_000_000 }, '最大 20 MB'],
    [{ name: 'a.png', type: 'image/png', size: 0 }, '空文件'],
  ])('%j', (file, why) => {
    const fault = fileFault(file);
    if (why === undefined) expect(fault).toBeUndefined();
    else expect(fault).toContain(why);
  });
});

it.each([
  [4000, 3000, 1280, [1280, 960]],
  [3000, 4000, 1280, [960, 1280]],
  [100, 50, 1280, [100, 50]],
  [10_000, 1, 800, [800, 1]],
])('%i × %i within %i', (width, height, side, size) => {
  expect(fitted(width, height, side)).toEqual(size);
});
