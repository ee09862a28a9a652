import { HttpResponse } from 'msw/http';
import { delay } from 'msw/utils/delay';
import { remote, type TopError } from '../domain/refusal.ts';
import type { Faults } from './faults.ts';
import { storeFault } from './shop.ts';

/** What a failing service says when a failure was asked for. */
const REHEARSED = remote('isp.service-unavailable', '网络开小差了，服务暂时不可用，请稍后重试');

/** Answers as a small REST resource does: JSON, or TOP's error body with a fitting HTTP status. */
export function json(value: unknown): Response {
  return HttpResponse.json(value as Record<string, unknown>);
}

export function refusal(error: TopError): Response {
  return HttpResponse.json({ error_response: error }, { status: statusOf(error) });
}

function statusOf(error: TopError): number {
  if (error.sub_code?.startsWith('isp.')) return 503;
  return error.sub_code?.endsWith('-not-exist') ? 404 : 400;
}

/**
 * Runs a resource's work under its method name: rehearsed failures first, and a store that failed
 * becomes an error answer instead of an exception.
 */
export async function answer(
  faults: Faults,
  method: string,
  work: () => Promise<Response>,
  refuse: (error: TopError) => Response = refusal,
): Promise<Response> {
  const fault = faults.take(method);
  if (fault === 'offline') return HttpResponse.error();
  if (fault === 'error') return refuse(REHEARSED);
  if (fault === 'slow') await delay(3000);
  try {
    return await work();
  } catch (error) {
    return refuse(storeFault(error));
  }
}

/** The request's JSON object; undefined when it is something else. */
export async function body(request: Request): Promise<Record<string, unknown> | undefined> {
  try {
    const value: unknown = JSON.parse(await request.text());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
