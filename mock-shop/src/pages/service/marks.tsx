import type { Grade, Visitor } from 'fixtures';
import { GRADE_LABEL } from 'fixtures';

/** Mark and words of a visitor's state: never colour alone. Source: textbook 2.2, AM-03. */
const STATES: Readonly<Record<Visitor['status'], readonly [mark: string, label: string]>> = {
  waiting: ['●', '等待中'],
  open: ['◐', '咨询中'],
  content: ['✔', '满意'],
  discontent: ['✖', '不满意'],
  left: ['⊘', '未处理'],
};

export function StateMark({ status }: { status: Visitor['status'] }) {
  const [mark, label] = STATES[status];
  return (
    <span class={`state state-${status}`}>
      <span aria-hidden="true">{mark}</span> {label}
    </span>
  );
}

const MOODS = ['怒气冲冲', '很不高兴', '不太高兴', '心情平常', '心情不错', '很高兴'] as const;

/** Mood 0 … 10 in words. */
export function moodText(mood: number): string {
  return MOODS[Math.min(MOODS.length - 1, Math.floor(mood / 2))] ?? '';
}

export function GradeMark({ grade }: { grade: Grade }) {
  return <span class={`grade grade-${grade}`}>{GRADE_LABEL[grade]}</span>;
}
