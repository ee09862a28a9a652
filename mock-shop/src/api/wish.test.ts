import { describe, expect, it } from 'vitest';
import { addressAfter, readWish } from './wish.ts';

const read = (query: string) => readWish(new URLSearchParams(query));

describe('the address', () => {
  it('asks for a world by scenario and seed', () => {
    expect(read('scenario=other&seed=42&day=60')).toEqual({ wish: { scenario: 'other', seed: 42, day: 60 } });
    expect(read('scenario=flag-remarks&seed=4294967295')).toEqual({
      wish: { scenario: 'flag-remarks', seed: 4294967295, day: 1440 },
    });
    expect(read('seed=0')).toEqual({ wish: { scenario: 'flag-remarks', seed: 0, day: 1440 } });
  });

  it('asks for nothing without them, or for another pace', () => {
    expect(read('tab=waitSend')).toEqual({});
    expect(read('day=2592000')).toEqual({ day: 2592000 });
  });

  it.each([
    ['seed=4294967296', '4294967295'],
    ['seed=-1', '4294967295'],
    ['seed=1.5', '4294967295'],
    ['seed=0x10', '4294967295'],
    ['seed=1e3', '4294967295'],
    ['seed=', '4294967295'],
    ['seed=%EF%BC%91', '4294967295'],
    ['seed=1&day=0', '2592000'],
    ['seed=1&day=2592001', '2592000'],
    ['day=fast', '2592000'],
  ])('with %s is refused and says what is possible', (query, possible) => {
    expect(read(query)).toEqual({ fault: expect.stringContaining(possible) });
  });

  it('becomes the list, keeping what is not about the world', () => {
    const after = (text: string) => addressAfter(new URL(text, 'http://shop.test'));
    expect(after('/?scenario=x&seed=1&day=2#coach=order-management/flag-remarks&mode=guided')).toBe(
      '/sold#coach=order-management/flag-remarks&mode=guided',
    );
    expect(after('/')).toBe('/sold');
    expect(after('/sold?tab=waitSend&seed=3&page=2')).toBe('/sold?tab=waitSend&page=2');
  });
});
