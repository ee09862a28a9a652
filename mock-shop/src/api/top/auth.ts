import type { TopError } from '../../domain/refusal.ts';
import { given, type Params } from './params.ts';
import { SIGN_METHODS, signature } from './sign.ts';

/** The practice credentials; source: interfaces "Gateway". They guard nothing. */
export const PRACTICE = { appKey: '1000000001', secret: 'practice-secret', session: 'practice-session' } as const;

/** TOP's window for `timestamp`, in ms of real time. */
const WINDOW = 10 * 60_000;

/**
 * Whether the call may be answered. The shop's own pages send the session alone; a client that names
 * an app key must sign. `wall`: real ms since the epoch.
 */
export async function authFault(params: Params, wall: number): Promise<TopError | undefined> {
  const session = given(params, 'session');
  const key = given(params, 'app_key');
  if (key === undefined && session !== undefined && !params.has('sign')) return sessionFault(session);
  if (key === undefined) return { code: 28, msg: 'Missing App Key', sub_msg: '缺少 app_key' };
  if (key !== PRACTICE.appKey)
    return { code: 29, msg: 'Invalid App Key', sub_msg: `练习用的 app_key 是 ${PRACTICE.appKey}` };
  return timeFault(params, wall) ?? (await signFault(params)) ?? sessionFault(session);
}

function sessionFault(session: string | undefined): TopError | undefined {
  if (session === undefined) return { code: 26, msg: 'Missing Session', sub_msg: '缺少 session' };
  if (session === PRACTICE.session) return undefined;
  return { code: 27, msg: 'Invalid Session', sub_msg: `练习用的 session 是 ${PRACTICE.session}` };
}

function timeFault(params: Params, wall: number): TopError | undefined {
  const text = given(params, 'timestamp');
  if (text === undefined) return { code: 30, msg: 'Missing Timestamp', sub_msg: '缺少 timestamp' };
  const time = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
    ? Date.parse(`${text.replace(' ', 'T')}+08:00`)
    : Number.NaN;
  if (!(Math.abs(time - wall) <= WINDOW)) {
    return {
      code: 31,
      msg: 'Invalid Timestamp',
      sub_msg: 'timestamp 是北京时间 yyyy-MM-dd HH:mm:ss，与真实时间相差不超过 10 分钟',
    };
  }
  const version = given(params, 'v');
  if (version === undefined) return { code: 32, msg: 'Missing Version', sub_msg: '缺少 v' };
  return version === '2.0' ? undefined : { code: 33, msg: 'Invalid Version', sub_msg: 'v 只能是 2.0' };
}

async function signFault(params: Params): Promise<TopError | undefined> {
  const sign = given(params, 'sign');
  if (sign === undefined) return { code: 24, msg: 'Missing Signature', sub_msg: '缺少 sign' };
  const wrong: TopError = { code: 25, msg: 'Invalid Signature', sub_msg: '签名不对：检查密钥、参数排序与 UTF-8 编码' };
  const name = given(params, 'sign_method') ?? 'md5';
  const method = SIGN_METHODS.find((one) => one === name);
  if (!method) return { ...wrong, sub_msg: `sign_method 只能是 ${SIGN_METHODS.join('、')}` };
  // TOP's SDKs differ on whether an empty parameter is signed; both are right.
  const filled = new Map([...params].filter(([, value]) => value !== ''));
  for (const signed of [params, filled]) {
    if (sign.toUpperCase() === (await signature(signed, PRACTICE.secret, method))) return undefined;
  }
  return wrong;
}
