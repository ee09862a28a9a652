import { useEffect, useState } from 'preact/hooks';
import type { CoachView } from '../../core/ports.ts';
import { TEXT } from './text.ts';

/** Minutes and seconds of a span in ms; hours are minutes above 59. */
export function spell(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the clock shows at `now`: time left where there is a limit, else time used. */
export function clockAt({ elapsed, limit, asOf }: CoachView['clock'], now: number): { ms: number; left: boolean } {
  const used = elapsed + Math.max(0, now - asOf);
  return limit === undefined ? { ms: used, left: false } : { ms: Math.max(0, limit - used), left: true };
}

const SOON = 60_000;

export function Clock({ clock, stopped }: { clock: CoachView['clock']; stopped: boolean }) {
  const now = useNow(!stopped);
  const { ms, left } = clockAt(clock, stopped ? clock.asOf : now);
  return (
    <span class={left && ms < SOON ? 'clock soon' : 'clock'}>
      {left ? TEXT.clock.left : TEXT.clock.elapsed} <b>{spell(ms)}</b>
    </span>
  );
}

/** The time, renewed every second while `running`. */
export function useNow(running: boolean): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!running) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
