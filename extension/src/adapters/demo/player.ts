import { type Gesture, gesturesOf, pauseAfter, readingPause, type Speed } from '../../core/play/gestures.ts';
import type { Phase, Shown } from '../../core/play/shown.ts';
import type { StepView } from '../../core/ports.ts';
import type { DemoStage, Scene } from '../page/demo-door.ts';
import { actionOf, deedAt, type Hand, kindOf } from './hand.ts';
import { type DemoMemory, keep, recall } from './memory.ts';
import { TROUBLE, Trouble, Turned } from './trouble.ts';

/** How long a control may be missing before the demo goes where the lesson says it is, and before it gives up, ms. */
const PATIENCE = { missing: 1500, lost: 6000 };
/** How long the shop may take to say that a deed was done, ms. */
const ANSWER = 8000;
const LOOK = 100;

/**
 * Plays a lesson on the page: step by step, each when the one before has counted. Whatever it does goes through the
 * page's own controls, so the shop's records move the lesson on as they do a student's.
 */
export class Player {
  readonly #stage: DemoStage;
  readonly #hand: Hand;
  readonly #draw: (slot: HTMLElement, shown: Shown) => void;
  #scene: Scene = { view: null, target: null, slot: null };
  #memory: DemoMemory = { attempt: '', speed: 'normal', begun: false, going: null, went: '' };
  #phase: Phase = 'paused';
  #trouble: string | null = null;
  #known = '';
  /** Step whose text has had its time. */
  #read = '';
  /** Step that the student has to do. */
  #stuck = '';
  #wake = () => {};

  constructor(stage: DemoStage, hand: Hand, draw: (slot: HTMLElement, shown: Shown) => void) {
    this.#stage = stage;
    this.#hand = hand;
    this.#draw = draw;
    void this.#live();
  }

  see(scene: Scene): void {
    this.#scene = scene;
    const { view } = scene;
    if (view && view.attempt !== this.#known) {
      this.#known = view.attempt;
      void this.#meet(view.attempt);
    }
    if (!view || view.ended) {
      this.#hand.hide();
      this.#phase = 'paused';
    }
    this.#changed();
  }

  /** Whether it is doing something by itself right now. */
  get isBusy(): boolean {
    return this.#step() !== null && (this.#phase === 'playing' || this.#phase === 'stepping');
  }

  play(): void {
    this.#go('playing');
  }

  /** Does what is left of the step, and waits. */
  single(): void {
    this.#go('stepping');
  }

  /** The student stops it: it waits on the next page, too. */
  pause(): void {
    if (this.#phase === 'playing' || this.#phase === 'stepping') void this.#remember({ begun: true });
    this.rest();
  }

  /** Nobody looks: waits. */
  rest(): void {
    if (this.#phase === 'playing' || this.#phase === 'stepping') this.#go('paused');
  }

  pace(speed: Speed): void {
    void this.#remember({ speed });
    this.#changed();
  }

  #go(phase: Phase): void {
    this.#phase = phase;
    this.#trouble = null;
    this.#changed();
  }

  /**
   * A new demo plays; one that was left by a reload waits, unless it has left the page by itself or nothing was shown
   * yet: a shop may load its page once more while it opens.
   */
  async #meet(attempt: string): Promise<void> {
    const memory = await recall(this.#stage.shelf).catch(() => this.#memory);
    const isNew = memory.attempt !== attempt;
    this.#memory = { ...memory, attempt, going: null, ...(isNew ? { begun: false, went: '' } : {}) };
    void this.#remember({});
    if (this.#scene.view?.ended || document.visibilityState === 'hidden') return;
    if (isNew || memory.going || !memory.begun) this.#go(memory.going ?? 'playing');
  }

  #remember(change: Partial<DemoMemory>): Promise<void> {
    this.#memory = { ...this.#memory, ...change };
    // Not remembered, the demo pauses on the next page.
    return keep(this.#stage.shelf, this.#memory).catch(() => undefined);
  }

  #changed(): void {
    const { view, slot } = this.#scene;
    if (view && slot) {
      const { speed } = this.#memory;
      const isWaiting = view.step?.targets.length === 0 && !view.ended;
      this.#draw(slot, { view, phase: this.#phase, speed, isWaiting, trouble: this.#trouble });
    }
    this.#wake();
  }

  /** The step that can be done now. */
  #step(): StepView | null {
    const { view } = this.#scene;
    return view && !view.ended && view.step && view.step.targets.length > 0 ? view.step : null;
  }

  #isOver(step: StepView): boolean {
    return this.#step()?.id !== step.id;
  }

  /** Until something changes, or so many ms. */
  #pause(ms?: number): Promise<void> {
    return new Promise((done) => {
      this.#wake = done;
      if (ms !== undefined) setTimeout(done, ms);
    });
  }

  /** Lets so many ms of playing pass. @throws Turned when the step is over */
  async #pass(step: StepView, ms: number): Promise<void> {
    for (let left = ms; ; ) {
      if (this.#isOver(step)) throw new Turned();
      if (this.#phase === 'paused' || this.#phase === 'yours') {
        await this.#pause();
        continue;
      }
      if (left <= 0) return;
      const since = performance.now();
      await this.#pause(left);
      left -= performance.now() - since;
    }
  }

  async #live(): Promise<never> {
    for (;;) {
      const step = this.#step();
      if (!step || !this.isBusy) {
        await this.#pause();
        // The student has done what the demo could not: it goes on.
        if (this.#phase === 'yours' && this.#step()?.id !== this.#stuck) this.#go('playing');
        continue;
      }
      try {
        await this.#perform(step);
        if (this.#isOver(step) && this.#phase === 'stepping') this.#go('paused');
      } catch (error) {
        this.#hand.hide();
        if (!(error instanceof Turned)) this.#fail(step, error instanceof Trouble ? error.message : TROUBLE.unable);
      }
    }
  }

  #fail(step: StepView, why: string): void {
    this.#phase = 'yours';
    this.#stuck = step.id;
    this.#trouble = why;
    this.#stage.announce(why);
    this.#changed();
  }

  async #perform(step: StepView): Promise<void> {
    const { play } = step;
    if (!play) throw new Trouble(TROUBLE.unable);
    if (this.#read !== step.id) {
      await this.#pass(step, readingPause(step.instruction + step.why, this.#memory.speed));
      this.#read = step.id;
    }
    if (play.action === 'open') return this.#visit(step);
    let control = await this.#find(step);
    const isWay = this.#scene.target === 'leading';
    const deed = deedAt(control, play, isWay);
    const gestures = gesturesOf(deed);
    if (!gestures) throw new Trouble(TROUBLE.unable);
    const verdict = this.#scene.view?.verdict?.event;
    let told = false;
    for (const gesture of gestures) {
      if (gesture.do === 'tell') {
        // A click may open another page: the demo goes on there. Nothing is awaited from here on.
        void this.#remember({ begun: true, going: this.#phase === 'stepping' ? 'stepping' : 'playing' });
        this.#stage.played(actionOf(control, deed, this.#scene.view?.fields ?? []));
        told = true;
        continue;
      }
      // Drawn anew by the page, it is another element now.
      if (!told) control = this.#stage.element() ?? control;
      await this.#move(step, gesture, control, told);
    }
    const isAnswered = await this.#answered(step, isWay, verdict);
    void this.#remember({ going: null });
    if (!isAnswered) throw new Trouble(this.#refusal(verdict));
  }

  async #move(step: StepView, gesture: Gesture, control: Element, told: boolean): Promise<void> {
    const ms = pauseAfter(gesture.do, this.#memory.speed);
    this.#hand.move(gesture, control, ms);
    if (!told) await this.#pass(step, ms);
  }

  /** The control, once it can be reached; where it is not on this page, goes to where it is. */
  async #find(step: StepView): Promise<Element> {
    for (let waited = 0; ; waited += LOOK) {
      const control = this.#stage.element();
      const { target } = this.#scene;
      // The way to a control is a click; a field or a box leads nowhere.
      const isWay = target === 'leading' && control !== null && kindOf(control) === 'other';
      const isThere = control !== null && (target === 'ready' || isWay);
      if (isThere && !control.matches(':disabled')) return control;
      if (target === 'away') this.#stage.reveal();
      if (waited >= PATIENCE.missing && target === 'missing' && this.#memory.went !== step.id) await this.#visit(step);
      if (waited >= PATIENCE.lost) throw new Trouble(isThere ? TROUBLE.disabled : TROUBLE.where(target));
      await this.#pass(step, LOOK);
    }
  }

  async #visit(step: StepView): Promise<void> {
    if (step.page === undefined || this.#memory.went === step.id) throw new Trouble(TROUBLE.where('missing'));
    await this.#remember({ begun: true, went: step.id, going: this.#phase === 'stepping' ? 'stepping' : 'playing' });
    this.#stage.go(step.page);
    await this.#pass(step, ANSWER);
  }

  /** Whether the deed has counted; of a way to the control, whether the control is there. */
  async #answered(step: StepView, isWay: boolean, before: string | undefined): Promise<boolean> {
    for (const since = performance.now(); performance.now() - since < ANSWER; await this.#pause(LOOK)) {
      if (this.#isOver(step) || (isWay && this.#scene.target === 'ready')) return true;
      if (this.#refusal(before) !== TROUBLE.unanswered) return false;
    }
    return false;
  }

  #refusal(before: string | undefined): string {
    const verdict = this.#scene.view?.verdict;
    return verdict && verdict.event !== before && verdict.kind !== 'correct'
      ? TROUBLE.refused(verdict.text)
      : TROUBLE.unanswered;
  }
}
