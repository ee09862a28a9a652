import type { Mode } from 'fixtures';
import type { VerdictKind } from '../core/ports.ts';

/** Words that several pages use for the same thing. */
export const modeName: Record<Mode, string> = { demo: '演示', guided: '引导', practice: '练习', exam: '考核' };

export const verdictName: Record<VerdictKind, string> = {
  correct: '正确',
  'correct-later': '早了一步',
  slip: '常见错误',
  'wrong-target': '点错对象',
  'wrong-input': '内容有误',
  harmful: '有害操作',
  'off-task': '浏览',
  undo: '已改正',
};

/** How a verdict looks: a colour is never its only sign. */
export const verdictTone: Record<VerdictKind, 'good' | 'warn' | 'bad' | 'calm'> = {
  correct: 'good',
  'correct-later': 'warn',
  slip: 'warn',
  'wrong-target': 'bad',
  'wrong-input': 'warn',
  harmful: 'bad',
  'off-task': 'calm',
  undo: 'good',
};

export const endName = {
  completed: '已完成',
  submitted: '已交卷',
  timeout: '时间到',
  abandoned: '已放弃',
} as const;
