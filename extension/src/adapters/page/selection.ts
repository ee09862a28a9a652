import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import type { Selection } from 'fixtures';
import { plain } from '../../core/lesson/match.ts';
import { chain } from './composed-tree.ts';

const ROLES =
  'button link tab option menuitem menuitemcheckbox menuitemradio radio checkbox switch treeitem combobox textbox searchbox';
/** What a person acts on. */
const CONTROL = [
  'button, a[href], area[href], input, select, textarea, summary, option',
  '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]',
  ...ROLES.split(' ').map((role) => `[role="${role}"]`),
].join();
/** `data-*` attributes that say which row an action was in. */
const ROW_KEYS = [
  'tid',
  'oid',
  'refundId',
  'visitorId',
  'orderId',
  'buyerNick',
  'parcelId',
  'contactId',
  'templateId',
  'numIid',
  'code',
];
/** Names are read from content; of a whole table that would be long, slow and meaningless. */
const NAMED_CONTENT = 100;

/** The control nearest to where the event began, else the nearest element with a test id. */
export function actionable(path: readonly EventTarget[]): Element | null {
  const elements = path.filter(isElement);
  for (const element of elements) {
    if (element.matches(CONTROL)) return element;
    if (isTag(element, 'label') && element.control) return element.control;
  }
  return elements.find((element) => element.hasAttribute('data-testid')) ?? null;
}

/** Says what of the page an element is, in the words that targets use. */
export function selectionOf(element: Element): Selection {
  const around = [...chain(element)];
  const testid = testIdOf(element);
  const option = optionOf(element);
  return {
    ...(testid === undefined ? {} : { testid }),
    within: around
      .slice(1)
      .flatMap((outer) => testIdOf(outer) ?? [])
      .slice(0, 6),
    role: roleOf(element),
    name: nameOf(element),
    row: mergeRows(around),
    tag: element.localName.slice(0, 64),
    ...(option === undefined ? {} : { option }),
  };
}

/** `data-*` ids of the element and those around it, the nearest winning. */
export function rowOf(element: Element): Record<string, string> {
  return mergeRows(chain(element));
}

function mergeRows(elements: Iterable<Element>): Record<string, string> {
  const row: Record<string, string> = {};
  for (const element of elements) {
    const data = (element as HTMLElement).dataset;
    for (const key of ROW_KEYS) {
      const value = data?.[key];
      if (value !== undefined && row[key] === undefined) row[key] = value.slice(0, 128);
    }
  }
  return row;
}

export function roleOf(element: Element): string {
  if (isTag(element, 'input') && element.type === 'password') return 'textbox';
  return (getRole(element) ?? 'generic').slice(0, 64);
}

/** Accessible name as targets compare it. */
export function nameOf(element: Element): string {
  if (element.childElementCount > 0 && element.querySelectorAll('*').length > NAMED_CONTENT) {
    return plain(element.getAttribute('aria-label') ?? '');
  }
  return plain(computeAccessibleName(element));
}

/** Value of a radio, checkbox, option or select. */
export function optionOf(element: Element): string | undefined {
  if (isChoice(element) || isTag(element, 'option') || isTag(element, 'select')) return element.value.slice(0, 200);
  return undefined;
}

export function isChoice(element: Element): element is HTMLInputElement {
  return isTag(element, 'input') && (element.type === 'radio' || element.type === 'checkbox');
}

/** By tag name, not `instanceof`: elements of frames have other constructors. */
export function isTag<K extends keyof HTMLElementTagNameMap>(node: Element, tag: K): node is HTMLElementTagNameMap[K] {
  return node.localName === tag;
}

function testIdOf(element: Element): string | undefined {
  return element.getAttribute('data-testid')?.slice(0, 128);
}

function isElement(node: EventTarget): node is Element {
  return 'nodeType' in node && node.nodeType === 1;
}
