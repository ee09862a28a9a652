/** `npm run gateway`: the shop's backend as a plain HTTP server, for clients outside a browser. */
import type { AddressInfo } from 'node:net';
import { buildWorld, ScenarioError } from 'fixtures';
import { PRACTICE } from '../src/api/top/auth.ts';
import type { Wish } from '../src/api/wish.ts';
import { gatewayOptions } from './gateway-options.ts';
import { memoryShop, serve } from './gateway-server.ts';

const options = gatewayOptions(process.argv.slice(2));
if ('fault' in options) fail(options.fault);

const { handlers, stop } = open(options.wish);
try {
  const server = await serve(handlers, options.port);
  const { port } = server.address() as AddressInfo;
  const { scenario, seed } = options.wish;
  console.log(`网关已启动：http://127.0.0.1:${port}/router/rest（场景 ${scenario}，种子 ${seed}，数据只在内存里）`);
  console.log(`app_key ${PRACTICE.appKey}  secret ${PRACTICE.secret}  session ${PRACTICE.session}`);
} catch (error) {
  stop();
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  fail(
    taken
      ? `端口 ${options.port} 已被占用，请换一个，例如 --port ${(options.port % 65_535) + 1}。`
      : `网关没能启动：${String(error)}`,
  );
}

function open(wish: Wish): ReturnType<typeof memoryShop> {
  try {
    return memoryShop(wish, buildWorld);
  } catch (error) {
    return fail(error instanceof ScenarioError ? `${error.message}。` : String(error));
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
