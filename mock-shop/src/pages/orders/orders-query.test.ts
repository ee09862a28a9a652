import { expect, it } from 'vitest';
import { readQuery, writeQuery } from './orders-query.ts';

it('writes what differs from the plain page, and reads it again', () => {
  expect(writeQuery(readQuery('').query)).toBe('');
  const search = '?tab=sent&page=2&order=20261122-2-2-8&view=list&item=send';
  expect(readQuery(search).ignored).toEqual([]);
  expect(writeQuery(readQuery(search).query)).toBe(search);
});

it('leaves out and names what means nothing', () => {
  const { query, ignored } = readQuery('?tab=constructor&page=0&order=1&view=x&item=<b>&chat=');
  expect(query).toEqual(readQuery('').query);
  expect(ignored).toEqual(['tab', 'page', 'order', 'view', 'item']);
});
