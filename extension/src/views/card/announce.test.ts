import { describe, expect, it } from 'vitest';
import type { CoachView, StepView } from '../../core/ports.ts';
import { announcement } from './announce.ts';
import { EMPTY } from './state.ts';

const step: StepView = {
  id: 's1',
  n: 1,
  total: 2,
  title: '开',
  instruction: '点 **旗子**。',
  why: '因为',
  targets: [],
};
const view: CoachView = {
  attempt: 'a',
  mode: 'guided',
  title: '插旗备注',
  task: { text: '任务', items: [] },
  clock: { elapsed: 0, asOf: 0 },
  guards: [],
  fields: [],
  step,
};
const verdict = { kind: 'slip' as const, event: 'e', text: '备注没有写日期', reasons: [] };

describe('what a screen reader says', () => {
  it('the step, once, without its marks', () => {
    expect(announcement(EMPTY, { ...EMPTY, view })).toBe('点 旗子。');
    expect(announcement({ ...EMPTY, view }, { ...EMPTY, view: { ...view } })).toBeNull();
  });

  it('the verdict before the next step', () => {
    const next = { ...view, step: { ...step, id: 's2', instruction: '写备注' }, verdict };
    expect(announcement({ ...EMPTY, view }, { ...EMPTY, view: next })).toBe('还差一点。备注没有写日期。写备注');
  });

  it('only a hint that is new', () => {
    const hints = { step: 's1', shown: [{ level: 1 as const, text: '想想目标' }] };
    const hinted = { ...EMPTY, view: { ...view, hints } };
    expect(announcement({ ...EMPTY, view }, hinted)).toBe('想想目标');
    expect(announcement(hinted, { ...hinted })).toBeNull();
  });

  it('nothing but the danger when a click was held back', () => {
    const held = { ...EMPTY, view: { ...view, verdict }, held: '会**关闭交易**' };
    expect(announcement({ ...EMPTY, view }, held)).toBe('先停一下。会关闭交易');
  });

  it('the end with its score', () => {
    const ended = { reason: 'completed' as const, score: 92, max: 100, report: '', code: 'X' };
    expect(announcement({ ...EMPTY, view }, { ...EMPTY, view: { ...view, ended } })).toBe('这一课完成了。92 / 100 分');
  });

  it('no step in practice', () => {
    expect(announcement(EMPTY, { ...EMPTY, view: { ...view, mode: 'practice' } })).toBeNull();
  });
});
