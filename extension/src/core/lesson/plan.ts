import type { Step, TraceNode } from 'fixtures';

/** A group of a trace over its steps; a `repeat` has its rounds, one after the other. */
export type PlanNode =
  | { type: 'step'; index: number }
  | { type: 'sequence' | 'any-order' | 'optional'; nodes: readonly PlanNode[] }
  | ChoiceNode
  | { type: 'repeat'; min: number; nodes: readonly PlanNode[] };

export interface ChoiceNode {
  type: 'choice';
  nodes: readonly PlanNode[];
}

/** A step with its place in the trace. */
export interface PlannedStep {
  step: Step;
  /** 0-based place in reading order. */
  index: number;
  /** What has to be settled before this one may be taken. */
  needs: readonly PlanNode[];
  /** The steps in `needs` that a student may have to do, for finding the way back to this one. */
  requires: readonly number[];
  optional: boolean;
  /** Number of the innermost sequence around it: the steps of one stage lead to one saved change. */
  stage: number;
  /** The choices that it is within, outermost first, and in which branch. */
  branches: readonly { choice: ChoiceNode; branch: number }[];
}

export interface Plan {
  root: PlanNode;
  steps: readonly PlannedStep[];
}

type Place = Pick<PlannedStep, 'needs' | 'optional' | 'stage' | 'branches'>;

/**
 * Lays a trace (templates, `each` and `when` already resolved) out: its steps in reading order, and the groups over
 * them. In a `sequence` a child needs all earlier children; `any-order` adds nothing; of a `choice` one branch is
 * needed; the steps of an `optional` are needed by nobody; of a `repeat` each round needs the one before, and what
 * comes after it needs the first `min`. Rounds after the first have `#2`, `#3` … behind their steps' ids.
 */
export function planTrace(trace: TraceNode): Plan {
  const steps: PlannedStep[] = [];
  let stages = 0;

  function lay(node: TraceNode, place: Place, round: string): PlanNode {
    switch (node.type) {
      case 'step': {
        const index = steps.length;
        const step = round === '' ? node : { ...node, id: node.id + round };
        const requires = place.needs.flatMap(neededIn);
        steps.push({ step, index, requires, ...place });
        return { type: 'step', index };
      }
      case 'sequence': {
        const stage = node.nodes.some((child) => child.type === 'step') ? ++stages : place.stage;
        const nodes: PlanNode[] = [];
        for (const child of node.nodes)
          nodes.push(lay(child, { ...place, stage, needs: [...place.needs, ...nodes] }, round));
        return { type: 'sequence', nodes };
      }
      case 'any-order':
        return { type: 'any-order', nodes: node.nodes.map((child) => lay(child, place, round)) };
      case 'choice': {
        const nodes: PlanNode[] = [];
        const choice: ChoiceNode = { type: 'choice', nodes };
        for (const [branch, child] of node.nodes.entries())
          nodes.push(lay(child, { ...place, branches: [...place.branches, { choice, branch }] }, round));
        return choice;
      }
      case 'optional':
        return { type: 'optional', nodes: [lay(node.nodes[0], { ...place, optional: true }, round)] };
      case 'repeat': {
        const nodes: PlanNode[] = [];
        for (let n = 1; n <= node.max; n++) {
          const optional = place.optional || n > node.min;
          const before = nodes.at(-1);
          const needs = before ? [...place.needs, before] : place.needs;
          nodes.push(lay(node.node, { ...place, needs, optional }, n === 1 ? round : `${round}#${n}`));
        }
        return { type: 'repeat', min: node.min, nodes };
      }
      case 'each':
      case 'when':
        throw new Error(`课程没有展开：${node.type} 节点要先代入事实`);
    }
  }
  const root = lay(trace, { needs: [], optional: false, stage: 0, branches: [] }, '');
  return { root, steps };
}

/** The steps below a node that somebody may have to do; of a choice those of every branch. */
export function neededIn(node: PlanNode): number[] {
  switch (node.type) {
    case 'step':
      return [node.index];
    case 'optional':
      return [];
    case 'repeat':
      return node.nodes.slice(0, node.min).flatMap(neededIn);
    default:
      return node.nodes.flatMap(neededIn);
  }
}

/** Whether enough of the node's steps are so: all of them, one branch of a choice, the required rounds of a repeat. */
export function nodeHolds(node: PlanNode, isSo: (index: number) => boolean): boolean {
  switch (node.type) {
    case 'step':
      return isSo(node.index);
    case 'sequence':
    case 'any-order':
      return node.nodes.every((child) => nodeHolds(child, isSo));
    case 'choice':
      return node.nodes.some((child) => nodeHolds(child, isSo));
    case 'optional':
      return true;
    case 'repeat':
      return node.nodes.slice(0, node.min).every((child) => nodeHolds(child, isSo));
  }
}
