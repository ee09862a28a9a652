import { generateKeyPairSync, sign } from 'node:crypto';
import { RemarkLog, tasksOf } from '../e2e/simulated-student.ts';
import { verifySignature } from '../src/adapters/signing.ts';
import { regrade } from '../src/core/log/regrade.ts';
import { signedText, toResult } from '../src/core/log/result.ts';
import { report } from './table.ts';

const ATTEMPTS = 40;
const EVENTS = 200;
const ROUNDS = 5;

/** How many result files of about 200 events are read, verified and graded in a second, on one core. */
export async function benchRegrade(): Promise<void> {
  const files = await Promise.all(Array.from({ length: ATTEMPTS }, (_, seed) => resultFile(seed + 1)));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const file of files) {
      const { verified, faults } = await regrade(file, verifySignature);
      if (!verified) throw new Error(`a fresh log does not verify: ${JSON.stringify(faults)}`);
    }
    rates.push((ATTEMPTS / (performance.now() - start)) * 1000);
  }
  const best = Math.max(...rates);
  report('regrade', '由日志重新计算成绩', [
    {
      what: `每次 ${EVENTS} 条记录`,
      'attempts/s': best,
      'events/s': best * EVENTS,
      'first round/s': rates[0] ?? 0,
      'budget/s': 200,
    },
  ]);
}

async function resultFile(seed: number): Promise<string> {
  const log = new RemarkLog('practice', seed);
  const tasks = tasksOf(seed);
  for (let round = 0; log.events.length < EVENTS - 6; round++) {
    const task = tasks[round % tasks.length];
    if (task) log.remark(task.tid, task.flag, `${task.sample}${'。'.repeat(Math.floor(round / tasks.length))}`);
  }
  log.append({ kind: 'ended', data: { reason: 'submitted' } });
  const head = log.events.at(-1)?.hash ?? '';
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const value = sign(null, Buffer.from(signedText(log.attempt, head)), privateKey).toString('base64url');
  const key = publicKey.export({ format: 'jwk' }).x ?? '';
  const signature = { alg: 'Ed25519' as const, key, value };
  return JSON.stringify(toResult(log.events, signature));
}
