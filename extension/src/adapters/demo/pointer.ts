import type { Box } from '../page/visible.ts';
import css from './pointer.css?inline';

/** The arrow that is seen moving. It is drawn over everything and nothing can be done to it. */
export interface Pointer {
  /** Moves to the middle of a box in so many ms; at once where motion is not wanted. */
  glide(box: Box, ms: number): void;
  press(): void;
  release(): void;
  hide(): void;
}

const SHAPE = 'M2 1.5 2 20 6.8 15.6 10 22.5 13.3 21 10.2 14.2 16.5 13.8Z';

/** Draws it beside the card, where it starts from. */
export function createPointer(card: HTMLElement): Pointer {
  const style = document.createElement('style');
  style.textContent = css;
  const arrow = document.createElement('div');
  arrow.className = 'demo-pointer';
  arrow.setAttribute('part', 'pointer');
  arrow.setAttribute('aria-hidden', 'true');
  arrow.hidden = true;
  arrow.innerHTML = `<span></span><svg viewBox="0 0 20 24" width="25" height="30"><path d="${SHAPE}"/></svg>`;
  card.after(style, arrow);
  const place = (x: number, y: number) => {
    arrow.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  };

  return {
    glide({ x, y, width, height }, ms) {
      if (arrow.hidden) {
        const start = card.getBoundingClientRect();
        arrow.style.transitionDuration = '0s';
        place(start.x + start.width / 2, start.y);
        arrow.hidden = false;
        arrow.getBoundingClientRect();
      }
      arrow.style.transitionDuration = matchMedia('(prefers-reduced-motion: reduce)').matches ? '0s' : `${ms}ms`;
      place(x + width / 2, y + height / 2);
    },
    press: () => arrow.classList.add('pressed'),
    release: () => arrow.classList.remove('pressed'),
    hide() {
      arrow.hidden = true;
      arrow.classList.remove('pressed');
    },
  };
}
