import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { intercept } from './intercept.ts';

const start = vi.hoisted(() => vi.fn<() => Promise<void>>());
vi.mock('msw/browser', () => ({ setupWorker: () => ({ start }) }));

const reload = vi.fn();
let kept: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

test('a worker that starts lets the shop open', async () => {
  start.mockResolvedValue();
  await intercept([]);
  expect(reload).not.toHaveBeenCalled();
});

test('one that does not start loads the page anew once, and is an error the second time', async () => {
  start.mockReturnValue(new Promise(() => undefined));
  void intercept([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reload).toHaveBeenCalledTimes(1);
  const second = expect(intercept([])).rejects.toThrow('没有启动');
  await vi.advanceTimersByTimeAsync(60_000);
  await second;
  expect(reload).toHaveBeenCalledTimes(1);
});

/** The browser's side: a worker is installed; `takeCharge` lets it have this page. */
function installed(): { takeCharge: () => void } {
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: null as object | null,
    getRegistration: async () => ({}),
  });
  vi.stubGlobal('navigator', { serviceWorker });
  return {
    takeCharge: () => {
      serviceWorker.controller = {};
      serviceWorker.dispatchEvent(new Event('controllerchange'));
    },
  };
}

test('a page that comes while the worker is being installed waits for it, and is not loaded anew', async () => {
  start.mockResolvedValue();
  const { takeCharge } = installed();
  const ready = intercept([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(start).not.toHaveBeenCalled();
  takeCharge();
  await ready;
  expect(start).toHaveBeenCalledTimes(1);
  expect(reload).not.toHaveBeenCalled();
});

test('after a hard reload, where no worker takes charge, it is loaded anew before anything is shown', async () => {
  installed();
  void intercept([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reload).toHaveBeenCalledTimes(1);
  expect(start).not.toHaveBeenCalled();
});
