import type { Account, Shift } from 'fixtures';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { getAccount, getShifts, type SeenShift, type Shifts, startShift } from '../../client/training-client.ts';
import { ErrorBar } from '../notice.tsx';
import { useAsked } from '../use-asked.ts';
import { useSend } from '../use-send.ts';
import { SignInForm } from './sign-in-form.tsx';
import './training.css';

interface GateProps {
  kind: Shift['kind'];
  /** 网店客服系统 or 网店订单管理. */
  system: string;
  /** What the round will be like, from the rules, in one or two sentences. */
  outlook: (rules: Shifts['rules']) => ComponentChildren;
  /** What is shown once somebody is signed in: of the round that is going on, or of the last one. */
  children: (at: { account: Account; shift: SeenShift; shifts: Shifts }) => ComponentChildren;
}

/** Signing in, then beginning a round, then the round itself. */
export function TrainingGate({ kind, system, outlook, children }: GateProps) {
  const account = useAsked('account', getAccount, ({ type }) => /^(?:account|roster)\./.test(type));
  const shifts = useAsked('shifts', getShifts, ({ type }) => /^(?:shift|rules|account)\./.test(type));
  useEffect(() => {
    // What is left of a round's time is only right until the clock is paused or let go.
    const look = (): void => shifts.reload();
    document.addEventListener('shop:clock', look);
    return () => document.removeEventListener('shop:clock', look);
  }, []);
  if (account.fault) return <ErrorBar text={account.fault} onRetry={account.reload} />;
  if (shifts.fault) return <ErrorBar text={shifts.fault} onRetry={shifts.reload} />;
  const known = shifts.value;
  if (!known || (account.value === null && account.stale)) return <p class="faint">正在读取…</p>;
  if (!account.value) return <SignInForm system={system} />;
  const shift = known.shifts.findLast((one) => one.kind === kind && one.account === account.value?.account);
  const other = known.shifts.find((one) => one.kind === kind && !one.end && one.account !== account.value?.account);
  if (other) return <p>账号 {other.account} 的一轮实训还没有结束，请先用那个账号登录并交卷。</p>;
  if (!shift) return <BeginRound kind={kind} system={system} outlook={outlook(known.rules)} />;
  return <>{children({ account: account.value, shift, shifts: known })}</>;
}

interface BeginProps {
  kind: Shift['kind'];
  system: string;
  outlook: ComponentChildren;
  again?: boolean;
}

/** What the next round will be like, and the button that begins it. */
export function BeginRound({ kind, system, outlook, again }: BeginProps) {
  const { busy, fault, send } = useSend();
  return (
    <section class="round-begin" aria-label={`${system}：开始一轮`}>
      <h2>{again ? '再来一轮' : system}</h2>
      <div>{outlook}</div>
      <p class="form-fault" role="alert" data-testid="form-fault">
        {fault}
      </p>
      <button
        type="button"
        class="button primary"
        data-testid="shift-start"
        aria-disabled={busy}
        onClick={() =>
          send(undefined, async () => {
            await startShift(kind);
          })
        }
      >
        {busy ? '正在开始…' : again ? '再开一轮' : '开始这一轮'}
      </button>
    </section>
  );
}
