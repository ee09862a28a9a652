import { randomUUID } from 'node:crypto';
import type {
  Action,
  AttemptEvent,
  EventBody,
  Material,
  Mode,
  Selection,
  ShopRecord,
  Student,
  TicketMark,
} from 'fixtures';
import { type Draft, link } from '../src/core/log/chain.ts';

/** What an attempt may begin with besides its mode and material. */
export interface Beginning {
  student?: Student;
  prior?: Record<string, number>;
  limit?: number;
  ticket?: TicketMark;
  /** Ms between two events. */
  pace?: number;
  /** When it begins, ms since the epoch. */
  wall?: number;
}

/** Writes the log that the background would have written; the wall and monotonic clocks advance by `pace` ms an event. */
export class LogWriter {
  readonly events: AttemptEvent[] = [];
  readonly attempt = randomUUID();
  readonly world: string;
  readonly pace: number;
  wall: number;
  mono = 1000;
  run = 'run-1';
  #record = 0;

  constructor(mode: Mode, material: Material, options: Beginning = {}) {
    this.pace = options.pace ?? 2000;
    this.wall = options.wall ?? Date.UTC(2026, 10, 22, 2);
    const { scenario, seed } = material;
    this.world = `${scenario}:${seed}:${this.wall}`;
    this.append({
      kind: 'attempted',
      data: {
        mode,
        student: options.student ?? { account: 's001', name: '林小满' },
        material,
        prior: options.prior ?? {},
        app: '0.1.0',
        ...(options.limit === undefined ? {} : { limit: options.limit }),
        ...(options.ticket ? { ticket: options.ticket } : {}),
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
