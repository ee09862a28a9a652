import type { SellerFlag } from 'fixtures';
import type { TopError } from './refusal.ts';
import { textFault } from './text-fault.ts';

/** TOP's limit for `memo`, in GBK bytes. */
export const MEMO_BYTES = 1000;

export interface Memo {
  flag: SellerFlag;
  memo: string;
}

/** TOP's six flags: 0 grey, 1 red, 2 yellow, 3 green, 4 blue, 5 purple. */
export function isFlag(value: number): value is SellerFlag {
  return Number.isInteger(value) && value >= 0 && value <= 5;
}

/** Why this text cannot be a remark; undefined when it can. Line breaks are fine, other control characters are not. */
export function memoFault(memo: string): TopError | undefined {
  return textFault('memo', '备注', memo, MEMO_BYTES);
}
