import { expect, it } from 'vitest';
import { readService, writeService } from './service-url.ts';

it('reads what it writes, and leaves out what means nothing', () => {
  const query = {
    visitor: 'service-2-14',
    tab: 'stock',
    list: 'waiting',
    page: 3,
    view: 'talks',
    item: 'pre',
  } as const;
  expect(readService(writeService(query))).toEqual(query);
  const plain = readService('');
  expect(writeService(plain)).toBe('');
  expect(readService('?visitor=orders-1-1&tab=x&list=&page=0&view=none&item=%E9%B8%BD')).toEqual(plain);
});
