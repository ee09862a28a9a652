import type { FromPanel, Reply, ToPanel } from '../core/ports.ts';

/** A port that the worker's sleep has closed is opened again after this, ms. */
const RECONNECT = 500;

/** Asks the background, from a page of ours. A background that does not answer is told as `silence`. */
export async function ask<T>(message: FromPanel, silence: string): Promise<Reply<T>> {
  try {
    const reply: Reply<T> | undefined = await chrome.runtime.sendMessage(message);
    return reply ?? { ok: false, text: silence };
  } catch {
    return { ok: false, text: silence };
  }
}

/** Follows what the background pushes for as long as the page lives. */
export function follow(onMessage: (message: ToPanel) => void): void {
  const port = chrome.runtime.connect({ name: 'panel' });
  port.onMessage.addListener(onMessage);
  port.onDisconnect.addListener(() => setTimeout(() => follow(onMessage), RECONNECT));
}
