import type { Trade } from 'fixtures';
import { simNow, world } from '../../client/world.ts';
import { isoTime } from '../countdown.ts';

const DAY = 86_400_000;

/** 评价: to the rating of a finished trade's buyer, as long as the platform takes it. Source: textbook AM-49. */
export function RateLink({ trade: { tid, end_time, modified } }: { trade: Trade }) {
  const days = world.value?.settings.rate_days;
  const late = days !== undefined && Date.parse(isoTime(end_time ?? modified)) + days * DAY < simNow.value;
  if (late) return null;
  return (
    <a href={`/rates?tab=toRate&rate=${tid}`} data-testid="rate" aria-label={`评价：订单 ${tid}`}>
      评价
    </a>
  );
}
