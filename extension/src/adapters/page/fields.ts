import { isTag } from './selection.ts';

const TEXT_TYPES = new Set('text search tel url email number password date time month week datetime-local'.split(' '));

/** A field that a person types into. */
export function isTextField(element: Element): boolean {
  if (isTag(element, 'input')) return TEXT_TYPES.has(element.type);
  return isTag(element, 'textarea') || (element as HTMLElement).isContentEditable === true;
}

/** What stands in a text field. */
export function textOf(field: Element): string {
  return isTag(field, 'input') || isTag(field, 'textarea') ? field.value : (field.textContent ?? '');
}

/** May the field's text be logged? Only where the lesson asks for it, and never a secret. */
export function mayLog(field: Element, asked: readonly string[]): boolean {
  if (isTag(field, 'input') && field.type === 'password') return false;
  const testid = field.getAttribute('data-testid');
  return testid !== null && asked.includes(testid);
}

/**
 * Remembers which fields a person has typed into and gives each committed text once. A text counts
 * from the first keystroke after the last commit, so what the page itself clears or fills in between
 * is no typing.
 */
export class Typing {
  /** Text before the first keystroke; null when it was not seen. */
  readonly #before = new Map<Element, string | null>();
  readonly #composing = new Set<Element>();

  /** Text is about to change by the person's hand. */
  begin(field: Element): void {
    if (!this.#before.has(field)) this.#before.set(field, textOf(field));
  }

  /** Text has changed by the person's hand (date pickers announce nothing before). */
  changed(field: Element): void {
    if (!this.#before.has(field)) this.#before.set(field, null);
  }

  /** An input method is at work in the field: its text is not yet meant. */
  compose(field: Element, on: boolean): void {
    if (on) {
      this.begin(field);
      this.#composing.add(field);
    } else this.#composing.delete(field);
  }

  /**
   * Fields whose text changed since the last commit, with that text; each is told once. A field that
   * the page has thrown away is forgotten: its text went nowhere. `said` is the text when the field no
   * longer has it.
   */
  commit(which: (field: Element) => boolean = () => true, said?: string): { field: Element; text: string }[] {
    const committed: { field: Element; text: string }[] = [];
    for (const [field, before] of this.#before) {
      if (this.#composing.has(field) || !which(field)) continue;
      this.#before.delete(field);
      const text = said ?? textOf(field);
      if (text !== before && field.isConnected) committed.push({ field, text });
    }
    return committed;
  }
}
