import { HttpResponse } from 'msw/http';
import type { TopError } from '../../domain/refusal.ts';

export type Format = 'json' | 'xml';

/** TOP's envelope: one root element around the answer and the request's id. */
export function respond(root: string, answer: object, format: Format): Response {
  const body = { ...answer, request_id: requestId() };
  if (format === 'json') return HttpResponse.json({ [root]: body });
  const text = `<?xml version="1.0" encoding="utf-8" ?>${element(root, body)}`;
  return new HttpResponse(text, { headers: { 'Content-Type': 'text/xml;charset=UTF-8' } });
}

/** Errors come with HTTP 200, as TOP sends them. */
export function respondError(error: TopError, format: Format): Response {
  return respond('error_response', error, format);
}

let requests = 0;

/** Unlike any other of this page; it means nothing. */
function requestId(): string {
  requests += 1;
  return `${Date.now().toString(36)}${requests.toString(36).padStart(4, '0')}`;
}

/** A list becomes repeated elements; the element around it says so with `list="true"`, as TOP's does. */
function element(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  if (typeof value !== 'object') return `<${name}>${escaped(String(value))}</${name}>`;
  const entries = Object.entries(value);
  const list = entries.some(([, one]) => Array.isArray(one)) ? ' list="true"' : '';
  return `<${name}${list}>${entries.map(([key, one]) => element(key, one)).join('')}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
