import { type Place, VIEWS } from './model.ts';

/** Where an address leads; what it does not say, or says wrongly, is the beginning. */
export function placeOf(search: string): Place {
  const fields = new URLSearchParams(search);
  const view = VIEWS.find((one) => one === fields.get('view')) ?? 'class';
  const field = (name: string) => fields.get(name) ?? '';
  return { view, class: field('class'), ticket: field('ticket'), account: field('account') };
}

/** Query of a place's address. */
export function addressOf(place: Place): string {
  const fields = Object.entries(place).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(fields)}`;
}

/** One step on: what is not named stays as it is, but another class has other exams. */
export function placeFrom(place: Place, to: Partial<Place>): Place {
  return { ...place, ...(to.class === undefined ? {} : { ticket: '', account: '' }), ...to };
}
