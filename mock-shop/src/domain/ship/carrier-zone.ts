import type { Carrier } from 'fixtures';

/** Days that a carrier needs for a region that it says nothing about: it hands the parcel on. */
const UNSERVED_DAYS = 7;

/** What a carrier takes (yuan; empty: it does not serve the region) and how many days it needs. */
export function zoneFor(carrier: Pick<Carrier, 'zones'>, state: string): { fee: string; days: number } {
  const own = carrier.zones.find(({ states }) => states.includes(state));
  const zone = own ?? carrier.zones.find(({ states }) => states.length === 0);
  return zone && zone.fee !== '' ? { fee: zone.fee, days: zone.days } : { fee: '', days: UNSERVED_DAYS };
}
