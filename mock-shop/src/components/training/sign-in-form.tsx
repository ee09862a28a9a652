import { useState } from 'preact/hooks';
import { signIn } from '../../client/training-client.ts';
import { PRACTICE_PASSWORD } from '../../domain/refund/practice-password.ts';
import { useSend } from '../use-send.ts';
import './training.css';

/** 登录: an account that the teacher has handed out. Source: textbook 2.1, 4. */
export function SignInForm({ system }: { system: string }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const { busy, fault, send } = useSend();
  const problem = account.trim() === '' ? '请输入账号' : password === '' ? '请输入密码' : undefined;
  return (
    <form
      class="sign-in"
      aria-label={`登录${system}`}
      noValidate
      data-testid="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        send(problem, async () => {
          await signIn(account, password);
        });
      }}
    >
      <h2>{system}登录</h2>
      <label>
        账号
        <input
          data-testid="sign-in-account"
          autoComplete="off"
          spellcheck={false}
          value={account}
          onInput={(event) => setAccount(event.currentTarget.value)}
        />
      </label>
      <label>
        密码
        <input
          type="password"
          data-testid="sign-in-password"
          autoComplete="off"
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <p class="form-fault" role="alert" data-testid="form-fault">
        {fault}
      </p>
      <button type="submit" class="button primary" data-testid="sign-in-yes" aria-disabled={busy}>
        {busy ? '正在登录…' : '登录'}
      </button>
      <p class="faint">
        练习用的密码都是 {PRACTICE_PASSWORD}，请不要填真实的密码。账号由老师分发，自带班级的学生账号是 xs01 到 xs40，
        教师 teacher，评委 judge，管理员 admin。
      </p>
    </form>
  );
}
