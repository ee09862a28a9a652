import { loadTraining } from 'fixtures';
import { describe, expect, it } from 'vitest';
import { ServiceRound } from '../../../testing/service-round.ts';
import type { TrainingCommand } from '../command.ts';

type Answer = Extract<TrainingCommand, { type: 'visitor.answer' }>;
const { SERVICE } = await loadTraining();

function opened(change = {}): { round: ServiceRound; id: string } {
  const round = new ServiceRound({ change });
  const { visitor_id: id } = round.next();
  round.open(id);
  return { round, id };
}

describe('an answer is refused', () => {
  it.each<[string, Partial<Answer>, string]>([
    ['without a visitor', { visitor_id: '' }, 'isv.missing-parameter:visitor_id'],
    ['to an unknown visitor', { visitor_id: 'service-1-99' }, 'isv.visitor-not-exist'],
    ['to another turn', { turn: 1 }, 'isv.visitor-turn'],
    ['to no turn', { turn: Number.NaN }, 'isv.visitor-turn'],
    ['that is none of the four', { choice: 4 }, 'isv.invalid-parameter:choice'],
    ['that is between two', { choice: 0.5 }, 'isv.invalid-parameter:choice'],
    ['below the first', { choice: -1 }, 'isv.invalid-parameter:choice'],
    ['both chosen and written', { choice: 0, text: '亲' }, 'isv.invalid-parameter:text'],
  ])('%s', (_name, parts, code) => {
    const { round, id } = opened();
    const before = round.records.length;
    expect(round.refusal({ type: 'visitor.answer', visitor_id: id, turn: 0, choice: 0, ...parts })).toBe(code);
    expect(round.records).toHaveLength(before);
  });

  it.each([
    ['of nothing', '  ', 'isv.missing-parameter:text'],
    ['of 501 characters', '字'.repeat(501), 'isv.invalid-parameter:text'],
    ['with a control character', '坏\u0007', 'isv.invalid-parameter:text'],
  ])('%s', (_name, text, code) => {
    const { round, id } = opened();
    expect(round.refusal({ type: 'visitor.answer', visitor_id: id, turn: 0, text })).toBe(code);
  });

  it('when it is neither chosen nor written', () => {
    const { round, id } = opened();
    expect(round.refusal({ type: 'visitor.answer', visitor_id: id, turn: 0 })).toBe('isv.missing-parameter:choice');
  });

  it('in own words where the rules do not allow it', () => {
    const { round, id } = opened({ free: false });
    expect(round.refusal({ type: 'visitor.answer', visitor_id: id, turn: 0, text: '您好' })).toBe(
      'isv.free-answer-off',
    );
  });

  it('before the visitor is opened, after the talk, and twice', () => {
    const round = new ServiceRound();
    const { visitor_id: id } = round.next();
    const say = (turn: number): string =>
      round.refusal({ type: 'visitor.answer', visitor_id: id, turn, choice: round.placeOf(id, 'best') });
    expect(say(0)).toBe('isv.visitor-not-open');
    round.open(id);
    const turns = round.script(id).turns.length;
    for (let turn = 0; turn < turns; turn++) expect(say(turn)).toBe('');
    expect(say(turns - 1)).toBe('isv.visitor-over');
    expect(round.refusal({ type: 'visitor.open', visitor_id: id })).toBe('isv.visitor-over');
  });

  it('when the visitor has gone, or the round is over', () => {
    const round = new ServiceRound();
    const { visitor_id: id } = round.next();
    round.seconds(91);
    expect(round.refusal({ type: 'visitor.open', visitor_id: id })).toBe('isv.visitor-over');
    const { visitor_id: other } = round.next();
    round.open(other);
    round.run({ type: 'shift.end', shift_id: round.shiftId });
    expect(round.refusal({ type: 'visitor.answer', visitor_id: other, turn: 0, choice: 0 })).toBe('isv.shift-over');
    expect(round.refusal({ type: 'visitor.open', visitor_id: other })).toBe('isv.shift-over');
    expect(round.refusal({ type: 'shift.end', shift_id: round.shiftId })).toBe('isv.shift-over');
  });
});

it('opening is refused without a visitor and for one who is not there', () => {
  const round = new ServiceRound();
  expect(round.refusal({ type: 'visitor.open', visitor_id: '' })).toBe('isv.missing-parameter:visitor_id');
  expect(round.refusal({ type: 'visitor.open', visitor_id: 'service-9-1' })).toBe('isv.visitor-not-exist');
});

it('the plan has somebody for every shop, and nobody beyond the last', () => {
  for (const cod of [true, false]) {
    const round = new ServiceRound({ cod });
    expect(SERVICE.planVisitors(7, round.shift, { cod })).toHaveLength(16);
  }
});
