import { Row } from '../../components/form.tsx';
import { PRACTICE_PASSWORD } from '../../domain/refund/practice-password.ts';

/** The practice password: typed, sent, compared, and kept nowhere. Source: textbook AM-34. */
export function PasswordRow({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <Row label="支付密码" required>
      <input
        class="field"
        type="password"
        data-testid="pay-password"
        aria-label="支付宝支付密码"
        aria-describedby="password-hint"
        autocomplete="off"
        maxLength={32}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="form-hint" id="password-hint">
        练习用的支付密码固定是 <strong class="num">{PRACTICE_PASSWORD}</strong>，不会被保存。请不要输入您真实的密码。
      </p>
    </Row>
  );
}
