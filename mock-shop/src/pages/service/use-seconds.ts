import { useEffect, useState } from 'preact/hooks';

/** Whole real seconds since `from` (what came with it) was new; they stand still while the clock is paused. */
export function useSeconds(from: unknown, still: boolean): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    setPassed(0);
    if (still) return;
    const start = performance.now();
    const timer = setInterval(() => setPassed(Math.floor((performance.now() - start) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [from, still]);
  return passed;
}
