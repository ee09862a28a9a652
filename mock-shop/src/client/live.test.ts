import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onRecords } from './live.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function publish(detail: unknown): void {
  document.dispatchEvent(new CustomEvent('shop:record', { detail }));
}
const record = (type: string): string => JSON.stringify({ type, subject: '1' });

it('refetches once for a burst of records', () => {
  const run = vi.fn();
  onRecords((one) => one.type.startsWith('trade.'), run);
  for (let i = 0; i < 20; i++) publish(record('trade.memo.updated'));
  expect(run).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(run).toHaveBeenCalledTimes(1);
});

it('ignores records of other things and events that are no records', () => {
  const run = vi.fn();
  onRecords((one) => one.type.startsWith('trade.'), run);
  for (const detail of [record('chat.received'), '{', '{"type":"trade.x"}', 'null', undefined, { type: 'trade.x' }]) {
    publish(detail);
  }
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});

it('stops, even with a refetch on its way', () => {
  const run = vi.fn();
  const stop = onRecords(() => true, run);
  publish(record('trade.memo.updated'));
  stop();
  vi.runAllTimers();
  publish(record('trade.memo.updated'));
  vi.runAllTimers();
  expect(run).not.toHaveBeenCalled();
});
