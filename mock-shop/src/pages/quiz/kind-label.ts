import type { ShownQuestion } from '../../client/quiz-client.ts';

export const KIND_LABEL: Readonly<Record<ShownQuestion['kind'], string>> = {
  single: '单选',
  multiple: '多选',
  judge: '判断',
  order: '排序',
  match: '匹配',
  fill: '填空',
  open: '简答',
  task: '操作',
  gone: '已移除',
};
