import type { Trade } from 'fixtures';
import Papa from 'papaparse';
import { dateTime, FLAG_LABEL, REFUND_LABEL, rateLabel, STATUS_LABEL, skuParts } from '../labels.ts';
import { maskedReceiver } from '../receiver/mask.ts';

/** The columns of an export: a head, and what a trade has there. */
const COLUMNS: readonly (readonly [head: string, of: (trade: Trade) => string])[] = [
  ['订单编号', ({ tid }) => asText(tid)],
  ['订单状态', ({ status }) => STATUS_LABEL[status]],
  ['关闭原因', ({ close_reason = '' }) => close_reason],
  ['买家昵称', ({ buyer_nick }) => buyer_nick],
  ['成交时间', ({ created }) => dateTime(created)],
  ['付款时间', ({ pay_time = '' }) => dateTime(pay_time)],
  ['发货时间', ({ consign_time = '' }) => dateTime(consign_time)],
  ['结束时间', ({ end_time = '' }) => dateTime(end_time)],
  ['宝贝', ({ orders }) => orders.order.map(goods).join('；')],
  ['宝贝数量', ({ orders }) => String(orders.order.reduce((sum, { num }) => sum + num, 0))],
  ['商品总价', ({ total_fee }) => total_fee],
  ['优惠', ({ discount_fee }) => discount_fee],
  ['卖家改价', ({ adjust_fee }) => adjust_fee],
  ['运费', ({ post_fee }) => post_fee],
  ['买家应付或实付', ({ payment }) => payment],
  ['已到账', ({ received_payment }) => received_payment],
  ['售后', ({ orders }) => distinct(orders.order.map(({ refund_status }) => REFUND_LABEL[refund_status]))],
  ['评价', rateLabel],
  ['买家留言', ({ buyer_message }) => buyer_message],
  ['备注旗', ({ seller_flag }) => FLAG_LABEL[seller_flag]],
  ['卖家备注', ({ seller_memo }) => seller_memo],
  ['收货人', ({ receiver_name }) => receiver_name],
  ['手机', ({ receiver_mobile }) => asText(receiver_mobile)],
  ['电话', ({ receiver_phone }) => asText(receiver_phone)],
  ['收货地址', addressOf],
  ['邮编', ({ receiver_zip }) => asText(receiver_zip)],
  ['物流公司', ({ orders }) => distinct(orders.order.map(({ logistics_company = '' }) => logistics_company))],
  ['运单号', ({ orders }) => asText(distinct(orders.order.map(({ invoice_no = '' }) => invoice_no)))],
  ['支付宝交易号', ({ alipay_no }) => asText(alipay_no)],
];

/** A byte order mark: without it Excel takes a CSV file for the system's own code page. */
const BOM = '\uFEFF';
/**
 * What a spreadsheet would take for a formula; such a cell begins with an apostrophe in the file. Amounts may be
 * negative, and a number's tab is ours.
 */
const FORMULA = /^(?:[=@\r]|[+-](?!\d+\.\d\d$))/;

/** The first line of an export. */
export function csvHead(): string {
  return BOM + csv([COLUMNS.map(([head]) => head)]);
}

/** A line for each trade. @param hidden receivers are shown in part only */
export function csvLines(trades: readonly Trade[], hidden = false): string {
  const shown = hidden ? trades.map((trade) => ({ ...trade, ...maskedReceiver(trade) })) : trades;
  return csv(shown.map((trade) => COLUMNS.map(([, of]) => of(trade))));
}

function csv(rows: string[][]): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}

/** Excel keeps the 19 digits of a number that begins with a tab, and the zeros in front. */
function asText(digits: string): string {
  return digits === '' ? '' : `\t${digits}`;
}

function goods({ title, sku_properties_name, num }: Trade['orders']['order'][number]): string {
  return `${title}（${skuParts(sku_properties_name).join(' ')}）×${num}`;
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter(Boolean))].join('、');
}

function addressOf(trade: Trade): string {
  const region = [trade.receiver_state, trade.receiver_city, trade.receiver_district, trade.receiver_town];
  return [...region, trade.receiver_address].filter(Boolean).join(' ');
}
