/**
 * A student made of dice: works through the flag-remark lesson, rightly or not, and leaves the log
 * that the background would have written. For tests and benchmarks that need many logs.
 */
import type { AttemptEvent, Material, Mode, Rubric } from 'fixtures';
import { materialFor } from '../src/core/lesson/material.ts';
import { type Beginning, LogWriter } from './log-writer.ts';

interface Task {
  tid: string;
  buyer_nick: string;
  flag: string;
  sample: string;
  then?: { flag: string; sample: string; script: string };
}

/** mulberry32: a small seeded generator, enough for tests. */
export function dice(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const materials = new Map<string, Material>();

/** The lesson in the world of a seed; built once, for tests ask for the same ones over and over. */
function materialOf(seed: number, rubric?: string | Rubric): Material {
  const key = JSON.stringify([seed, rubric]);
  const material = materials.get(key) ?? materialFor('order-management', 'flag-remarks', seed, rubric);
  materials.set(key, material);
  return material;
}

interface RemarkBeginning extends Beginning {
  rubric?: string | Rubric;
}

/** A log of the flag-remark lesson. */
export class RemarkLog extends LogWriter {
  readonly #memos = new Map<string, { flag: number; memo: string }>();

  constructor(mode: Mode, seed: number, options: RemarkBeginning = {}) {
    super(mode, materialOf(seed, options.rubric), options);
  }

  open(tid: string): void {
    this.act('click', { testid: 'flag', row: { tid } });
  }

  choose(tid: string, flag: string): void {
    this.act(
      'choose',
      { within: ['memo-flag', 'memo-dialog'], role: 'radio', row: { tid }, tag: 'input', option: flag },
      flag,
    );
  }

  fill(tid: string, memo: string): void {
    this.act(
      'fill',
      { testid: 'memo-text', within: ['memo-dialog'], role: 'textbox', row: { tid }, tag: 'textarea' },
      memo,
    );
  }

  /** Presses 保存; the shop accepts and says so, unless nothing changed. */
  save(tid: string, flag: string, memo: string): void {
    this.act('click', { testid: 'memo-save', within: ['memo-dialog'], row: { tid } });
    const before = this.#memos.get(tid) ?? { flag: 0, memo: '' };
    const after = { flag: Number(flag), memo };
    if (before.flag === after.flag && before.memo === after.memo) return;
    this.#memos.set(tid, after);
    this.record('seller', 'trade.memo.updated', tid, { before, after });
  }

  /** Writes one remark from opening the dialog to saving it. */
  remark(tid: string, flag: string, memo: string): void {
    this.open(tid);
    this.choose(tid, flag);
    this.fill(tid, memo);
    this.save(tid, flag, memo);
  }

  /** The buyer says that the awaited condition came true. */
  release(task: Task): void {
    if (task.then)
      this.record('buyer', 'chat.received', task.buyer_nick, { script: task.then.script, text: '可以发了' });
  }
}

/** The tasks of the lesson's world. */
export function tasksOf(seed: number): Task[] {
  return materialOf(seed).facts.tasks as Task[];
}

/** A whole attempt: `skill` is the chance that a single act is right, 0 to 1. */
export function simulate(seed: number, mode: Mode, skill: number, options: RemarkBeginning = {}): AttemptEvent[] {
  const random = dice(seed * 7919 + Math.round(skill * 1000));
  const log = new RemarkLog(mode, seed, options);
  const good = () => random() < skill;
  const remark = (tid: string, flag: string, sample: string, suffix: string) => {
    for (let round = 0; round < 3; round++) {
      if (!good()) log.open('9'.repeat(18));
      log.open(tid);
      const chosen = good() ? flag : String(Math.floor(random() * 6));
      const memo = good() ? sample : sample.slice(0, Math.floor(random() * sample.length));
      log.choose(tid, chosen);
      log.fill(tid, memo);
      if (!good() && mode !== 'exam') log.append({ kind: 'hint', data: { step: `memo.${suffix}`, level: 1 } });
      log.save(tid, chosen, memo);
      if (chosen === flag && memo === sample) return;
    }
  };
  for (const [i, task] of tasksOf(seed).entries()) {
    const key = (task as Task & { key: string }).key ?? String(i);
    remark(task.tid, task.flag, task.sample, key);
    if (!good()) log.remark('8'.repeat(18), '1', '随手写的');
    if (task.then) {
      log.release(task);
      remark(task.tid, task.then.flag, task.then.sample, `${key}.then`);
    }
  }
  log.append({ kind: 'ended', data: { reason: mode === 'exam' ? 'submitted' : 'completed' } });
  return log.events;
}
