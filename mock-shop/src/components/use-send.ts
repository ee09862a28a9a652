import { useRef, useState } from 'preact/hooks';
import { reasonOf } from '../client/call.ts';

/** Sending something once at a time, and what went wrong. */
export interface Sending {
  busy: boolean;
  /** In Chinese; empty when all is well. */
  fault: string;
  /**
   * Does the work unless some is under way: a double click sends once. What it throws becomes `fault`.
   * @param why what keeps it from being sent at all, which is then said
   */
  send: (why: string | undefined, work: () => Promise<void>) => void;
}

export function useSend(): Sending {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const underway = useRef(false);
  const run = async (work: () => Promise<void>): Promise<void> => {
    underway.current = true;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setFault(reasonOf(error));
    } finally {
      underway.current = false;
      setBusy(false);
    }
  };
  const send: Sending['send'] = (why, work) => {
    if (underway.current) return;
    setFault(why ?? '');
    if (!why) void run(work);
  };
  return { busy, fault, send };
}
