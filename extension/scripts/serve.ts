import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Another program listens on the port. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`端口 ${port} 已被别的程序占用。`);
  }
}

export interface Served {
  /** `http://127.0.0.1:5188`, without a slash at the end. */
  origin: string;
  /** Ends the server and every open connection. */
  close(): Promise<void>;
}

/**
 * Serves a built single-page app on 127.0.0.1: files by their names, and `index.html` for every path that looks like
 * a page (no extension), so that deep links and reloads work.
 * @param folder the app's `dist`
 * @param port 0 takes a free one
 * @throws PortTakenError
 */
export function serve(folder: string, port: number): Promise<Served> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTakenError(port) : error),
    );
    server.listen(port, '127.0.0.1', () => {
      done({
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = pathOf(request.url ?? '/');
  if (path === null) return refuse(response, 400);
  const wanted = resolve(join(root, path));
  if (wanted !== root && !wanted.startsWith(root + sep)) return refuse(response, 403);
  const file = (await isFile(wanted)) ? wanted : extname(path) === '' ? join(root, 'index.html') : null;
  if (file === null || !(await isFile(file))) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': (await stat(file)).size,
    'cache-control': caching(root, file),
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** The decoded path without its query, or null when it is not a path a browser would send. */
function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    return path.startsWith('/') && !/[\0\\]/.test(path) ? path : null;
  } catch {
    return null;
  }
}

/** Vite puts a hash into the names under `assets/`; everything else must be asked for anew (the page, msw's worker). */
function caching(root: string, file: string): string {
  return file.startsWith(join(root, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-store';
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end();
}
