import { useEffect, useState } from 'preact/hooks';
import { FilterActions, FilterInput } from '../sold/filter-field.tsx';
import { FILTERS, type ShippingQuery } from './shipping-query.ts';

type Filters = Pick<ShippingQuery, (typeof FILTERS)[number]>;
const NONE: Filters = { tid: '', nick: '', receiver: '' };
const LABELS: Record<keyof Filters, string> = { tid: '订单编号', nick: '买家昵称', receiver: '收货人' };

/** Which orders to show. They count once 搜索 is pressed (or Enter). */
export function ShippingFilters({ query, onSearch }: { query: ShippingQuery; onSearch: (filters: Filters) => void }) {
  const { tid, nick, receiver } = query;
  const [draft, setDraft] = useState<Filters>({ tid, nick, receiver });
  const [fault, setFault] = useState('');
  useEffect(() => {
    setDraft({ tid, nick, receiver });
    setFault('');
  }, [tid, nick, receiver]);
  const search = (): void => {
    const wanted = { tid: draft.tid.replace(/\s/g, ''), nick: draft.nick.trim(), receiver: draft.receiver.trim() };
    if (wanted.tid && !/^\d{1,19}$/.test(wanted.tid)) setFault('订单编号只有数字，最多 19 位。');
    else onSearch(wanted);
  };
  return (
    <search>
      <form
        class="filters"
        aria-label="筛选订单"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        {FILTERS.map((name) => (
          <FilterInput
            key={name}
            id={name}
            label={LABELS[name]}
            value={draft[name]}
            numeric={name === 'tid'}
            onValue={(value) => {
              setDraft((now) => ({ ...now, [name]: value }));
              setFault('');
            }}
          />
        ))}
        <FilterActions label="搜索" fault={fault} onReset={() => onSearch(NONE)} />
      </form>
    </search>
  );
}
