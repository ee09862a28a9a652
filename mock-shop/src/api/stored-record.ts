import type { ShopRecord } from 'fixtures';

/**
 * Whether a stored value has a record's shape; what it says is for `apply` to judge. By hand rather than
 * with the schema: the shop's first load would carry a validator for this one question.
 */
export function isRecord(record: unknown): record is ShopRecord {
  if (typeof record !== 'object' || record === null) return false;
  const { seq, world, at, wall, actor, type, subject, data } = record as Record<string, unknown>;
  return (
    Number.isSafeInteger(seq) &&
    typeof world === 'string' &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof wall === 'number' &&
    ['seller', 'buyer', 'platform', 'admin'].includes(String(actor)) &&
    typeof type === 'string' &&
    typeof subject === 'string' &&
    typeof data === 'object' &&
    data !== null
  );
}
