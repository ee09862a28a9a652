import { missing, remote, type TopError } from '../refusal.ts';

/**
 * The payment password of every buyer of the practice shop; pages may show it. It is compared and then forgotten:
 * no record carries it. Source: textbook AM-34.
 */
export const PRACTICE_PASSWORD = '123456';

/** Why this password does not do; undefined when it does. What was typed is never repeated. */
export function passwordFault(typed: unknown): TopError | undefined {
  if (typeof typed !== 'string' || typed === '') return missing('password', '请输入支付密码');
  if (typed === PRACTICE_PASSWORD) return undefined;
  return remote('isv.wrong-password', `支付密码不对。练习用的密码是 ${PRACTICE_PASSWORD}`);
}
