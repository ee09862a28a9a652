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
  return mayBegin(material, startedAt, body.data.world) ? 'take' : 'before';
}

/** Whether a world (`scenario:seed:startedAt`) is the lesson's, begun for this attempt and not before it. */
export function mayBegin({ scenario, seed }: Attempt['material'], startedAt: number, world: string): boolean {
  return world.startsWith(`${scenario}:${seed}:`) && Number(world.split(':')[2]) >= startedAt;
}
