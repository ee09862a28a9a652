import type { Refund, RefundMessage } from 'fixtures';
import { find } from '../../domain/entities.ts';
import { versionOf } from '../../domain/refund/check.ts';
import type { ShopState } from '../../domain/state.ts';
import { picked, topTime } from './fields.ts';

/**
 * A refund as TOP sends it: without its messages, times as `yyyy-MM-dd HH:mm:ss`, the deadline as
 * `refund_remind_timeout`, and only the wanted fields. `refund_version` changes with every change. `pic_path` and `sku`
 * are the order's. Undefined `fields`: everything.
 */
export function shownRefund(state: ShopState, refund: Refund, fields: string | undefined): Record<string, unknown> {
  const { messages: _messages, timeout_action_time: deadline, return_address, ...plain } = refund;
  const order = find(state, 'trade', refund.tid)?.orders.order.find(({ oid }) => oid === refund.oid);
  const all: Record<string, unknown> = {
    ...plain,
    seller_nick: state.shop.nick,
    created: topTime(refund.created),
    modified: topTime(refund.modified),
    refund_version: versionOf(refund),
    has_good_return: refund.dispute_type !== 'REFUND',
    refund_remind_timeout: {
      exist_timeout: deadline !== undefined,
      ...(deadline !== undefined && { timeout: topTime(deadline) }),
    },
    ...(refund.good_return_time !== undefined && { good_return_time: topTime(refund.good_return_time) }),
    ...(return_address && { return_address, address: `${return_address.address} ${return_address.name}` }),
    ...(order && { order_status: order.status, pic_path: order.pic_path, sku: order.sku_properties_name }),
  };
  return fields === undefined
    ? all
    : picked(
        all,
        fields.split(',').map((field) => field.trim()),
      );
}

/** An entry of the history as TOP sends it; pictures nested as TOP's lists are. */
export function shownMessage(refund: Refund, message: RefundMessage): Record<string, unknown> {
  const { pic_urls, ...rest } = message;
  const url = pic_urls.map((one) => ({ url: one }));
  return { ...rest, refund_id: refund.refund_id, created: topTime(message.created), pic_urls: { pic_url: url } };
}
