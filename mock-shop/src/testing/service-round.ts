import { buildWorld, loadTraining, type Shift, type TrainingRules, type Visitor, type VisitorScript } from 'fixtures';
import type { Decision } from '../domain/command.ts';
import { runningShift, simMsOf } from '../domain/training/round.ts';
import { isOver, scriptOf, textsOf } from '../domain/training/service/desk.ts';
import { Played } from './played.ts';

const training = await loadTraining();

export type ServiceRules = TrainingRules['service'];

/** A round of 网店客服系统 played by hand: signed in as the second student, begun with a preset's rules as `change` makes them. */
export class ServiceRound extends Played {
  readonly shiftId: string;

  constructor({
    seed = 7,
    preset = 'normal',
    change = {},
    cod,
  }: {
    seed?: number;
    preset?: keyof typeof training.PRESETS;
    change?: Partial<ServiceRules>;
    cod?: boolean;
  } = {}) {
    const { addresses, carriers, settings } = buildWorld('flag-remarks', 1);
    super({ seed, addresses, carriers, settings: { ...settings, ...(cod !== undefined && { cod }) } });
    this.state.training = training;
    const usual = training.PRESETS[preset];
    this.run({ type: 'account.sign-in', account: 'admin', password: '123456' });
    this.run({ type: 'rules.change', rules: { ...usual, service: { ...usual.service, ...change } } });
    this.run({ type: 'account.sign-in', account: 'xs02', password: '123456' });
    this.run({ type: 'shift.start', kind: 'service', day: 1440 });
    this.shiftId = runningShift(this.state, 'service')?.shift_id ?? '';
  }

  get shift(): Shift {
    const shift = this.state.shifts.get(this.shiftId);
    if (!shift) throw new Error('no round');
    return shift;
  }

  /** Lets real seconds pass. */
  seconds(seconds: number): void {
    this.wait(simMsOf(this.shift, seconds));
  }

  /** Waits for the next visitor. */
  next(): Visitor {
    const before = this.state.visitors.size;
    for (let n = 0; n < 2000 && this.state.visitors.size === before; n++) this.seconds(1);
    const visitor = [...this.state.visitors.values()][before];
    if (!visitor) throw new Error('nobody came');
    return visitor;
  }

  visitor(id: string): Visitor {
    const visitor = this.state.visitors.get(id);
    if (!visitor) throw new Error(`no visitor ${id}`);
    return visitor;
  }

  script(id: string): VisitorScript {
    return scriptOf(this.state, this.visitor(id));
  }

  /** Those whose talk goes on. */
  present(): Visitor[] {
    return [...this.state.visitors.values()].filter((one) => !isOver(one));
  }

  /** Where the answer of that grade stands on the screen. */
  placeOf(id: string, grade: string): number {
    const { turn } = this.visitor(id);
    const order = textsOf(this.state).answerOrder(this.state.seed, id, turn);
    return order.findIndex((place) => this.script(id).turns[turn]?.answers[place]?.grade === grade);
  }

  open(id: string): void {
    this.run({ type: 'visitor.open', visitor_id: id });
  }

  /** Chooses the answer of that grade. */
  answer(id: string, grade: string): Decision {
    const { turn } = this.visitor(id);
    const choice = this.placeOf(id, grade);
    return { records: this.run({ type: 'visitor.answer', visitor_id: id, turn, choice }) };
  }
}
