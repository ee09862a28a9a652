import { loadTraining, type ShopRecord } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { ServiceRound } from '../../../testing/service-round.ts';
import { IDLE, PERFECT, work } from '../../../testing/service-student.ts';
import { simMs } from '../../sim-time.ts';

const { SERVICE } = await loadTraining();

const types = (records: readonly ShopRecord[]): string[] => records.map(({ type }) => type);

/** A round whose first visitor is of that phase and whose talk has so many turns. */
function roundWith(phase: 'pre' | 'in' | 'after', fits: (turns: number) => boolean, change = {}): ServiceRound {
  const shares = { pre: 0, in: 0, after: 0, [phase]: 100 };
  for (let seed = 1; seed < 400; seed++) {
    const round = new ServiceRound({ seed, change: { visitors: 2, every: 600, together: 1, ...shares, ...change } });
    const [first] = SERVICE.planVisitors(seed, round.shift, { cod: true });
    if (first && fits(first.script.turns.length) && (phase !== 'pre' || SERVICE.canDeal(first.script))) return round;
  }
  throw new Error('no such round');
}

describe('a visitor', () => {
  it('comes, is opened, asks turn by turn, buys, and leaves an order to be sent', () => {
    const round = roundWith('pre', (turns) => turns === 2);
    const { visitor_id: id, messages, status, facts } = round.next();
    expect(status).toBe('waiting');
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).not.toMatch(/[{}]/);
    round.seconds(10);
    const [opened] = round.run({ type: 'visitor.open', visitor_id: id });
    expect(opened).toMatchObject({ type: 'visitor.opened', data: { seconds: 10 } });
    expect(round.run({ type: 'visitor.open', visitor_id: id })).toEqual([]);
    round.seconds(2);
    const choice = round.placeOf(id, 'best');
    const [answered] = round.run({ type: 'visitor.answer', visitor_id: id, turn: 0, choice });
    const mood = round.script(id).mood;
    expect(answered).toMatchObject({
      type: 'visitor.answered',
      actor: 'seller',
      subject: id,
      data: {
        faq: round.visitor(id).faq,
        turn: 0,
        how: 'choice',
        grade: 'best',
        seconds: 12,
        result: 'on',
        deal: false,
      },
    });
    expect(answered?.data).toMatchObject({ mood_before: mood, mood_after: round.visitor(id).mood });
    expect(round.visitor(id).mood).toBeGreaterThan(mood);
    expect(round.visitor(id)).toMatchObject({ turn: 1, status: 'open' });
    expect(round.visitor(id).messages.map(({ from }) => from)).toEqual(['visitor', 'student', 'visitor']);

    round.seconds(3);
    const last = round.run({
      type: 'visitor.answer',
      visitor_id: id,
      turn: 1,
      choice: round.placeOf(id, 'acceptable'),
    });
    expect(types(last)).toEqual(['visitor.answered', 'desk-order.placed']);
    const order = [...round.state.deskOrders.values()][0];
    expect(round.visitor(id)).toMatchObject({ status: 'content', order_id: order?.order_id });
    expect(order?.order_id).toMatch(/^20261122-1-2-1$/);
    expect(order).toMatchObject({ type: 1, num: 1, shift_id: '', status: 'placed' });
    expect(Number(order?.price)).toBeGreaterThan(0);
    if (!round.script(id).turns[0]?.says.every((text) => text.includes('{goods}'))) {
      expect(Number(order?.price)).toBe(Number(facts.price));
    }
    expect(order?.region.length).toBeGreaterThan(4);
    expect(order?.zip).toMatch(/^\d{6}$/);
    expect(order?.phone).toMatch(/^1\d{10}$/);
  });

  it('asks again after half of the patience, then leaves; a nudge makes them grumpier', () => {
    const round = roundWith('in', () => true, { patience: 60 });
    const { visitor_id: id, mood } = round.next();
    round.seconds(28);
    expect(round.visitor(id).nudged).toBe(false);
    round.seconds(3);
    expect(round.visitor(id)).toMatchObject({ nudged: true, mood: Math.max(1, mood - 1), status: 'waiting' });
    round.seconds(28);
    expect(round.visitor(id).status).toBe('waiting');
    round.seconds(3);
    expect(round.visitor(id).status).toBe('left');
    const left = round.records.filter(({ type }) => type === 'visitor.left');
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ subject: id, data: { seconds: 60, turn: 0, opened: false } });
  });

  it('has a fresh patience for each question', () => {
    const round = roundWith('after', (turns) => turns > 1, { patience: 100, answer: 20 });
    const { visitor_id: id } = round.next();
    round.seconds(80);
    round.open(id);
    round.answer(id, 'best');
    expect(round.visitor(id)).toMatchObject({ nudged: false, status: 'open' });
    round.seconds(21);
    expect(round.visitor(id).status).toBe('left');
  });

  it('is cross after a weak answer, and gone after a harmful last one', () => {
    const round = roundWith('pre', (turns) => turns > 1);
    const { visitor_id: id } = round.next();
    round.open(id);
    const script = round.script(id);
    round.answer(id, 'weak');
    const { messages, facts, mood } = round.visitor(id);
    expect(mood).toBe(script.mood - 2);
    const cross = script.turns[1]?.cross;
    if (cross) expect(messages.at(-1)?.text).toBe(SERVICE.filled(cross, facts));
    for (let n = 1; n < script.turns.length - 1 && round.visitor(id).status === 'open'; n++) round.answer(id, 'best');
    if (round.visitor(id).status === 'open') round.answer(id, 'harmful');
    expect(round.visitor(id).status).toBe('discontent');
    expect(round.state.deskOrders.size).toBe(0);
    expect(round.records.at(-1)).toMatchObject({
      type: 'visitor.answered',
      data: { grade: 'harmful', result: 'discontent', broken: true, deal: false, breaks: expect.any(String) },
    });
  });

  it('can be answered in own words where the rules allow it', () => {
    const round = roundWith('pre', (turns) => turns === 1);
    const { visitor_id, facts } = round.next();
    round.open(visitor_id);
    const best = round.script(visitor_id).turns[0]?.answers.find(({ grade }) => grade === 'best')?.text ?? '';
    const text = SERVICE.filled(best, facts);
    const [answered] = round.run({ type: 'visitor.answer', visitor_id, turn: 0, text: ` ${text} ` });
    expect(answered?.data).toMatchObject({ how: 'text', grade: 'best', deal: true });
    expect(round.visitor(visitor_id).messages[1]).toMatchObject({ from: 'student', text, grade: 'best' });
  });
});

describe('a round', () => {
  it('ends by itself with the last talk, in the same decision', () => {
    const round = new ServiceRound();
    work(round, PERFECT);
    expect(round.shift).toMatchObject({ ended: 'done', come: 16 });
    expect(types(round.records.slice(-2))[1]).toBe('shift.ended');
    expect([...round.state.visitors.values()].map(({ status }) => status)).toEqual(Array(16).fill('content'));
    const dealt = [...round.state.visitors.values()].filter(({ order_id }) => order_id);
    expect(round.state.deskOrders.size).toBe(dealt.length);
    const serials = [...round.state.deskOrders.keys()].map((id) => Number(id.split('-')[3]));
    expect(serials).toEqual(serials.map((_, i) => i + 1));
  });

  it('ends with the last of those who leave', () => {
    const round = new ServiceRound();
    work(round, IDLE);
    expect(round.shift.ended).toBe('done');
    expect([...round.state.visitors.values()].every(({ status }) => status === 'left')).toBe(true);
  });

  it('sends away who still waits when it is handed in', () => {
    const round = new ServiceRound();
    const { visitor_id: id } = round.next();
    const [ended] = round.run({ type: 'shift.end', shift_id: round.shiftId });
    expect(ended).toMatchObject({ type: 'shift.ended', data: { after: { ended: 'handed-in' } } });
    expect(round.visitor(id).status).toBe('left');
    const before = round.records.length;
    round.seconds(300);
    expect(round.records).toHaveLength(before);
  });

  it('ends when its time is over', () => {
    const round = new ServiceRound({ change: { limit: 45 } });
    round.seconds(50);
    expect(round.shift.ended).toBe('timeout');
    expect(simMs(round.shift.end ?? '')).toBe(simMs(round.shift.deadline ?? ''));
  });

  it('puts its orders into the round of order management that is going on', () => {
    const round = roundWith('pre', (turns) => turns === 1);
    round.run({ type: 'shift.start', kind: 'orders', day: 1440 });
    const { visitor_id: id } = round.next();
    round.open(id);
    round.answer(id, 'best');
    const order = [...round.state.deskOrders.values()].find(({ type }) => type === 1);
    expect(order?.shift_id).toBe('orders-1');
    expect(simMs(order?.deadline ?? '') - simMs(order?.created ?? '')).toBe(300 * 60_000);
  });

  it('serves a thousand, with no more records than things that happen', () => {
    const round = new ServiceRound({ change: { visitors: 1000, every: 1, together: 10, limit: null } });
    work(round, PERFECT);
    const { length } = [...round.state.visitors.values()].flatMap(({ messages }) =>
      messages.filter(({ from }) => from === 'student'),
    );
    const own = round.records.filter(({ type }) => /^(?:visitor|desk-order|shift)\./.test(type));
    // Comes, opened; each answer; each order; the round's two.
    expect(own).toHaveLength(1000 * 2 + length + round.state.deskOrders.size + 2);
  });
});
