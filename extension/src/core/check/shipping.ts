import { findDates } from './dates.ts';
import { recogniseKept } from './gift.ts';
import { normalise } from './normalise.ts';
import { contradicted, missing, type Outcome, type Reading, stated } from './outcome.ts';
import { clauses, type Hit, negated, occurrences, says } from './says.ts';

/** Words around 发 that are no shipping. */
const NOT_SHIPPING = /^(?:票|现|错|生|烫|热|圈|型|光|成|黄)/;
const HELD = /(?:不要|不能|先不|暂不|暂时不|不可|不必|不急着|不着急|别|勿|暂|缓|停|未|不)[^,，。;；!漏错忘少混]{0,5}$/;
/** 下周四发, 月底再寄, 过几天安排. */
const LATER =
  /(?:(?:下下?个?|本|这个?)?(?:周|星期|礼拜)[一二三四五六日天末]|月底|下个?月初?|后天|过几天)(?:以后|之后|后|再|才|起|发|寄|安排|出货|出库)/g;
const NEGATED_WAITING = /(?:不用|不必|无需|别|解除|取消|不)$/;

/** Is it said that the order must not be shipped yet? Shipping instead contradicts. */
export function recogniseHold(reading: Reading): Outcome {
  const held = lastHold(reading);
  const now = changedToShip(reading, held);
  if (now) return contradicted(now.term);
  if (held) return stated(held.term);
  const shipped = says(reading.body, reading.vocabulary.urge, reading.vocabulary) ?? lastShip(reading);
  return shipped ? contradicted(shipped.term) : missing;
}

/** Nothing urges to ship: for orders that wait without having to say so. */
export function recogniseNotShipped(reading: Reading): Outcome {
  // 补加急费 is what was bought, no urging.
  const purpose = normalise(reading.facts.purpose ?? '');
  const urge = reading.vocabulary.urge.filter((word) => !purpose.includes(word));
  const urged = says(reading.body, urge, reading.vocabulary);
  return urged && !lastHold(reading) ? contradicted(urged.term) : stated('');
}

/** Is it said that the order may be shipped? Of holding and shipping, what is said last counts. */
export function recogniseShip(reading: Reading): Outcome {
  const ship = lastShip(reading);
  const strong = lastHold(reading, reading.vocabulary.holdWeak);
  if (strong && (!ship || ship.start < strong.end)) return contradicted(strong.term);
  // 可以发了，保留赠品: once shipping is said, words that may be about other things do not take it back.
  const held = ship && lastHold(reading);
  if (
    held &&
    ship.start < held.end &&
    !says(reading.body.slice(0, held.start), reading.vocabulary.ship, reading.vocabulary)
  )
    return contradicted(held.term);
  const weak = ship ? undefined : lastHold(reading);
  if (weak) return contradicted(weak.term);
  const exchanged = reading.facts.to === undefined ? undefined : says(reading.body, ['换'], reading.vocabulary);
  const said = ship ?? exchanged;
  return said ? stated(said.term) : missing;
}

/**
 * Is it said that the awaited condition has come true? Conditions cannot be listed: anything said beyond
 * "please ship" and the kept promise is taken as one, and so is a change of state (可以发了).
 */
export function recogniseCondition(reading: Reading): Outcome {
  const { body, vocabulary, facts } = reading;
  if (recogniseShip(reading).state === 'contradicted') return stated('');
  const change = /(?:发|寄|货|可以)(?:了|啦)|现在|已/.exec(body);
  if (change) return stated(change[0]);
  const kept = facts.keep === undefined ? undefined : recogniseKept(facts.keep, reading);
  let rest =
    kept?.state === 'stated'
      ? body
          .replace(/[送赠]?/, '')
          .split(kept.text)
          .join('')
      : body;
  for (const word of [...vocabulary.shipFillers].sort((a, b) => b.length - a.length)) rest = rest.split(word).join('');
  const said = rest.replace(/[^\p{Script=Han}]/gu, '');
  return said.length >= 2 ? stated(said) : missing;
}

function lastHold({ body, vocabulary, day }: Reading, except: readonly string[] = []): Hit | undefined {
  let last: Hit | undefined;
  const take = (hit: Hit) => {
    if (!last || hit.end > last.end) last = hit;
  };
  const carriers = vocabulary.carriers.flat();
  for (const term of vocabulary.hold) {
    if (except.includes(term)) continue;
    for (const start of occurrences(body, term)) {
      const rest = body.slice(start + term.length, start + term.length + 6);
      // 不发圆通 rules out a courier, 别发错 a mistake.
      if (/[发寄走]$/.test(term) && (NOT_SHIPPING.test(rest) || carriers.some((name) => rest.startsWith(name))))
        continue;
      if (!NEGATED_WAITING.test(body.slice(Math.max(0, start - 3), start)))
        take({ term, start, end: start + term.length });
    }
  }
  for (const { start, end } of shippings(body)) {
    const before = HELD.exec(body.slice(Math.max(0, start - 9), start))?.[0];
    if (carriers.some((name) => body.startsWith(name, end))) continue;
    if (before !== undefined && !/特别/.test(before))
      take({ term: before + body.slice(start, end), start: start - before.length, end });
  }
  for (const match of body.matchAll(LATER))
    take({ term: match[0], start: match.index, end: match.index + match[0].length });
  for (const date of findDates(body, day)) {
    const after = /^(?:(?:以后|之后|后|再|才|起)|发|寄|安排|出货|出库)/.exec(body.slice(date.end, date.end + 4));
    if (after && (date.iso === undefined || date.iso > day))
      take({ term: date.text + after[0], start: date.start, end: date.end + after[0].length });
  }
  return last;
}

function lastShip({ body, vocabulary }: Reading): Hit | undefined {
  let last: Hit | undefined;
  for (const term of vocabulary.ship) {
    for (const start of occurrences(body, term)) {
      if (negated(body, start, vocabulary) || NOT_SHIPPING.test(body.slice(start + term.length))) continue;
      if (HELD.test(body.slice(Math.max(0, start - 9), start))) continue;
      if (!last || start > last.start) last = { term, start, end: start + term.length };
    }
  }
  return last;
}

/** 之前先别发，现在可以发了: shipping said after holding, as a change. */
function changedToShip({ body, vocabulary }: Reading, held: Hit | undefined): Hit | undefined {
  if (!held) return undefined;
  const last = clauses(body).findLast((clause) => clause !== '') ?? '';
  return body.indexOf(last) >= held.end && /现在|已经?可|了$/.test(last)
    ? says(last, ['可以发', '可发', '能发'], vocabulary)
    : undefined;
}

function shippings(body: string): { start: number; end: number }[] {
  return ['发', '寄']
    .flatMap((term) => [...occurrences(body, term)].map((start) => ({ start, end: start + 1 })))
    .filter(({ end }) => !NOT_SHIPPING.test(body.slice(end, end + 2)));
}
