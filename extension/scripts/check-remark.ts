import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { isIsoDate } from '../src/core/check/dates.ts';
import { checkRemark } from '../src/core/check/flag-remark.ts';
import { readRemarkLine } from '../src/core/check/remark-line.ts';

const USAGE = `用法：npm run -s check-remark -- --today YYYY-MM-DD
从标准输入逐行读 JSON（situation、facts、signer、flag、memo，可选 aliases），每行输出一个结论；有读不懂的行时退出码为 1。`;

/** The day given by `--today`, or undefined when the arguments are not understood. */
function todayOf(args: string[]): string | undefined {
  try {
    const { today } = parseArgs({ args, options: { today: { type: 'string' } } }).values;
    return today !== undefined && isIsoDate(today) ? today : undefined;
  } catch {
    return undefined;
  }
}

async function run(today: string): Promise<boolean> {
  let clean = true;
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const text = line.replace(/^\uFEFF/, '');
    if (text.trim() === '') continue;
    const read = readRemarkLine(text);
    if ('error' in read) clean = false;
    const { error, verdict } =
      'error' in read
        ? { error: read.error, verdict: undefined }
        : { error: undefined, verdict: checkRemark({ ...read.input, today }) };
    await print(error === undefined ? verdict : { error: `第 ${number} 行：${error}` });
  }
  return clean;
}

/** Waits when the reader is slower than we are, so that a long input does not pile up in memory. */
async function print(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

const today = todayOf(process.argv.slice(2));
if (today === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  // A reader that closed the pipe (`| head`) wants no more: that is no fault of ours.
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = (await run(today)) ? 0 : 1;
}
