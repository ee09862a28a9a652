import type { Way } from '../../domain/ship/command.ts';

/** What the ship page's URL says beside the order number. */
export interface ShipUrl {
  way: Way;
  /** Orders to tick; empty: all that can go. */
  oids: string[];
  /** The address is to be changed first: 修改地址并发货. */
  address: boolean;
}

export function readShipUrl(search: string): ShipUrl {
  const params = new URLSearchParams(search);
  const way = params.get('way');
  return {
    way: way === 'online' || way === 'dummy' ? way : 'offline',
    oids: (params.get('oids') ?? '').split(',').filter((oid) => /^\d{1,19}$/.test(oid)),
    address: params.get('address') === '1',
  };
}

/** The same URL query with another way of shipping. */
export function withWay(search: string, way: Way): string {
  const params = new URLSearchParams(search);
  params.delete('address');
  params.set('way', way);
  return `?${params}`;
}

/** Order numbers of `?tids=`, each once, at most a hundred. */
export function readTids(search: string): string[] {
  const tids = (new URLSearchParams(search).get('tids') ?? '').split(',').filter((tid) => /^\d{1,19}$/.test(tid));
  return [...new Set(tids)].slice(0, 100);
}
