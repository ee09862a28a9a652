import { describe, expect, test } from 'vitest';
import { dice, RemarkLog, simulate, tasksOf } from '../../../e2e/simulated-student.ts';
import { fold, step } from './attempt.ts';
import { grade } from './grade.ts';
import { askHint, readingTime } from './hints.ts';
import { viewOf } from './view.ts';

const SEED = 7;
const tasks = tasksOf(SEED);
const task = (key: string) => {
  const found = (tasks as ((typeof tasks)[number] & { key: string })[]).find((t) => t.key === key);
  if (!found) throw new Error(`no task ${key}`);
  return found;
};

function doTask(log: RemarkLog, t: (typeof tasks)[number]): void {
  log.remark(t.tid, t.flag, t.sample);
  if (!t.then) return;
  log.release(t);
  log.remark(t.tid, t.then.flag, t.then.sample);
}

function perfect(mode: 'guided' | 'practice' | 'exam', order = tasks): RemarkLog {
  const log = new RemarkLog(mode, SEED);
  for (const t of order) doTask(log, t);
  return log;
}

const verdicts = (log: RemarkLog) => grade(log.events).timeline.flatMap((line) => (line.verdict ? [line.verdict] : []));
const lastVerdict = (log: RemarkLog) => verdicts(log).at(-1);
const now = (log: RemarkLog) => ({ run: log.run, mono: log.mono, wall: log.wall });

describe('a right attempt', () => {
  test.each(['guided', 'practice', 'exam'] as const)('in %s mode earns all points', (mode) => {
    const result = grade(perfect(mode).events);
    expect(result.deductions).toEqual([]);
    expect(result.score).toBe(100);
    expect(result.steps).toHaveLength(28);
    expect(result.steps.every((s) => s.verdict === 'correct' && s.tries === 1)).toBe(true);
    expect(result.steps.reduce((sum, s) => sum + s.max, 0)).toBeCloseTo(100, 6);
  });

  test('is evidence for mastery in practice and exam, not in guided mode', () => {
    const practice = grade(perfect('practice').events);
    expect(grade(perfect('exam').events).mastery).toEqual(practice.mastery);
    expect(practice.mastery['remark-text']).toBeGreaterThan(0.95);
    const guided = grade(perfect('guided').events);
    expect(guided.mastery).toEqual(guided.prior);
  });

  test('may take the trades in any of their 720 orders', () => {
    const orders = permutations(tasks);
    expect(orders).toHaveLength(720);
    for (const order of orders)
      expect(fold(perfect('practice', order).events).steps.every((s) => s.done && s.wrong === 0)).toBe(true);
  });

  test('ends a practice by itself, an exam only when handed in', () => {
    for (const [mode, ends] of [
      ['practice', true],
      ['exam', false],
    ] as const) {
      const { events } = perfect(mode);
      const last = events.at(-1);
      if (!last) throw new Error('empty');
      const { effects } = step(fold(events.slice(0, -1)), last);
      expect(effects.some((e) => e.type === 'end')).toBe(ends);
    }
  });
});

describe('wrong actions', () => {
  test('a wrong colour is a slip that says what the colour means, and costs a try', () => {
    const log = new RemarkLog('practice', SEED);
    const red = task('red');
    log.open(red.tid);
    log.choose(red.tid, '4');
    expect(lastVerdict(log)).toMatchObject({ kind: 'slip', reasons: [{ clause: 'wrong-flag' }] });
    log.choose(red.tid, '1');
    log.fill(red.tid, red.sample);
    log.save(red.tid, '1', red.sample);
    const result = grade(log.events);
    expect(result.steps.find((s) => s.id === 'flag.red')).toMatchObject({ verdict: 'corrected', tries: 2 });
    expect(result.deductions.find((d) => d.clause === 'wrong-flag')?.event).toBe(verdicts(log)[1]?.event);
  });

  test('another row is a wrong target, named by its tail, and costs nothing until it is saved', () => {
    const log = new RemarkLog('practice', SEED);
    log.open('900000000000008821');
    expect(lastVerdict(log)?.kind).toBe('wrong-target');
    expect(lastVerdict(log)?.text).toContain('…8821');
    for (const t of tasks) doTask(log, t);
    expect(grade(log.events).score).toBe(100);
    log.remark('900000000000008821', '1', '随手写的');
    const spoiled = grade(log.events);
    expect(spoiled.deductions.map((d) => d.clause)).toEqual(['collateral']);
    log.remark('900000000000008821', '0', '');
    expect(lastVerdict(log)?.kind).toBe('undo');
    const restored = grade(log.events);
    expect(restored.score).toBeGreaterThan(spoiled.score);
    expect(restored.score).toBeLessThan(100);
  });

  test('each fault of the text is named, and putting it right counts', () => {
    const log = new RemarkLog('practice', SEED);
    const red = task('red');
    log.open(red.tid);
    log.choose(red.tid, '1');
    log.fill(red.tid, '');
    const clauses = lastVerdict(log)?.reasons.map((r) => r.clause) ?? [];
    expect(lastVerdict(log)?.kind).toBe('wrong-input');
    expect(clauses).toContain('signer-missing');
    expect(clauses).toContain('date-missing');
    expect(clauses.some((c) => c.startsWith('missing:'))).toBe(true);
    log.fill(red.tid, red.sample);
    expect(lastVerdict(log)?.kind).toBe('correct');
  });

  test('spoiling what was done is said, and so is that 撤销 has put it back', () => {
    const log = new RemarkLog('practice', SEED);
    const red = task('red');
    doTask(log, red);
    const right = { flag: 1, memo: red.sample };
    log.open(red.tid);
    log.choose(red.tid, '3');
    log.save(red.tid, '3', red.sample);
    expect(lastVerdict(log)).toMatchObject({ kind: 'wrong-input', step: 'flag.red' });
    log.act('click', { testid: 'memo-undo', row: { tid: red.tid } });
    log.record('seller', 'trade.memo.updated', red.tid, { before: { ...right, flag: 3 }, after: right });
    expect(lastVerdict(log)).toMatchObject({ kind: 'undo', step: 'flag.red' });
    expect(fold(log.events).verdict?.kind).toBe('undo');
  });

  test('a pasted book is quoted in part', () => {
    const log = new RemarkLog('practice', SEED);
    log.open(task('red').tid);
    log.fill(task('red').tid, '长'.repeat(5000));
    expect(grade(log.events).timeline.at(-1)?.text).toMatch(/长{600}…（共 5000 字）$/);
  });

  test('saving before flag and text are right is too early, and repairing it is credited', () => {
    const log = new RemarkLog('practice', SEED);
    const red = task('red');
    log.open(red.tid);
    log.choose(red.tid, '1');
    log.fill(red.tid, '写错了');
    log.save(red.tid, '1', '写错了');
    expect(lastVerdict(log)?.kind).toBe('correct-later');
    const before = grade(log.events);
    log.open(red.tid);
    log.fill(red.tid, red.sample);
    log.save(red.tid, '1', red.sample);
    const after = grade(log.events);
    expect(after.steps.find((s) => s.id === 'save.red')?.verdict).toBe('correct');
    expect(after.score).toBeGreaterThan(before.score);
  });

  test('green before the buyer has spoken is too early', () => {
    const log = new RemarkLog('practice', SEED);
    const hold = task('hold');
    log.remark(hold.tid, hold.flag, hold.sample);
    log.open(hold.tid);
    expect(lastVerdict(log)?.kind).toBe('correct-later');
    log.choose(hold.tid, '3');
    expect(lastVerdict(log)?.kind).toBe('correct-later');
    log.release(hold);
    log.remark(hold.tid, '3', hold.then?.sample ?? '');
    const result = grade(log.events);
    expect(result.steps.find((s) => s.id === 'flag.hold.then')).toMatchObject({ verdict: 'corrected', tries: 2 });
  });

  test('spoiling a remark that was right takes its points back', () => {
    const log = perfect('practice');
    const red = task('red');
    log.remark(red.tid, '4', '乱改');
    const result = grade(log.events);
    expect(result.steps.find((s) => s.id === 'flag.red')?.verdict).toBe('faulty');
    expect(lastVerdict(log)?.kind).toBe('wrong-input');
    expect(result.score).toBeLessThan(100);
  });
});

describe('the exam', () => {
  test('counts what is saved, not what was tried before saving', () => {
    const log = new RemarkLog('exam', SEED);
    const red = task('red');
    log.open(red.tid);
    log.choose(red.tid, '4');
    log.choose(red.tid, '1');
    log.fill(red.tid, '还没写完');
    log.fill(red.tid, red.sample);
    log.save(red.tid, '1', red.sample);
    expect(
      grade(log.events)
        .steps.filter((s) => s.id.endsWith('.red'))
        .every((s) => s.verdict === 'correct'),
    ).toBe(true);
  });

  test('gives part of the points for a remark with a fault left in it', () => {
    const log = new RemarkLog('exam', SEED);
    const red = task('red');
    const undated = red.sample.replace(/\s*小刘.*$/, ' 小刘');
    log.remark(red.tid, '1', undated);
    const memo = grade(log.events).steps.find((s) => s.id === 'memo.red');
    expect(memo?.verdict).toBe('faulty');
    expect(memo?.points).toBeGreaterThan(0);
    expect(memo?.points).toBeLessThan(memo?.max ?? 0);
  });

  test('shows the page neither step, verdict, hint nor anything of the key', () => {
    const log = new RemarkLog('exam', SEED);
    const red = task('red');
    log.open(red.tid);
    log.choose(red.tid, '4');
    const view = viewOf(fold(log.events), now(log));
    expect(Object.keys(view).sort()).toEqual(['attempt', 'clock', 'fields', 'guards', 'mode', 'task', 'title']);
    expect(view.guards).toEqual([]);
    for (const t of tasks) expect(JSON.stringify(view)).not.toContain(t.sample);
  });
});

describe('records', () => {
  test('earn nothing without a trusted action', () => {
    const log = new RemarkLog('practice', SEED);
    for (const t of tasks) {
      log.record('seller', 'trade.memo.updated', t.tid, {
        before: { flag: 0, memo: '' },
        after: { flag: Number(t.flag), memo: t.sample },
      });
    }
    expect(grade(log.events).steps.every((s) => s.verdict === 'missing')).toBe(true);
    expect(grade(log.events).score).toBe(0);
  });

  test('of another world, or before the lesson began its own, are ignored', () => {
    const log = perfect('practice');
    const strange = {
      seq: 99,
      world: 'flag-remarks:8:1',
      at: '2026-11-22T10:00:00+08:00',
      wall: 1,
      actor: 'seller' as const,
      type: 'trade.memo.updated',
      subject: '1',
      data: { before: null, after: 1 },
    };
    log.append({ kind: 'record', data: strange });
    expect(grade(log.events).score).toBe(100);
  });

  test('forged ahead of the real ones neither earn nor cost anything, and are flagged', () => {
    const log = new RemarkLog('practice', SEED);
    const red = task('red');
    const seq = 2;
    const forged = {
      seq,
      world: log.world,
      at: '2026-11-22T10:00:00+08:00',
      wall: log.wall,
      actor: 'seller' as const,
      type: 'trade.memo.updated',
      subject: red.tid,
      data: { before: { flag: 0, memo: '' }, after: { flag: 1, memo: red.sample } },
    };
    log.append({ kind: 'record', data: forged });
    expect(grade(log.events).score).toBe(0);
    for (const t of tasks) doTask(log, t);
    expect(grade(log.events)).toMatchObject({ score: 100, flags: ['record-conflict'] });
  });

  test('out of order wait for their turn, and the gap is asked for', () => {
    const log = perfect('practice');
    const at = log.events.findLastIndex((e) => e.kind === 'record');
    const missing = log.events[at];
    const others = log.events.filter((_, i) => i !== at);
    const shuffled = fold(others);
    expect(grade(others).score).toBeLessThan(100);
    if (!missing) throw new Error('no record');
    const early = log.events[log.events.findIndex((e) => e.kind === 'record' && e.data.seq === 1)];
    expect(early).toBeDefined();
    expect(step(shuffled, { ...missing, seq: shuffled.seq + 1 }).attempt.steps.every((s) => s.done)).toBe(true);
    const first = log.events.findIndex((e) => e.kind === 'record' && e.data.seq === 2);
    const upToGap = fold(log.events.slice(0, first));
    const third = log.events.find((e) => e.kind === 'record' && e.data.seq === 3);
    if (!third) throw new Error('no third record');
    expect(step(upToGap, third).effects).toContainEqual({ type: 'replay', from: 2 });
  });
});

describe('hints', () => {
  test('come in four levels, each after the last could be read, and make the first attempt an error', () => {
    const log = new RemarkLog('practice', SEED);
    const red = task('red');
    log.open(red.tid);
    for (const level of [1, 2, 3, 4] as const) {
      const ask = askHint(fold(log.events), now(log));
      if (!ask || !('body' in ask) || ask.body.kind !== 'hint') throw new Error('no hint');
      expect(ask.body.data).toEqual({ step: 'flag.red', level });
      log.append(ask.body);
      log.mono -= log.pace;
      log.wall -= log.pace;
      expect(level === 4 ? null : askHint(fold(log.events), now(log))).toEqual(
        level === 4 ? null : { waitMs: expect.any(Number) },
      );
      log.mono += 60_000;
      log.wall += 60_000;
    }
    const view = viewOf(fold(log.events), now(log));
    expect(view.hints?.shown).toHaveLength(4);
    expect(view.step?.targets[0]).toMatchObject({ testid: 'memo-flag', option: '1' });
    log.choose(red.tid, '1');
    log.fill(red.tid, red.sample);
    log.save(red.tid, '1', red.sample);
    const result = grade(log.events);
    expect(result.mastery['flag-red']).toBeLessThan(result.prior['flag-red'] ?? 0);
    expect(result.deductions.map((d) => d.clause)).toContain('hints');
  });

  test('in guided mode the next control is named ahead, and it is the one that comes', () => {
    const log = new RemarkLog('guided', SEED);
    const red = task('red');
    const ahead = (view: ReturnType<typeof viewOf>) => view.step?.next?.[0];
    const here = () => viewOf(fold(log.events), now(log));
    const first = ahead(here());
    log.open(red.tid);
    expect(here().step?.targets[0]).toEqual(first);
    const second = ahead(here());
    log.choose(red.tid, '1');
    expect(here().step?.targets[0]).toEqual(second);
    expect(ahead(here())).toBeUndefined();
  });

  test('below level 3 point at no control, and in an exam there are none', () => {
    const log = new RemarkLog('practice', SEED);
    expect(viewOf(fold(log.events), now(log)).step).toBeUndefined();
    const exam = new RemarkLog('exam', SEED);
    expect(askHint(fold(exam.events), now(exam))).toBeNull();
  });

  test('take longer to read when they are longer', () => {
    expect(readingTime('这是一句二十个汉字组成的提示，要读一秒钟')).toBe(1000);
    expect(readingTime('字'.repeat(100))).toBe(5000);
    expect(readingTime('word '.repeat(100))).toBe(10_000);
  });
});

describe('time', () => {
  test('a clock set by a day changes nothing but a flag', () => {
    const steady = perfect('practice');
    for (const jump of [86_400_000, -86_400_000]) {
      const log = new RemarkLog('practice', SEED);
      for (const [i, t] of tasks.entries()) {
        if (i === 3) log.wall += jump;
        doTask(log, t);
      }
      const { flags, timeline, ...rest } = grade(log.events);
      const { flags: none, timeline: _, ...expected } = grade(steady.events);
      expect(none).toEqual([]);
      expect(flags).toEqual(['clock-jump']);
      expect(timeline.length).toBe(log.events.length);
      const ids = (steps: typeof rest.steps) => steps.map(({ evidence: _e, ...s }) => s);
      expect({ ...rest, steps: ids(rest.steps) }).toEqual({ ...expected, steps: ids(expected.steps) });
    }
  });

  test('after the time limit nothing counts', () => {
    const log = perfect('exam');
    const [first, ...rest] = log.events;
    if (first?.kind !== 'attempted') throw new Error('empty');
    const limited = { ...first, data: { ...first.data, limit: 30_000 } };
    const result = grade([limited, ...rest]);
    expect(result.score).toBeLessThan(100);
    expect(result.score).toBeGreaterThan(0);
  });
});

describe('scores of students made of dice', () => {
  test('stay within 0 and 100, add up, and never rise by a wrong action', () => {
    const random = dice(1);
    for (let seed = 1; seed <= 30; seed++) {
      for (const mode of ['practice', 'exam'] as const) {
        for (const rubric of ['first-try', '3-2-1-0', 'outcome']) {
          const events = simulate(seed, mode, random(), { rubric });
          const { score, steps, deductions, max } = grade(events);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(max);
          const lost = deductions.reduce((sum, d) => sum + d.points, 0);
          expect(score).toBeCloseTo(Math.max(0, 100 - lost), 6);
          for (const s of steps) expect(s.points).toBeLessThanOrEqual(s.max);
        }
      }
    }
  });

  test('fall with skill', () => {
    const mean = (skill: number) => {
      const scores = Array.from({ length: 20 }, (_, i) => grade(simulate(i + 1, 'practice', skill)).score);
      return scores.reduce((a, b) => a + b, 0) / scores.length;
    };
    expect(mean(1)).toBe(100);
    expect(mean(0.8)).toBeLessThan(mean(1));
    expect(mean(0.4)).toBeLessThan(mean(0.8));
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutations(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest]));
}
