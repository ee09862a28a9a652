/** The shop lives in China Standard Time, which has no daylight saving. */
const OFFSET = 8 * 3_600_000;

/** Simulated ms since the epoch as ISO 8601 with whole seconds and `+08:00`. */
export function simText(ms: number): string {
  return `${new Date(ms + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/** The other way round. @throws RangeError when the text is no time. */
export function simMs(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError(`不是时间：${text}`);
  return ms;
}

/** First instant (ms) of the simulated day after the one that `date` (`YYYY-MM-DD`) names. */
export function nextMidnight(date: string): number {
  return simMs(`${date}T00:00:00+08:00`) + 86_400_000;
}

/**
 * The same wall time some calendar months earlier, as text; a day that month lacks becomes its
 * last one. For the list's border between 近三个月订单 and 三个月前订单.
 */
export function monthsBefore(ms: number, months: number): string {
  const time = new Date(ms + OFFSET);
  const day = time.getUTCDate();
  time.setUTCDate(1);
  time.setUTCMonth(time.getUTCMonth() - months);
  const last = new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate();
  time.setUTCDate(Math.min(day, last));
  return `${time.toISOString().slice(0, 19)}+08:00`;
}
