import type { Role } from 'fixtures';
import { PRESET_LABEL } from '../../components/training/role.ts';

/** What a teacher, a judge or the administrator can do here. */
export function StaffCards({ role, preset }: { role: Exclude<Role, 'student'>; preset: string }) {
  return (
    <section aria-labelledby="staff-heading">
      <h2 class="part-heading" id="staff-heading">
        {role === 'judge' ? '评审' : '管理'}
      </h2>
      <div class="task-cards">
        <article class="task-card">
          <h3>规则设置</h3>
          <p class="faint">
            {role === 'judge'
              ? '查看各轮实训按什么规则进行，只能看。'
              : '人数、节奏、时限、资金、物流报价；改动从下一轮起生效。'}
          </p>
          <div class="task-state">
            <p>
              现行规则：<b>{PRESET_LABEL[preset] ?? '普通'}</b>
            </p>
          </div>
          <a class="button primary" href="/rules" data-testid="task-rules-go">
            {role === 'judge' ? '查看规则' : '设置规则'}
          </a>
        </article>
        <article class="task-card">
          <h3>巩固与提高</h3>
          <p class="faint">
            {role === 'judge' ? '查看学生的试卷和简答、论述题。' : '查看学生的试卷，导入、导出 Moodle GIFT 题库。'}
          </p>
          <div class="task-state" />
          <a class="button primary" href="/quiz" data-testid="task-quiz-go">
            进入
          </a>
        </article>
      </div>
    </section>
  );
}
