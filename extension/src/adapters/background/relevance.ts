import type { OutboxBody } from 'fixtures';
import type { Attempt } from '../../core/assess/attempt.ts';

/** Whether an entry belongs into the attempt's log; `other-world` and `before` are acknowledged and dropped. */
export type Relevance = 'take' | 'other-world' | 'before';

/**
 * Actions always count. Of records, only those of the attempt's world count, which begins with a
 * `world.started` of the right scenario and seed that is younger than the attempt; records that come
 * before that one are asked for again by their numbers.
 */
export function relevance(
  { world, material }: Pick<Attempt, 'world' | 'material'>,
  startedAt: number,
  body: OutboxBody,
): Relevance {
  if (body.kind !== 'record' && body.kind !== 'refused') return 'take';
  if (world !== null) return body.data.world === world ? 'take' : 'other-world';
  if (body.kind !== 'record' || body.data.type !== 'world.started') return 'before';
  const begun = Number(body.data.world.split(':')[2]);
  const isOurs = body.data.world.startsWith(`${material.scenario}:${material.seed}:`) && begun >= startedAt;
  return isOurs ? 'take' : 'before';
}
