import type { Action } from 'fixtures';
import { isTextField, mayLog, Typing, textOf } from './fields.ts';
import { clicked, isReplaced, type Press, pressOf } from './press.ts';
import { isChoice, isTag, selectionOf } from './selection.ts';

export interface Observing {
  /** A person's action and the control it was done to. Called while the page's event is still being dispatched. */
  action(action: Action, element: Element): void;
  /** A message to hold the action back with: then the page never sees it. Null lets it pass. */
  hold(action: Action): string | null;
  /** The action was held back. */
  held(message: string): void;
  /** The pointer went down, or a key that clicks: an action may follow within milliseconds. */
  wake(): void;
  /** Test ids of the fields whose text may be logged. */
  fields(): readonly string[];
  /** Keys (`KeyboardEvent.key`) that the lesson asks for. */
  keys(): readonly string[];
  /** Is the event in our own overlay? */
  ours(event: Event): boolean;
}

/**
 * Turns what a person does on the page into semantic actions. Listens on `window` in the capture phase,
 * so call it before the page's scripts run. Only trusted events count, and where a browser makes trusted
 * events out of a script's call (`change` after `el.click()`, `submit` after `requestSubmit()`), only
 * those that a trusted click or key in the same task explains.
 */
export function observe(on: Observing, signal: AbortSignal): void {
  const typing = new Typing();
  let press: Press | null = null;
  /** Trusted input of the task that runs now. */
  let task: { choice?: Element; clicked?: true; enter?: true; arrow?: true } = {};
  /** A radio that the arrows have come to: on the way to another one, until the person leaves it or does something else. */
  let passing: HTMLInputElement | null = null;
  /** What was told though its click had not come: that one comes late (touch) or never. */
  let told: Press | null = null;
  const waiting = new Set<() => void>();
  /** Decides about the last Enter in a text area. */
  let entered = () => {};

  const mark = (facts: typeof task) => {
    Object.assign(task, facts);
    setTimeout(() => {
      task = {};
    });
  };
  /** Decides when the event's dispatch and what follows at once are over: a moment later, or at the next input where the timer is late. */
  const afterwards = (event: Event, decide: () => void) => {
    const once = () => {
      if (event.eventPhase === Event.NONE && waiting.delete(once)) decide();
    };
    waiting.add(once);
    setTimeout(once);
    return once;
  };
  const conclude = () => {
    for (const once of waiting) once();
  };
  const listen = <K extends keyof WindowEventMap>(type: K, handle: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, (event) => !on.ours(event) && handle(event), { capture: true, signal });
  const trusted = <K extends keyof WindowEventMap>(type: K, handle: (event: WindowEventMap[K]) => void) =>
    listen(type, (event) => event.isTrusted && handle(event));

  const commit = (which?: (field: Element) => boolean, said?: string) => {
    if (!task.arrow) settle();
    for (const { field, text } of typing.commit(which, said)) {
      const input = mayLog(field, on.fields()) ? { input: text.slice(0, 5000) } : {};
      on.action({ action: 'fill', selection: selectionOf(field), ...input }, field);
    }
  };
  const choose = (control: HTMLInputElement | HTMLSelectElement) => {
    const off = isTag(control, 'input') && control.type === 'checkbox' && !control.checked;
    on.action(
      { action: 'choose', selection: selectionOf(control), input: off ? '' : control.value.slice(0, 200) },
      control,
    );
  };
  const settle = () => {
    const radio = passing;
    passing = null;
    if (radio) choose(radio);
  };
  /** Holds a guarded click, or any event that leads to one, back from the page. True when held. */
  const held = (event: Event, action: Action): boolean => {
    const message = on.hold(action);
    if (message === null) return false;
    event.stopImmediatePropagation();
    if (event.type !== 'click') return true;
    event.preventDefault();
    on.held(message);
    return true;
  };

  trusted('pointerdown', (event) => {
    conclude();
    task = {};
    told = null;
    press = event.isPrimary && event.button === 0 ? pressOf(event) : null;
    on.wake();
    if (press) held(event, { action: 'click', selection: press.selection });
  });
  for (const type of ['mousedown', 'mouseup', 'pointerup'] as const) {
    trusted(type, (event) => press && held(event, { action: 'click', selection: press.selection }));
  }
  trusted('pointercancel', () => {
    press = null;
  });
  trusted('pointerup', (event) => {
    const pressed = press;
    if (!pressed) return;
    // A mouse's click comes in the task of its release; where the page removed the control it may never come.
    afterwards(event, () => {
      if (press !== pressed || !isReplaced(pressed, event)) return;
      press = null;
      told = pressed;
      commit();
      if (!isTextField(pressed.element)) on.action({ action: 'click', selection: pressed.selection }, pressed.element);
    });
  });

  trusted('click', (event) => {
    const again = event.detail > 0 && told !== null;
    told = null;
    if (again) return;
    const found = clicked(event, press);
    if (!found) return;
    const { element, selection } = found;
    if (isTextField(element)) return;
    commit();
    mark({ clicked: true });
    if (held(event, { action: 'click', selection })) {
      on.action({ action: 'click', selection, held: true }, element);
      press = null;
      return;
    }
    if (isTag(element, 'select') || isTag(element, 'option')) return;
    if (!isChoice(element)) {
      press = null;
      on.action({ action: 'click', selection }, element);
    } else if (event.composedPath()[0] === element) {
      const chosenAnew = element.type === 'radio' && press?.element === element && press.checked;
      press = null;
      mark({ choice: element });
      if (chosenAnew) choose(element);
    }
  });

  trusted('change', (event) => {
    const [control] = event.composedPath() as Element[];
    if (!control) return;
    if (isTag(control, 'select')) choose(control);
    else if (!isChoice(control)) commit((field) => field === control);
    else if (task.choice === control) {
      if (task.arrow) passing = control;
      else choose(control);
    }
  });

  trusted('submit', (event) => {
    // A click on the button that submits has been told already; this is Enter in a form without one.
    if (task.enter && !task.clicked)
      on.action({ action: 'submit', selection: selectionOf(event.target as Element) }, event.target as Element);
  });

  const inField = (handle: (field: Element) => void) => (event: Event) => {
    const [field] = event.composedPath() as Element[];
    if (field && isTextField(field)) handle(field);
  };
  trusted(
    'beforeinput',
    inField((field) => {
      conclude();
      typing.begin(field);
    }),
  );
  trusted(
    'input',
    inField((field) => typing.changed(field)),
  );
  trusted(
    'compositionstart',
    inField((field) => typing.compose(field, true)),
  );
  // Chromium calls the end of a composition untrusted when the input method commits the text itself; it only unlocks.
  listen(
    'compositionend',
    inField((field) => typing.compose(field, false)),
  );
  trusted('blur', (event) => {
    entered();
    // Left while Enter is still being dispatched: what it meant is not known yet.
    if (!waiting.has(entered)) commit((field) => field === event.composedPath()[0]);
  });

  trusted('keydown', (event) => {
    // A new key, a new task, also where the timer that ends the last one is late.
    conclude();
    task = {};
    const element = event.composedPath()[0] as Element;
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' || event.key === ' ') on.wake();
    if (event.key === ' ') settle();
    if (event.key.startsWith('Arrow') && isChoice(element)) mark({ arrow: true });
    if (on.keys().includes(event.key) && !event.repeat) {
      commit();
      on.action({ action: 'press', selection: selectionOf(element), input: event.key }, element);
    }
    if (event.key !== 'Enter') return;
    mark({ enter: true });
    if (isTag(element, 'input') || event.ctrlKey || event.metaKey) return commit();
    if (!isTextField(element)) return;
    // Enter in a text area is a new line, unless the page takes it for "send": then the text before it was meant.
    const text = textOf(element);
    entered = afterwards(event, () => {
      if (event.defaultPrevented) commit((field) => field === element, text);
      else if (!element.matches(':focus')) commit((field) => field === element);
    });
  });
  // A real keyboard sends the letter of a key after the key, in a task of its own; a form is submitted in that one.
  trusted('keypress', (event) => event.key === 'Enter' && mark({ enter: true }));
}
