import type { ShopRecord, Trade, World } from 'fixtures';
import { apply } from '../domain/apply.ts';
import type { Command } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { due } from '../domain/due.ts';
import { find } from '../domain/entities.ts';
import { worldStarted } from '../domain/record.ts';
import { simMs } from '../domain/sim-time.ts';
import { beginState, type ShopState } from '../domain/state.ts';
import { tinyWorld } from './tiny-world.ts';

/** A shop played by hand in a test: no store, no clock of its own. */
export class Played {
  readonly state: ShopState;
  readonly records: ShopRecord[] = [];
  /** Simulated ms. */
  now = simMs('2026-11-22T10:05:00+08:00');

  constructor(parts: Partial<World> = {}) {
    this.state = beginState(tinyWorld(parts), 1000);
    this.#take(worldStarted(this.state, 1440, 1000));
  }

  /** Carries the command out; its records. @throws when it is refused */
  run(command: Command): ShopRecord[] {
    const decision = decide(this.state, command, { sim: this.now, wall: 0 });
    if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.sub_code} ${decision.refusal.sub_msg}`);
    return this.#take(decision.records);
  }

  /** The sub code of the refusal; empty when the command is carried out. */
  refusal(command: Command): string {
    const decision = decide(this.state, command, { sim: this.now, wall: 0 });
    if ('refusal' in decision) return decision.refusal.sub_code ?? '';
    this.#take(decision.records);
    return '';
  }

  /** Lets the simulated time pass, and what is due meanwhile happen. */
  wait(ms: number): ShopRecord[] {
    this.now += ms;
    const happened: ShopRecord[] = [];
    for (;;) {
      const records = due(this.state, { sim: this.now, wall: 0 });
      if (records.length === 0) return happened;
      happened.push(...this.#take(records));
    }
  }

  /** Folds what another shop has recorded. */
  replay(records: readonly ShopRecord[]): void {
    this.#take([...records]);
  }

  trade(tid: string): Trade {
    const trade = find(this.state, 'trade', tid);
    if (!trade) throw new Error(`no trade ${tid}`);
    return trade;
  }

  #take(records: ShopRecord[]): ShopRecord[] {
    for (const record of records) apply(this.state, record);
    this.records.push(...records);
    return records;
  }
}
