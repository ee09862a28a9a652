import { parseArgs } from 'node:util';
import { FIRST_WORLD, readWish, type Wish } from '../src/api/wish.ts';
import { DAY_SECONDS } from '../src/domain/clock.ts';

export interface GatewayOptions {
  port: number;
  wish: Wish;
}

const USAGE = '用法：npm run gateway -- --port 5190 --scenario flag-remarks --seed 1';

/** Reads the command line; a fault is a Chinese sentence that says what is possible. */
export function gatewayOptions(args: string[]): GatewayOptions | { fault: string } {
  let values: { port?: string; scenario?: string; seed?: string; day?: string };
  try {
    const text = { type: 'string' } as const;
    values = parseArgs({ args, options: { port: text, scenario: text, seed: text, day: text } }).values;
  } catch {
    return { fault: `只认得 --port、--scenario、--seed、--day，每个后面跟一个值。${USAGE}` };
  }
  const { port = '5190', scenario = FIRST_WORLD.scenario, seed = String(FIRST_WORLD.seed) } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { fault: `--port 写成了「${port}」，应当是 0 到 65535 的整数（0 = 任选一个空闲端口）。${USAGE}` };
  }
  const day = values.day ?? String(DAY_SECONDS.usual);
  const read = readWish(new URLSearchParams({ scenario, seed, day }));
  if ('fault' in read) return { fault: read.fault };
  return { port: Number(port), wish: read.wish ?? FIRST_WORLD };
}
