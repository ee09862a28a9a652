import type { TopError } from '../../domain/refusal.ts';
import type { Shop } from '../shop.ts';
import type { Params } from './params.ts';

/** An answer's content, without envelope. */
export type Outcome = { answer: object } | { error: TopError };

/** One of TOP's methods. */
export type Method = (shop: Shop, params: Params) => Promise<Outcome>;
