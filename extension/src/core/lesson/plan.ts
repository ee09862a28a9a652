import type { Step, TraceNode } from 'fixtures';

/** A step with its place in the trace. */
export interface PlannedStep {
  step: Step;
  /** 0-based place in reading order. */
  index: number;
  /** Steps that have to be settled before this one may be taken. */
  requires: readonly number[];
  optional: boolean;
  /** Number of the innermost sequence around it: the steps of one stage lead to one saved change. */
  stage: number;
}

/**
 * Lays a trace (templates, `each` and `when` already resolved) out flat. In a `sequence` a child
 * requires all that earlier children require of a student; `any-order` adds nothing; the steps of
 * an `optional` are required by nobody.
 */
export function planTrace(root: TraceNode): PlannedStep[] {
  const plan: PlannedStep[] = [];
  let stages = 0;

  /** Returns the indices that must be settled for the node to be settled. */
  function lay(node: TraceNode, requires: readonly number[], optional: boolean, stage: number): number[] {
    switch (node.type) {
      case 'step': {
        const index = plan.length;
        plan.push({ step: node, index, requires, optional, stage });
        return optional ? [] : [index];
      }
      case 'sequence': {
        const own = node.nodes.some((child) => child.type === 'step') ? ++stages : stage;
        const settled: number[] = [];
        for (const child of node.nodes) settled.push(...lay(child, [...requires, ...settled], optional, own));
        return settled;
      }
      case 'any-order':
        return node.nodes.flatMap((child) => lay(child, requires, optional, stage));
      case 'optional':
        return node.nodes.flatMap((child) => lay(child, requires, true, stage));
      case 'each':
      case 'when':
        throw new Error(`课程没有展开：${node.type} 节点要先代入事实`);
    }
  }
  lay(root, [], false, 0);
  return plan;
}
