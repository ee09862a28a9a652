import { readFileSync } from 'node:fs';
import { buildWorld, RemarkCase } from 'fixtures';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkRemark } from './flag-remark.ts';
import { readRemarkLine } from './remark-line.ts';

const Judged = v.object({ today: v.string(), expect: v.array(v.string()) });

/** Every remark whose rules differ from the expected ones, and how many were read. */
function disagreements(name: string): { count: number; good: number; faults: string[] } {
  const lines = readFileSync(new URL(`../../../../fixtures/checks/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  let good = 0;
  const faults = lines.flatMap((line) => {
    const { today, expect: wanted } = v.parse(Judged, JSON.parse(line));
    const read = readRemarkLine(line);
    if ('error' in read) return [`${line}: ${read.error}`];
    if (wanted.length === 0) good += 1;
    const rules = checkRemark({ ...read.input, today }).findings.map(({ rule }) => rule);
    const same = [...rules].sort().join() === [...wanted].sort().join();
    return same
      ? []
      : [`${read.input.situation}「${read.input.memo.slice(0, 60)}」 ${wanted.join()} ≠ ${rules.join()}`];
  });
  return { count: lines.length, good, faults };
}

describe('the corpus of remarks', () => {
  it('is judged exactly as written down', () => {
    const { count, good, faults } = disagreements('flag-remark.corpus.jsonl');
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(260);
    expect(good / count).toBeGreaterThanOrEqual(0.5);
  });

  it('agrees on at least 95 of 100 remarks that nobody tuned for', () => {
    const { count, faults } = disagreements('flag-remark.heldout.jsonl');
    expect(count).toBeGreaterThanOrEqual(100);
    expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(Math.floor(count * 0.05));
  });
});

const Facts = v.object({
  today: v.string(),
  operator: v.object({ name: v.string(), nick: v.string() }),
  cases: v.pipe(v.array(RemarkCase), v.minLength(26)),
});

describe('the sample remarks of generated worlds', () => {
  it.each(Array.from({ length: 30 }, (_, i) => i + 1))('are good with seed %i', (seed) => {
    const { today, operator, cases } = v.parse(Facts, buildWorld('flag-remarks', seed).facts);
    const faulty = cases.flatMap(({ situation, flag, facts, sample }) => {
      const { findings } = checkRemark({
        situation,
        flag: Number(flag),
        facts,
        signer: operator.name,
        aliases: [operator.nick],
        memo: sample,
        today,
      });
      return findings.map(({ rule }) => `${situation} ${sample}: ${rule}`);
    });
    expect(faulty).toEqual([]);
  });
});
