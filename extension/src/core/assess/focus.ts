import type { PlannedStep } from '../lesson/plan.ts';
import { onPath, reachable } from './path.ts';
import { type Attempt, settled, stateOf, timely } from './state.ts';

/**
 * The step at hand: what comes next where the student last worked, else the first that can be
 * done, else one that waits for its condition; null when nothing is left.
 */
export function focus(attempt: Attempt): PlannedStep | null {
  const open = attempt.plan.filter(
    (p) =>
      !p.optional &&
      (!settled(attempt, p.index) || hasUnsaved(attempt, p)) &&
      reachable(attempt, p) &&
      onPath(attempt, p),
  );
  const here = attempt.touched === null ? undefined : attempt.plan[attempt.touched]?.stage;
  const now = open.filter((p) => timely(attempt, p));
  return now.find((p) => p.stage === here) ?? now[0] ?? open[0] ?? null;
}

/**
 * Controls that lead to a step when its own is not on the page: the earlier ones of its stage,
 * nearest first (a closed dialog is opened again by the button that opened it).
 */
export function leadingTo(attempt: Attempt, planned: PlannedStep): PlannedStep[] {
  return attempt.plan.filter((p) => p.stage === planned.stage && planned.requires.includes(p.index)).reverse();
}

/** A saving step done before, after which something was put right that is not saved yet. */
function hasUnsaved(attempt: Attempt, { step, requires }: PlannedStep): boolean {
  if (!step.record || step.record.path) return false;
  return requires.some((index) => stateOf(attempt, index).typed?.ok && !stateOf(attempt, index).done);
}

/** For each item of the task: whether all steps in the rows that it names are done. */
export function itemsDone(attempt: Attempt): boolean[] {
  const list = attempt.lesson.task.items?.each.replace(/^\{\{|\}\}$/g, '').split('.') ?? [];
  const items = list.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    attempt.facts,
  );
  if (!Array.isArray(items)) return [];
  return items.map((item: unknown) => {
    const ids = new Set(typeof item === 'object' && item !== null ? Object.values(item) : []);
    const steps = attempt.plan.filter(
      (p) => !p.optional && onPath(attempt, p) && Object.values(p.step.target.row ?? {}).some((id) => ids.has(id)),
    );
    return steps.length > 0 && steps.every((p) => stateOf(attempt, p.index).done);
  });
}
