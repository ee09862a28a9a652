/** What a failed call says to the person at the screen: one sentence in Chinese. */
export class ShopError extends Error {
  /** TOP's `sub_code`, e.g. `isv.trade-not-exist`; empty when the call never arrived. */
  readonly subCode: string;
  constructor(message: string, subCode = '') {
    super(message);
    this.name = 'ShopError';
    this.subCode = subCode;
  }
}

/** Real ms after which a call counts as failed. */
const TIMEOUT = 20_000;

async function call(url: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT) });
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw new ShopError(late ? '服务器很久没有回应，请重试。' : '网络连接不上，请检查后重试。');
  }
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    throw new ShopError(`服务器的回答看不懂（${response.status}），请重试。`);
  }
  const fault = errorOf(body);
  if (fault) throw fault;
  if (!response.ok) throw new ShopError(`服务器没有办成这件事（${response.status}），请重试。`);
  return body;
}

function errorOf(body: unknown): ShopError | null {
  if (typeof body !== 'object' || body === null || !('error_response' in body)) return null;
  const error = body.error_response as { msg?: string; sub_code?: string; sub_msg?: string };
  return new ShopError(error.sub_msg || error.msg || '服务器拒绝了这个请求。', error.sub_code);
}

/** One call of TOP's gateway in the name of the signed-in seller. @throws {ShopError} */
export async function gateway<T>(method: string, params: Record<string, string>): Promise<T> {
  const form = new URLSearchParams({
    method: `taobao.${method}`,
    session: 'practice-session',
    format: 'json',
    v: '2.0',
    ...params,
  });
  const body = (await call('/router/rest', { method: 'POST', body: form })) as Record<string, unknown>;
  return body[`${method.replaceAll('.', '_')}_response`] as T;
}

/** One call of the shop's small REST resources: POST with `data`, else GET. @throws {ShopError} */
export async function rest<T>(path: string, data?: object): Promise<T> {
  const init: RequestInit =
    data === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) };
  return (await call(path, init)) as T;
}

/** The sentence to show for whatever a call threw. */
export function reasonOf(error: unknown): string {
  return error instanceof ShopError ? error.message : '出了意外的问题，请重试。';
}
