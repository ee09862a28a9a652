import { focused } from '../page/composed-tree.ts';
import { textOf } from '../page/fields.ts';
import { isTag } from '../page/selection.ts';

/**
 * A keyboard that only exists in events. Values are set past whatever the page has put over them, so that its own code
 * sees the change as it sees a person's.
 */

/** Types one letter at the end of a field, if the page and the field's length allow it. */
export function typeLetter(field: Element, letter: string): void {
  // What an input method writes comes from no key of its own.
  const isPlain = /^[ -~]$/.test(letter);
  const key = isPlain ? letter : 'Process';
  const pressed = keyEvent(field, 'keydown', key) && (!isPlain || keyEvent(field, 'keypress', key));
  if (pressed && !isFull(field) && inputEvent(field, 'beforeinput', 'insertText', letter)) {
    setText(field, textOf(field) + letter);
    inputEvent(field, 'input', 'insertText', letter);
  }
  keyEvent(field, 'keyup', key);
}

/** Selects what stands in a field and deletes it. */
export function erase(field: Element): void {
  if (isTag(field, 'input') || isTag(field, 'textarea')) field.select();
  if (keyEvent(field, 'keydown', 'Backspace') && inputEvent(field, 'beforeinput', 'deleteContentBackward')) {
    setText(field, '');
    inputEvent(field, 'input', 'deleteContentBackward');
  }
  keyEvent(field, 'keyup', 'Backspace');
}

/** Leaves a field with Tab: what was typed is meant. */
export function leave(field: Element): void {
  keyEvent(field, 'keydown', 'Tab');
  field.dispatchEvent(new Event('change', { bubbles: true }));
  (field as HTMLElement).blur();
  keyEvent(field.ownerDocument.body, 'keyup', 'Tab');
}

/** Picks a value of a list or a date field whole. */
export function pick(field: Element, value: string): void {
  if (!isTag(field, 'select') && !isTag(field, 'input')) return;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  if (isTag(field, 'select')) field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Presses a key where the focus is; Enter in a form's line sends the form, and Enter or Space press a button. */
export function pressKey(element: Element, key: string): void {
  const at = focused() ?? element;
  const isMeant = keyEvent(at, 'keydown', key) && (key !== 'Enter' || keyEvent(at, 'keypress', key));
  if (isMeant && isTag(at, 'input') && key === 'Enter') at.form?.requestSubmit();
  if (isMeant && (isTag(at, 'button') || (isTag(at, 'a') && key === 'Enter')) && (key === 'Enter' || key === ' '))
    at.click();
  keyEvent(at, 'keyup', key);
}

function setText(field: Element, text: string): void {
  if (!isTag(field, 'input') && !isTag(field, 'textarea')) field.textContent = text;
  else field.value = text;
}

function isFull(field: Element): boolean {
  return (
    (isTag(field, 'input') || isTag(field, 'textarea')) && field.maxLength >= 0 && field.value.length >= field.maxLength
  );
}

/** False when the page has cancelled it. */
function keyEvent(to: Element, type: 'keydown' | 'keypress' | 'keyup', key: string): boolean {
  return to.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, composed: true }));
}

function inputEvent(
  to: Element,
  type: 'beforeinput' | 'input',
  inputType: string,
  data: string | null = null,
): boolean {
  const facts = { inputType, data, bubbles: true, composed: true, cancelable: type === 'beforeinput' };
  return to.dispatchEvent(new InputEvent(type, facts));
}
