import type { HandInStep } from './hand-in.ts';
import type { HandInNews, HandInOrder } from './hand-in-worker.ts';

/** Takes files in beside the page, in a worker of its own; resolves to what stopped it, null where nothing did. */
export function handInBeside(order: HandInOrder, onStep: (step: HandInStep) => void): Promise<string | null> {
  const worker = new Worker(new URL('./hand-in-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    const end = (why: string | null) => {
      worker.terminate();
      resolve(why);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<HandInNews>) => {
      if ('step' in data) onStep(data.step);
      else end(data.end);
    });
    worker.addEventListener('error', ({ message }) => end(message));
    worker.postMessage(order);
  });
}
