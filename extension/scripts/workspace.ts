import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The repository. */
export const ROOT = resolve(import.meta.dirname, '../..');
/** The built shop: plain files for any web server. */
export const SHOP_DIST = join(ROOT, 'mock-shop/dist');
/** The unpacked extension for Chrome, Edge and Chromium. */
export const EXTENSION_DIST = join(ROOT, 'extension/.output/chrome-mv3');
/** What a run may leave behind; ignored by git. */
export const CACHE = join(ROOT, '.cache');

/** How a program ended. `output` holds both of its streams in the order they came. */
export interface Finished {
  code: number;
  output: string;
}

/**
 * Runs a package's program with this very Node (no shell: the same on Windows).
 * @param program path from node_modules, such as `vite/bin/vite.js`
 * @param cwd folder from the root of the repository
 */
export function runProgram(
  program: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  return runScript(join(ROOT, 'node_modules', program), args, cwd, env);
}

/** Runs one of the repository's own scripts, or any file that Node can run. */
export function runScript(file: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(ROOT, file), ...args], {
      cwd: join(ROOT, cwd),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: string) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
