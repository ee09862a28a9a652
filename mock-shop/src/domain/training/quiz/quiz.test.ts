import fc from 'fast-check';
import { loadTraining, type Question, type Quiz, type ShopRecord, type Visitor } from 'fixtures';
import { beforeEach, describe, expect, it } from 'vitest';
import { Played } from '../../../testing/played.ts';
import { put } from '../../entities.ts';
import { simText } from '../../sim-time.ts';
import type { TrainingCommand } from '../command.ts';
import { exportedBank } from './banks.ts';
import { questionAt } from './papers.ts';
import { shownPaper } from './shown-paper.ts';
import { wrongOf } from './wrong.ts';

const training = await loadTraining();
let shop: Played;
beforeEach(() => {
  shop = played();
  signIn('xs01');
});

function played(): Played {
  const made = new Played();
  made.state.training = training;
  return made;
}
const signIn = (account: string) => shop.run({ type: 'account.sign-in', account, password: '123456' });
const START = { type: 'quiz.start', mode: 'practice', from: 'course', open: true } as const;
const start = (parts: Partial<Extract<TrainingCommand, { type: 'quiz.start' }>> = {}): Quiz => {
  const [record] = shop.run({ ...START, ...parts });
  return shop.state.quizzes.get(record?.subject ?? '') as Quiz;
};
const question = (quiz: Quiz, no: number): Question => questionAt(shop.state, quiz.items[no - 1] as never) as Question;
const find = (quiz: Quiz, fits: (one: Question) => boolean): number =>
  quiz.items.findIndex((item) => fits(questionAt(shop.state, item) as Question)) + 1;
/** What gets all points. */
const right = (quiz: Quiz, no: number): { choices?: number[]; text?: string } => {
  const asked = question(quiz, no);
  if (asked.kind === 'fill') return { text: asked.answers[0]?.text ?? '' };
  if (asked.kind === 'open') return { text: '我的答案' };
  return { choices: training.QUIZ.rightChoices(asked, quiz.items[no - 1]?.order ?? []) };
};
const wrong = (quiz: Quiz, no: number): { choices: number[] } => {
  const [good = 0] = right(quiz, no).choices ?? [];
  return { choices: [good === 0 ? 1 : 0] };
};
const answer = (quiz: Quiz, no: number, given: object): ShopRecord[] =>
  shop.run({ type: 'quiz.answer', quiz_id: quiz.quiz_id, no, ...given });
const shown = (quiz: Quiz) => shownPaper(shop.state, shop.state.quizzes.get(quiz.quiz_id) as Quiz);
const handIn = (quiz: Quiz) => shop.run({ type: 'quiz.hand-in', quiz_id: quiz.quiz_id });

describe('a practice paper', () => {
  it('judges each answer at once, tells why, and keeps it', () => {
    const quiz = start({ count: 10, open: false });
    expect(quiz).toMatchObject({ quiz_id: 'quiz-1', account: 'xs01', mode: 'practice' });
    expect(quiz.items).toHaveLength(10);
    const no = find(quiz, ({ kind }) => kind === 'single');
    expect(shown(quiz).questions[no - 1]).not.toHaveProperty('right');
    const [record] = answer(quiz, no, wrong(quiz, no));
    expect(record).toMatchObject({ type: 'quiz.answered', subject: `quiz-1-${no}`, data: { account: 'xs01' } });
    expect(shown(quiz).questions[no - 1]).toMatchObject({ judged: true, points: 0, right: right(quiz, no) });
    expect(shown(quiz).questions[no - 1]?.right?.explain).not.toBe('');
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: 'quiz-1', no, ...right(quiz, no) })).toBe('isv.quiz-answered');
  });

  it('gives all points to who knows everything, and nothing is left to do again', () => {
    const quiz = start({ open: false });
    for (const [at] of quiz.items.entries()) answer(quiz, at + 1, right(quiz, at + 1));
    const [record] = handIn(quiz);
    expect(record?.data).toMatchObject({ percent: 100, marked: quiz.items.length, right: quiz.items.length, open: 0 });
    expect(shop.refusal({ ...START, from: 'wrong' })).toBe('isv.quiz-empty');
  });

  it('sums up by component, the weakest first, and asks the wrong ones again', () => {
    const quiz = start({ open: false, section: 'closing' });
    const missed = [find(quiz, ({ id }) => id === 'ct-try'), find(quiz, ({ id }) => id === 'ct-busy')];
    for (const [at] of quiz.items.entries()) {
      if (at + 1 !== missed[1]) answer(quiz, at + 1, at + 1 === missed[0] ? wrong(quiz, at + 1) : right(quiz, at + 1));
    }
    handIn(quiz);
    const { score } = shown(quiz);
    expect(score?.components.slice(0, 1)).toEqual([{ id: 'CT-5', name: '欲擒故纵', marked: 1, right: 0, percent: 0 }]);
    expect(score?.components.find(({ id }) => id === 'CT-4')).toMatchObject({
      id: 'CT-4',
      marked: 2,
      right: 1,
      percent: 50,
    });
    const again = start({ from: 'wrong' });
    expect(again.items.map((item) => item.question).sort()).toEqual(['ct-busy', 'ct-try']);
    const no = find(again, ({ id }) => id === 'ct-try');
    answer(again, no, right(again, no));
    expect(wrongOf(shop.state, 'xs01').map((one) => one.question.id)).toEqual(['ct-busy']);
    expect(wrongOf(shop.state, 'xs02')).toEqual([]);
  });
});

describe('an exam paper', () => {
  it('says nothing of what is right before it is handed in, neither on the page nor in records', () => {
    const quiz = start({ mode: 'exam' });
    for (const [at] of quiz.items.entries()) {
      if (question(quiz, at + 1).kind !== 'task') answer(quiz, at + 1, right(quiz, at + 1));
    }
    const before = JSON.stringify(shown(quiz));
    expect(before).not.toMatch(/"right"|"points"|"explain"/);
    expect(JSON.stringify(shop.records.filter(({ type }) => type === 'quiz.answered'))).not.toMatch(/points|right/);
    const [record] = handIn(quiz);
    const also = record?.data.also as { kind: string; after: { points: number } }[];
    expect(also.every(({ after }) => after.points === 100)).toBe(true);
    expect(shown(quiz).questions.every(({ judged, right: truth }) => judged && truth !== undefined)).toBe(true);
    expect(shown(quiz).score).toMatchObject({ open: 3, marked: quiz.items.length - 3, right: quiz.items.length - 4 });
  });

  it('lets answers be changed until then, and not after', () => {
    const quiz = start({ mode: 'exam', count: 20, open: false });
    const no = find(quiz, ({ kind }) => kind === 'single');
    answer(quiz, no, wrong(quiz, no));
    answer(quiz, no, right(quiz, no));
    handIn(quiz);
    expect(shown(quiz).questions[no - 1]).toMatchObject({ points: 100 });
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: 'quiz-1', no, ...right(quiz, no) })).toBe('isv.quiz-over');
    expect(shop.refusal({ type: 'quiz.hand-in', quiz_id: 'quiz-1' })).toBe('isv.quiz-over');
  });
});

describe('short answers, essay and operation', () => {
  it('are checked against key points once these may be seen, for the teacher to mark', () => {
    const quiz = start({ mode: 'exam', section: 'review' });
    const no = find(quiz, ({ id }) => id === 'essay-1');
    const check = { type: 'quiz.check', quiz_id: 'quiz-1', no, checked: [2, 0] } as const;
    expect(shop.refusal(check)).toBe('isv.quiz-unanswered');
    answer(quiz, no, { text: '客服代表店铺。\n第二段' });
    expect(shop.refusal(check)).toBe('isv.quiz-running');
    handIn(quiz);
    expect(shop.run(check)).toMatchObject([{ type: 'quiz.checked', data: { after: { checked: [0, 2] } } }]);
    expect(shop.run(check)).toEqual([]);
    expect(shown(quiz).questions[no - 1]).toMatchObject({ checked: [0, 2], given: { text: '客服代表店铺。\n第二段' } });
    expect(shown(quiz).questions[no - 1]).not.toHaveProperty('points');
    expect(shop.refusal({ ...check, checked: [99] })).toBe('isv.invalid-parameter:checked');
    expect(shop.refusal({ ...check, checked: [1, 1] })).toBe('isv.invalid-parameter:checked');
    expect(shop.refusal({ ...check, checked: 'x' })).toBe('isv.invalid-parameter:checked');
    expect(shop.refusal({ ...check, no: find(quiz, ({ id }) => id === 'q-1') })).toBe('isv.invalid-parameter:no');
  });

  it('the operation is looked up in the shop: a word to a buyer and a visitor served since the paper began', () => {
    const quiz = start({ section: 'review' });
    const no = find(quiz, ({ kind }) => kind === 'task');
    const done = () => shown(quiz).questions[no - 1]?.steps.map((step) => step.done);
    expect(done()).toEqual([true, false, false]);
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: 'quiz-1', no })).toBe('isv.task-undone');
    shop.run({ type: 'chat.send', buyer_nick: '买家3', text: '亲，在的' });
    expect(done()).toEqual([true, true, false]);
    shop.run({ type: 'shift.start', kind: 'service', day: 1440 });
    const at = simText(shop.now);
    put(shop.state, 'visitor', {
      visitor_id: 'service-1-1',
      shift_id: 'service-1',
      status: 'content',
      messages: [{ from: 'student', text: '亲', at }],
      asked: at,
    } as unknown as Visitor);
    expect(done()).toEqual([true, true, true]);
    answer(quiz, no, {});
    expect(shown(quiz).questions[no - 1]).toMatchObject({ points: 100 });
  });
});

const GIFT = '// [id:one]\n一加一？{=2 ~3}\n\n黑？{F}\n';

describe('banks', () => {
  const bring = (name = '我的题库', gift: unknown = GIFT) => shop.run({ type: 'quiz.bank.import', name, gift });

  it('are brought by the teacher, worked at by all, given out again, and taken away', () => {
    signIn('teacher');
    const [record] = bring();
    const id = record?.subject ?? '';
    expect(record).toMatchObject({ type: 'quiz.bank.imported', data: { after: { name: '我的题库', by: 'teacher' } } });
    expect(exportedBank(shop.state, id)).toMatchObject({ name: '我的题库', gift: expect.stringContaining('[id:one]') });
    expect(exportedBank(shop.state, 'course').gift).toContain('[id:q-1]');
    signIn('xs02');
    expect(() => exportedBank(shop.state, id)).toThrow('导出题库要用管理员或教师的账号登录');
    const quiz = start({ from: id });
    expect(quiz.items.map((one) => one.question).sort()).toEqual(['n1', 'one']);
    answer(quiz, 1, right(quiz, 1));
    signIn('admin');
    expect(shop.refusal({ type: 'quiz.bank.remove', bank_id: id })).toBe('isv.bank-in-use');
    signIn('xs02');
    handIn(quiz);
    signIn('admin');
    expect(shop.run({ type: 'quiz.bank.remove', bank_id: id })).toMatchObject([{ type: 'quiz.bank.removed' }]);
    expect(() => exportedBank(shop.state, id)).toThrow('没有编号为');
    expect(shown(quiz).questions.map(({ kind }) => kind)).toEqual(['gone', 'gone']);
    // The same name may come again, and gets another number.
    expect(bring()[0]?.subject).not.toBe(id);
    signIn('xs02');
    expect(wrongOf(shop.state, 'xs02')).toEqual([]);
  });

  it.each<[string, unknown, unknown, string]>([
    ['no name', ' ', GIFT, 'isv.missing-parameter:name'],
    ['a long name', '长'.repeat(41), GIFT, 'isv.invalid-parameter:name'],
    ['a name with controls', 'a\u0007', GIFT, 'isv.invalid-parameter:name'],
    ['no file', 'a', undefined, 'isv.missing-parameter:gift'],
    ['a faulty file', 'a', '没有括号', 'isv.invalid-parameter:gift'],
  ])('with %s are refused', (_, name, gift, sub_code) => {
    signIn('teacher');
    expect(shop.refusal({ type: 'quiz.bank.import', name, gift })).toBe(sub_code);
  });

  it('tell the first fault by its line, and how many there are', () => {
    signIn('teacher');
    expect(() => bring('a', '好 {T}\n\n坏\n\n坏 {#1}')).toThrow('第 3 行：没有 { }，不是一道题（一共 2 处问题）');
  });

  it('are twenty at most, each by its own name', () => {
    signIn('teacher');
    for (let i = 0; i < 20; i++) bring(`题库 ${i}`);
    expect(shop.refusal({ type: 'quiz.bank.import', name: '题库 3', gift: GIFT })).toBe('isv.invalid-parameter:name');
    expect(shop.refusal({ type: 'quiz.bank.import', name: '又一个', gift: GIFT })).toBe('isv.too-many-banks');
    expect(shop.refusal({ type: 'quiz.bank.remove', bank_id: 'bank-0' })).toBe('isv.bank-not-exist');
  });

  it.each(['xs01', 'judge'])('are not for %s to bring or take away', (account) => {
    signIn(account);
    expect(shop.refusal({ type: 'quiz.bank.import', name: 'a', gift: GIFT })).toBe('isv.permission-denied');
    expect(shop.refusal({ type: 'quiz.bank.remove', bank_id: 'bank-1' })).toBe('isv.permission-denied');
  });
});

describe('refusals', () => {
  it.each<[Partial<Extract<TrainingCommand, { type: 'quiz.start' }>>, string]>([
    [{ mode: 'x' }, 'isv.invalid-parameter:mode'],
    [{ from: 'bank-9' }, 'isv.bank-not-exist'],
    [{ from: '__proto__' }, 'isv.bank-not-exist'],
    [{ from: 'wrong' }, 'isv.quiz-empty'],
    [{ count: 0 }, 'isv.invalid-parameter:count'],
    [{ count: 1.5 }, 'isv.invalid-parameter:count'],
    [{ section: 'toString' }, 'isv.invalid-parameter:section'],
  ])('a paper with %j', (parts, sub_code) => {
    expect(shop.refusal({ ...START, ...parts })).toBe(sub_code);
  });

  it('a second paper before the first is handed in, nobody’s and somebody else’s', () => {
    const quiz = start({ count: 1 });
    expect(shop.refusal(START)).toBe('isv.quiz-running');
    signIn('xs02');
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: quiz.quiz_id, no: 1 })).toBe('isv.permission-denied');
    expect(shop.refusal({ type: 'quiz.hand-in', quiz_id: quiz.quiz_id })).toBe('isv.permission-denied');
    expect(shop.refusal({ type: 'quiz.hand-in', quiz_id: '' })).toBe('isv.missing-parameter:quiz_id');
    expect(shop.refusal({ type: 'quiz.hand-in', quiz_id: 'quiz-9' })).toBe('isv.quiz-not-exist');
    start({ count: 1 });
    shop.run({ type: 'account.sign-out' });
    expect(shop.refusal(START)).toBe('isv.not-signed-in');
  });

  it.each<[number, object, string]>([
    [0, { choices: [0] }, 'isv.invalid-parameter:no'],
    [99, { choices: [0] }, 'isv.invalid-parameter:no'],
    [1.5, { choices: [0] }, 'isv.invalid-parameter:no'],
    [1, {}, 'isv.invalid-parameter:answer'],
    [1, { choices: [9] }, 'isv.invalid-parameter:answer'],
    [1, { choices: 'x' }, 'isv.invalid-parameter:answer'],
  ])('an answer to number %d with %j', (no, given, sub_code) => {
    start({ section: 'closing', count: 7, open: false });
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: 'quiz-1', no, ...given })).toBe(sub_code);
  });

  it('an answer with controls in it', () => {
    const quiz = start({ section: 'review' });
    const no = find(quiz, ({ id }) => id === 'short-1');
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: 'quiz-1', no, text: 'a\u0000' })).toBe(
      'isv.invalid-parameter:answer',
    );
    expect(shop.refusal({ type: 'quiz.answer', quiz_id: 'quiz-1', no, text: 7 })).toBe('isv.invalid-parameter:answer');
  });
});

it('whatever is clicked, the records alone make the same state, with points from 0 to 100 and only where they may be', () => {
  const act: fc.Arbitrary<TrainingCommand> = fc.oneof(
    fc
      .constantFrom('xs01', 'xs02', 'teacher')
      .map((account) => ({ type: 'account.sign-in' as const, account, password: '123456' })),
    fc.record({
      type: fc.constant('quiz.start' as const),
      mode: fc.constantFrom('practice', 'exam'),
      from: fc.constantFrom('course', 'wrong'),
      count: fc.integer({ min: 1, max: 6 }),
      open: fc.boolean(),
    }),
    fc.record({
      type: fc.constant('quiz.answer' as const),
      quiz_id: fc.constantFrom('quiz-1', 'quiz-2', 'quiz-3'),
      no: fc.integer({ min: 1, max: 9 }),
      choices: fc.shuffledSubarray([0, 1, 2, 3, 4]),
      text: fc.constantFrom('10', '十五'),
    }),
    fc.record({
      type: fc.constant('quiz.check' as const),
      quiz_id: fc.constantFrom('quiz-1', 'quiz-2'),
      no: fc.integer({ min: 1, max: 9 }),
      checked: fc.shuffledSubarray([0, 1, 2]),
    }),
    fc.record({ type: fc.constant('quiz.hand-in' as const), quiz_id: fc.constantFrom('quiz-1', 'quiz-2', 'quiz-3') }),
    fc.record({
      type: fc.constant('quiz.bank.import' as const),
      name: fc.constantFrom('甲', '乙'),
      gift: fc.constant(GIFT),
    }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const live = played();
      for (const command of acts) live.refusal(command);
      const folded = new Played();
      folded.replay(live.records.slice(1));
      for (const place of ['quizzes', 'answers', 'banks', 'answersOf', 'session'] as const) {
        expect(folded.state[place]).toEqual(live.state[place]);
      }
      for (const { quiz_id, points } of live.state.answers.values()) {
        const { mode, end } = live.state.quizzes.get(quiz_id) as Quiz;
        if (points !== undefined)
          expect(points >= 0 && points <= 100 && (mode === 'practice' || Boolean(end))).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
