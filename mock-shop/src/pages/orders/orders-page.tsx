import { useLayoutEffect } from 'preact/hooks';
import type { Shifts } from '../../client/training-client.ts';
import { TrainingGate } from '../../components/training/training-gate.tsx';
import { Desk } from './desk.tsx';
import '../sold/sold.css';
import './orders.css';

const SYSTEM = '网店订单管理';

/** 网店订单管理: sign in, begin a round, work, and see what it came to. Source: textbook 4. */
export function OrdersPage() {
  useLayoutEffect(() => {
    document.title = `${SYSTEM} - 练习店铺 · 卖家中心`;
  }, []);
  return (
    <main class="page" id="content">
      <h1 class="page-title">{SYSTEM}</h1>
      <TrainingGate kind="orders" system={SYSTEM} outlook={outlook}>
        {({ account, shift, shifts }) => (
          <Desk account={account} shift={shift} paused={shifts.paused} again={outlook(shifts.rules)} />
        )}
      </TrainingGate>
    </main>
  );
}

/** What the next round will be like. */
function outlook({ orders }: Shifts['rules']) {
  const { batch, every, lost, limit, day, max_days, funds } = orders;
  return (
    <>
      <p>
        这一轮有 {orders.orders} 笔系统订单，每 {every} 秒来 {batch}{' '}
        笔，其中有真有假；客服系统里聊成的客服订单也会进来。
      </p>
      <p>
        先判断收货人和收货地址是不是真实：真实的选最优物流（送得到、{max_days}{' '}
        天以内、费用最低）发货，虚拟的作废；到了物流天数再收款。
      </p>
      <p class="faint">
        1 个物流天 = {day} 秒。店铺资金 {funds} 元，发货扣物流费，收款加货款。
        {lost === null ? '订单不会因为等太久而丢失。' : `订单 ${lost} 秒没人处理就丢了。`}
        {limit === null ? '不限时，做完为止。' : `限时 ${Math.round(limit / 60)} 分钟。`}
      </p>
    </>
  );
}
