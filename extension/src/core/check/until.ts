import { findDates, isIsoDate } from './dates.ts';
import { readNumber } from './numbers.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { recogniseCause, recogniseTopic } from './topic.ts';

/** What makes a date one that is waited for. */
const WAITED_AFTER = ['前', '后', '以后', '以前', '之后', '之前', '起', '再', '才', '左右', '发', '寄', '到', '过后'];
const WAITED_BEFORE = ['到', '至', '等', '过', '约', '约定', '定于', '改', '推迟', '延', '延到'];
/** 等客人定色: something somebody has yet to do. A mere notice (等通知) tells neither when nor why. */
const AWAITED = /等(?:买家|顾客|客户|客人|对方|亲|他|她)(?!再?通知|消息|回复|联系|来?电话)\p{Script=Han}{2,}/u;
const WEEKDAYS = '一二三四五六日';

/**
 * Is it said until when (fact `until`, `YYYY-MM-DD`) or why (fact `reason`) the order must wait? One of both is enough;
 * a wrong date contradicts even beside the right cause. A bare day (28号) is enough here. Without either fact nothing is asked.
 */
export function recogniseUntil(reading: Reading): Outcome {
  const until = given(reading.facts.until);
  const reason = given(reading.facts.reason);
  const date = until !== undefined && isIsoDate(until) ? recogniseDate(until, reading) : missing;
  if (date.state !== 'missing') return date;
  if (until !== undefined && !isIsoDate(until)) {
    const condition = recogniseTopic(until, reading);
    if (condition.state !== 'missing') return condition;
  }
  if (reason !== undefined) {
    const cause = recogniseCause(reason, reading);
    const awaited = cause.state === 'missing' ? AWAITED.exec(reading.body)?.[0] : undefined;
    return awaited === undefined ? cause : stated(awaited);
  }
  return until === undefined ? stated('') : missing;
}

function given(fact: string | undefined): string | undefined {
  return fact === undefined || fact.trim() === '' ? undefined : fact;
}

function recogniseDate(until: string, { body, day }: Reading): Outcome {
  const month = Number(until.slice(5, 7));
  const dayOfMonth = Number(until.slice(8));
  let other: string | undefined;
  for (const found of findDates(body, day)) {
    if (found.compact !== undefined) continue;
    const sameMonth = found.month === undefined || found.month === month || body.slice(0, found.start).endsWith('下月');
    if (sameMonth && found.day === dayOfMonth) return stated(found.text);
    const before = body.slice(Math.max(0, found.start - 2), found.start);
    const waited =
      WAITED_AFTER.some((word) => body.startsWith(word, found.end)) ||
      WAITED_BEFORE.some((word) => before.endsWith(word));
    if (waited && found.day !== undefined) other ??= found.text;
  }
  const relative = relativeDays(body, day).find(({ iso }) => iso === until);
  if (relative) return stated(relative.text);
  return other === undefined ? missing : contradicted(other);
}

interface Relative {
  iso: string;
  text: string;
}

/** 明天, 下周六, 三天后, 下月1号, 月底 counted from `day`. */
function relativeDays(body: string, day: string): Relative[] {
  const found: Relative[] = [];
  const add = (days: number, text: string) => found.push({ iso: plusDays(day, days), text });
  const weekday = (dayNumber(day) + 3) % 7;
  for (const match of body.matchAll(/(下下|下个?|本|这个?)?(?:周|星期|礼拜)([一二三四五六日天末])/g)) {
    const which = match[2] === '天' ? '日' : match[2];
    const weeks = match[1] === undefined ? 0 : (match[1].match(/下/g)?.length ?? 0);
    for (const name of which === '末' ? '六日' : (which ?? '')) {
      const offset = weeks * 7 + WEEKDAYS.indexOf(name) - weekday;
      add(offset, match[0]);
      if (match[1] === undefined && offset < 0) add(offset + 7, match[0]);
    }
  }
  for (const [word, days] of [
    ['大后天', 3],
    ['后天', 2],
    ['明天', 1],
    ['明日', 1],
  ] as const)
    if (body.includes(word)) add(days, word);
  for (let at = 0; at < body.length; at += 1) {
    const run = readNumber(body, at);
    if (!run) continue;
    const unit = /^(天|日|周|个?星期|个?礼拜)(?:后|以后|之后)/.exec(body.slice(run.end, run.end + 5));
    if (unit && run.value < 400)
      add(run.value * (unit[1] === '天' || unit[1] === '日' ? 1 : 7), body.slice(at, run.end) + unit[0]);
    at = run.end - 1;
  }
  if (/月底|月末/.test(body))
    for (let days = 0; days < 31; days += 1) if (plusDays(day, days).slice(8) >= '28') add(days, '月底');
  return found;
}

/** Days since 1970-01-01 of an ISO date. Algorithm: civil calendar, Howard Hinnant. */
function dayNumber(iso: string): number {
  const month = Number(iso.slice(5, 7));
  const year = Number(iso.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(iso.slice(8)) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

function plusDays(iso: string, days: number): string {
  return new Date((dayNumber(iso) + days) * 86_400_000).toISOString().slice(0, 10);
}
