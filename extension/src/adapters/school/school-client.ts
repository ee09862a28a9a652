import type { News, Order } from './school-worker.ts';

/** Has something done beside the page, in a worker of its own; resolves to what stopped it, null where nothing did. */
export function besidePage(order: Order, onNews: (news: News) => void): Promise<string | null> {
  const worker = new Worker(new URL('./school-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (why: string | null) => {
      worker.terminate();
      resolve(why);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
      if ('end' in data) end(data.end);
      else onNews(data);
    });
    worker.addEventListener('error', ({ message }) => end(message));
    worker.postMessage(order);
  });
}
