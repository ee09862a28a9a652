import { describe, expect, test } from 'vitest';
import {
  anyOrder,
  choice,
  clickStep,
  KitLog,
  materialOf,
  optional,
  repeat,
  sequence,
} from '../../../e2e/lesson-kit.ts';
import { isComplete } from './attempt.ts';

const clicks = (log: KitLog, ids: string) => [...ids].map((id) => log.click(id));

describe('a choice', () => {
  const trace = sequence(
    clickStep('a'),
    choice(sequence(clickStep('b', { weight: 9 }), clickStep('c')), clickStep('d')),
    clickStep('e', { weight: 2 }),
  );

  test.each(['abce', 'ade'])('takes either branch for the full score: %s', (way) => {
    const log = new KitLog(materialOf(trace));
    expect(clicks(log, way)).toEqual([...way].map(() => 'correct'));
    expect(isComplete(log.state)).toBe(true);
    expect(log.grade.score).toBe(100);
    expect(log.grade.steps.map((step) => step.id).join('')).toBe(way);
    expect(log.grade.steps.reduce((sum, step) => sum + step.max, 0)).toBeCloseTo(100, 6);
  });

  test('may be changed half way, and asks for nothing of the branch that was left', () => {
    const log = new KitLog(materialOf(trace));
    expect(clicks(log, 'abd')).toEqual(['correct', 'correct', 'correct']);
    expect(log.click('c')).toBe('off-task');
    expect(log.click('e')).toBe('correct');
    expect(log.grade).toMatchObject({ score: 100, deductions: [] });
  });

  test('is needed before what comes after it, and guides along the branch that is being taken', () => {
    const log = new KitLog(materialOf(trace), 'guided');
    log.click('a');
    expect(log.click('e')).toBe('correct-later');
    expect(log.verdict.text).toBe('先完成「做 b」');
    expect(log.view.step?.id).toBe('b');
    log.click('d');
    expect(log.view.step?.id).toBe('e');
    expect(log.view.progress).toEqual({ done: 2, total: 3 });
  });

  test('begins in both branches with a control that both have, and is right where it is right for one', () => {
    const days = (id: string, value: string) =>
      sequence(
        clickStep(`open-${id}`, { target: { testid: 'open' } }),
        clickStep(`days-${id}`, {
          action: 'choose',
          target: { testid: 'days' },
          input: { kind: 'exact', value },
        }),
      );
    const log = new KitLog(materialOf(choice(days('seven', '7'), days('ten', '10'))));
    expect(log.click('open')).toBe('correct');
    expect(log.input('choose', 'days', '10')).toBe('correct');
    expect(log.grade.score).toBe(100);
    const wrong = new KitLog(materialOf(choice(days('seven', '7'), days('ten', '10'))));
    wrong.click('open');
    expect(wrong.input('choose', 'days', '3')).toBe('wrong-input');
    expect(wrong.input('choose', 'days', '10')).toBe('correct');
    expect(wrong.grade.score).toBeLessThan(100);
    expect(wrong.grade.steps.find((step) => step.id === 'days-ten')).toMatchObject({ tries: 2, verdict: 'corrected' });
    // One action is one piece of evidence, whatever it may have been meant for.
    const once = new KitLog(materialOf(days('seven', '7')));
    once.click('open');
    once.input('choose', 'days', '3');
    expect(wrong.grade.mastery).toEqual(once.grade.mastery);
  });
});

describe('a repeat', () => {
  const trace = sequence(repeat(1, 3, sequence(clickStep('a'), clickStep('b'))), clickStep('c'));

  test.each(['abc', 'ababc', 'abababc', 'abcab'])('takes one to three rounds: %s', (way) => {
    const log = new KitLog(materialOf(trace));
    expect(clicks(log, way)).toEqual([...way].map(() => 'correct'));
    expect(log.grade).toMatchObject({ score: 100, deductions: [] });
    expect(log.grade.steps.map((step) => step.id)).toEqual(['a', 'b', 'c']);
  });

  test('is not done before its least number of rounds, and takes no more than the most', () => {
    const log = new KitLog(materialOf(sequence(repeat(2, 2, clickStep('a')), clickStep('c'))));
    log.click('a');
    expect(log.click('c')).toBe('correct-later');
    expect(clicks(log, 'aca')).toEqual(['correct', 'correct', 'off-task']);
    expect(log.grade.steps.map((step) => step.id)).toEqual(['a', 'a#2', 'c']);
  });

  test('of none at all is free to leave out', () => {
    const log = new KitLog(materialOf(sequence(repeat(0, 2, clickStep('a')), clickStep('c'))));
    expect(clicks(log, 'c')).toEqual(['correct']);
    expect(isComplete(log.state)).toBe(true);
  });
});

test('an optional group is right where it is done, in its order, and costs nothing where it is not', () => {
  const trace = sequence(clickStep('a'), optional(sequence(clickStep('b'), clickStep('c'))), clickStep('d'));
  const without = new KitLog(materialOf(trace));
  expect(clicks(without, 'ad')).toEqual(['correct', 'correct']);
  const withIt = new KitLog(materialOf(trace));
  expect(clicks(withIt, 'acbcd')).toEqual(['correct', 'correct-later', 'correct', 'correct', 'correct']);
  expect([without.grade.score, withIt.grade.score]).toEqual([100, 100]);
});

test('groups go within groups', () => {
  const trace = anyOrder(
    choice(
      repeat(1, 2, sequence(clickStep('a'), optional(clickStep('x')))),
      sequence(clickStep('b'), anyOrder(clickStep('c'), clickStep('d'))),
    ),
    sequence(choice(clickStep('e'), choice(clickStep('f'), clickStep('g'))), clickStep('h')),
  );
  const log = new KitLog(materialOf(trace));
  expect(clicks(log, 'gbdhc')).toEqual(Array(5).fill('correct'));
  expect(log.grade.score).toBe(100);
});

describe('ways to do a step', () => {
  test('are as good as one another, also a key, and say so to the page', () => {
    const step = clickStep('a', {
      ways: [
        { action: 'press', target: { testid: 'field' } },
        { action: 'click', target: { testid: 'other' } },
      ],
    });
    const enter = clickStep('enter', { action: 'press', input: { kind: 'exact', value: 'Enter' } });
    for (const act of [
      (log: KitLog) => log.click('a'),
      (log: KitLog) => log.click('other'),
      (log: KitLog) => log.input('press', 'field', 'Enter'),
    ]) {
      const log = new KitLog(materialOf(sequence(step, enter)), 'guided');
      expect(log.view.step?.targets.map(({ testid }) => testid)).toEqual(['a', 'field', 'other']);
      expect(log.view.keys).toEqual(['Enter']);
      expect(act(log)).toBe('correct');
      expect(log.input('press', 'enter', 'Enter')).toBe('correct');
    }
  });

  test('an opened page is known by its path and what its query has to hold', () => {
    const step = clickStep('a', { action: 'open', page: '/refunds?tile=waitAgree&nick=小猫' });
    const open = (address: string) => {
      const log = new KitLog(materialOf(step));
      log.act('open', { role: 'document', tag: 'html' }, address);
      return log.verdict.kind;
    };
    expect(open('/refunds?page=2&nick=%E5%B0%8F%E7%8C%AB&tile=waitAgree')).toBe('correct');
    for (const other of ['/refunds?tile=waitAgree', '/sold?tile=waitAgree&nick=小猫', '/refunds/1', '%zz'])
      expect(open(other)).toBe('off-task');
  });
});
