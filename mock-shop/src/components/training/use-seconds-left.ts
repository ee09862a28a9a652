import { useEffect, useState } from 'preact/hooks';

/**
 * Counts down by real seconds between two answers of the backend.
 * @param left seconds at the last answer; null: there is nothing to count
 * @param still the clock does not go
 */
export function useSecondsLeft(left: number | null, still: boolean): number | null {
  const [shown, setShown] = useState(left);
  useEffect(() => {
    setShown(left);
    if (left === null || still) return;
    const from = performance.now();
    const timer = setInterval(() => setShown(Math.max(0, left - (performance.now() - from) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [left, still]);
  return shown;
}
