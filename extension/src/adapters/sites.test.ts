import { expect, test } from 'vitest';
import { sitePattern } from './sites.ts';

test.each([
  ['http://192.168.1.10:5188/sold?x=1', 'http://192.168.1.10/*'],
  ['192.168.1.10:5188', 'http://192.168.1.10/*'],
  ['teacher-pc', 'http://teacher-pc/*'],
  ['https://shop.example.edu.cn', 'https://shop.example.edu.cn/*'],
])('%s is asked for as %s', (address, pattern) => {
  expect(sitePattern(address)).toBe(pattern);
});

test.each(['', 'chrome://extensions', 'file:///etc/passwd', 'javascript://alert(1)', 'http://'])(
  '%s is no address of a shop',
  (address) => {
    expect(sitePattern(address)).toBeNull();
  },
);
