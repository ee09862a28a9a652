import { expect, it } from 'vitest';
import { pageNumbers } from './pager.tsx';

it.each([
  [1, 1, [1]],
  [3, 5, [1, 2, 3, 4, 5]],
  [1, 20, [1, 2, 3, 0, 19, 20]],
  [10, 20, [1, 2, 0, 8, 9, 10, 11, 12, 0, 19, 20]],
  [20, 20, [1, 2, 0, 18, 19, 20]],
  // A gap of one page is shown as that page: the dots would take as much room.
  [6, 20, [1, 2, 3, 4, 5, 6, 7, 8, 0, 19, 20]],
])('page %i of %i shows %j', (page, pages, shown) => {
  expect(pageNumbers(page, pages)).toEqual(shown);
});
