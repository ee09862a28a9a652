import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { gatewayOptions } from './gateway-options.ts';
import { serve } from './gateway-server.ts';

describe('the command line', () => {
  const options = (...args: string[]) => gatewayOptions(args);

  it('has defaults and takes its four options', () => {
    expect(options()).toEqual({ port: 5190, wish: { scenario: 'flag-remarks', seed: 1, day: 1440 } });
    expect(options('--port', '0', '--scenario', 'flag-remarks', '--seed', '9', '--day', '60')).toEqual({
      port: 0,
      wish: { scenario: 'flag-remarks', seed: 9, day: 60 },
    });
  });

  it.each([
    [['--port', '70000'], '--port'],
    [['--port', 'x'], '--port'],
    [['--seed', '-1'], '--port'],
    [['--seed', 'x'], '4294967295'],
    [['--colour', 'red'], '--seed'],
    [['extra'], '--seed'],
  ])('refuses %j in Chinese', (args, named) => {
    expect(options(...args)).toEqual({ fault: expect.stringContaining(named) });
  });

  const run = (...args: string[]) => {
    const { stderr, status } = spawnSync(process.execPath, [`${import.meta.dirname}/gateway.ts`, ...args], {
      encoding: 'utf8',
    });
    return { stderr, status };
  };

  it('says that a port is taken, and ends with 1', async () => {
    const server = await serve([], 0);
    const { port } = server.address() as AddressInfo;
    expect(run('--port', String(port))).toEqual({
      stderr: expect.stringContaining(`端口 ${port} 已被占用`),
      status: 1,
    });
    server.close();
  });

  it('says which scenarios there are, and ends with 1', () => {
    expect(run('--scenario', 'nope')).toEqual({ stderr: expect.stringContaining('flag-remarks'), status: 1 });
  });
});
