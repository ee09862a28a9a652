import type { Deduction } from '../assess/score.ts';

/** Who marks. Source: textbook 2.4 and 4.6, foot of the tables. */
export const PARTIES = ['self', 'group', 'teacher'] as const;
export type Party = (typeof PARTIES)[number];

export interface EvaluationTable {
  id: '6-1' | '6-2';
  title: string;
  items: readonly { title: string; max: number }[];
}

const ten = (title: string) => ({ title, max: 10 });
const twenty = (title: string) => ({ title, max: 20 });

/** The course's evaluation tables. Source: textbook 2.4 (table 6-1) and 4.6 (table 6-2). */
export const TABLES: readonly EvaluationTable[] = [
  {
    id: '6-2',
    title: '订单管理',
    items: [
      '判断学生在下单过程中发货是否正确',
      '判断学生在收款过程中操作是否正确',
      '判断学生对作废与无效的订单操作是否正确',
      '成单数',
      '丢单数',
    ].map(twenty),
  },
  {
    id: '6-1',
    title: '客服常见问题',
    items: [
      '售前客服处理',
      '售中客服处理',
      '售后客服处理',
      '响应时间',
      '服务得分',
      '满意度',
      '不满意数',
      '访问数',
      '处理数',
      '成交数',
    ].map(ten),
  },
];

/** One student's evaluation under an exam. */
export interface Evaluation {
  class: string;
  ticket: string;
  account: string;
  table: EvaluationTable['id'];
  /** Done in a group, or alone. */
  isGroupWork: boolean;
  /** Marks by party, one an item; null where none was given yet. */
  marks: Record<Party, (number | null)[]>;
  /** Per cent, 100 in all. */
  weights: Record<Party, number>;
  /** Who marked as teacher. Source: AM-46. */
  evaluator: string;
  /** The teacher marked in the group's place, for there is none. Source: AM-53. */
  isGroupByTeacher: boolean;
  problems: string;
}

export function tableOf(id: EvaluationTable['id']): EvaluationTable {
  return TABLES.find((table) => table.id === id) ?? (TABLES[0] as EvaluationTable);
}

/** An evaluation in which nobody has marked yet. */
export function blankEvaluation(
  who: Pick<Evaluation, 'class' | 'ticket' | 'account' | 'table'>,
  problems: string,
): Evaluation {
  const none = () => tableOf(who.table).items.map(() => null);
  return {
    ...who,
    isGroupWork: false,
    marks: { self: none(), group: none(), teacher: none() },
    weights: { self: 20, group: 20, teacher: 60 },
    evaluator: '',
    isGroupByTeacher: false,
    problems,
  };
}

/** Sum of one party's marks; null while one is missing. */
export function sumOf({ marks }: Evaluation, party: Party): number | null {
  return marks[party].reduce<number | null>((sum, mark) => (sum === null || mark === null ? null : sum + mark), 0);
}

/** The total, one decimal; null while a party that counts has not marked everything. Source: AM-53. */
export function totalOf(evaluation: Evaluation): number | null {
  let total = 0;
  for (const party of PARTIES) {
    const weight = evaluation.weights[party];
    if (weight === 0) continue;
    const sum = sumOf(evaluation, party);
    if (sum === null) return null;
    // In thousandths, so that halves are rounded as on paper.
    total += Math.round(sum * weight * 10);
  }
  return Math.round(total / 100) / 10;
}

/** Everything that is wrong with an evaluation. */
export function evaluationFaults(evaluation: Evaluation): string[] {
  const faults: string[] = [];
  const weights = PARTIES.map((party) => evaluation.weights[party]);
  if (weights.some((weight) => !(weight >= 0 && weight <= 100))) faults.push('比例要在 0 到 100 之间');
  if (Math.round(weights.reduce((a, b) => a + b, 0) * 100) !== 10_000) faults.push('三方比例合计要等于 100');
  const { items } = tableOf(evaluation.table);
  for (const party of PARTIES)
    for (const [i, mark] of evaluation.marks[party].entries())
      if (mark !== null && !(mark >= 0 && mark <= (items[i]?.max ?? 0)))
        faults.push(`「${items[i]?.title}」的分数要在 0 到 ${items[i]?.max} 之间`);
  if (evaluation.problems.length > 2000) faults.push('“存在的主要问题”最多 2000 字');
  return [...new Set(faults)];
}

/** 存在的主要问题 as the most costly deductions tell it. */
export function problemsFrom(deductions: readonly Deduction[], most = 3): string {
  const costs = new Map<string, { points: number; times: number }>();
  for (const { title, points } of deductions) {
    const before = costs.get(title) ?? { points: 0, times: 0 };
    costs.set(title, { points: before.points + points, times: before.times + 1 });
  }
  return [...costs]
    .sort(([, a], [, b]) => b.points - a.points)
    .slice(0, most)
    .map(([title, { points, times }]) => `${title}（${times} 处，共扣 ${Math.round(points * 100) / 100} 分）`)
    .join('；');
}

/** An exam's score spread over a table's items, one decimal each. */
export function suggested(table: EvaluationTable, score: number): number[] {
  return table.items.map(({ max }) => Math.round((score / 100) * max * 10) / 10);
}
