import type { ShopRecord } from 'fixtures';

/** A record that this state cannot have led to: the stored world is damaged. */
export class ApplyError extends Error {
  override name = 'ApplyError';
}

/** What is wrong with this record, as an error. */
export function fault(record: ShopRecord, why: string): ApplyError {
  return new ApplyError(`第 ${record.seq} 号记录（${record.type}）${why}`);
}

/** A text that the record must carry. @throws ApplyError */
export function textOf(record: ShopRecord, key: string): string {
  const value = record.data[key];
  if (typeof value !== 'string') throw fault(record, `缺少 ${key}`);
  return value;
}
