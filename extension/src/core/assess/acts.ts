import type { Action, Step } from 'fixtures';
import { identifies, inRow } from '../lesson/match.ts';

/** How an action has to do with a step: it is the step's, it is the step's in another row, or neither. */
export type Likeness = 'same' | 'other-row' | null;

/** By the step's own way or one that is as good. The option is left to what the step's input is judged by. */
export function likeness(step: Step, action: Action): Likeness {
  const own = likeWay(step, step.page, action);
  if (own === 'same' || !step.ways) return own;
  const all = [own, ...step.ways.map((way) => likeWay(way, step.page, action))];
  return all.find((one) => one === 'same') ?? all.find((one) => one !== null) ?? null;
}

function likeWay(way: Pick<Step, 'action' | 'target'>, page: string | undefined, action: Action): Likeness {
  if (way.action !== action.action) return null;
  if (way.action === 'open') return isAt(page, action.input) ? 'same' : null;
  if (!identifies(way.target, action.selection)) return null;
  return inRow(way.target.row, action.selection.row) ? 'same' : 'other-row';
}

/** Is the address the page, with all that the page's query asks for? */
function isAt(page: string | undefined, address: string | undefined): boolean {
  if (page === undefined || address === undefined) return false;
  const [path, wanted] = partsOf(page);
  const [place, given] = partsOf(address);
  return path === place && wanted.every((one) => given.includes(one));
}

function partsOf(address: string): [path: string, query: string[]] {
  const [path = '', query = ''] = (address.split('#')[0] ?? '').split('?');
  return [plainly(path), query.split('&').filter(Boolean).map(plainly)];
}

/** Percent codes as the characters they stand for, so that both ways of writing an address are the same. */
function plainly(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
