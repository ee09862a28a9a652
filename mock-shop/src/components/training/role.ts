import type { Role } from 'fixtures';

export const ROLE_LABEL: Readonly<Record<Role, string>> = {
  student: '学生',
  teacher: '教师',
  judge: '评委',
  admin: '管理员',
};

export const PRESET_LABEL: Readonly<Record<string, string>> = {
  easy: '简单',
  normal: '普通',
  exam: '考核',
  custom: '自定',
};

export const ENDED_LABEL = { done: '全部做完', timeout: '时间到', 'handed-in': '已交卷' } as const;
