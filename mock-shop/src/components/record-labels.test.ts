import { expect, it } from 'vitest';
import { happenings } from './record-labels.ts';

it('tells each kind of record once, with its number, in the order of their coming', () => {
  const records = ['clock.day-started', 'trade.finished', 'chat.received', 'trade.finished', 'some.thing'];
  expect(happenings(records.map((type) => ({ type, subject: '1' })))).toBe('交易成功 ×2、买家发来消息、店铺有变化');
  expect(happenings([{ type: 'clock.day-started', subject: '1' }])).toBe('');
});
