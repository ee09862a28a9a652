import { randomUUID } from 'node:crypto';
import type { Action, AttemptEvent, EventBody, Material, Mode, Selection, ShopRecord } from 'fixtures';
import { type Draft, link } from '../src/core/log/chain.ts';

/** Writes the log that the background would have written; the wall and monotonic clocks advance by `pace` ms an event. */
export class LogWriter {
  readonly events: AttemptEvent[] = [];
  readonly attempt = randomUUID();
  readonly world: string;
  readonly pace: number;
  wall = Date.UTC(2026, 10, 22, 2);
  mono = 1000;
  run = 'run-1';
  #record = 0;

  constructor(mode: Mode, material: Material, options: { pace?: number; prior?: Record<string, number> } = {}) {
    this.pace = options.pace ?? 2000;
    const { scenario, seed } = material;
    this.world = `${scenario}:${seed}:${this.wall}`;
    this.append({
      kind: 'attempted',
      data: {
        mode,
        student: { account: 's001', name: '林小满' },
        material,
        prior: options.prior ?? {},
        app: '0.1.0',
      },
    });
    this.record('platform', 'world.started', this.world, { scenario, seed, day: 1440 });
  }

  append(body: EventBody, id: string = randomUUID()): void {
    const tail = this.events.at(-1) ?? null;
    const draft = {
      ...body,
      id,
      attempt: this.attempt,
      wall: this.wall,
      run: this.run,
      mono: this.mono,
      tab: 1,
    } as Draft;
    this.events.push(link(tail, draft));
    this.wall += this.pace;
    this.mono += this.pace;
  }

  act(action: Action['action'], selection: Partial<Selection>, input?: string): void {
    const full: Selection = { within: [], role: 'button', name: '', row: {}, tag: 'button', ...selection };
    this.append({ kind: 'action', data: { action, selection: full, ...(input === undefined ? {} : { input }) } });
  }

  record(actor: ShopRecord['actor'], type: string, subject: string, data: Record<string, unknown>): void {
    const seq = ++this.#record;
    const at = '2026-11-22T10:00:00+08:00';
    this.append(
      { kind: 'record', data: { seq, world: this.world, at, wall: this.wall, actor, type, subject, data } },
      `${this.world}#${seq}`,
    );
  }
}
