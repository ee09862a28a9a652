import { describe, expect, test } from 'vitest';
import { clickStep, KitLog, materialOf, sequence } from '../../../e2e/lesson-kit.ts';

const attention = { idleSeconds: 120, answersFirst: 2, answersShare: 0.5 };
const begun = (pack = {}) =>
  new KitLog(materialOf(sequence(...['a', 'b', 'c', 'd'].map((id) => clickStep(id))), {}, { attention, ...pack }));
const answers = (log: KitLog, id: string) => {
  for (const level of [1, 2, 3, 4] as const) log.append({ kind: 'hint', data: { step: id, level } });
};

describe('the teacher is told of', () => {
  test('answers asked for before anything was tried', () => {
    const log = begun();
    for (const id of ['a', 'b']) {
      answers(log, id);
      log.click(id);
    }
    expect(log.grade.flags).toEqual(['help-abuse']);
    expect(begun({ attention: { ...attention, answersFirst: 3 } }).grade.flags).toEqual([]);
  });

  test('but not of a few answers among many steps, nor of one that was asked for after trying', () => {
    const few = begun({ attention: { ...attention, answersShare: 0.6 } });
    for (const id of ['a', 'b', 'c', 'd']) {
      if (id < 'c') answers(few, id);
      few.click(id);
    }
    expect(few.grade.flags).toEqual([]);
    const step = clickStep('x', { action: 'fill', input: { kind: 'exact', value: 'x' } });
    const tried = new KitLog(materialOf(step, {}, { attention: { ...attention, answersFirst: 1 } }));
    tried.input('fill', 'x', 'y');
    answers(tried, 'x');
    expect(tried.grade.flags).toEqual([]);
  });

  test('long idleness, by the clock that counts', () => {
    const log = begun();
    log.mono += 100_000;
    log.wall += 100_000;
    log.click('a');
    expect(log.grade.flags).toEqual([]);
    log.mono += 119_000;
    log.wall += 119_000;
    log.click('b');
    expect(log.grade.flags).toEqual(['idle']);
  });

  test('nothing where the pack names no thresholds, and points are never lost by it', () => {
    const log = new KitLog(materialOf(clickStep('a')));
    log.mono += 1_000_000;
    log.wall += 1_000_000;
    log.click('a');
    expect(log.grade).toMatchObject({ flags: [], score: 100 });
  });
});
