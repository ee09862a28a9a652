import { expect, test } from 'vitest';
import { findBrowser } from './browser.ts';

test('the browser that was asked for comes first', () => {
  expect(findBrowser({ CHROMIUM_PATH: process.execPath })).toEqual({ path: process.execPath, origin: 'CHROMIUM_PATH' });
});

test('one that was asked for and is not there is an error, not a reason to take another', () => {
  expect(() => findBrowser({ CHROMIUM_PATH: '/nowhere/chrome' })).toThrow('CHROMIUM_PATH 指的 /nowhere/chrome');
});
