import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf, ShopError } from '../client/call.ts';
import { type LiveRecord, onRecords } from '../client/live.ts';

/** A question's state: its last answer, and what went wrong with the last try. */
export interface Asked<T> {
  /** Null before the first answer. A later failure leaves it as it was. */
  value: T | null;
  /** In Chinese; empty when all is well. */
  fault: string;
  /** TOP's `sub_code` of the fault. */
  subCode: string;
  /** The value is the answer to another key than the current one. */
  stale: boolean;
  reload: () => void;
}

/**
 * Asks the backend, again whenever `key` changes and soon after records that `touches` picks.
 * Answers that are overtaken by a newer question are dropped.
 * @param key what the question depends on
 */
export function useAsked<T>(key: string, ask: () => Promise<T>, touches: (record: LiveRecord) => boolean): Asked<T> {
  const [state, setState] = useState<{ key: string; value: T | null; fault: string; subCode: string }>({
    key,
    value: null,
    fault: '',
    subCode: '',
  });
  const asked = useRef(0);
  const latest = useRef({ key, ask, touches });
  latest.current = { key, ask, touches };

  const load = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const { key: wanted, ask: question } = latest.current;
    try {
      const value = await question();
      if (mine === asked.current) setState({ key: wanted, value, fault: '', subCode: '' });
    } catch (error) {
      if (mine !== asked.current) return;
      const subCode = error instanceof ShopError ? error.subCode : '';
      setState((before) => ({ ...before, fault: reasonOf(error), subCode }));
    }
  }, []);
  useEffect(() => {
    void load();
  }, [key]);
  useEffect(() => {
    const stop = onRecords(
      (record) => record.type === 'world.started' || latest.current.touches(record),
      () => void load(),
    );
    return () => {
      stop();
      // Answers that are still on their way belong to nobody once the page is gone.
      asked.current += 1;
    };
  }, []);
  const { value, fault, subCode } = state;
  return { value, fault, subCode, stale: state.key !== key, reload: () => void load() };
}
