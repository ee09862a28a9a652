import { describe, expect, it } from 'vitest';
import { isRecord, isRefusal, parse, recordId } from './shop-records.ts';

const record = { seq: 3, world: 'flag-remarks:1:1', type: 'trade.memo.updated', subject: '88', data: {} };

describe('what the page publishes', () => {
  it.each([
    ['not text', { a: 1 }],
    ['broken JSON', '{'],
    ['more than 64 kB', JSON.stringify('x'.repeat(70_000))],
  ])('%s is nothing', (_, detail) => {
    expect(parse(detail)).toBeNull();
  });

  it('has roughly the shape of a record', () => {
    expect(isRecord(record)).toBe(true);
    for (const wrong of [null, [], 'x', { ...record, seq: '3' }, { ...record, world: 1 }, { ...record, data: [] }]) {
      expect(isRecord(wrong), JSON.stringify(wrong)).toBe(false);
    }
    expect(isRefusal({ world: 'w', method: 'm', error: {} })).toBe(true);
    expect(isRefusal({ world: 'w', method: 'm' })).toBe(false);
  });

  it('has one id per world and number', () => {
    expect(recordId(record as unknown as Parameters<typeof recordId>[0])).toBe('flag-remarks:1:1#3');
  });
});
