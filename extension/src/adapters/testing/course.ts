import type { Lesson, Material, Pack, Selection } from 'fixtures';
import type { Courses } from '../background/courses.ts';

/** A lesson of two clicks, the second of which the shop has to confirm: enough to see every part of the log move. */
export const lesson: Lesson = {
  id: 'two-clicks',
  version: 1,
  title: '点两下',
  goal: '会点两下',
  section: 'OP-1',
  minutes: 1,
  scenario: 'flag-remarks',
  start: '/?scenario=flag-remarks&seed={{seed}}&day=1440',
  modes: ['demo', 'guided', 'practice', 'exam'],
  task: { text: '先点旗子，再点保存。' },
  exam: { minutes: 10 },
  fields: [],
  rows: {},
  trace: {
    type: 'sequence',
    nodes: [
      {
        type: 'step',
        id: 'open',
        title: '打开备注框',
        action: 'click',
        target: { testid: 'flag' },
        components: ['clicking'],
        weight: 1,
        instruction: '点 **旗子**',
        why: '备注框从这里打开',
        hints: ['要打开备注框', '在订单头行', '是右端的旗子', '点旗子'],
      },
      {
        type: 'step',
        id: 'save',
        title: '保存',
        action: 'click',
        target: { testid: 'memo-save' },
        record: { type: 'trade.memo.updated', subject: '1' },
        components: ['clicking'],
        weight: 1,
        instruction: '点 **保存**',
        why: '不保存就没有',
        hints: ['要保存', '在框的底部', '是保存按钮', '点保存'],
      },
    ],
  },
  guards: [],
  records: {},
  changes: ['trade.memo.updated'],
};

export const pack: Pack = {
  id: 'testing',
  version: 1,
  title: '测试课程',
  language: 'zh-CN',
  lessons: ['two-clicks'],
  components: [{ id: 'clicking', title: '点击', section: 'OP-1' }],
  bkt: { p0: 0.25, t: 0.2, s: 0.1, g: 0.2 },
  mastery: 0.95,
  rubrics: [
    {
      id: '3-2-1-0',
      title: '三二一零',
      tries: [1, 0.67, 0.33, 0],
      hints: [0, 0.1, 0.2, 0.4, 1],
      faults: { default: 0.5 },
      collateral: 5,
      undoReturns: 0.5,
      clauses: { tries: '试错', hints: '提示', 'not-done': '没有完成', collateral: '改动了别的', default: '其他' },
    },
  ],
};

const [rubric] = pack.rubrics as [Pack['rubrics'][number]];

export const courses: Courses = {
  find: (packId, lessonId) => (packId === pack.id && lessonId === lesson.id ? { pack, lesson } : null),
  material: (_pack, _lesson, seed, ownRubric): Material => ({
    pack: { id: pack.id, version: 1, components: pack.components, bkt: pack.bkt, mastery: pack.mastery },
    lesson,
    rubric: ownRubric ?? rubric,
    facts: { today: '2026-11-22' },
    scenario: lesson.scenario,
    seed,
  }),
  start: (_lesson, seed) => `/?scenario=flag-remarks&seed=${seed}&day=1440`,
};

/** A selection as the page's side reports it for a control with this test id. */
export function selection(testid: string): Selection {
  return { testid, within: [], role: 'button', name: testid, row: {}, tag: 'button' };
}
