import type { Speed } from '../../core/play/gestures.ts';

/** Every word of the demo's part of the card that does not come from the lesson. */
export const TEXT = {
  state: {
    playing: '演示中',
    stepping: '正在做这一步',
    paused: '已暂停',
    yours: '这一步请你来做',
  },
  how: '按任意键，或点一下页面，就会暂停',
  waiting: '在等店铺的新消息，到了接着演示',
  yours: '演示停在这里。请按上面的说明自己做这一步，做好后会接着演示。',
  again: '再试一次',
  play: '继续',
  pause: '暂停',
  single: '单步',
  stop: '停止',
  speed: '速度',
  speeds: { slow: '慢', normal: '正常', fast: '快' } satisfies Record<Speed, string>,
  ended: {
    completed: '演示放完了，不计成绩。现在自己跟着做一遍，每一步都有说明，做错了会提醒。',
    others: '演示停在了中间，不计成绩。可以自己跟着做一遍，也可以从头再看。',
  },
  turn: '轮到你了',
  watch: '再看一遍',
  close: '关闭',
  said: {
    paused: '演示已暂停，按回车继续',
    touched: '你动了页面，演示已暂停',
  },
} as const;
