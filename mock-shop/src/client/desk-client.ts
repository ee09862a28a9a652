import type { DeskOrder, TableItem } from 'fixtures';
import type { Choice } from '../domain/training/desk/choices.ts';
import type { DeskPage, SeenOrder } from '../domain/training/desk/desk-list.ts';
import type { ReviewedOrder } from '../domain/training/desk/review.ts';
import { rest } from './call.ts';

/** An order in its 订单发货 window. */
export interface OpenedOrder {
  order: SeenOrder;
  choices: Choice[];
  /** 店铺可用资金, in yuan. */
  funds: string;
  /** A carrier that needs more days is no choice. */
  max_days: number;
  /** The round is over: nothing can be done any more. */
  over: boolean;
}

/** 讲评 of a round that is over: the table, and one page of the orders that `item` rests on, or of all. */
export interface ReviewPage {
  shift_id: string;
  table: TableItem[];
  orders: ReviewedOrder[];
  page: number;
  pages: number;
  total: number;
}

/** @throws {ShopError} `isv.shift-not-exist` */
export const getDeskPage = (shift: string, status: DeskOrder['status'], page: number): Promise<DeskPage> =>
  rest(`/api/desk/orders?${new URLSearchParams({ shift, status, page: String(page) })}`);

/** @throws {ShopError} `isv.desk-order-not-exist` */
export const getDeskOrder = (id: string): Promise<OpenedOrder> => rest(at(id));

/** 订单发货: the order is then 已发货, or 无效. @throws {ShopError} `isv.funds-not-enough`, `isv.carrier-not-serving` … */
export const sendDeskOrder = (id: string, company_code: string): Promise<OpenedOrder> =>
  rest(`${at(id)}/send`, { company_code });

/** 订单作废. @throws {ShopError} */
export const voidDeskOrder = (id: string): Promise<OpenedOrder> => rest(`${at(id)}/void`, {});

/** 收款: the order is then 完结, or still 已发货. @throws {ShopError} */
export const collectDeskOrder = (id: string): Promise<OpenedOrder> => rest(`${at(id)}/collect`, {});

/** @throws {ShopError} `isv.shift-running` while it goes on */
export const getReview = (shift: string, item: string, page: number): Promise<ReviewPage> =>
  rest(`/api/desk/shifts/${encodeURIComponent(shift)}/review?${new URLSearchParams({ item, page: String(page) })}`);

function at(id: string): string {
  return `/api/desk/orders/${encodeURIComponent(id)}`;
}
