/**
 * Active time of an attempt. Wall clocks get set; so within one run of the background its monotonic
 * clock counts, and between two runs the wall clock, but never backwards and never more than a break.
 */
export interface Clock {
  /** Active ms so far. */
  elapsed: number;
  run: string;
  mono: number;
  wall: number;
}

export interface Instant {
  run: string;
  /** ms, monotonic within `run`. */
  mono: number;
  /** ms since the epoch. */
  wall: number;
}

/** Longest time between two runs (browser closed, worker asleep) that still counts as working, ms. */
export const LONGEST_BREAK = 5 * 60_000;
/** Wall and monotonic clock may drift apart this far before the wall clock is said to have been set, ms. */
const JUMP = 60_000;

export function startClock(at: Instant): Clock {
  return { elapsed: 0, run: at.run, mono: at.mono, wall: at.wall };
}

/** The clock at a later instant, and a flag where the wall clock jumped or the attempt lay still. */
export function advance(clock: Clock, at: Instant): { clock: Clock; flag?: 'clock-jump' | 'paused' } {
  const wall = at.wall - clock.wall;
  const next = (delta: number): Clock => ({
    elapsed: clock.elapsed + Math.max(0, delta),
    run: at.run,
    mono: at.mono,
    wall: at.wall,
  });
  if (at.run === clock.run) {
    const mono = at.mono - clock.mono;
    return Math.abs(wall - mono) > JUMP ? { clock: next(mono), flag: 'clock-jump' } : { clock: next(mono) };
  }
  if (wall < 0) return { clock: next(0), flag: 'clock-jump' };
  return wall > LONGEST_BREAK ? { clock: next(LONGEST_BREAK), flag: 'paused' } : { clock: next(wall) };
}
