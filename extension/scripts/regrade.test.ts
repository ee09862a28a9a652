import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPack, type Rubric } from 'fixtures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carefulLog, resultFile } from '../e2e/result-file.ts';
import { ticketFrom } from '../src/core/exam/draft.ts';
import { ticketName } from '../src/core/exam/ticket.ts';
import { ROOT } from './workspace.ts';

const OPENS = Date.UTC(2026, 10, 22, 1);
let folder: string;
let result: string;
let ticket: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seller-coach-regrade-'));
  const [preset] = loadPack('order-management').pack.rubrics as [Rubric];
  const lessons = [{ pack: 'order-management', lesson: 'flag-remarks', title: '插旗备注' }];
  const rubric = { ...preset, collateral: 17 };
  const draft = { title: '期中', lessons, rubric, opens: OPENS, closes: OPENS + 9e6, minutes: 60, seed: null };
  const made = ticketFrom(draft, 'ab'.repeat(16), 0);
  if ('faults' in made) throw new Error(made.faults.join());
  ticket = join(folder, ticketName(made.ticket));
  result = join(folder, '1.coach.json');
  writeFileSync(ticket, JSON.stringify(made.ticket));
  writeFileSync(result, await resultFile(carefulLog(made.ticket, { account: '1', name: '林小满' }, OPENS)));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Exit status and what was printed, a line of JSON for each result. */
function regrade(...files: string[]) {
  const run = spawnSync(process.execPath, [join(ROOT, 'extension/scripts/regrade.ts'), ...files], { encoding: 'utf8' });
  return {
    status: run.status,
    lines: run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test('a result of an exam is graded by the rubric of the ticket given with it', () => {
  const { status, lines } = regrade(result, ticket);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ file: result, verified: true, faults: [], student: { account: '1' } });
  expect(lines[0].deductions.find((one: { clause: string }) => one.clause === 'collateral').points).toBe(17);
  expect(status).toBe(0);
});

test('without the ticket a rubric of its own is no rubric of the course', () => {
  const { status, lines } = regrade(result);
  expect(lines[0]).toMatchObject({ verified: false, faults: [{ code: 'material-edited' }] });
  expect(status).toBe(1);
});
