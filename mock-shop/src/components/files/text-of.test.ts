import { expect, it } from 'vitest';
import { FileFault, textOf } from './text-of.ts';

const bytes = (...list: number[]): Uint8Array => new Uint8Array(list);

it.each<[string, Uint8Array, string]>([
  ['UTF-8', new TextEncoder().encode('姓名,甲'), '姓名,甲'],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0xe7, 0x94, 0xb2), '甲'],
  ['GBK', bytes(0xd0, 0xd5, 0xc3, 0xfb), '姓名'],
  ['GB18030 beyond GBK', bytes(0x95, 0x32, 0x82, 0x36), '𠀀'],
  ['UTF-16', bytes(0xff, 0xfe, 0x32, 0x75), '甲'],
  ['UTF-16 the other way', bytes(0xfe, 0xff, 0x75, 0x32), '甲'],
  ['nothing', bytes(), ''],
])('reads %s', (_, given, text) => {
  expect(textOf(given)).toBe(text);
});

it.each<[string, Uint8Array, string]>([
  ['a picture', bytes(0x89, 0x50, 0, 0x47), '这不是文本文件'],
  ['broken bytes', bytes(0xff, 0xff, 0xff), '文件的编码看不懂，请另存为 UTF-8 再试'],
  ['too much', new Uint8Array(2_000_001), '文件太大，最多 2 MB'],
])('says what is wrong with %s', (_, given, why) => {
  expect(() => textOf(given)).toThrow(new FileFault(why));
});
