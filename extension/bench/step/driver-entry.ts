import { driver } from 'driver.js';
import type { Guide } from './guide.ts';

const PADDING = 4;
const RADIUS = 4;

/** driver.js as one would set it up for speed: no animation. */
const guide: Guide = {
  start(tids) {
    const selector = (tid: string) => `tr[data-tid="${tid}"] [data-testid=flag]`;
    const tour = driver({
      animate: false,
      stagePadding: PADDING,
      stageRadius: RADIUS,
      steps: tids.map((tid) => ({
        element: selector(tid),
        popover: { title: '打开备注', description: '点这一行的旗子。' },
      })),
    });
    addEventListener('click', (event) => {
      const active = tour.getActiveElement();
      if (event.isTrusted && active && event.composedPath().includes(active)) tour.moveNext();
    });
    tour.drive();
  },
  /** The hole is the second shape of the overlay's path: `… M x,y h w a…`, begun after the first rounded corner. */
  centre() {
    const path = document.querySelector('.driver-overlay path')?.getAttribute('d') ?? '';
    const hole = path.slice(path.lastIndexOf('M'));
    const [, x, y] = /M([\d.-]+),([\d.-]+)/.exec(hole) ?? [];
    const width = /h([\d.-]+)/.exec(hole)?.[1];
    const height = /v([\d.-]+)/.exec(hole)?.[1];
    if (!x || !y || !width || !height) return null;
    return { x: Number(x) + Number(width) / 2, y: Number(y) + RADIUS + Number(height) / 2 };
  },
};
window.guide = guide;
