import { useLayoutEffect } from 'preact/hooks';
import { getOverview, type Overview } from '../../client/account-client.ts';
import { signOut } from '../../client/training-client.ts';
import { ErrorBar } from '../../components/notice.tsx';
import { ROLE_LABEL } from '../../components/training/role.ts';
import { SignInForm } from '../../components/training/sign-in-form.tsx';
import { useAsked } from '../../components/use-asked.ts';
import { useSend } from '../../components/use-send.ts';
import { RosterSection } from './roster-section.tsx';
import { RoundsSection } from './rounds-section.tsx';
import { StaffCards } from './staff-cards.tsx';
import { TaskCards } from './task-cards.tsx';
import '../sold/sold.css';
import '../../components/training/desk-pages.css';

const TOUCHES = /^(?:account|roster|rules|shift|visitor|desk-order|quiz|trade|refund|rate)\./;

/** 我的账户: signing in and out, and what somebody of that role has to do here. Source: textbook 0.1, 2.1. */
export function AccountPage() {
  const overview = useAsked('overview', getOverview, ({ type }) => TOUCHES.test(type));
  useLayoutEffect(() => {
    document.title = '我的账户 - 练习店铺 · 卖家中心';
  }, []);
  return (
    <main class="page" id="content">
      <h1 class="page-title">我的账户</h1>
      {overview.fault && <ErrorBar text={overview.fault} onRetry={overview.reload} />}
      {!overview.value && !overview.fault && <p class="faint">正在读取…</p>}
      {overview.value && !overview.value.account && <SignInForm system="我的账户" />}
      {overview.value?.account && <Inside overview={overview.value} account={overview.value.account} />}
    </main>
  );
}

function Inside({ overview, account }: { overview: Overview; account: NonNullable<Overview['account']> }) {
  const { busy, fault, send } = useSend();
  const { role } = account;
  return (
    <>
      <section class="account-card" aria-label="当前账号" data-testid="account-card" data-account={account.account}>
        <span class="account-mark" aria-hidden="true">
          {account.name.slice(0, 1)}
        </span>
        <dl>
          <div>
            <dt>姓名</dt>
            <dd>
              <strong>{account.name}</strong>
            </dd>
          </div>
          <div>
            <dt>账号</dt>
            <dd class="num">{account.account}</dd>
          </div>
          <div>
            <dt>身份</dt>
            <dd>{ROLE_LABEL[role]}</dd>
          </div>
          {role === 'student' && (
            <>
              <div>
                <dt>班级</dt>
                <dd>{account.class || '未填'}</dd>
              </div>
              <div>
                <dt>小组</dt>
                <dd>{account.group || '未填'}</dd>
              </div>
              <div>
                <dt>编号</dt>
                <dd class="num">{account.no}</dd>
              </div>
            </>
          )}
        </dl>
        <p class="form-fault" role="alert" data-testid="form-fault">
          {fault}
        </p>
        <button
          type="button"
          class="button"
          data-testid="sign-out"
          aria-disabled={busy}
          onClick={() =>
            send(undefined, async () => {
              await signOut();
            })
          }
        >
          退出登录
        </button>
      </section>
      {overview.tasks && <TaskCards tasks={overview.tasks} />}
      {role !== 'student' && <StaffCards role={role} preset={overview.preset ?? ''} />}
      {(role === 'teacher' || role === 'admin') && <RosterSection roster={overview.roster ?? []} />}
      {role !== 'student' && <RoundsSection rounds={overview.rounds ?? []} />}
    </>
  );
}
