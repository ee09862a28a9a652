import { expect, it } from 'vitest';
import { readQuery, writeQuery } from './shipping-query.ts';

it('reads what it writes, and writes the plain list as nothing', () => {
  const query = { tab: 'sent', page: 3, size: 50, tid: '123', nick: '小 鱼', receiver: '洪山区&' } as const;
  expect(readQuery(writeQuery(query))).toEqual({ query, ignored: [] });
  expect(writeQuery(readQuery('').query)).toBe('');
});

it('names what it cannot read and leaves it out', () => {
  const { query, ignored } = readQuery('?tab=x&page=0&size=7&tid=a1&nick=&receiver=%20&chat=b');
  expect(ignored.sort()).toEqual(['page', 'size', 'tab', 'tid']);
  expect(writeQuery(query)).toBe('');
});
