import { isOver } from '../domain/training/service/desk.ts';
import type { ServiceRound } from './service-round.ts';

/** What a simulated student does once every so many real seconds. */
export interface ServiceStudent {
  every: number;
  act(round: ServiceRound): void;
}

/** Opens whoever waits and gives the best answer to every open question. */
export const PERFECT: ServiceStudent = {
  every: 5,
  act: (round) => {
    for (const { visitor_id, status } of round.present()) {
      if (status === 'waiting') round.open(visitor_id);
      while (!isOver(round.visitor(visitor_id))) round.answer(visitor_id, 'best');
    }
  },
};

export const IDLE: ServiceStudent = { every: 20, act: () => {} };

/** Opens whoever waits and clicks one of the four answers at random, at once. @param next whole numbers below `below` */
export function clicker(next: (below: number) => number): ServiceStudent {
  return {
    every: 5,
    act: (round) => {
      for (const { visitor_id, status, turn } of round.present()) {
        if (status === 'waiting') round.open(visitor_id);
        round.run({ type: 'visitor.answer', visitor_id, turn, choice: next(4) });
      }
    },
  };
}

/** Works until the round is over by itself. */
export function work(round: ServiceRound, { every, act }: ServiceStudent): void {
  for (let steps = 0; !round.shift.end; steps++) {
    if (steps > 5000) throw new Error('the round does not end');
    act(round);
    if (!round.shift.end) round.seconds(every);
  }
}
