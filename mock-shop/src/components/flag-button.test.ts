import { expect, test } from 'vitest';
import { tipPlace } from './flag-button.tsx';

const flag = (top: number) => ({ top, bottom: top + 20, left: 1300, right: 1330 });

test('a tooltip is below its flag, above it, or beside it, and always in the window', () => {
  expect(tipPlace(flag(100), 320, 200, 768)).toEqual({ left: 1010, top: 126 });
  expect(tipPlace(flag(700), 320, 200, 768)).toEqual({ left: 1010, top: 494 });
  expect(tipPlace(flag(380), 320, 500, 768)).toEqual({ left: 974, top: 260 });
  expect(tipPlace({ top: 380, bottom: 400, left: 200, right: 230 }, 320, 760, 768)).toEqual({ left: 8, top: 8 });
});
