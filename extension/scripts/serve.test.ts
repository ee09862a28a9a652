import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PortTakenError, type Served, serve } from './serve.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seller-coach-serve-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/index.html'), '<h1>店铺</h1>');
  writeFileSync(join(folder, 'dist/mockServiceWorker.js'), '// worker');
  writeFileSync(join(folder, 'dist/assets/app-1a2b.js'), '// app');
  served = await serve(join(folder, 'dist'), 0);
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** `fetch` tidies paths up; this sends them as they are. */
function raw(
  path: string,
  method = 'GET',
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(served.origin);
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, body, headers: response.headers }));
    })
      .on('error', failed)
      .end();
  });
}

test.each(['/', '/sold', '/sold?tab=waitSend&page=2', '/sold/2026112210000000001', '/%E5%95%86'])(
  '%s is the app',
  async (path) => {
    const answer = await raw(path);
    expect(answer).toMatchObject({ status: 200, body: '<h1>店铺</h1>' });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
  },
);

test('hashed files are kept, the worker script is not', async () => {
  const app = await raw('/assets/app-1a2b.js');
  expect(app.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(app.headers['cache-control']).toContain('immutable');
  expect((await raw('/mockServiceWorker.js')).headers['cache-control']).toBe('no-store');
});

test('a missing file is 404, not the app', async () => {
  expect((await raw('/assets/gone.js')).status).toBe(404);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/..\\secret.txt',
  '/%00',
  '/%',
])('no way out of the folder: %s', async (path) => {
  const answer = await raw(path);
  expect([400, 403, 404]).toContain(answer.status);
  expect(answer.body).not.toContain('secret');
});

test('only reading', async () => {
  expect((await raw('/', 'POST')).status).toBe(405);
  expect(await raw('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('a taken port is said so', async () => {
  await expect(serve(folder, Number(new URL(served.origin).port))).rejects.toThrow(PortTakenError);
});
