import { render } from 'preact';
import { createHand } from '../../adapters/demo/hand.ts';
import { onInterrupt } from '../../adapters/demo/interrupt.ts';
import { Player } from '../../adapters/demo/player.ts';
import type { DemoStage, Scene } from '../../adapters/page/demo-door.ts';
import type { Shown } from '../../core/play/shown.ts';
import { Demo, type DemoActions } from '../../views/demo/demo.tsx';
import { TEXT } from '../../views/demo/text.ts';

/** Plays the demos of this page, and draws their part of the card. */
export function perform(stage: DemoStage): (scene: Scene) => void {
  let drawn: HTMLElement | null = null;
  /** The student steers by keyboard: the focus that the demo takes away comes back when it rests. */
  let refocus: 'play' | 'single' | null = null;

  const focus = (name: string) => drawn?.querySelector<HTMLElement>(`[data-demo=${name}]`)?.focus();
  const isFocused = () => (drawn?.getRootNode() as ShadowRoot | undefined)?.activeElement?.closest('[data-demo]');
  const draw = (slot: HTMLElement, shown: Shown) => {
    if (drawn && drawn !== slot) render(null, drawn);
    drawn = slot;
    render(<Demo shown={shown} on={on} />, slot);
    if (!refocus || shown.phase === 'playing' || shown.phase === 'stepping') return;
    focus(refocus);
    refocus = null;
  };
  const player = new Player(stage, createHand(stage.card), draw);
  const on: DemoActions = {
    play() {
      refocus = isFocused() ? 'play' : null;
      player.play();
    },
    pause: () => player.pause(),
    single() {
      refocus = isFocused() ? 'single' : null;
      player.single();
    },
    pace: (speed) => player.pace(speed),
    stop: stage.finish,
    start: stage.start,
    close: stage.close,
  };
  onInterrupt(player, stage, {
    byKey() {
      focus('play');
      stage.announce(TEXT.said.paused);
    },
    byMouse: () => stage.announce(TEXT.said.touched),
  });
  return (scene) => player.see(scene);
}
