import type { Action } from 'fixtures';
import type { Control, Deed, Gesture } from '../../core/play/gestures.ts';
import type { StepView } from '../../core/ports.ts';
import { isTextField, mayLog, textOf } from '../page/fields.ts';
import { isChoice, isTag, selectionOf } from '../page/selection.ts';
import { boxOf } from '../page/visible.ts';
import { erase, leave, pick, pressKey, typeLetter } from './keyboard.ts';
import { createMouse } from './mouse.ts';
import { createPointer } from './pointer.ts';

/** Pointer, mouse and keyboard in one hand. */
export interface Hand {
  /** Does one movement at a control; `ms` is how long it may take to get there. */
  move(gesture: Gesture, control: Element, ms: number): void;
  hide(): void;
}

export function createHand(card: HTMLElement): Hand {
  const pointer = createPointer(card);
  const mouse = createMouse();
  return {
    move(gesture, control, ms) {
      switch (gesture.do) {
        case 'point':
          return pointer.glide(boxOf(control), ms);
        case 'down':
          // It may have moved since it was pointed at.
          pointer.glide(boxOf(control), 0);
          pointer.press();
          mouse.over(control);
          return mouse.down();
        case 'up':
          pointer.release();
          return mouse.up();
        case 'focus':
          return (control as HTMLElement).focus({ preventScroll: true });
        case 'erase':
          return erase(control);
        case 'type':
          return typeLetter(control, gesture.letter);
        case 'pick':
          return pick(control, gesture.value);
        case 'key':
          return pressKey(control, gesture.key);
        case 'leave':
          return leave(control);
        case 'tell':
      }
    },
    hide: pointer.hide,
  };
}

/** What a step comes to at the control that is there: the way to it, when it is not the step's own, is a click. */
export function deedAt(control: Element, { action, input }: NonNullable<StepView['play']>, isWay: boolean): Deed {
  return {
    action: isWay ? 'click' : action,
    input,
    control: kindOf(control),
    filled: isTextField(control) && textOf(control) !== '',
    checked: isChoice(control) && control.checked,
  };
}

const DATED = new Set('date month week time datetime-local color range'.split(' '));

/** What kind of control it is, as far as hands have to know. */
export function kindOf(control: Element): Control {
  if (isTag(control, 'select')) return 'list';
  if (isChoice(control)) return control.type === 'radio' ? 'radio' : 'checkbox';
  if (isTag(control, 'input') && DATED.has(control.type)) return 'dated';
  return isTextField(control) ? 'text' : 'other';
}

/** The deed as it goes into the log, in the words that a student's own action would have. */
export function actionOf(control: Element, { action, input }: Deed, fields: readonly string[]): Action {
  const selection = selectionOf(control);
  if (action === 'fill') {
    const written = mayLog(control, fields) ? { input: textOf(control).slice(0, 5000) } : {};
    return { action, selection, ...written };
  }
  return { action, selection, ...(input === undefined || action === 'click' ? {} : { input }) };
}
