import type { Trade } from 'fixtures';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { reasonOf } from '../../client/call.ts';
import { onRecords } from '../../client/live.ts';
import { getCounts, getSold } from '../../client/shop-client.ts';
import { apiParams, type SoldQuery, writeQuery } from './sold-query.ts';

export interface SoldList {
  trades: readonly Trade[];
  total: number;
  counts: Record<string, number> | null;
  /** The list's state that `trades` answers, as its URL query; null before the first answer. */
  shows: string | null;
  /** What went wrong with the last question, in Chinese. */
  fault: string;
}

/** The last answer, so that coming back from a trade's page shows the list at once. */
let last: SoldList = { trades: [], total: 0, counts: null, shows: null, fault: '' };

/** Keeps the old object of each trade that did not change: its row is then not drawn again. */
export function keepSame(before: readonly Trade[], after: readonly Trade[]): Trade[] {
  const known = new Map(before.map((trade) => [trade.tid, trade]));
  return after.map((trade) => {
    const old = known.get(trade.tid);
    return old && JSON.stringify(old) === JSON.stringify(trade) ? old : trade;
  });
}

/** The trades of a list's state, kept true while records come in. `reload` asks again after a failure. */
export function useSoldList(query: SoldQuery): SoldList & { reload: () => void } {
  const [list, setList] = useState(last);
  const asked = useRef(0);
  const key = writeQuery(query);
  const latest = useRef(query);
  latest.current = query;

  const load = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const wanted = latest.current;
    try {
      const [page, counts] = await Promise.all([getSold(apiParams(wanted)), getCounts()]);
      if (mine !== asked.current) return;
      const trades = keepSame(last.trades, page.trades);
      last = { trades, total: page.total, counts, shows: writeQuery(wanted), fault: '' };
    } catch (error) {
      if (mine !== asked.current) return;
      last = { ...last, fault: reasonOf(error) };
    }
    setList(last);
  }, []);

  useEffect(() => {
    void load();
  }, [key, load]);
  useEffect(
    () =>
      onRecords(
        (record) =>
          record.type.startsWith('trade.') || record.type.startsWith('clock.') || record.type === 'world.started',
        () => void load(),
      ),
    [load],
  );
  // Answers that are still on their way belong to nobody once the page is gone.
  useEffect(
    () => () => {
      asked.current += 1;
    },
    [],
  );
  return { ...list, reload: () => void load() };
}
