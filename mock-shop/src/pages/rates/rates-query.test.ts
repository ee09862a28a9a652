import { expect, it } from 'vitest';
import { apiParams, filterCount, readQuery, writeQuery } from './rates-query.ts';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');

it('keeps the page’s state in the URL, and names what it cannot read', () => {
  const search = '?tab=given&page=2&size=50&result=bad&reply=no&text=yes&period=week&nick=a&title=b&tid=12&rate=34';
  const { query, ignored } = readQuery(search);
  expect(writeQuery(query)).toBe(search);
  expect(ignored).toEqual([]);
  expect(filterCount(query)).toBe(7);
  const wrong = readQuery('?tab=x&page=0&size=15&result=best&period=day&tid=a&rate=b');
  expect(writeQuery(wrong.query)).toBe('');
  expect(wrong.ignored).toEqual(['tab', 'page', 'size', 'result', 'period', 'tid', 'rate']);
});

it.each([
  ['', {}],
  ['?result=bad&reply=no&text=yes', { result: 'bad', replied: 'false', written: 'true' }],
  ['?nick=a&title=b&tid=1', { peer_nick: 'a', item_title: 'b', tid: '1' }],
  ['?period=week', { start_date: '2026-11-15T10:00:00+08:00' }],
  ['?period=before', { end_date: '2026-05-26T10:00:00+08:00' }],
])('%s asks the gateway for %o', (search, params) => {
  expect(apiParams(readQuery(search).query, NOW)).toEqual({ page_no: '1', page_size: '20', ...params });
});
