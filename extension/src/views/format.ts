/** Minutes and seconds of a duration in ms, e.g. `3:05`, `1:02:03`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/, '');
}

const DATE = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Local date and time of ms since the epoch, e.g. `2026/11/22 10:05`. */
export function dateText(wall: number): string {
  return DATE.format(wall);
}

/** Points with as many decimals as they have, at most two, e.g. `92.5`. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** A probability as whole per cent. Rounded down, so that 100 % is never said of less. */
export function percent(p: number): number {
  return Math.floor(p * 100 + 1e-9);
}

/** Ms since the epoch as a `datetime-local` field has it: local, to the minute. */
export function inputTime(wall: number): string {
  const local = new Date(wall - new Date(wall).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The reverse; NaN where the field is empty. */
export function readTime(value: string): number {
  return value === '' ? Number.NaN : new Date(value).getTime();
}
