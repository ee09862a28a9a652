import type { SellerFlag } from 'fixtures';
import { gbkBytes, inGbk } from './gbk.ts';
import { invalid, type TopError } from './refusal.ts';

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
  const bytes = gbkBytes(memo);
  if (bytes > MEMO_BYTES) {
    return invalid('memo', `备注最多 ${MEMO_BYTES} 字节（汉字算 2 个字节），现在是 ${bytes} 字节，请删减后再保存`);
  }
  if (hasControl(memo)) return invalid('memo', '备注里有看不见的控制字符，请删掉后再保存');
  for (const character of memo) {
    if (!inGbk(character)) {
      const shown = character.isWellFormed() ? `「${character}」` : '（残缺字符）';
      return invalid('memo', `备注不能保存这个字符：${shown}，表情等特殊符号请换成文字`);
    }
  }
  return undefined;
}

/** ASCII, C1 and line-separator controls, without the line feed. */
export function hasControl(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 10) continue;
    if (code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}
