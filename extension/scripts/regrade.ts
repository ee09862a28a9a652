/**
 * `npm run regrade -- FILE…`: grades exported result files from their logs alone, one JSON object per file. Exam
 * tickets among them (`*.coach-ticket.json`) are no results: they say by what rubric results of that exam are graded.
 */
import { readFile, stat } from 'node:fs/promises';
import type { Ticket } from 'fixtures';
import { verifySignature } from '../src/adapters/signing.ts';
import { parseTicket } from '../src/core/exam/ticket.ts';
import { type Regrade, regrade } from '../src/core/log/regrade.ts';
import { LARGEST_FILE } from '../src/core/log/result.ts';

/** Why a file cannot be read, by Node's error code. */
const WHY: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹，不是成绩文件',
  EACCES: '没有权限读这个文件',
};

const tickets = new Map<string, Ticket>();

async function read(path: string): Promise<Regrade> {
  const refuse = (code: string, text: string): Regrade => ({ verified: false, faults: [{ code, text }] });
  try {
    if ((await stat(path)).size > LARGEST_FILE) return refuse('file-too-large', '文件超过 20 MB，不是成绩文件');
    return await regrade(await readFile(path, 'utf8'), verifySignature, (nonce) => tickets.get(nonce));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return refuse('file-unreadable', WHY[why] ?? `读不了这个文件（${why}）`);
  }
}

/** A ticket that cannot be read leaves its results without their rubric, and that is told with each of them. */
async function readTicket(path: string): Promise<void> {
  const read = parseTicket(await readFile(path, 'utf8').catch(() => ''));
  if ('ticket' in read) tickets.set(read.ticket.nonce, read.ticket);
  else console.error(`${path}：${read.fault}`);
}

const TICKET = /\.coach-ticket\.json$/;
const files = process.argv.slice(2);
await Promise.all(files.filter((file) => TICKET.test(file)).map(readTicket));
if (files.length === 0) {
  console.error('用法：npm run regrade -- 成绩文件.coach.json …');
  process.exitCode = 2;
}
for (const file of files.filter((one) => !TICKET.test(one))) {
  const { verified, faults, grade, checksum } = await read(file);
  const { timeline: _timeline, ...rest } = grade ?? {};
  console.log(JSON.stringify({ file, verified, faults, ...rest, checksum }));
  if (!verified) process.exitCode = 1;
}
