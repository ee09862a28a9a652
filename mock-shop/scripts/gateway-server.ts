import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { RequestHandler } from 'msw';
import { getResponse } from 'msw/utils/get-response';
import { Faults } from '../src/api/faults.ts';
import { handlers } from '../src/api/handlers.ts';
import { memoryShelf } from '../src/api/memory-shelf.ts';
import { type Build, newWorld } from '../src/api/open-world.ts';
import { Shop } from '../src/api/shop.ts';
import type { Wish } from '../src/api/wish.ts';

/** Longest request body, in bytes: a remark and its envelope need a fraction of it. */
const BODY_LIMIT = 1_000_000;

/** The shop's backend in memory: the same handlers as in the browser, and a clock to be stopped. */
export function memoryShop(wish: Wish, build: Build): { shop: Shop; handlers: RequestHandler[]; stop: () => void } {
  const { state, row, first } = newWorld(wish, build, Date.now());
  const silent = { record: () => {}, refused: () => {}, wrote: () => {}, clock: () => {}, lost: () => {} };
  const shop = new Shop(state, row, memoryShelf(row, first), silent, () => Date.now());
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    void shop.tick('gateway', now - last);
    last = now;
  }, 1000);
  return { shop, handlers: handlers(shop, new Faults()), stop: () => clearInterval(timer) };
}

/**
 * Serves handlers over plain HTTP on 127.0.0.1. Resolves once it listens; `port` 0 takes a free one.
 * Rejects with Node's error, e.g. code `EADDRINUSE`.
 */
export function serve(list: RequestHandler[], port: number): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    relay(list, incoming, outgoing).catch(() => outgoing.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function relay(list: RequestHandler[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await readBody(incoming);
  if (body === undefined) return plain(outgoing, 413, `请求太大，最多 ${BODY_LIMIT} 字节`);
  const url = requestUrl(incoming);
  if (!url) return plain(outgoing, 400, '地址不对');
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  const contentType = incoming.headers['content-type'];
  if (contentType) headers.set('content-type', contentType);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(url, { method, headers, ...(hasBody && { body: new Uint8Array(body) }) });
  const response = await getResponse(list, request);
  if (!response) return plain(outgoing, 404, '这里没有东西，网关在 /router/rest');
  // A network error that was asked for: hang up, as a dead line would.
  if (response.type === 'error') return void outgoing.destroy();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function requestUrl(incoming: IncomingMessage): string | undefined {
  const url = `http://127.0.0.1${incoming.url ?? '/'}`;
  return URL.canParse(url) ? url : undefined;
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  // Read to the end even when too long: an answer to a half-sent request never arrives.
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= BODY_LIMIT) parts.push(part);
    else parts.length = 0;
  }
  return length <= BODY_LIMIT ? Buffer.concat(parts) : undefined;
}

function plain(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, { 'Content-Type': 'text/plain;charset=utf-8' });
  outgoing.end(`${text}\n`);
}
