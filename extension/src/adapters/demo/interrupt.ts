import type { DemoStage } from '../page/demo-door.ts';
import type { Player } from './player.ts';

const ALONE = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|F\d+)$/;

/**
 * Whoever touches the page means to stop the demo. A key is kept from the page, which has the focus only because the
 * demo put it there; `byKey` brings the focus to the card. A click is the student's own and goes its way.
 */
export function onInterrupt(player: Player, stage: DemoStage, on: { byKey(): void; byMouse(): void }): void {
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || stage.ours(event) || !player.isBusy) return;
      if (event.ctrlKey || event.metaKey || event.altKey || ALONE.test(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      player.pause();
      on.byKey();
    },
    { capture: true },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted || stage.ours(event) || !player.isBusy) return;
      player.pause();
      on.byMouse();
    },
    { capture: true },
  );
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && player.rest());
}
