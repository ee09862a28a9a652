import type { TargetState } from '../page/track.ts';

/** The demo cannot go on by itself; the message says why, and the student does the step. */
export class Trouble extends Error {}

/** The step is over, or another one has come: what was being done for it is dropped. */
export class Turned extends Error {}

const WHERE: Partial<Record<TargetState, string>> = {
  hidden: '要用的控件还没有显示出来。',
  ambiguous: '页面上有几个一样的控件，分不清是哪一个。',
  covered: '要用的控件被别的东西挡住了。',
  away: '要用的控件滚不到眼前。',
};

export const TROUBLE = {
  where: (state: TargetState | null) => (state && WHERE[state]) ?? '页面上找不到这一步要用的控件。',
  disabled: '要用的按钮现在点不了。',
  unable: '这一步要用到的操作演示做不了。',
  unanswered: '点过以后页面没有反应。',
  refused: (why: string) => `做了，但没有算对：${why}`,
};
