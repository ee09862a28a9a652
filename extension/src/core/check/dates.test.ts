import { describe, expect, it } from 'vitest';
import { findDates, isIsoDate } from './dates.ts';

const today = '2026-11-22';

describe('findDates', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['26.11.20', '2026-11-20'],
    ['20/11/2026', '2026-11-20'],
    ['11/20/2026', '2026-11-20'],
    ['11.20', '2026-11-20'],
    ['11月20', '2026-11-20'],
    ['11-20号', '2026-11-20'],
    ['十一月二十日', '2026-11-20'],
    ['二〇二六年十一月廿日', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['261120', '2026-11-20'],
    ['1120', '2026-11-20'],
    ['2.29', undefined],
    ['2024-2-29', '2024-02-29'],
    ['2026-13-02', undefined],
    ['11.31', undefined],
  ])('%s is a full date', (text, iso) => {
    const [date, ...more] = findDates(text, today);
    expect(more).toEqual([]);
    expect(date).toMatchObject({ kind: 'full', text });
    expect(date?.iso).toBe(iso);
  });

  it.each(['20号', '11月', '2026.11', '2026年11月', '二十日'])('%s is a partial date', (text) => {
    expect(findDates(text, today)).toMatchObject([{ kind: 'partial', text }]);
  });

  it.each(['10.5元', '1.1.1.1.1', '13800001111', '1-902', '3-5天', '512', '一起'])('%s is no date', (text) => {
    expect(findDates(text, today)).toEqual([]);
  });
});

describe('isIsoDate', () => {
  it('accepts only days that exist, fully written', () => {
    expect(['2026-11-22', '2024-02-29'].every(isIsoDate)).toBe(true);
    expect(['2026-02-29', '2026-1-2', '20261122', '2026-11-22T00:00'].some(isIsoDate)).toBe(false);
  });
});
