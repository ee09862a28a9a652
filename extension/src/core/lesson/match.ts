import type { Selection, Target } from 'fixtures';

/**
 * Is this what the target means? The one rule for both the guard on the page and the engine.
 *
 * A test id decides alone (it is the selection's own or one around it), so that a translated label
 * does not break a lesson; without one, role, name, label and text must all hold. `row` and `option`
 * must hold in any case. CSS cannot be read off a selection, so a target with nothing else, like a
 * target without any criterion, matches nothing: no credit for what cannot be told.
 */
export function matches(target: Target, selection: Selection): boolean {
  return identifies(target, selection) && inRow(target.row, selection.row) && holds(target.option, selection.option);
}

/** Does the row have all the wanted `data-*` values? No wish holds of every row. */
export function inRow(wanted: Record<string, string> | undefined, row: Record<string, string>): boolean {
  for (const key in wanted) if (row[key] !== wanted[key]) return false;
  return true;
}

/** Text as it is compared everywhere: trimmed, inner white space as one space, at most 200 characters as in a selection. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** Is this the target's control, in whatever row and with whatever option? */
export function identifies({ testid, role, name, label, text }: Target, selection: Selection): boolean {
  if (testid !== undefined) return selection.testid === testid || selection.within.includes(testid);
  if (role === undefined && name === undefined && label === undefined && text === undefined) return false;
  const own = plain(selection.name);
  return (
    holds(role, selection.role) &&
    (name === undefined || plain(name) === own) &&
    (label === undefined || plain(label) === own) &&
    (text === undefined || (plain(text) !== '' && own.includes(plain(text))))
  );
}

function holds(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual;
}
