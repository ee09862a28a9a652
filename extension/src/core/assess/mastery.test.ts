import { expect, test } from 'vitest';
import { anyOrder, clickStep, materialOf } from '../../../e2e/lesson-kit.ts';
import { LogWriter } from '../../../e2e/log-writer.ts';
import { grade } from './grade.ts';
import { trace } from './mastery.ts';

const run = (p0: number, outcomes: string, parameters: { t: number; s: number; g: number }) => {
  let p = p0;
  return [...outcomes].map((o) => {
    p = trace(p, o === '1', { p0, ...parameters });
    return Number(p.toFixed(6));
  });
};

test('agrees with the published vectors', () => {
  const tenths = { t: 0.1, s: 0.1, g: 0.1 };
  expect(run(0.1, '1111', tenths)).toEqual([0.55, 0.925, 0.991964, 0.999191]);
  expect(run(0.1, '0110', tenths)).toEqual([0.110976, 0.576163, 0.931996, 0.643252]);
  expect(run(0.25, '0011', { t: 0.2, s: 0.1, g: 0.2 })).toEqual([0.232, 0.229109, 0.65774, 0.91708]);
});

const answers = (outcomes: string, parameters: { p0: number; t: number; s: number; g: number }, prior = {}) => {
  const steps = [...outcomes].map((_, i) =>
    clickStep(`s${i}`, { action: 'fill', components: ['kc', 'other'], input: { kind: 'exact', value: 'x' } }),
  );
  const components = ['kc', 'other'].map((id) => ({ id, title: id, section: 'OP-1' }));
  const log = new LogWriter('practice', materialOf(anyOrder(...steps), {}, { components, bkt: parameters }), { prior });
  for (const [i, outcome] of [...outcomes].entries()) {
    if (outcome === '0') log.act('fill', { testid: `s${i}` }, 'y');
    log.act('fill', { testid: `s${i}` }, 'x');
    log.act('fill', { testid: `s${i}` }, 'y');
  }
  return grade(log.events).mastery;
};

test.each([
  ['1111', { p0: 0.1, t: 0.1, s: 0.1, g: 0.1 }, 0.999191],
  ['0110', { p0: 0.1, t: 0.1, s: 0.1, g: 0.1 }, 0.643252],
  ['0011', { p0: 0.25, t: 0.2, s: 0.1, g: 0.2 }, 0.91708],
])('first attempts %s at steps come to the same, for every component of the step', (outcomes, parameters, p) => {
  const mastery = answers(outcomes, parameters);
  expect(mastery.kc).toBeCloseTo(p, 6);
  expect(mastery.other).toBe(mastery.kc);
});

test('goes on from attempt to attempt: cut anywhere, the whole history comes to the same, bit for bit', () => {
  const parameters = { p0: 0.25, t: 0.2, s: 0.1, g: 0.2 };
  const whole = answers('0110101', parameters);
  for (let cut = 1; cut < 7; cut++)
    expect(answers('0110101'.slice(cut), parameters, answers('0110101'.slice(0, cut), parameters))).toEqual(whole);
});
