import type { TradeRate } from 'fixtures';

const LABEL: Record<TradeRate['result'], string> = { good: '好评', neutral: '中评', bad: '差评' };

/** A grade: its name, with a mark in its colour. */
export function RateGrade({ result }: { result: TradeRate['result'] }) {
  return (
    <span class={`grade grade-${result}`}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="6.5" />
        <path
          d={
            result === 'good'
              ? 'M4 8c1.500 2.500 4.500 2.500 6 0'
              : result === 'bad'
                ? 'M4 10c1.500-2.500 4.500-2.500 6 0'
                : 'M4 9h6'
          }
        />
        <path d="M5 5v1M9 5v1" />
      </svg>
      {LABEL[result]}
    </span>
  );
}
