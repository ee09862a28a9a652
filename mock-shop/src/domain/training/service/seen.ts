import type { Shift, Visitor, VisitorMessage } from 'fixtures';
import { simMs } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { realSeconds } from '../round.ts';
import { deskShop, isOver, scriptOf, textsOf, visitorsOf, waited } from './desk.ts';

/** Which of a round's visitors: all, those without answer so far, those being served, those who have gone. */
export const LISTS = ['all', 'waiting', 'open', 'over'] as const;
export type VisitorList = (typeof LISTS)[number];

/** A line of 咨询人列表. */
export interface SeenRow
  extends Pick<Visitor, 'visitor_id' | 'nick' | 'status' | 'mood' | 'nudged' | 'arrived' | 'turn'> {
  /** Lines since the student's last. */
  unread: number;
  last: string;
  /** Real seconds since the open question was asked, and until the visitor leaves; null when the talk is over. */
  waited: number | null;
  left: number | null;
}

/** The middle of the desk. What answers are worth is told only when the talk is over. */
export interface SeenVisitor extends SeenRow {
  shift_id: string;
  num_iid: string;
  messages: VisitorMessage[];
  /** The four answers as they stand on the screen; none when the talk is over. */
  choices: string[];
  /** Own words are allowed. */
  free: boolean;
  order_id?: string;
}

/** The right of the desk. */
export interface SeenGoods {
  card: {
    name: string;
    title: string;
    groups: readonly { title: string; rows: readonly (readonly [label: string, value: string])[] }[];
    usage: readonly { title: string; lines: readonly string[] }[];
  };
  /** What this visitor asks about. */
  asked: { colour: string; size: string; price: string; stock: string; waybill: string };
  prices: { heads: string[]; rows: string[][] };
  /** 对比表 6-2: this shop's own first. */
  strengths: { name: string; good: string; weak: string; special: string }[];
  stock: {
    colours: readonly string[];
    sizes: readonly { name: string; yuan: number }[];
    pieces: readonly (readonly number[])[];
  };
  promotion: { text: string; until: string; last: boolean };
  gift: string;
  rules: readonly { title: string; text: string }[];
}

export function seenRow(shift: Shift, visitor: Visitor, now: number): SeenRow {
  const { visitor_id, nick, status, mood, nudged, arrived, turn, messages } = visitor;
  const over = isOver(visitor);
  const since = waited(shift, visitor, now);
  const { patience, answer } = shift.rules.service;
  const spoken = messages.findLastIndex(({ from }) => from === 'student');
  return {
    visitor_id,
    nick,
    status,
    mood,
    nudged,
    arrived,
    turn,
    unread: over ? 0 : messages.length - 1 - spoken,
    last: messages.at(-1)?.text ?? '',
    waited: over ? null : since,
    left: over ? null : Math.max(0, Math.round(((turn === 0 ? patience : answer) - since) * 10) / 10),
  };
}

/**
 * A round's visitors for 咨询人列表: those who wait longest first, then those who have gone, the last one first.
 * @param page from 1
 */
export function seenList(
  state: ShopState,
  shift: Shift,
  { list, page, size }: { list: VisitorList; page: number; size: number },
  now: number,
): { visitors: SeenRow[]; total: number; counts: Record<VisitorList, number> } {
  const all = visitorsOf(state, shift.shift_id);
  const present = all.filter((one) => !isOver(one)).sort((a, b) => simMs(a.asked) - simMs(b.asked));
  const lists: Record<VisitorList, Visitor[]> = {
    all: [],
    waiting: present.filter(({ status }) => status === 'waiting'),
    open: present.filter(({ status }) => status === 'open'),
    over: all.filter(isOver).reverse(),
  };
  lists.all = [...present, ...lists.over];
  const counts = Object.fromEntries(LISTS.map((name) => [name, lists[name].length])) as Record<VisitorList, number>;
  const visitors = lists[list].slice((page - 1) * size, page * size).map((one) => seenRow(shift, one, now));
  return { visitors, total: lists[list].length, counts };
}

export function seenVisitor(state: ShopState, shift: Shift, visitor: Visitor, now: number): SeenVisitor {
  const { answerOrder, filled } = textsOf(state);
  const over = isOver(visitor);
  const turn = over ? undefined : scriptOf(state, visitor).turns[visitor.turn];
  const order = turn ? answerOrder(state.seed, visitor.visitor_id, visitor.turn) : [];
  return {
    ...seenRow(shift, visitor, now),
    shift_id: shift.shift_id,
    num_iid: visitor.num_iid,
    messages: over ? visitor.messages : visitor.messages.map(({ from, text, at }) => ({ from, text, at })),
    choices: order.map((place) => filled(turn?.answers[place]?.text ?? '', visitor.facts)),
    free: shift.rules.service.free && (turn?.points.length ?? 0) > 0,
    ...(visitor.order_id && { order_id: visitor.order_id }),
  };
}

export function seenGoods(state: ShopState, visitor: Visitor): SeenGoods {
  const texts = textsOf(state);
  const shop = deskShop(state);
  const card = texts.cardFor(visitor.num_iid);
  const { facts } = visitor;
  const text = (name: string): string => facts[name] ?? '';
  return {
    card: { name: card.name, title: card.title, groups: card.groups, usage: card.usage },
    asked: {
      colour: text('stock') === '0' ? text('missing') : text('colour'),
      size: text('size'),
      price: text('price'),
      stock: text('stock'),
      waybill: visitor.faq.startsWith('PS') ? '' : text('waybill'),
    },
    prices: texts.priceTable(card, shop.cod),
    strengths: [{ name: `本公司产品：${card.name}`, ...card.own }, ...card.rivals.slice(0, 2)].map(
      ({ name, good, weak, special }) => ({ name, good, weak, special }),
    ),
    stock: {
      colours: card.colours,
      sizes: card.sizes,
      pieces: texts.stockOf(state.seed, visitor.shift_id, card).pieces,
    },
    promotion: texts.promotionOf(card, simMs(visitor.arrived), shop.freePost),
    gift: text('gift'),
    rules: texts.deskRules(shop),
  };
}

/** Real seconds from the beginning of the round to a moment of it. */
export function sinceStart(shift: Shift, at: string): number {
  return realSeconds(shift, simMs(at) - simMs(shift.start));
}
