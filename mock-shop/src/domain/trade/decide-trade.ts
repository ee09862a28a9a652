import type { Decision, Now } from '../command.ts';
import { type Draft, numbered } from '../record.ts';
import type { ShopState } from '../state.ts';
import { closeTrade } from './close.ts';
import type { TradeCommand } from './command.ts';
import { confirmTrade } from './confirm.ts';
import { createTrade } from './create.ts';
import { delayTrade } from './delay.ts';
import type { Ruled } from './find-trade.ts';
import { payTrade } from './pay.ts';
import { postageTrade, priceTrade } from './price.ts';
import { skuTrade } from './sku.ts';

/** Ordering, paying, closing, pricing, extending and confirming: a trade from its beginning to its end. */
export function decideTrade(state: ShopState, command: TradeCommand, now: Now): Decision {
  const ruled = rule(state, command, Math.max(now.sim, state.lastAt));
  if ('refusal' in ruled) return { refusal: ruled.refusal, subject: subjectOf(command) };
  return { records: ruled.is ? numbered(state, [ruled.is], now.wall) : [] };
}

function rule(state: ShopState, command: TradeCommand, at: number): Ruled<Draft | undefined> {
  switch (command.type) {
    case 'trade.create':
      return createTrade(state, command, at);
    case 'trade.pay':
      return payTrade(state, command, at);
    case 'trade.close':
      return closeTrade(state, command, at);
    case 'trade.price':
      return priceTrade(state, command, at);
    case 'trade.postage':
      return postageTrade(state, command, at);
    case 'trade.delay':
      return delayTrade(state, command, at);
    case 'trade.confirm':
      return confirmTrade(state, command, at);
    case 'trade.sku':
      return skuTrade(state, command, at);
  }
}

function subjectOf(command: TradeCommand): string {
  if ('tid' in command) return command.tid;
  return command.type === 'trade.sku' ? command.oid : command.buyer_nick;
}
