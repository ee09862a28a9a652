import type { TrainingRules } from 'fixtures';
import { useLayoutEffect } from 'preact/hooks';
import { TrainingGate } from '../../components/training/training-gate.tsx';
import { Desk } from './desk.tsx';
import { Review } from './review.tsx';
import './service.css';

const SYSTEM = '网店客服系统';

/** 网店客服系统: sign in, serve a round of visitors, then see how it went. Source: textbook 2. */
export function ServicePage() {
  useLayoutEffect(() => {
    document.title = `${SYSTEM} - 练习店铺 · 卖家中心`;
  }, []);
  return (
    <main class="page service" id="content">
      <h1 class="page-title">{SYSTEM}</h1>
      <TrainingGate kind="service" system={SYSTEM} outlook={({ service }) => <Outlook rules={service} />}>
        {({ account, shift, shifts }) =>
          shift.end ? (
            <Review
              key={shift.shift_id}
              account={account}
              shift={shift}
              outlook={<Outlook rules={shifts.rules.service} />}
            />
          ) : (
            <Desk key={shift.shift_id} account={account} shift={shift} paused={shifts.paused} />
          )
        }
      </TrainingGate>
    </main>
  );
}

/** What a round will be like. */
function Outlook({ rules }: { rules: TrainingRules['service'] }) {
  return (
    <ul class="outlook">
      <li>
        会来 {rules.visitors} 位咨询人，平均每 {rules.every} 秒一位，最多 {rules.together} 位同时来。
      </li>
      <li>
        对方等第一次回复最多 {rules.patience} 秒，以后每次最多 {rules.answer} 秒；等到一半会催，等完就走。
      </li>
      <li>
        看右边的商品信息和店铺规则，{rules.free ? '选最优的答案，或者自己写' : '选最优的答案'}
        。售前聊成了会生成客服订单。
      </li>
      {rules.limit !== null && <li>限时 {Math.round(rules.limit / 60)} 分钟，到时自动收卷。</li>}
    </ul>
  );
}
