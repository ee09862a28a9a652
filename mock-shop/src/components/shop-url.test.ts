import { expect, it } from 'vitest';
import { withChat } from './shop-url.ts';

it('opens, changes and closes a conversation without touching the rest of the URL', () => {
  expect(withChat('/sold', '?tab=sent', 'tb_小满+1')).toBe('/sold?tab=sent&chat=tb_%E5%B0%8F%E6%BB%A1%2B1');
  expect(withChat('/sold', '?chat=a&tab=sent', 'b')).toBe('/sold?chat=b&tab=sent');
  expect(withChat('/sold', '?chat=a', null)).toBe('/sold');
  expect(withChat('/sold', '', '')).toBe('/sold?chat=');
});
