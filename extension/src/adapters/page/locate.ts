import type { Target } from 'fixtures';
import { inRow, plain } from '../../core/lesson/match.ts';
import { actionable, isChoice, isTag, nameOf, optionOf, roleOf, rowOf } from './selection.ts';
import { isShown } from './visible.ts';

export type Criterion = 'testid' | 'role' | 'label' | 'text' | 'css';

/** A place to search in: a document, a shadow root, or a row. */
export type Scope = Document | ShadowRoot | Element;

export type Found =
  | { state: 'found'; element: Element; won: Criterion }
  /** Nothing there; there, but not shown; several shown and nothing to tell them apart. */
  | { state: 'missing' | 'hidden' | 'ambiguous' };

const IN_ORDER: Criterion[] = ['testid', 'role', 'label', 'text', 'css'];
/** Where elements with a role can be found without looking at everything. */
const BY_ROLE: Record<string, string> = {
  button:
    'button, summary, input[type=button], input[type=submit], input[type=reset], input[type=image], [role=button]',
  link: 'a[href], area[href], [role=link]',
  textbox: 'textarea, input, [contenteditable], [role=textbox]',
  searchbox: 'input[type=search], [role=searchbox]',
  combobox: 'select, input, [role=combobox]',
  listbox: 'select, [role=listbox]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  radio: 'input[type=radio], [role=radio]',
  option: 'option, [role=option]',
  dialog: 'dialog, [role=dialog]',
  tab: '[role=tab]',
  menuitem: '[role=menuitem]',
};
const FORM_CONTROLS = 'input, select, textarea, [contenteditable]';

/**
 * Finds the control a target means. Its locators are tried in order; the first that has exactly one
 * shown match wins, never the first of many.
 */
export function locate(target: Target, roots: readonly Scope[]): Found {
  let worst: 'missing' | 'hidden' | 'ambiguous' = 'missing';
  for (const criterion of IN_ORDER) {
    const all = candidates(criterion, target, roots);
    const shown = all.filter(isShown);
    const [element] = shown;
    if (element && shown.length === 1) return { state: 'found', element, won: criterion };
    if (shown.length > 1) worst = 'ambiguous';
    else if (all.length > 0 && worst === 'missing') worst = 'hidden';
  }
  return { state: worst };
}

/** The target's other locators that do not lead to the element alone: the page has drifted from the lesson. */
export function disagreeing(target: Target, element: Element, won: Criterion, roots: readonly Scope[]): Criterion[] {
  return IN_ORDER.filter((criterion) => {
    if (criterion === won || !isGiven(criterion, target)) return false;
    const shown = candidates(criterion, target, roots).filter(isShown);
    return shown.length !== 1 || shown[0] !== element;
  });
}

function isGiven(criterion: Criterion, target: Target): boolean {
  return criterion === 'role'
    ? target.role !== undefined || target.name !== undefined
    : target[criterion] !== undefined;
}

function candidates(criterion: Criterion, target: Target, roots: readonly Scope[]): Element[] {
  if (!isGiven(criterion, target)) return [];
  const found = new Set<Element>();
  for (const scope of scopes(target.row, roots)) {
    for (const element of search(criterion, target, scope)) {
      const control = within(element, target.option);
      if (control && inRow(target.row, rowOf(control))) found.add(control);
    }
  }
  return [...found];
}

/** With a row, only its elements are searched: on a page of 2000 rows that is the difference. */
function scopes(row: Target['row'], roots: readonly Scope[]): Scope[] {
  const [first] = Object.entries(row ?? {});
  if (!first) return [...roots];
  const name = first[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return roots.flatMap((root) => [...root.querySelectorAll(`[data-${CSS.escape(name)}="${CSS.escape(first[1])}"]`)]);
}

function search(criterion: Criterion, target: Target, scope: Scope): Element[] {
  switch (criterion) {
    case 'testid':
      return select(scope, `[data-testid="${CSS.escape(target.testid ?? '')}"]`);
    case 'css':
      return select(scope, target.css ?? '');
    case 'label':
      return select(scope, FORM_CONTROLS).filter((element) => nameOf(element) === plain(target.label ?? ''));
    case 'text':
      return byText(scope, plain(target.text ?? ''));
    case 'role': {
      const { role, name } = target;
      const selector =
        role === undefined ? Object.values(BY_ROLE).join() : (BY_ROLE[role] ?? `[role="${CSS.escape(role)}"]`);
      return select(scope, selector).filter(
        (element) =>
          (role === undefined || roleOf(element) === role) && (name === undefined || isNamed(element, plain(name))),
      );
    }
  }
}

/**
 * Has the element this accessible name? Computing one reads styles; of thousands of buttons that takes
 * seconds, so what plainly has other words, and nothing that could stand for these, is told apart first.
 */
function isNamed(element: Element, name: string): boolean {
  const label = element.getAttribute('aria-label');
  if (label && !element.hasAttribute('aria-labelledby')) return plain(label) === name;
  const elsewhere = '[aria-labelledby], [title], [alt], [value], input, select, textarea';
  const own = element.matches(elsewhere) || element.querySelector(`${elsewhere}, [aria-label], svg`) !== null;
  return (own || squeezed(element.textContent ?? '').includes(squeezed(name))) && nameOf(element) === name;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Like `querySelectorAll`, the scope itself included. A selector that is none finds nothing. */
function select(scope: Scope, selector: string): Element[] {
  try {
    const inside = [...scope.querySelectorAll(selector)];
    return 'matches' in scope && scope.matches(selector) ? [scope, ...inside] : inside;
  } catch {
    return [];
  }
}

/** Controls (else the elements themselves) that hold a text of their own with the wanted words in it. */
function byText(scope: Scope, text: string): Element[] {
  if (text === '') return [];
  const found: Element[] = [];
  const walker = (scope.ownerDocument ?? (scope as Document)).createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (
      parent &&
      !/^(script|style|noscript)$/.test(parent.localName) &&
      plain(walker.currentNode.textContent ?? '').includes(text)
    ) {
      found.push(actionable(ancestors(parent, scope)) ?? parent);
    }
  }
  return found;
}

function ancestors(element: Element, scope: Scope): Element[] {
  const list: Element[] = [];
  for (let at: Element | null = element; at; at = at === scope ? null : at.parentElement) list.push(at);
  return list;
}

/** The element, or the radio, checkbox or option of that value in it. */
function within(element: Element, option: string | undefined): Element | null {
  if (option === undefined) return element;
  if (isChoice(element) || isTag(element, 'select'))
    return optionOf(element) === option || isTag(element, 'select') ? element : null;
  const choices = element.querySelectorAll('input[type=radio], input[type=checkbox], option');
  const match = [...choices].find((choice) => optionOf(choice) === option) ?? null;
  return match && isTag(match, 'option') ? match.closest('select') : match;
}
