import { buildWorld, type TradeRate } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { tinyId, tinyWorld } from '../../testing/tiny-world.ts';
import { simMs } from '../sim-time.ts';
import { beginState } from '../state.ts';
import { type RatesQuery, rateStats, ratesPage } from './rates-query.ts';

const NOW = simMs('2026-11-22T10:00:00+08:00');

function rate(n: number, parts: Partial<TradeRate> = {}): TradeRate {
  return {
    rate_id: `${tinyId(n)}-${parts.role ?? 'buyer'}`,
    tid: tinyId(n),
    oid: tinyId(n),
    role: 'buyer',
    nick: `买家${n}`,
    rated_nick: '小店',
    result: 'good',
    created: '2026-11-21T10:00:00+08:00',
    item_title: '手机',
    item_price: '100.00',
    content: '好',
    reply: '',
    ...parts,
  };
}

const stateOf = (rates: TradeRate[]) => beginState(tinyWorld({ rates }), 1);

describe('the list of ratings', () => {
  const rates = [
    rate(1, { created: '2026-11-01T10:00:00+08:00' }),
    rate(2, { result: 'bad', reply: '抱歉', reply_time: '2026-11-22T09:00:00+08:00' }),
    rate(3, { content: '', item_title: 'Nova 耳机', nick: 'Tom猫' }),
    rate(4, { role: 'seller', nick: '小店', rated_nick: 'Tom猫' }),
  ];
  it.each<[Partial<RatesQuery>, number[]]>([
    [{}, [3, 2, 1]],
    [{ role: 'seller' }, [4]],
    [{ role: 'seller', nick: 'tom' }, [4]],
    [{ nick: 'TOM' }, [3]],
    [{ results: ['bad'] }, [2]],
    [{ results: ['neutral', 'good'] }, [3, 1]],
    [{ replied: true }, [2]],
    [{ replied: false }, [3, 1]],
    [{ written: false }, [3]],
    [{ title: 'nova' }, [3]],
    [{ tid: '0001' }, [1]],
    [{ from: '2026-11-02T00:00:00+08:00' }, [3, 2]],
    [{ to: '2026-11-01T10:00:00+08:00' }, [1]],
    [{ page: 2, size: 2 }, [1]],
    [{ page: 3, size: 2 }, []],
  ])('%j finds %j', (query, wanted) => {
    const { rates: found, total } = ratesPage(stateOf(rates), { role: 'buyer', page: 1, size: 20, ...query });
    expect(found.map(({ tid }) => tid)).toEqual(wanted.map(tinyId));
    expect(total).toBe(query.page ? 3 : wanted.length);
  });
});

describe('the statistics', () => {
  it('count by age and grade what buyers said', () => {
    const created = [
      '2026-11-22T09:00:00',
      '2026-11-15T10:00:00',
      '2026-11-10T10:00:00',
      '2026-09-01T10:00:00',
      '2026-01-01T10:00:00',
    ];
    const rates = created.map((at, i) => rate(i + 1, { created: `${at}+08:00`, result: i === 2 ? 'neutral' : 'good' }));
    const { periods, good, unanswered } = rateStats(stateOf([...rates, rate(9, { role: 'seller' })]), NOW);
    expect(periods).toEqual({
      week: { good: 2, neutral: 0, bad: 0 },
      month: { good: 2, neutral: 1, bad: 0 },
      half: { good: 3, neutral: 1, bad: 0 },
      before: { good: 1, neutral: 0, bad: 0 },
      all: { good: 4, neutral: 1, bad: 0 },
    });
    expect(good).toBe(0.75);
    expect(unanswered).toBe(1);
  });

  it('name what is praised most, the better share first among equals', () => {
    const rates = [
      ...['A', 'A', 'B', 'B'].map((item_title, i) => rate(i + 1, { item_title })),
      rate(5, { item_title: 'A', result: 'bad' }),
      rate(6, { item_title: 'C', result: 'bad' }),
      rate(7, { item_title: 'D', created: '2026-01-01T10:00:00+08:00' }),
    ];
    expect(rateStats(stateOf(rates), NOW).praised).toEqual([
      { title: 'B', good: 2, all: 2 },
      { title: 'A', good: 2, all: 3 },
    ]);
  });

  it('say nothing of a shop that nobody rated', () => {
    expect(rateStats(stateOf([]), NOW)).toMatchObject({ good: null, praised: [], unanswered: 0 });
  });

  it('add up in a real world', () => {
    const state = beginState(buildWorld('bulk-3000', 3), 1);
    const { periods, praised } = rateStats(state, NOW);
    const sum = ({ good, neutral, bad }: (typeof periods)['all']) => good + neutral + bad;
    expect(sum(periods.half) + sum(periods.before)).toBe(sum(periods.all));
    expect(sum(periods.all)).toBe(ratesPage(state, { role: 'buyer', page: 1, size: 1 }).total);
    expect(praised).toHaveLength(5);
  });
});
