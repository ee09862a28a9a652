import { expect, it } from 'vitest';
import { tinyTrade } from '../../testing/tiny-world.ts';
import { stepsOf } from './trade-steps.tsx';

const T = '2026-11-22T10:00:00+08:00';

it('marks as reached what has a time, and a confirmation only when the trade is finished', () => {
  const shipped = tinyTrade(1, { status: 'WAIT_BUYER_CONFIRM_GOODS', pay_time: T, consign_time: T, end_time: T });
  expect(stepsOf(shipped).map((step) => step.at !== undefined)).toEqual([true, true, true, false]);
  expect(stepsOf({ ...shipped, status: 'TRADE_FINISHED' }).at(-1)).toEqual({ label: '买家确认收货', at: T });
});

it('ends with the closing where the trade was closed, without the steps it never took', () => {
  const closed = tinyTrade(1, { status: 'TRADE_CLOSED_BY_TAOBAO', end_time: T });
  expect(stepsOf(closed).map((step) => step.label)).toEqual(['买家拍下宝贝', '交易关闭']);
});
