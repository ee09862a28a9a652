import { expect, it } from 'vitest';
import { apiParams, isFiltered, type RefundsQuery, readQuery, writeQuery } from './refunds-query.ts';

it('the list of refunds and its URL become each other; what means nothing is named', () => {
  const plain = readQuery('').query;
  expect(plain).toMatchObject({ tile: 'all', page: 1, size: 15, no: '' });
  expect(writeQuery(plain)).toBe('');
  expect(isFiltered(plain)).toBe(false);
  const full: RefundsQuery = {
    tile: 'waitAgree',
    page: 2,
    size: 50,
    no: '123',
    tid: '456',
    nick: '小满',
    type: 'EXCHANGE',
    reason: '质量问题',
    from: '2026-11-01',
    to: '2026-11-22',
  };
  expect(readQuery(writeQuery(full))).toEqual({ query: full, ignored: [] });
  expect(isFiltered(full)).toBe(true);
  expect(apiParams(full)).toMatchObject({
    refund_id: '123',
    dispute_type: 'EXCHANGE',
    end_created: '2026-11-22 23:59:59',
  });
  expect(apiParams(plain)).toEqual({ tile: 'all', page_no: '1', page_size: '15' });
  const odd = '?tile=x&page=0&size=7&no=a&type=x&reason=x&from=2026-11-09&to=2026-11-01';
  expect(readQuery(odd)).toEqual({
    query: plain,
    ignored: ['tile', 'page', 'size', 'no', 'type', 'reason', 'from', 'to'],
  });
});
