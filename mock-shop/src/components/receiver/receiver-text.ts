import type { Receiver } from 'fixtures';

/** Where it goes, as a line: the region's parts and the street. */
export function placeText(receiver: Receiver): string {
  const { receiver_state, receiver_city, receiver_district, receiver_town, receiver_address } = receiver;
  const region = [receiver_state, receiver_city, receiver_district, receiver_town];
  // 北京市 北京市 朝阳区: the city of that rank is named once.
  const parts = region.filter((part, i) => part !== '' && part !== region[i - 1]);
  return [...parts, receiver_address].join(' ');
}

/** Whom to call. */
export function phoneText({ receiver_mobile, receiver_phone }: Receiver): string {
  return [receiver_mobile, receiver_phone].filter(Boolean).join(' / ');
}
