import { type Place, VIEWS } from './model.ts';

/** Where an address leads; what it does not say, or says wrongly, is the beginning. */
export function placeOf(search: string): Place {
  const fields = new URLSearchParams(search);
  const view = VIEWS.find((one) => one === fields.get('view')) ?? 'class';
  return { view, class: fields.get('class') ?? '' };
}

/** Query of a place's address. */
export function addressOf(place: Place): string {
  const fields = Object.entries(place).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(fields)}`;
}
