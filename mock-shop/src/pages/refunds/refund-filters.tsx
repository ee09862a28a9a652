import { useEffect, useState } from 'preact/hooks';
import { FilterActions, FilterDates, FilterInput, FilterSelect } from '../sold/filter-field.tsx';
import { type Filters, NO_FILTERS, REASONS, type RefundsQuery, TYPES } from './refunds-query.ts';

/** The filters above the list. They count once 搜索退款 is pressed (or Enter). */
export function RefundFilters({ query, onSearch }: { query: RefundsQuery; onSearch: (filters: Filters) => void }) {
  const { tile: _tile, page: _page, size: _size, ...applied } = query;
  const [draft, setDraft] = useState<Filters>(applied);
  const [fault, setFault] = useState('');
  const key = JSON.stringify(applied);
  useEffect(() => {
    setDraft(applied);
    setFault('');
  }, [key]);
  const set = (name: keyof Filters) => (value: string) => {
    setDraft((now) => ({ ...now, [name]: value }));
    setFault('');
  };
  const search = (): void => {
    const [no, tid] = [draft.no.replace(/\s/g, ''), draft.tid.replace(/\s/g, '')];
    if ([no, tid].some((text) => text !== '' && !/^\d{1,19}$/.test(text))) setFault('编号只有数字，最多 19 位。');
    else if (draft.from && draft.to && draft.from > draft.to) setFault('申请时间的开始日期不能晚于结束日期。');
    else onSearch({ ...draft, no, tid, nick: draft.nick.trim() });
  };
  return (
    <search>
      <form
        class="filters"
        aria-label="筛选退款"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <FilterInput id="no" label="退款编号" value={draft.no} onValue={set('no')} numeric />
        <FilterInput id="tid" label="订单编号" value={draft.tid} onValue={set('tid')} numeric />
        <FilterInput id="nick" label="买家昵称" value={draft.nick} onValue={set('nick')} />
        <FilterSelect id="type" label="退款类型" value={draft.type} options={TYPES} onValue={set('type')} />
        <FilterSelect id="reason" label="退款原因" value={draft.reason} options={REASONS} onValue={set('reason')} />
        <FilterDates label="申请时间" from={draft.from} to={draft.to} onFrom={set('from')} onTo={set('to')} />
        <FilterActions label="搜索退款" fault={fault} onReset={() => onSearch(NO_FILTERS)} />
      </form>
    </search>
  );
}
