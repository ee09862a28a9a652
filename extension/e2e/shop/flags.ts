import type { SellerFlag } from 'fixtures';

/** The six flags in the dialog's order, with the names a person sees. */
export const FLAGS: readonly (readonly [SellerFlag, string])[] = [
  [0, '灰旗'],
  [1, '红旗'],
  [2, '黄旗'],
  [3, '绿旗'],
  [4, '蓝旗'],
  [5, '紫旗'],
];
