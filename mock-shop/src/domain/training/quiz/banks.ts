import type { QuizBank } from 'fixtures';
import { changed } from '../../change.ts';
import type { Now } from '../../command.ts';
import type { Draft } from '../../record.ts';
import { invalid, missing, remote } from '../../refusal.ts';
import { Refused } from '../../refused.ts';
import { simText } from '../../sim-time.ts';
import type { ShopState } from '../../state.ts';
import { hasControl } from '../../text-fault.ts';
import { mayManage } from '../accounts.ts';
import { somebody, trainingOf } from '../round.ts';
import { questionsOf } from './papers.ts';

const MOST_BANKS = 20;

/**
 * A teacher brings own questions as a GIFT file, all of it or nothing.
 * @throws Refused that names the line of the first fault, and how many there are
 */
export function importBank(state: ShopState, name: unknown, gift: unknown, now: Now): Draft[] {
  mayManage(state, '导入题库');
  const title = typeof name === 'string' ? name.trim() : '';
  if (title === '') throw new Refused(missing('name', '请给题库起个名字'));
  if (title.length > 40 || hasControl(title))
    throw new Refused(invalid('name', '题库的名字最多 40 个字，不能有控制字符'));
  const banks = [...state.banks.values()];
  if (banks.some((one) => one.name === title)) throw new Refused(invalid('name', `已经有一个叫「${title}」的题库`));
  if (banks.length >= MOST_BANKS)
    throw new Refused(remote('isv.too-many-banks', `最多 ${MOST_BANKS} 个题库，请先移除不用的`));
  if (typeof gift !== 'string') throw new Refused(missing('gift', '请选择 GIFT 文件'));
  const { questions, faults } = trainingOf(state).QUIZ.parseGift(gift);
  const [first] = faults;
  if (first) {
    const more = faults.length > 1 ? `（一共 ${faults.length} 处问题）` : '';
    throw new Refused(invalid('gift', `第 ${first.line} 行：${first.why}${more}`));
  }
  const bank: QuizBank = {
    // No bank ever gets the number of another, so that old papers never show the wrong questions.
    bank_id: `bank-${state.lastSeq + 1}`,
    name: title,
    by: somebody(state).account,
    at: simText(Math.max(now.sim, state.lastAt)),
    questions,
  };
  return [changed(state, now.sim, 'admin', 'quiz.bank.imported', { kind: 'bank', id: bank.bank_id, after: bank })];
}

/** @throws Refused when there is none of that number, or somebody is at work on a paper from it */
export function removeBank(state: ShopState, id: string, now: Now): Draft[] {
  mayManage(state, '移除题库');
  if (!state.banks.has(id)) throw new Refused(remote('isv.bank-not-exist', `没有编号为 ${id.slice(0, 40)} 的题库`));
  const used = [...state.quizzes.values()].find(({ end, items }) => !end && items.some(({ bank }) => bank === id));
  if (used) throw new Refused(remote('isv.bank-in-use', `账号 ${used.account} 正在做这个题库的试卷，请先交卷`));
  return [changed(state, now.sim, 'admin', 'quiz.bank.removed', { kind: 'bank', id, after: null })];
}

/** A bank as a GIFT file, answers and all. @throws Refused unless a teacher or the administrator asks */
export function exportedBank(state: ShopState, id: string): { name: string; gift: string } {
  mayManage(state, '导出题库');
  const questions = questionsOf(state, id);
  if (!questions) throw new Refused(remote('isv.bank-not-exist', `没有编号为 ${id.slice(0, 40)} 的题库`));
  const name = state.banks.get(id)?.name ?? '巩固与提高';
  return { name, gift: trainingOf(state).QUIZ.writeGift(questions, name) };
}
