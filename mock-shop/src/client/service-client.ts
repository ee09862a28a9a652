import type { TableItem } from 'fixtures';
import type { ReviewEntry } from '../domain/training/service/review.ts';
import type { SeenGoods, SeenRow, SeenVisitor, VisitorList } from '../domain/training/service/seen.ts';
import { rest } from './call.ts';

export interface VisitorPage {
  visitors: SeenRow[];
  /** How many the list has in all. */
  total: number;
  counts: Record<VisitorList, number>;
}

export interface ReviewPage {
  entries: ReviewEntry[];
  total: number;
}

const at = (id: string): string => `/api/visitors/${encodeURIComponent(id)}`;

/** A round's visitors, those who wait longest first. @throws {ShopError} `isv.shift-not-exist` */
export const getVisitors = (shift: string, list: VisitorList, page: number, size: number): Promise<VisitorPage> =>
  rest(`/api/service/${encodeURIComponent(shift)}?${new URLSearchParams({ list, page: `${page}`, size: `${size}` })}`);

/** @throws {ShopError} `isv.visitor-not-exist` */
export const getVisitor = async (id: string): Promise<SeenVisitor> =>
  (await rest<{ visitor: SeenVisitor }>(at(id))).visitor;

/** What the visitor asks about, and the shop's rules. @throws {ShopError} `isv.visitor-not-exist` */
export const getGoods = async (id: string): Promise<SeenGoods> =>
  (await rest<{ goods: SeenGoods }>(`${at(id)}/goods`)).goods;

/** 接待. @throws {ShopError} `isv.visitor-over`, `isv.shift-over` */
export const openVisitor = (id: string): Promise<unknown> => rest(`${at(id)}/open`, {});

/**
 * Answers the question of that turn by the place (from 0) of one of the four, or in own words.
 * @throws {ShopError} `isv.visitor-over`, `isv.visitor-turn`, `isv.free-answer-off`
 */
export const answerVisitor = (
  id: string,
  turn: number,
  answer: { choice: number } | { text: string },
): Promise<unknown> => rest(`${at(id)}/answers`, { turn, ...answer });

/** 评价表 6-1 of a round that is over. @throws {ShopError} `isv.shift-running` */
export const getSheet = async (shift: string): Promise<TableItem[]> =>
  (await rest<{ items: TableItem[] }>(`/api/service/${encodeURIComponent(shift)}/sheet`)).items;

/** Answers of a round that is over; `item`: only what that line of the sheet rests on. @throws {ShopError} `isv.shift-running` */
export const getAnswers = (shift: string, item: string, page: number, size: number): Promise<ReviewPage> =>
  rest(
    `/api/service/${encodeURIComponent(shift)}/answers?${new URLSearchParams({ item, page: `${page}`, size: `${size}` })}`,
  );
