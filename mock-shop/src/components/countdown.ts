/** `9 天 23 小时 5 分` from `now` (simulated ms) to a time in ISO 8601; never below `1 分`, for a minute that has begun counts. */
export function timeLeft(until: string, now: number): string {
  const minutes = Math.max(1, Math.ceil((Date.parse(until) - now) / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [days > 0 ? `${days} 天` : '', days > 0 || hours > 0 ? `${hours} 小时` : '', `${minutes % 60} 分`];
  return parts.filter(Boolean).join(' ');
}

/** A time as TOP writes it (`2026-11-22 10:05:00`, in GMT+8), or already in ISO 8601 with that offset, in ISO 8601. */
export function isoTime(time: string): string {
  return `${time.slice(0, 19).replace(' ', 'T')}+08:00`;
}
