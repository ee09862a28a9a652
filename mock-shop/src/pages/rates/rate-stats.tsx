import { getRateStats } from '../../client/rate-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { useAsked } from '../../components/use-asked.ts';
import type { RateStats as Stats, Tally } from '../../domain/rate/rates-query.ts';
import { RateGrade } from './rate-grade.tsx';

const PERIODS = [
  ['week', '最近1周'],
  ['month', '最近1个月'],
  ['half', '最近6个月'],
  ['before', '6个月前'],
  ['all', '总计'],
] as const;
const GRADES = ['good', 'neutral', 'bad'] as const;

interface RateStatsProps {
  /** URL of the received ratings that nobody has explained, of a grade or all. */
  unansweredHref: string;
  /** URL of the received ratings of goods. */
  titleHref: (title: string) => string;
}

/** What buyers say of the shop, counted, and the goods that they like best. Source: textbook OP-3. */
export function RateStats({ unansweredHref, titleHref }: RateStatsProps) {
  const { value, fault, reload } = useAsked('', getRateStats, ({ type }) => /^(?:rate|clock)\./.test(type));
  if (fault) return <ErrorBar text={fault} onRetry={reload} />;
  return (
    <section class="rate-stats" aria-label="评价统计" aria-busy={value === null}>
      <div class="rate-summary">
        <p>
          好评率 <strong class="num">{value ? percent(value.good) : '…'}</strong>
        </p>
        <p>
          待解释的中差评{' '}
          <a class="num" href={unansweredHref} data-testid="rate-unanswered">
            {value?.unanswered ?? '…'} 条
          </a>
        </p>
        <p class="faint">好评率按最近 6 个月收到的评价计算。</p>
      </div>
      <table class="rate-table">
        <caption class="hidden-name">收到的评价数</caption>
        <thead>
          <tr>
            <th scope="col">评价</th>
            {PERIODS.map(([, label]) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GRADES.map((grade) => (
            <tr key={grade}>
              <th scope="row">
                <RateGrade result={grade} />
              </th>
              {PERIODS.map(([period]) => (
                <td key={period} class="num">
                  {value?.periods[period][grade] ?? '…'}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">总计</th>
            {PERIODS.map(([period]) => (
              <td key={period} class="num">
                {value ? sum(value.periods[period]) : '…'}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <Praised praised={value?.praised ?? null} titleHref={titleHref} />
    </section>
  );
}

function Praised({ praised, titleHref }: { praised: Stats['praised'] | null; titleHref: (title: string) => string }) {
  return (
    <section class="praised" aria-labelledby="praised-heading">
      <h2 id="praised-heading">最受欢迎的宝贝</h2>
      {praised?.length === 0 && <p class="faint">最近 6 个月还没有收到好评。</p>}
      <ol>
        {praised?.map(({ title, good, all }) => (
          <li key={title}>
            <a href={titleHref(title)} title={title}>
              {title}
            </a>
            <span class="num">
              好评 {good} 条，{percent(good / all)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sum({ good, neutral, bad }: Tally): number {
  return good + neutral + bad;
}

/** `97.06%`, `-` when there is nothing to share. */
function percent(share: number | null): string {
  return share === null ? '-' : `${(share * 100).toFixed(2)}%`;
}
