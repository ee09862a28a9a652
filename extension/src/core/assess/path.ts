import { type ChoiceNode, neededIn, nodeHolds, type PlanNode, type PlannedStep } from '../lesson/plan.ts';
import { type Attempt, isDone, settled, stateOf } from './state.ts';

/** All that has to come before this step is settled, and no other branch has made it needless. */
export function reachable(attempt: Attempt, planned: PlannedStep): boolean {
  return !isClosed(attempt, planned) && planned.needs.every((node) => nodeHolds(node, (i) => settled(attempt, i)));
}

/** Another branch of a choice around the step is done already: nobody asks for this one any more. */
export function isClosed(attempt: Attempt, { branches }: PlannedStep): boolean {
  return branches.some(({ choice, branch }) => {
    const done = choice.nodes.findIndex((node) => nodeHolds(node, isDone(attempt)));
    return done >= 0 && done !== branch;
  });
}

/** The branch of a choice that is done, else the one last worked at, else the first. */
function followed(attempt: Attempt, { nodes }: ChoiceNode): number {
  const done = nodes.findIndex((node) => nodeHolds(node, isDone(attempt)));
  if (done >= 0) return done;
  const worked = nodes.map((node) => Math.max(-1, ...neededIn(node).map((i) => stateOf(attempt, i).startedAt ?? -1)));
  return Math.max(0, worked.indexOf(Math.max(...worked)));
}

/** The step is on the way that is being taken: in no branch but the followed one. */
export function onPath(attempt: Attempt, { branches }: PlannedStep): boolean {
  return branches.every(({ choice, branch }) => followed(attempt, choice) === branch);
}

/** The required steps of the way that is being taken, in reading order. */
export function requiredSteps(attempt: Attempt): PlannedStep[] {
  return attempt.plan.filter((p) => !p.optional && onPath(attempt, p));
}

/** The first step below a node that is not settled, on the way being taken. */
export function unsettledIn(attempt: Attempt, node: PlanNode): PlannedStep | undefined {
  return neededIn(node)
    .map((index) => attempt.plan[index])
    .find((p) => p && !settled(attempt, p.index) && onPath(attempt, p));
}
