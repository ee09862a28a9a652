import { describe, expect, it } from 'vitest';
import { apiParams, filterCount, readQuery, type SoldQuery, writeQuery } from './sold-query.ts';

const PLAIN = readQuery('').query;

describe('the list in the URL', () => {
  it('is the plain first page of all trades when the URL says nothing', () => {
    expect(PLAIN).toMatchObject({ tab: 'all', page: 1, size: 15, flag: '', title: '' });
    expect(writeQuery(PLAIN)).toBe('');
  });

  it('comes back the same from its own URL, with every filter set', () => {
    const full: SoldQuery = {
      tab: 'waitSend',
      page: 3,
      size: 50,
      title: '手机 & 壳',
      nick: 'tb_小满+1',
      tid: '2375180840005507202',
      from: '2026-11-01',
      to: '2026-11-22',
      status: 'WAIT_SELLER_SEND_GOODS',
      rate: 'RATE_UNSELLER',
      refund: 'WAIT_SELLER_AGREE',
      logistics: '顺丰速运',
      flag: '1',
    };
    expect(readQuery(writeQuery(full))).toEqual({ query: full, ignored: [] });
    expect(filterCount(full)).toBe(10);
  });

  it.each([
    ['tab=nowhere', 'tab'],
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=9999999', 'page'],
    ['size=16', 'size'],
    ['tid=12a', 'tid'],
    ['from=2026-02-30', 'from'],
    ['to=yesterday', 'to'],
    ['status=SENT', 'status'],
    ['rate=GOOD', 'rate'],
    ['refund=NO_REFUND', 'refund'],
    ['logistics=没有的快递', 'logistics'],
    ['flag=6', 'flag'],
    [`title=${'长'.repeat(61)}`, 'title'],
  ])('leaves out %s and names it', (search, name) => {
    expect(readQuery(`?${search}`)).toEqual({ query: PLAIN, ignored: [name] });
  });

  it('keeps what makes sense beside what does not', () => {
    const { query, ignored } = readQuery('?tab=sent&page=x&flag=2&chat=somebody');
    expect(query).toEqual({ ...PLAIN, tab: 'sent', flag: '2' });
    expect(ignored).toEqual(['page']);
  });

  it('leaves out a time that ends before it begins', () => {
    expect(readQuery('?from=2026-11-22&to=2026-11-01').ignored).toEqual(['from', 'to']);
  });

  it('asks the gateway with whole days and only for what is set', () => {
    expect(apiParams({ ...PLAIN, from: '2026-11-01', to: '2026-11-02', flag: '0' })).toEqual({
      tab: 'all',
      page_no: '1',
      page_size: '15',
      start_created: '2026-11-01 00:00:00',
      end_created: '2026-11-02 23:59:59',
      seller_flag: '0',
    });
  });
});
