import type { Refund } from 'fixtures';
import { find } from '../../domain/entities.ts';
import { fen } from '../../domain/money.ts';
import type { RefundAct, RefundCommand } from '../../domain/refund/command.ts';
import { refundList } from '../../domain/refund/query.ts';
import { REFUSE_REASONS } from '../../domain/refund/reasons.ts';
import { invalid, missing, remote, type TopError } from '../../domain/refusal.ts';
import type { Shop } from '../shop.ts';
import { checked, whole } from './checked.ts';
import { topTime } from './fields.ts';
import type { Method, Outcome } from './method.ts';
import { given, type Params } from './params.ts';
import { shownMessage, shownRefund } from './refund-fields.ts';
import { readRefundQuery } from './refund-query.ts';

/** Refunds, for the seller. Source: seller-backend, "refunds.receive.get" and below. */
export const REFUND_METHODS: readonly (readonly [string, Method])[] = [
  ['refunds.receive.get', receiveGet],
  ['refund.get', refundGet],
  ['refund.messages.get', messagesGet],
  ['refund.message.add', messageAdd],
  ['refund.refuse', refuse],
  ['rp.refunds.agree', agreeRefunds],
  ['rp.returngoods.agree', agreeReturn],
  ['rp.returngoods.refill', refill],
  ['rp.returngoods.refuse', refuseGoods],
];

async function receiveGet(shop: Shop, params: Params): Promise<Outcome> {
  const read = readRefundQuery(params);
  if ('error' in read) return read;
  const { state, clock } = await shop.view();
  const { total, refunds } = refundList(state, read.query, clock.sim);
  const shown = refunds.map((refund) => shownRefund(state, refund, given(params, 'fields')));
  if (shown.some((refund) => Object.keys(refund).length === 0)) return { error: unknownFields() };
  const more = params.get('use_has_next') === 'true';
  const size = more ? { has_next: read.query.page * read.query.size < total } : { total_results: total };
  return { answer: { ...size, refunds: { refund: shown } } };
}

async function refundGet(shop: Shop, params: Params): Promise<Outcome> {
  const found = await findRefund(shop, params);
  if ('error' in found) return found;
  const refund = shownRefund((await shop.view()).state, found.refund, given(params, 'fields'));
  return Object.keys(refund).length === 0 ? { error: unknownFields() } : { answer: { refund } };
}

/** The history, the newest entry first. */
async function messagesGet(shop: Shop, params: Params): Promise<Outcome> {
  const read = checked(() => [whole(params, 'page_no', 1, 1_000_000), whole(params, 'page_size', 40, 100)] as const);
  if ('error' in read) return read;
  const found = await findRefund(shop, params);
  if ('error' in found) return found;
  const { refund } = found;
  const [page, size] = read.query;
  const shown = refund.messages.toReversed().slice((page - 1) * size, page * size);
  const refund_message = shown.map((one) => shownMessage(refund, one));
  return { answer: { refund_messages: { refund_message }, total_results: refund.messages.length } };
}

/** `image`: up to three `data:` URLs, each on a line of its own. */
async function messageAdd(shop: Shop, params: Params): Promise<Outcome> {
  const pics = (given(params, 'image') ?? '').split('\n').filter(Boolean);
  const content = params.get('content') ?? '';
  const command = { type: 'refund.message', actor: 'seller', refund_id: idOf(params), content, pics } as const;
  const done = await run(shop, 'taobao.refund.message.add', command);
  if ('error' in done) return done;
  const last = done.refund.messages.at(-1);
  return last ? { answer: { refund_message: shownMessage(done.refund, last) } } : { answer: {} };
}

async function refuse(shop: Shop, params: Params): Promise<Outcome> {
  const message = params.get('refuse_message') ?? '';
  const done = await run(shop, 'taobao.refund.refuse', refusing(params, 'application', message));
  if ('error' in done) return done;
  const { refund_id, status, modified } = done.refund;
  return { answer: { refund: { refund_id, status, modified: topTime(modified) }, is_success: true } };
}

async function refuseGoods(shop: Shop, params: Params): Promise<Outcome> {
  const reason = REFUSE_REASONS.find(({ id }) => String(id) === params.get('refuse_reason_id'));
  const message = given(params, 'refuse_message') ?? reason?.text ?? '';
  const done = await run(shop, 'taobao.rp.returngoods.refuse', refusing(params, 'goods', message));
  return 'error' in done ? done : { answer: { result: true } };
}

/** `refuse_proof`: a `data:` URL. */
function refusing(params: Params, of: 'application' | 'goods', message: string): RefundAct<'refund.refuse'> {
  const reason_id = number(params, 'refuse_reason_id');
  const proof = given(params, 'refuse_proof');
  return {
    type: 'refund.refuse',
    actor: 'seller',
    refund_id: idOf(params),
    of,
    message,
    ...(reason_id !== undefined && { reason_id }),
    ...(proof !== undefined && { proof }),
    ...version(params),
  };
}

/**
 * `refund_infos`: `number|amount in fen|version|phase`, several joined by commas. Money alone is agreed to, returned
 * goods are confirmed. The first that is refused ends the call; those before it stay agreed to.
 */
async function agreeRefunds(shop: Shop, params: Params): Promise<Outcome> {
  const name = 'taobao.rp.refunds.agree';
  const infos = given(params, 'refund_infos');
  if (infos === undefined) return { error: missing('refund_infos') };
  const results: { refund_id: string; succ: boolean }[] = [];
  for (const info of infos.split(',')) {
    const [refund_id = '', amount = '', seen = ''] = info.trim().split('|');
    const refuse = (error: TopError): Outcome => {
      shop.refuse(name, refund_id, error);
      return { error };
    };
    const found = await findRefund(shop, new Map([['refund_id', refund_id]]));
    if ('error' in found) return refuse(found.error);
    const { refund } = found;
    if (amount !== '' && amount !== String(fen(refund.refund_fee))) {
      return refuse(invalid('refund_infos', `退款金额不对：这笔要退 ${refund.refund_fee} 元`));
    }
    const comesBack = refund.dispute_type !== 'REFUND';
    const done = await run(shop, name, {
      type: comesBack ? 'refund.receive' : 'refund.agree',
      actor: 'seller',
      refund_id,
      ...(/^\d{1,9}$/.test(seen) && { version: Number(seen) }),
    });
    if ('error' in done) return done;
    results.push({ refund_id, succ: true });
  }
  return { answer: { succ: true, message: '操作成功', results: { refund_mapping_result: results } } };
}

async function agreeReturn(shop: Shop, params: Params): Promise<Outcome> {
  const id = given(params, 'seller_address_id');
  const role = number(params, 'post_fee_bear_role');
  const done = await run(shop, 'taobao.rp.returngoods.agree', {
    type: 'refund.agree',
    actor: 'seller',
    refund_id: idOf(params),
    remark: params.get('remark') ?? '',
    ...(id !== undefined && { seller_address_id: id }),
    ...(role !== undefined && { post_fee_bear_role: role }),
    ...version(params),
  });
  return 'error' in done ? done : { answer: { is_success: true } };
}

async function refill(shop: Shop, params: Params): Promise<Outcome> {
  const done = await run(shop, 'taobao.rp.returngoods.refill', {
    type: 'refund.return',
    actor: 'seller',
    refund_id: idOf(params),
    company_code: params.get('logistics_company_code') ?? '',
    sid: params.get('logistics_waybill_no') ?? '',
    desc: '',
    pics: [],
  });
  return 'error' in done ? done : { answer: { is_success: true } };
}

async function run(
  shop: Shop,
  name: string,
  command: Extract<RefundCommand, { refund_id: string }>,
): Promise<{ refund: Refund } | { error: TopError }> {
  const error = await shop.run(name, command);
  return error ? { error } : findRefund(shop, new Map([['refund_id', command.refund_id]]));
}

async function findRefund(shop: Shop, params: Params): Promise<{ refund: Refund } | { error: TopError }> {
  const id = idOf(params);
  if (id === '') return { error: missing('refund_id') };
  if (!/^\d{1,18}$/.test(id)) return { error: invalid('refund_id', '退款编号应当全是数字，最多 18 位') };
  const refund = find((await shop.view()).state, 'refund', id);
  return refund ? { refund } : { error: remote('isv.refund-not-exist', `没有编号为 ${id} 的退款`) };
}

function idOf(params: Params): string {
  return params.get('refund_id')?.trim() ?? '';
}

/** A whole number, or -1 for what is none; undefined when not given. */
function number(params: Params, name: string): number | undefined {
  const text = given(params, name);
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

function version(params: Params): { version?: number } {
  const seen = number(params, 'refund_version');
  return seen === undefined ? {} : { version: seen };
}

function unknownFields(): TopError {
  return invalid('fields', 'fields 里没有一个认识的字段，例如 refund_id,status,refund_fee');
}
