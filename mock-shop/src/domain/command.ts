import type { ShopRecord } from 'fixtures';
import type { RateCommand } from './rate/command.ts';
import type { RefundCommand } from './refund/command.ts';
import type { TopError } from './refusal.ts';
import type { ShipCommand } from './ship/command.ts';
import type { ToolCommand } from './tools/command.ts';
import type { TradeCommand } from './trade/command.ts';
import type { TrainingCommand } from './training/command.ts';

/** What somebody asks the shop to do. Values come from outside: `decide` checks them all. */
export type Command =
  /** `reset` clears the text; an empty or absent memo without it leaves the text as it is. */
  | { type: 'memo.update'; tid: string; flag?: number; memo?: string; reset?: boolean }
  | { type: 'memo.add'; tid: string; memo: string; flag?: number }
  /** `channel`: `wangwang` unless given, `letter` or `mail`. */
  | { type: 'chat.send'; buyer_nick: string; text: string; channel?: string }
  | { type: 'chat.read'; buyer_nick: string }
  /** A person writes as the buyer; `tid`: the own trade that it is about. */
  | { type: 'chat.say'; actor: 'buyer'; buyer_nick: string; text: string; tid?: string }
  | RateCommand
  | RefundCommand
  | ToolCommand
  | TradeCommand
  | ShipCommand
  | TrainingCommand;

/** When it is: `sim` in simulated ms, `wall` in real ms, both since the epoch. */
export interface Now {
  sim: number;
  wall: number;
}

/** No records and no refusal: there was nothing to change. */
export type Decision = { records: ShopRecord[] } | { refusal: TopError; subject: string };
