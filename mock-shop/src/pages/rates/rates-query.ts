import { among, digits, listQuery, pageNumber, words } from '../../components/list-query.ts';
import { simText } from '../../domain/sim-time.ts';

/** What buyers said, what was said of buyers, and whom there is to rate. Source: seller-backend "评价管理". */
export const TABS = [
  ['received', '来自买家的评价'],
  ['given', '给他人的评价'],
  ['toRate', '待评价的买家'],
] as const;
export type Tab = (typeof TABS)[number][0];

export const RESULT_OPTIONS = [
  ['good', '好评'],
  ['neutral', '中评'],
  ['bad', '差评'],
  ['unhappy', '中评和差评'],
] as const;
export const REPLY_OPTIONS = [
  ['no', '还没有解释'],
  ['yes', '已解释'],
] as const;
export const TEXT_OPTIONS = [
  ['yes', '有评论内容'],
  ['no', '无评论内容'],
] as const;
export const PERIOD_OPTIONS = [
  ['week', '最近一周'],
  ['month', '最近一个月'],
  ['half', '最近半年'],
  ['before', '半年以前'],
] as const;
const DAYS: Readonly<Record<string, number>> = { week: 7, month: 30, half: 180, before: 180 };

export const PAGE_SIZES = [20, 50, 100] as const;

/** Everything of the page that the URL holds. Empty text = no such filter. */
export interface RatesQuery {
  tab: Tab;
  page: number;
  size: number;
  result: string;
  /** `yes` or `no`: explained, with a text. */
  reply: string;
  text: string;
  period: string;
  nick: string;
  title: string;
  tid: string;
  /** The trade whose buyer is being rated, in a dialog over the list. */
  rate: string;
}
export type Filters = Omit<RatesQuery, 'tab' | 'page' | 'size' | 'rate'>;

export const NO_FILTERS: Filters = { result: '', reply: '', text: '', period: '', nick: '', title: '', tid: '' };

const firsts = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map(([value]) => value);

/** The page's state and the URL's query. */
export const { read: readQuery, write: writeQuery } = listQuery<RatesQuery>(
  { ...NO_FILTERS, tab: 'received', page: 1, size: 20, rate: '' },
  {
    tab: among(firsts(TABS)),
    page: pageNumber,
    size: among(PAGE_SIZES.map(String)),
    result: among(firsts(RESULT_OPTIONS)),
    reply: among(firsts(REPLY_OPTIONS)),
    text: among(firsts(TEXT_OPTIONS)),
    period: among(firsts(PERIOD_OPTIONS)),
    nick: words,
    title: words,
    tid: digits,
    rate: digits,
  },
);

/** The parameters of `taobao.traderates.get` for the page's state. `now`: simulated ms. */
export function apiParams(query: RatesQuery, now: number): Record<string, string> {
  const { result, reply, text, period, nick, title, tid } = query;
  const border = period && simText(now - (DAYS[period] ?? 0) * 86_400_000);
  const params: Record<string, string> = {
    page_no: String(query.page),
    page_size: String(query.size),
    result,
    replied: truth(reply),
    written: truth(text),
    peer_nick: nick,
    item_title: title,
    tid,
    [period === 'before' ? 'end_date' : 'start_date']: border,
  };
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}

/** How many filters narrow the list. */
export function filterCount(query: RatesQuery): number {
  return Object.keys(NO_FILTERS).filter((key) => query[key as keyof Filters] !== '').length;
}

function truth(yes: string): string {
  if (yes === '') return '';
  return String(yes === 'yes');
}
