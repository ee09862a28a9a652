import type { Trade } from 'fixtures';

/** A dialog's heading with the order's number. */
export function DealHeading({ text, trade }: { text: string; trade: Trade }) {
  return (
    <>
      {text} <span class="dialog-tid num">订单号：{trade.tid}</span>
    </>
  );
}
