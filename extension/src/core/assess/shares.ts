import type { ChoiceNode, PlanNode, PlannedStep } from '../lesson/plan.ts';

/** A step and its share of the points, in hundredths. */
export interface StepShare {
  planned: PlannedStep;
  max: number;
}

/** What points are split over: a step, or a choice as a whole. */
export type Item = Extract<PlanNode, { type: 'step' }> | ChoiceNode;

/** The required steps and choices below a node, in reading order. */
export function itemsIn(node: PlanNode): Item[] {
  switch (node.type) {
    case 'step':
    case 'choice':
      return [node];
    case 'optional':
      return [];
    case 'repeat':
      return node.nodes.slice(0, node.min).flatMap(itemsIn);
    default:
      return node.nodes.flatMap(itemsIn);
  }
}

/** A choice weighs as much as its heaviest branch, so the others never lower what can be had. */
export function weightOf(plan: readonly PlannedStep[], item: Item): number {
  if (item.type === 'step') return plan[item.index]?.step.weight ?? 0;
  return Math.max(...item.nodes.map((node) => itemsIn(node).reduce((sum, one) => sum + weightOf(plan, one), 0)));
}

/**
 * The steps of one item with their shares of `total`: of a choice those of the branch that earns most (of equals the
 * first), each branch having all of the choice's points. A wrong action lowers a branch, so it never raises the best.
 */
export function wayOf(
  plan: readonly PlannedStep[],
  item: Item,
  total: number,
  pointsOf: (share: StepShare) => number,
): StepShare[] {
  if (item.type === 'step') {
    const planned = plan[item.index];
    return planned ? [{ planned, max: total }] : [];
  }
  let best: { points: number; way: StepShare[] } = { points: -1, way: [] };
  for (const branch of item.nodes) {
    const items = itemsIn(branch);
    const weights = items.map((one) => weightOf(plan, one));
    const maxima = shares(weights.some(Boolean) ? weights : weights.map(() => 1), total);
    const way = items.flatMap((one, i) => wayOf(plan, one, maxima[i] ?? 0, pointsOf));
    const points = way.reduce((sum, share) => sum + pointsOf(share), 0);
    if (points > best.points) best = { points, way };
  }
  return best.way;
}

/** Splits a total by weight into whole parts that add up exactly (largest remainder). */
export function shares(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((w) => (w / sum) * total);
  const parts = exact.map(Math.floor);
  const order = exact.map((x, i) => ({ i, rest: x - Math.floor(x) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}
