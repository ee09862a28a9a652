import type { EntityKind } from './entities.ts';

/** Every type of record that changes a thing, and which kind of thing its subject is. Others are folded one by one. */
export const CHANGES: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ['trade.memo.updated', 'trade'],
  ['rate.added', 'rate'],
  ['rate.explained', 'rate'],
  ['refund.applied', 'refund'],
  ['refund.changed', 'refund'],
  ['refund.agreed', 'refund'],
  ['refund.refused', 'refund'],
  ['refund.goods-returned', 'refund'],
  ['refund.succeeded', 'refund'],
  ['refund.closed', 'refund'],
  ['refund.message.added', 'refund'],
  ['refund.intervention.asked', 'refund'],
  ['address.saved', 'address'],
  ['address.removed', 'address'],
  ['carrier.switched', 'carrier'],
  ['freight.saved', 'freight'],
  ['freight.removed', 'freight'],
]);
