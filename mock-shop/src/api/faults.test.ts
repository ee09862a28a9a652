import { describe, expect, it } from 'vitest';
import { Faults } from './faults.ts';

describe('rehearsed failures', () => {
  it('hit the next calls of the methods that are meant, and then stop', () => {
    const faults = new Faults();
    faults.plan('memo', 2, 'offline');
    const calls = [
      'world.get',
      'taobao.trade.memo.update',
      'chats.list',
      'taobao.trade.memo.add',
      'taobao.trade.memo.add',
    ];
    expect(calls.map((method) => faults.take(method))).toEqual([undefined, 'offline', undefined, 'offline', undefined]);
  });

  it('can stand in the address, several of them, and nonsense counts for nothing', () => {
    const faults = new Faults();
    faults.planText('memo:2:slow,chats.send,x:0,y:1:funny,:3,z:-1,w:1e3');
    expect(['memo', 'memo', 'memo'].map((method) => faults.take(method))).toEqual(['slow', 'slow', undefined]);
    expect(['chats.send', 'chats.send'].map((method) => faults.take(method))).toEqual(['error', undefined]);
    expect(['x', 'y', 'z', 'w', ''].map((method) => faults.take(method))).toEqual(Array(5).fill(undefined));
  });
});
