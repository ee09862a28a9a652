import type { News, Order } from './school-worker.ts';

/**
 * Has things done beside the page, one after the other in a worker of their own; resolves to what stopped it, null where
 * nothing did.
 */
export function besidePage(orders: readonly Order[], onNews: (news: News) => void): Promise<string | null> {
  const worker = new Worker(new URL('./school-worker.ts', import.meta.url), { type: 'module' });
  let next = 1;
  return new Promise((resolve) => {
    const end = (why: string | null) => {
      worker.terminate();
      resolve(why);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
      if (!('end' in data)) onNews(data);
      else if (data.end !== null || next === orders.length) end(data.end);
      else worker.postMessage(orders[next++]);
    });
    worker.addEventListener('error', ({ message }) => end(message));
    worker.postMessage(orders[0]);
  });
}
