import { flagRemarkTable } from 'fixtures';
import * as v from 'valibot';
import type { RemarkInput } from './flag-remark.ts';

const table = flagRemarkTable();
const situations = table.situations.map(({ situation }) => situation);
const flags: readonly (string | number)[] = table.flags.flatMap(({ flag, colour }) => [flag, colour]);

const text = (name: string) => v.string(`${name} 要是文字`);
const Flag = v.union([v.number(), v.string()], 'flag 要是旗色的名字或 0–5 的数');

const RemarkLine = v.object(
  {
    situation: v.pipe(
      text('situation'),
      v.check(
        (name) => situations.some((known) => known === name),
        ({ input }) => `没有「${input}」这种情况，可用的有：${situations.join('、')}`,
      ),
    ),
    facts: v.optional(
      v.pipe(
        v.record(v.string(), v.union([v.string(), v.number()], 'facts 里的值要是文字或数'), 'facts 要是一个对象'),
        v.transform((facts) => Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]))),
      ),
      {},
    ),
    signer: v.pipe(
      text('signer'),
      v.check((name) => name.trim() !== '', 'signer 不能是空的'),
    ),
    aliases: v.optional(v.array(text('aliases 的每一项'), 'aliases 要是一列名字'), []),
    flag: v.pipe(
      Flag,
      v.transform((flag) => (typeof flag === 'string' && /^\d$/.test(flag) ? Number(flag) : flag)),
      v.check(
        (flag) => flags.includes(flag),
        ({ input }) =>
          `没有「${input}」这种旗，可用的有：${flags.filter((flag) => typeof flag === 'string').join('、')}，或 0–5`,
      ),
    ),
    memo: text('memo'),
  },
  ({ input }) => (typeof input === 'object' ? '缺少字段' : '要是一个 JSON 对象'),
);

/** One line of the `check-remark` tool, without `today`; what is wrong with it, in Chinese, instead. */
export function readRemarkLine(line: string): { input: Omit<RemarkInput, 'today'> } | { error: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: '不是一行完整的 JSON' };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { error: '要是一个 JSON 对象' };
  const result = v.safeParse(RemarkLine, json);
  if (result.success) return { input: result.output };
  const issue = result.issues[0];
  const path = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  return { error: issue.received === 'undefined' ? `缺少 ${path}` : issue.message };
}
