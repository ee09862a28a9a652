import { world } from '../../client/world.ts';

/** What somebody is writing, until it is sent: it outlives another question and a reload of this tab. */
function keyOf(quiz: string, no: number): string {
  return `quiz-draft/${world.peek()?.world ?? ''}/${quiz}/${no}`;
}

export function draftOf(quiz: string, no: number): string {
  return sessionStorage.getItem(keyOf(quiz, no)) ?? '';
}

/** An empty text forgets it. */
export function keepDraft(quiz: string, no: number, text: string): void {
  if (text === '') sessionStorage.removeItem(keyOf(quiz, no));
  else sessionStorage.setItem(keyOf(quiz, no), text);
}
