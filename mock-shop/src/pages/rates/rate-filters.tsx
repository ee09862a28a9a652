import { useEffect, useState } from 'preact/hooks';
import { FilterActions, FilterInput, FilterSelect } from '../sold/filter-field.tsx';
import {
  type Filters,
  NO_FILTERS,
  PERIOD_OPTIONS,
  type RatesQuery,
  REPLY_OPTIONS,
  RESULT_OPTIONS,
  TEXT_OPTIONS,
} from './rates-query.ts';

interface RateFiltersProps {
  query: RatesQuery;
  onSearch: (filters: Filters) => void;
}

/** Which ratings to show. Choices count at once, texts when 搜索 is pressed (or Enter). */
export function RateFilters({ query, onSearch }: RateFiltersProps) {
  const { result, reply, text, period, nick, title, tid } = query;
  const [typed, setTyped] = useState({ nick, title, tid });
  const [fault, setFault] = useState('');
  useEffect(() => {
    setTyped({ nick, title, tid });
    setFault('');
  }, [nick, title, tid]);
  const search = (chosen: Partial<Filters> = {}): void => {
    const wanted = { nick: typed.nick.trim(), title: typed.title.trim(), tid: typed.tid.replace(/\s/g, '') };
    if (wanted.tid && !/^\d{1,19}$/.test(wanted.tid)) setFault('订单编号只有数字，最多 19 位。');
    else onSearch({ result, reply, text, period, ...wanted, ...chosen });
  };
  const type = (name: keyof typeof typed) => (value: string) => {
    setTyped((now) => ({ ...now, [name]: value }));
    setFault('');
  };
  const choose = (name: keyof Filters) => (value: string) => search({ [name]: value });
  const lists = query.tab !== 'toRate';
  return (
    <search>
      <form
        class="filters"
        aria-label="筛选评价"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        {lists && (
          <>
            <FilterSelect id="result" label="评价" value={result} options={RESULT_OPTIONS} onValue={choose('result')} />
            <FilterSelect id="text" label="评论" value={text} options={TEXT_OPTIONS} onValue={choose('text')} />
            <FilterSelect id="reply" label="解释" value={reply} options={REPLY_OPTIONS} onValue={choose('reply')} />
            <FilterSelect id="period" label="时间" value={period} options={PERIOD_OPTIONS} onValue={choose('period')} />
            <FilterInput id="title" label="宝贝名称" value={typed.title} onValue={type('title')} />
          </>
        )}
        <FilterInput id="nick" label="买家昵称" value={typed.nick} onValue={type('nick')} />
        <FilterInput id="tid" label="订单编号" value={typed.tid} onValue={type('tid')} numeric />
        <FilterActions label="搜索" fault={fault} onReset={() => onSearch(NO_FILTERS)} />
      </form>
    </search>
  );
}
