import type { ShopRefusal, World } from 'fixtures';
import { getResponse } from 'msw/utils/get-response';
import { Faults } from '../api/faults.ts';
import { handlers } from '../api/handlers.ts';
import { memoryShelf } from '../api/memory-shelf.ts';
import { newWorld } from '../api/open-world.ts';
import { Shop } from '../api/shop.ts';

export type Json = Record<string, unknown>;

/** The whole backend over a world in memory, asked as the pages ask it. */
export class Asked {
  readonly refusals: ShopRefusal[] = [];
  readonly shop: Shop;
  readonly #handlers: ReturnType<typeof handlers>;

  constructor(world: World) {
    const { state, row, first } = newWorld({ scenario: 'tiny', seed: 7, day: 1440 }, () => world, 1000);
    const refused = (refusal: ShopRefusal) => void this.refusals.push(refusal);
    const listeners = { record: () => {}, refused, wrote: () => {}, clock: () => {}, lost: () => {} };
    this.shop = new Shop(state, row, memoryShelf(row, first), listeners, () => 2000);
    this.#handlers = handlers(this.shop, new Faults());
  }

  /** GET, or POST with `data`. */
  async rest(path: string, data?: object): Promise<{ status: number; body: Json }> {
    return this.#send(path, data === undefined ? {} : { method: 'POST', body: JSON.stringify(data) });
  }

  /** What a method of TOP answers, without envelope; or its error. */
  async top(method: string, params: Record<string, string>): Promise<Json> {
    const rest = { method: `taobao.${method}`, session: 'practice-session', format: 'json', ...params };
    const { body } = await this.#send('/router/rest', { method: 'POST', body: new URLSearchParams(rest) });
    return (body[`${method.replaceAll('.', '_')}_response`] ?? body.error_response) as Json;
  }

  async #send(path: string, init: RequestInit): Promise<{ status: number; body: Json }> {
    const response = await getResponse(this.#handlers, new Request(`http://shop.test${path}`, init));
    if (!response) throw new Error(`nobody answers ${path}`);
    return { status: response.status, body: (await response.json()) as Json };
  }
}
