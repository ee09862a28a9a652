import type { Account } from 'fixtures';
import { useLayoutEffect } from 'preact/hooks';
import { getOverview } from '../../client/account-client.ts';
import { getShifts, type SeenShift } from '../../client/training-client.ts';
import { Empty, ErrorBar } from '../../components/notice.tsx';
import { SignInForm } from '../../components/training/sign-in-form.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { Desk } from '../orders/desk.tsx';
import { Review } from '../service/review.tsx';
import '../sold/sold.css';
import '../orders/orders.css';
import '../service/service.css';
import '../../components/training/desk-pages.css';

/** Another round starts from nothing. */
export function RoundRoute({ params }: { params: { id: string } }) {
  return <RoundPage key={params.id} id={params.id} />;
}

/** A student's round as the teacher and the judge see it: the evaluation table, what it rests on, and the talks or orders. */
function RoundPage({ id }: { id: string }) {
  const seen = useAsked(
    id,
    () => getRound(id),
    ({ type }) => /^(?:account|roster|shift)\./.test(type),
  );
  useLayoutEffect(() => {
    document.title = '实训记录 - 练习店铺 · 卖家中心';
  }, []);
  const { value } = seen;
  return (
    <main class="page" id="content">
      <p class="training-crumbs">
        <a href="/account" data-testid="round-back">
          我的账户
        </a>
      </p>
      <h1 class="page-title">实训记录{value?.whose && `：${value.whose.name}`}</h1>
      {seen.fault && <ErrorBar text={seen.fault} onRetry={seen.reload} />}
      {!value && !seen.fault && <p class="faint">正在读取…</p>}
      {value && !value.signedIn && <SignInForm system="我的账户" />}
      {value?.signedIn && !value.whose && (
        <Empty text="这一轮不能看。">要用教师、评委或管理员的账号登录，而且这一轮已经结束。</Empty>
      )}
      {value?.whose && value.shift?.kind === 'service' && <Review account={value.whose} shift={value.shift} />}
      {value?.whose && value.shift?.kind === 'orders' && (
        <Desk account={value.whose} shift={value.shift} paused={false} />
      )}
    </main>
  );
}

interface Round {
  signedIn: boolean;
  shift?: SeenShift;
  /** Who did it; absent: there is no such round to be seen. */
  whose?: Account;
}

async function getRound(id: string): Promise<Round> {
  const [{ account, rounds }, { shifts }] = await Promise.all([getOverview(), getShifts()]);
  const shift = shifts.find(({ shift_id, end }) => shift_id === id && end);
  const summary = rounds?.find(({ shift_id }) => shift_id === id);
  if (!shift || !summary) return { signedIn: account !== null };
  const { account: name } = summary;
  const whose: Account = { account: name, name: summary.name || name, role: 'student', class: '', group: '', no: 1 };
  return { signedIn: true, shift, whose };
}
