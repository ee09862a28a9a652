import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('./check-remark.ts', import.meta.url));
const run = (args: string[], input = '') => spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
const remark = {
  situation: 'gift',
  facts: { gift: '数据线' },
  signer: '小刘',
  flag: 'red',
  memo: '送数据线 小刘 11.20',
};

describe('check-remark', () => {
  it('writes one verdict per line', () => {
    const { stdout, status } = run(
      ['--today', '2026-11-22'],
      `\uFEFF${JSON.stringify(remark)}\r\n\n${JSON.stringify({ ...remark, memo: '' })}`,
    );
    const verdicts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(verdicts).toMatchObject([
      { ok: true, findings: [] },
      { ok: false, findings: [{ rule: 'missing:gift' }, { rule: 'signer-missing' }, { rule: 'date-missing' }] },
    ]);
    expect(status).toBe(0);
  });

  it('goes on after a bad line, names it by its number, and fails at the end', () => {
    const { stdout, status } = run(
      ['--today', '2026-11-22'],
      `${JSON.stringify(remark)}\n{bad\n${JSON.stringify(remark)}\n`,
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ ok: true }, { error: '第 2 行：不是一行完整的 JSON' }, { ok: true }]);
    expect(status).toBe(1);
  });

  it.each([[[]], [['--today']], [['--today', '2026-02-30']], [['--today', '22.11.2026']], [['--now', 'x']]])(
    'explains itself for %j',
    (args) => {
      const { stderr, stdout, status } = run(args);
      expect(stderr).toContain('用法：');
      expect(stdout).toBe('');
      expect(status).toBe(2);
    },
  );
});
