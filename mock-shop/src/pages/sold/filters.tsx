import { useState } from 'preact/hooks';
import { CARRIERS, FLAG_LABEL, FLAGS } from '../../components/labels.ts';
import { FilterActions, FilterDates, FilterInput, FilterSelect } from './filter-field.tsx';
import { type Filters, NO_FILTERS, RATES, REFUNDS, type SoldQuery, STATUSES } from './sold-query.ts';

const FLAG_OPTIONS = FLAGS.map((flag) => [String(flag), FLAG_LABEL[flag]] as const);
const CARRIER_OPTIONS = CARRIERS.map((name) => [name, name] as const);

interface FilterFormProps {
  query: SoldQuery;
  /** Only unpaid trades are listed: no state of theirs to choose by. */
  unpaid?: boolean;
  onSearch: (filters: Filters) => void;
}

/** The filters above the list. They count once 搜索订单 is pressed (or Enter), as sellers know it. */
export function FilterForm({ query, unpaid, onSearch }: FilterFormProps) {
  const applied = pick(query);
  const key = JSON.stringify(applied);
  // Belongs to the filters it was written for: no effect that runs late can take back what was typed meanwhile.
  const [written, setWritten] = useState({ key, draft: applied, fault: '' });
  const { draft, fault } = written.key === key ? written : { draft: applied, fault: '' };

  const set = (name: keyof Filters) => (value: string) =>
    setWritten((now) => ({ key, draft: { ...(now.key === key ? now.draft : applied), [name]: value }, fault: '' }));
  const setFault = (text: string): void => setWritten({ key, draft, fault: text });
  const search = (): void => {
    const wanted = Object.fromEntries(
      Object.entries(draft).map(([name, value]) => [name, name === 'tid' ? value.replace(/\s/g, '') : value.trim()]),
    ) as unknown as Filters;
    if (wanted.tid && !/^\d{1,19}$/.test(wanted.tid)) setFault('订单编号只有数字，最多 19 位。');
    else if (wanted.from && wanted.to && wanted.from > wanted.to) setFault('成交时间的开始日期不能晚于结束日期。');
    else onSearch(wanted);
  };
  const reset = (): void => {
    setWritten({ key, draft: NO_FILTERS, fault: '' });
    onSearch(NO_FILTERS);
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
        <FilterInput id="title" label="宝贝名称" value={draft.title} onValue={set('title')} />
        <FilterDates label="成交时间" from={draft.from} to={draft.to} onFrom={set('from')} onTo={set('to')} />
        <FilterInput id="nick" label="买家昵称" value={draft.nick} onValue={set('nick')} />
        <FilterInput id="tid" label="订单编号" value={draft.tid} onValue={set('tid')} numeric />
        {!unpaid && (
          <>
            <FilterSelect
              id="status"
              label="订单状态"
              value={draft.status}
              options={STATUSES}
              onValue={set('status')}
            />
            <FilterSelect id="rate" label="评价状态" value={draft.rate} options={RATES} onValue={set('rate')} />
            <FilterSelect id="refund" label="售后服务" value={draft.refund} options={REFUNDS} onValue={set('refund')} />
            <FilterSelect
              id="logistics"
              label="物流服务"
              value={draft.logistics}
              options={CARRIER_OPTIONS}
              onValue={set('logistics')}
            />
          </>
        )}
        <FilterSelect id="flag" label="备注标签" value={draft.flag} options={FLAG_OPTIONS} onValue={set('flag')} />
        <FilterActions label="搜索订单" fault={fault} onReset={reset} />
      </form>
    </search>
  );
}

function pick(query: SoldQuery): Filters {
  const { tab: _tab, page: _page, size: _size, ...filters } = query;
  return filters;
}
