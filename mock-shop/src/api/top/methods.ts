import type { Method } from './method.ts';
import { ORDER_METHODS } from './order-methods.ts';
import { RATE_METHODS } from './rate-methods.ts';
import { REFUND_METHODS } from './refund-methods.ts';
import { SHIP_METHODS } from './ship-methods.ts';
import { TOOL_METHODS } from './tools-methods.ts';
import { TRADE_METHODS } from './trade-methods.ts';

/** TOP's methods by name, without the `taobao.` in front. */
export const METHODS: ReadonlyMap<string, Method> = new Map([
  ...TRADE_METHODS,
  ...ORDER_METHODS,
  ...REFUND_METHODS,
  ...SHIP_METHODS,
  ...RATE_METHODS,
  ...TOOL_METHODS,
]);
